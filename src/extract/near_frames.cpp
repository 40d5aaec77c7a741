// A frame at a trigger: which slot lacks which of the two, and what bars it from there.
#include <algorithm>

#include "extract/near.h"
#include "extract/pieces.h"

namespace entente::extract {

namespace {

using rules::Slot;

// One end of the relation asked for, at one slot of the frame.
struct End {
    std::size_t slot = 0;
    std::string entity;
    bool fits = false;               // the slot takes its type
    bool filled = false;             // the slot took it
    std::size_t at = text::nowhere;  // its mask that stands nearest to the trigger
    Bar bar = Bar::none;             // what keeps that out
};

class NearFrame {
  public:
    NearFrame(const Scene& scene, const Masked& masked, const FrameMatch& match)
        : scene_(scene), masked_(masked), match_(match), frame_(match.frame()) {}

    void compare(const std::string& a, const std::string& b, std::vector<Near>& out) const {
        const int pair = slot("pair");
        const int from = pair < 0 ? slot("from") : pair, to = pair < 0 ? slot("to") : pair;
        if (from < 0 || to < 0) return;
        const End ends[] = {end(static_cast<std::size_t>(from), a),
                            end(static_cast<std::size_t>(to), b)};
        if (ends[0].filled && ends[1].filled) return look_at_others(out);
        const bool some = ends[0].filled || ends[1].filled;
        if (!some && !(ends[0].fits && ends[1].fits)) return;
        if (!some) return add_both(ends, out);
        for (const End& e : ends)
            if (!e.filled) add(e, nearness(e, ends), out);
    }

  private:
    int slot(std::string_view name) const {
        for (std::size_t i = 0; i < frame_.slots.size(); ++i)
            if (frame_.slots[i].name == name) return static_cast<int>(i);
        return -1;
    }

    End end(std::size_t index, const std::string& entity) const {
        End e{index, entity};
        const Slot& slot = frame_.slots[index];
        e.fits = fits(slot, entity);
        const Filler* filler = match_.filler(index);
        e.filled = filler && holds(*scene_.reading, filler->item, entity);
        for (std::size_t at : places_of(*scene_.reading, masked_, entity))
            if (e.at == text::nowhere || distance(at) < distance(e.at)) e.at = at;
        if (e.at != text::nowhere) e.bar = match_.bar(index, e.at);
        return e;
    }

    bool fits(const Slot& slot, const std::string& entity) const {
        const TypeMask type = rules::bit(scene_.reading->entities.at(entity).type);
        return type & (slot.types | slot.acts_for);
    }

    // A subject that stands behind its English verb: rather the two are meant the other way round.
    bool is_turned(const End& e, const End (&ends)[2]) const {
        if (e.bar != Bar::side || frame_.lang != "en" || !frame_.slots[e.slot].subject)
            return false;
        return fits(frame_.slots[ends[0].slot], ends[1].entity) &&
               fits(frame_.slots[ends[1].slot], ends[0].entity);
    }

    std::size_t distance(std::size_t at) const {
        const Span trigger = match_.trigger();
        return at < trigger.begin ? trigger.begin - at : at - std::min(at, trigger.end);
    }

    // Of an end whose other end is filled.
    Nearness nearness(const End& e, const End (&ends)[2]) const {
        if (!e.fits) return Nearness::wrong_type;
        if (is_turned(e, ends)) return Nearness::trigger_only;
        if (e.at == text::nowhere) {
            const bool content = match_.filler(e.slot) && !scene_.swallowed(e.entity);
            return content ? Nearness::wrong_type : Nearness::open;
        }
        switch (e.bar) {
            case Bar::none:
            case Bar::governed:
            case Bar::adjacent:
            case Bar::form:
                return Nearness::one_short;
            case Bar::type:
                return Nearness::wrong_type;
            default:
                return Nearness::one_barred;
        }
    }

    // Both ends are filled; the frame may still lack something else that it must have.
    void look_at_others(std::vector<Near>& out) const {
        for (std::size_t i = 0; i < frame_.slots.size(); ++i) {
            if (frame_.slots[i].optional || match_.filler(i)) continue;
            out.push_back(
                {Nearness::one_short, 0,
                 miss("empty_slot", head(i) + "it wants " + shortened(frame_.slots[i].notation))});
        }
    }

    void add(const End& e, Nearness nearness, std::vector<Near>& out) const {
        const std::size_t far = e.at == text::nowhere ? masked_.text().size() : distance(e.at);
        const char* kind = match_.filler(e.slot) ? "other_filler" : "empty_slot";
        out.push_back({nearness, far + turned_far(e), miss(kind, head(e.slot) + reason(e))});
    }

