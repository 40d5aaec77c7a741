// A statement for each trigger whose slots are filled.
#include "extract/frames.h"

#include <algorithm>

#include "extract/attributes.h"
#include "extract/cues.h"
#include "extract/frame_match.h"

namespace entente::extract {

using rules::Frame;

namespace {

constexpr std::size_t max_triggers = 16;  // of one frame in one sentence

class FrameReader {
  public:
    FrameReader(const Masked& masked, const Reading& reading, const Sentence& sentence,
                const Discourse& discourse, const std::vector<Source>& sources,
                std::vector<Statement>& out)
        : masked_(masked),
          reading_(reading),
          sentence_(sentence),
          discourse_(discourse),
          sources_(sources),
          out_(out),
          around_(masked, reading, sentence) {}

    void run() {
        std::vector<text::Gate::Candidate> candidates;
        reading_.candidates(rules::gate_frames, masked_.text(), candidates);
        const TypeMask types = masked_.types();
        for (const auto& [index, begin_from, begin_by] : candidates) {
            const Frame& frame = reading_.rules.frames[static_cast<std::size_t>(index)];
            const bool could_fill = std::all_of(frame.needed.begin(), frame.needed.end(),
                                                [&](TypeMask slot) { return slot & types; });
            if (!could_fill && !reading_.trace) continue;
            text::Groups groups;
            std::size_t count = 0;
            const std::string& text = masked_.text();
            for (std::size_t at = begin_from;
                 count < max_triggers &&
                 frame.trigger.search(text, at, text.size(), &groups, begin_by);
                 ++count) {
                const int stem = frame.trigger.group("stem");
                const Span trigger = stem < 0 ? groups[0] : groups[static_cast<std::size_t>(stem)];
                at = std::max(groups[0].begin + 1, text::matched(trigger) ? trigger.end : 0);
                if (text::matched(trigger)) read(frame, trigger);
            }
        }
    }

  private:
    bool has_subject() {
        if (!has_subject_) has_subject_ = reading_.rules.language.subject.search(masked_.text());
        return *has_subject_;
    }

    void read(const Frame& frame, Span trigger) {
        FrameMatch match(masked_, reading_, discourse_, frame, trigger, around_.quotes(), sources_,
                         has_subject());
        const bool filled = match.fill();
        if (reading_.trace) reading_.trace->tried(sentence_, masked_, match);
        if (!filled) return;
        Statement s;
        s.clause = true;
        s.relation = frame.relation;
        s.rule = frame.id;
        s.sentence = &sentence_;
        s.trigger = masked_.origin(trigger.begin, trigger.end);
        Cue cue;
        s.status = status_of(masked_, match.scope(), reading_, frame.relation, frame.status,
                             reading_.trace ? &cue : nullptr);
        fill_attributes(match, trigger, s);
        set_date(match, trigger, s, cue);
        if (reading_.trace)
            s.account = std::make_shared<const Account>(Account{match.parts(), cue, {}});
        if (!frame.majority.empty() && is_majority(match)) s.relation = frame.majority;
        if (const Filler* pair = match.filler("pair")) return say_pairs(pair->item, s);
        const Filler *from = match.filler("from"), *to = match.filler("to");
        if (are_in_turn(*from, *to, trigger)) return say_in_turn(match, *from, *to, s);
        for (const Ref& a : from->item.members)
            for (const Ref& b : to->item.members) say(a, b, s);
    }

    // Two lists of the same length, or a list and one, in a clause that goes pair by pair.
    bool are_in_turn(const Filler& from, const Filler& to, Span trigger) const {
        const std::size_t a = from.item.members.size(), b = to.item.members.size();
        if ((a < 2 && b < 2) || (a != b && a != 1 && b != 1)) return false;
        Span reach = trigger;
        for (const Filler* end : {&from, &to}) {
            if (!text::matched(end->span)) return false;
            reach.begin = std::min(reach.begin, end->span.begin);
            reach.end = std::max(reach.end, end->span.end);
        }
        return around_.in_turn(from.item, to.item, reach);
    }

    void say_in_turn(const FrameMatch& match, const Filler& from, const Filler& to,
                     const Statement& s) {
        const std::size_t count = std::max(from.item.members.size(), to.item.members.size());
        const auto value = [&](const char* name, std::size_t i) {
            const Filler* f = match.filler(name);
            const std::size_t place = f ? place_of(*f) : text::nowhere;
            return place == text::nowhere ? nullptr : around_.value_in_turn(place, i, count);
        };
        for (std::size_t i = 0; i < count; ++i) {
            Statement one = s;
            const Found *sum = value("amount", i), *stake = value("stake", i);
            one.amount.reset();
            if (sum) one.amount = Amount{sum->value, sum->unit};
            one.stake = stake ? std::string(reading_.surface(*stake)) : std::string();
            const auto member = [&](const Filler& f) {
                return f.item.members[f.item.members.size() == 1 ? 0 : i];
            };
            say(member(from), member(to), std::move(one));
        }
    }

    bool is_majority(const FrameMatch& match) const {
        const Filler* stake = match.filler("stake");
        return stake && !stake->item.members.empty() &&
               reading_.mentions[stake->item.members.front().mention].value > 50;
    }

    // Not of a list of which each has its own partner.
    void say_pairs(const Item& item, const Statement& s) {
        if (item.in_turn) return;
        for (std::size_t i = 0; i < item.members.size(); ++i)
            for (std::size_t j = i + 1; j < item.members.size(); ++j)
                say(item.members[i], item.members[j], s);
    }

    void say(const Ref& from, const Ref& to, Statement s) {
        s.from = from;
        s.to = to;
        const auto sum = to.sum ? to.sum : from.sum;
        if (sum && reading_.pack.priced.count(s.relation)) {
            const Found& m = reading_.mentions[*sum];
            if (reading_.pack.types.name(m.type) == "Money") s.amount = Amount{m.value, m.unit};
        }
        out_.push_back(std::move(s));
    }

    std::string text_of(const Filler& filler) const {
        if (!filler.item.members.empty()) {
            const Found& m = reading_.mentions[filler.item.members.front().mention];
            return m.entity.empty() ? std::string(reading_.surface(m)) : m.entity;
        }
        const Span origin = masked_.origin(filler.span.begin, filler.span.end);
        return reading_.text(sentence_.field).substr(origin.begin, origin.end - origin.begin);
    }

    // Where the mask of a filler stands that is one.
    std::size_t place_of(const Filler& filler) const {
        for (std::size_t at = filler.span.begin; at < filler.span.end; ++at)
            if (const Item* item = masked_.at(at);
                item && !item->members.empty() &&
                item->members.front().mention == filler.item.members.front().mention)
                return at;
        return text::nowhere;
    }

    void fill_attributes(const FrameMatch& match, Span trigger, Statement& s) const {
        if (const Filler* f = match.filler("amount"); f && !f->item.members.empty()) {
            const Found& m = reading_.mentions[f->item.members.front().mention];
            s.amount = Amount{m.value, m.unit};
        }
        for (auto [name, field] : {std::pair{"item", &s.item},
                                   {"role", &s.role},
                                   {"stake", &s.stake},
                                   {"rate", &s.rate}})
            if (const Filler* f = match.filler(name)) *field = text_of(*f);
        if (s.item.empty()) s.item = carried(match, trigger);
    }

    // What is asserted of a day to come is planned, and `cue` that day.
    void set_date(const FrameMatch& match, Span trigger, Statement& s, Cue& cue) const {
        const Filler* slot = match.filler("date");
        const std::size_t day =
            slot && !slot->item.members.empty() ? place_of(*slot) : around_.date_near(trigger);
        s.date = around_.date_at(day);
        if (s.status != "asserted" || reading_.pack.spoken.count(s.relation) ||
            !around_.is_to_come(day))
            return;
        s.status = "planned";
        cue = {reading_.mentions[masked_.at(day)->members.front().mention].rule,
               masked_.origin(day, day + 1),
               {}};
    }

    // Between the ends, or a little behind them ("A supplies B with goods").
    std::string carried(const FrameMatch& match, Span trigger) const {
        constexpr std::size_t behind = 40;  // bytes
        Span reach = trigger;
        std::vector<std::size_t> ends;
        for (const char* name : {"from", "to"}) {
            const Filler* f = match.filler(name);
            if (!f || !text::matched(f->span)) continue;
            ends.push_back(f->span.begin);
            reach.begin = std::min(reach.begin, f->span.begin);
            reach.end = std::max(reach.end, f->span.end);
        }
        const std::size_t stop = masked_.text().find_first_of(",.;:\"", reach.end);
        reach.end = std::min({stop, reach.end + behind, masked_.text().size()});
        return around_.item(match.frame().relation, reach, trigger, ends);
    }

    const Masked& masked_;
    const Reading& reading_;
    const Sentence& sentence_;
    const Discourse& discourse_;
    const std::vector<Source>& sources_;
    std::vector<Statement>& out_;
    Surroundings around_;
    std::optional<bool> has_subject_;  // in Korean; asked for once
};

}  // namespace

void read_frames(const Masked& masked, const Reading& reading, const Sentence& sentence,
                 const Discourse& discourse, const std::vector<Source>& sources,
                 std::vector<Statement>& out) {
    FrameReader(masked, reading, sentence, discourse, sources, out).run();
}

}  // namespace entente::extract