    // The two the other way round say less.
    std::size_t turned_far(const End& e) const {
        return e.bar == Bar::side ? masked_.text().size() : 0;
    }

    // The trigger stands there, and neither end does.
    void add_both(const End (&ends)[2], std::vector<Near>& out) const {
        std::string all = head(ends[0].slot) + reason(ends[0]);
        if (ends[0].slot != ends[1].slot) all += "; " + head(ends[1].slot) + reason(ends[1]);
        const bool other = match_.filler(ends[0].slot) || match_.filler(ends[1].slot);
        std::size_t far = 0;
        for (const End& e : ends)
            far = std::max(far, e.at == text::nowhere ? masked_.text().size() : distance(e.at));
        for (const End& e : ends) far += turned_far(e);
        out.push_back({Nearness::trigger_only, far,
                       miss(other ? "other_filler" : "empty_slot", std::move(all))});
    }

    Miss miss(const char* kind, std::string reason) const {
        const Span trigger = match_.trigger();
        return {kind, frame_.id, frame_.relation,
                scene_.words(masked_.origin(trigger.begin, trigger.end)), std::move(reason)};
    }

    std::string head(std::size_t index) const {
        const std::string name = "slot `" + frame_.slots[index].name + "` ";
        const Filler* filler = match_.filler(index);
        if (!filler || filler->item.members.empty()) return name + "stayed empty: ";
        return name + "took " + scene_.shown(filler->item.members.front()) + ": ";
    }

    std::string reason(const End& e) const {
        const std::string who = scene_.shown(e.entity);
        if (e.at == text::nowhere) return absent(e, who);
        if (e.bar != Bar::type) return reason(e, who);
        const Slot& slot = frame_.slots[e.slot];
        const std::string type =
            "it takes " + types(slot) + ", and " + who + " is " + scene_.type_of(e.entity);
        return match_.is_passive() && slot.subject ? type + "; besides, " + no_by(who) : type;
    }

    // Of an end that stands in the sentence, and fits.
    std::string reason(const End& e, const std::string& who) const {
        const Slot& slot = frame_.slots[e.slot];
        switch (e.bar) {
            case Bar::none:
                return match_.filler(e.slot) ? "that stands nearer than " + who
                                             : who + " was not reached";
            case Bar::used:
                return slot.subject && frame_.lang == "en" && e.at >= match_.trigger().begin
                           ? "nothing before the trigger stands for " + who
                           : who + " fills another slot";
            case Bar::quote:
                return "a quotation mark stands between the trigger and " + who;
            case Bar::passive:
                return no_by(who);
            case Bar::side:
                return who + wrong_side(e, slot);
            case Bar::adjacent:
                return who + " does not stand directly behind the trigger";
            case Bar::far:
                return "other mentions stand between the trigger and " + who;
            case Bar::governed:
                return in_quotes(around(e.at, true)) + " is governed or owned, so it is no subject";
            case Bar::topic:
                return "the topic " + who + " does not reach into a relative clause";
            case Bar::type:
            case Bar::form:
                break;
        }
        return "it wants " + shortened(slot.notation) + ", and " +
               in_quotes(around(e.at, e.at > match_.trigger().begin)) + " stands there";
    }

    std::string wrong_side(const End& e, const Slot& slot) const {
        const Span trigger = match_.trigger();
        if (e.at >= trigger.end) return " stands behind the trigger, and the slot reads before it";
        if (e.at >= trigger.begin)
            return " stands within the words of the trigger, where no slot reads";
        const bool unmarked = frame_.lang == "en" && slot.name == "from" && !slot.subject;
        return std::string(" stands before the trigger, and the slot reads behind it") +
               (unmarked ? ", as it has no “< ” of a subject" : "");
    }

    static std::string no_by(const std::string& who) {
        return "the verb is read as passive, and no “by” leads to " + who;
    }

    std::string absent(const End& e, const std::string& who) const {
        if (const Contraction* c = scene_.swallowed(e.entity))
            return c->rule + " reads " + in_quotes(scene_.words(c->whole)) + " as " +
                   scene_.shown(c->head) + ", so " + who + " is no argument of its own";
        const Slot& slot = frame_.slots[e.slot];
        const bool before = slot.side == Slot::Side::before;
        std::string out = any_on_side(slot)
                              ? std::string()
                              : "nothing of type " + types(slot) +
                                    (before ? " before" : " behind") + " the trigger, and ";
        out += "nothing here stands for " + who;
        if (slot.subject && frame_.lang == "ko" && match_.has_subject())
            out += "; the sentence has a subject of its own";
        return out;
    }

    bool any_on_side(const Slot& slot) const {
        const bool before = slot.side == Slot::Side::before;
        const Span trigger = match_.trigger();
        for (std::size_t at = 0; at < masked_.text().size(); ++at)
            if (const Item* item = masked_.at(at);
                item && (rules::bit(item->type) & slot.types) && before == (at < trigger.begin))
                return true;
        return false;
    }

    // "{Organization|Country}{into}" takes "Organization or Country".
    static std::string types(const Slot& slot) {
        std::string out;
        const std::string& notation = slot.notation;
        for (std::size_t at = notation.find('{'); at != std::string::npos;
             at = notation.find('{', at + 1)) {
            const std::size_t close = notation.find('}', at);
            const std::size_t colon = notation.find(':', at);
            const std::size_t begin = colon < close ? colon + 1 : at + 1;
            if (notation[begin] < 'A' || notation[begin] > 'Z') continue;
            out = notation.substr(begin, std::min(close, notation.find('>', begin)) - begin);
            break;
        }
        const std::size_t last = out.rfind('|');
        for (std::size_t at = out.size(); at-- > 0;)
            if (out[at] == '|') out.replace(at, 1, at == last ? " or " : ", ");
        return out.empty() ? in_quotes(notation) : out;
    }

    // The mention at `at` with the word before or behind it.
    std::string around(std::size_t at, bool before) const {
        const std::string& field = scene_.reading->text(scene_.sentence->field);
        const Span sentence = scene_.sentence->span;
        Span span = masked_.origin(at, at + 1);
        if (before) {
            std::size_t words = 2;
            while (span.begin > sentence.begin && words > 0)
                if (field[--span.begin] == ' ' && --words == 0) ++span.begin;
        }
        while (span.end < sentence.end && field[span.end] != ' ') ++span.end;
        return scene_.words(span);
    }

    const Scene& scene_;
    const Masked& masked_;
    const FrameMatch& match_;
    const rules::Frame& frame_;
};

}  // namespace

void find_near(const Scene& scene, const Masked& masked, const FrameMatch& match,
               const Question& question, std::vector<Near>& out) {
    if (!question.wants(match.frame().relation, match.frame().id)) return;
    const NearFrame near(scene, masked, match);
    near.compare(question.a, question.b, out);
    // Who asks for a rule knows which end is which.
    const Ontology& ontology = scene.reading->pack.ontology;
    if (question.rule.empty() || ontology.relation(match.frame().relation)->symmetric)
        near.compare(question.b, question.a, out);
}

namespace {

// The stem of a trigger that did not match, where it stands as a word of its own.
Span find_stem(const rules::Frame& frame, const std::string& text) {
    constexpr std::size_t least = 4;  // bytes: "has" tells nothing
    const std::string& pattern = frame.trigger.pattern();
    const std::size_t stem = pattern.find("(?P<stem>");
    if (stem == std::string::npos || frame.trigger.search(text)) return {};
    const bool english = frame.lang == "en";
    const std::string word = pattern.substr(stem, end_of_atom(pattern, stem) - stem);
    const text::Regex regex(english ? "\\b(" + word + ")\\b" : "(?:^|[^가-힣])(" + word + ")",
                            english);
    text::Groups groups;
    if (!regex.search(text, 0, text.size(), &groups)) return {};
    return groups[1].end - groups[1].begin < least ? Span{} : groups[1];
}

// The notation with its stem left out: what the trigger looks for around it.
std::string around_stem(const std::string& notation) {
    const std::size_t stem = notation.find("(?P<stem>");
    if (stem == std::string::npos) return shortened(notation);
    return shortened(notation.substr(0, stem) + "…" + notation.substr(end_of_atom(notation, stem)));
}

}  // namespace

void find_near_triggers(const Scene& scene, const Question& question, std::vector<Near>& out) {
    const Masked& masked = scene.stages.back();
    // The farther of the two decides.
    const auto distance = [&](std::size_t from) {
        std::size_t farther = 0;
        for (const std::string& id : {question.a, question.b}) {
            std::size_t nearest = masked.text().size();
            for (std::size_t at : places_of(*scene.reading, masked, id))
                nearest = std::min(nearest, at < from ? from - at : at - from);
            farther = std::max(farther, nearest);
        }
        return farther;
    };
    for (const rules::Frame& frame : scene.reading->rules.frames) {
        if (!joins(scene, question, frame)) continue;
        const Span stem = find_stem(frame, masked.text());
        if (stem.begin == stem.end) continue;
        out.push_back(
            {Nearness::half_trigger,
             distance(stem.begin),
             {"trigger_around", frame.id, frame.relation,
              scene.words(masked.origin(stem.begin, stem.end)),
              "the words around it are not those of the trigger, " + around_stem(frame.notation)}});
    }
}

}  // namespace entente::extract
