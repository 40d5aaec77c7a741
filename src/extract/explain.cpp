// The question of `explain`: watches a reading and keeps what it says about two entities.
#include "entente/explain.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "extract/asked.h"
#include "extract/claims.h"
#include "extract/extractor.h"
#include "extract/links.h"
#include "extract/near.h"

namespace entente {

namespace extract {

namespace {

constexpr std::size_t most_misses = 3;  // of one sentence
constexpr std::size_t most_open = 2;    // sentences that mention one of the two
constexpr std::size_t most_apart = 3;   // sentences from there to the other one

class Explainer : public Trace {
  public:
    explicit Explainer(Question asked)
        : asked_{std::move(asked.a), std::move(asked.b)}, question_(std::move(asked)) {}

    void begin(const Reading& reading) override {
        reading_ = &reading;
        std::string* ids[] = {&question_.a, &question_.b};
        for (int i = 0; i < 2; ++i) {
            Asked found = find_asked(reading, asked_[i]);
            *ids[i] = found.entity;
            if (found.entity.empty()) out_.misses.push_back(std::move(found.miss));
        }
        out_.a = question_.a;
        out_.b = question_.b;
        known_ = !question_.a.empty() && !question_.b.empty() && question_.a != question_.b;
        if (!known_ && !question_.a.empty() && question_.a == question_.b)
            out_.misses.push_back(
                of_document("same_entity", in_quotes(asked_[0]) + " and " + in_quotes(asked_[1]) +
                                               " are both read as " + question_.a));
    }

    void see(const Sentence& sentence, const Masked& masked) override {
        if (!known_) return;
        Watched& w = watched(sentence);
        w.scene.stages.push_back(masked);
        w.links.add(*reading_, sentence, masked);
        w.has_a = w.has_a || !places_of(*reading_, masked, question_.a).empty();
        w.has_b = w.has_b || !places_of(*reading_, masked, question_.b).empty();
    }

    void contracted(const Sentence& sentence, const rules::Phrase& rule, Span whole,
                    const Item& head) override {
        if (known_ && !head.members.empty())
            watched(sentence).scene.contractions.push_back({rule.id, whole, head.members.front()});
    }

    void office_open(const Sentence& sentence, const rules::Phrase& rule, const Ref& person,
                     Span trigger) override {
        if (!known_ || !question_.wants(rule.relation, rule.id)) return;
        const std::string& id = reading_->mentions[person.mention].entity;
        if (id != question_.a && id != question_.b) return;
        const std::string& other = id == question_.a ? question_.b : question_.a;
        if (!(rules::bit(reading_->entities.at(other).type) & rule.office)) return;
        Watched& w = watched(sentence);
        w.near.push_back(
            {Nearness::one_short,
             0,
             {"office_open", rule.id, rule.relation, w.scene.words(trigger),
              "whose office it is stays open: neither the text before it nor the gazetteer says "
              "whom " +
                  w.scene.shown(id) + " serves"}});
    }

    void tried(const Sentence& sentence, const Masked& masked, const FrameMatch& match) override {
        if (!known_) return;
        Watched& w = watched(sentence);
        if (w.has_a || w.has_b) find_near(w.scene, masked, match, question_, w.near);
    }

    void settled(const Statement& s, Fate fate) override {
        if (!known_ || !question_.wants(s.relation, s.rule)) return;
        Watched& w = watched(*s.sentence);
        if (!joins(s)) return note_other_holder(s, w);
        if (fate == Fate::same_entity) return;
        w.links.add(*reading_, *s.sentence, s.from);
        w.links.add(*reading_, *s.sentence, s.to);
        if (fate == Fate::known_otherwise)
            w.near.push_back({Nearness::stated, 0, contradiction(s, w.scene)});
        else if (fate == Fate::refused_types)
            w.near.push_back({Nearness::stated, 0, refusal(s, w.scene)});
        else
            w.stated.push_back(to_stated(s, fate, w));
    }

    void end() override {
        if (!known_) return;
        std::set<std::size_t> shown;
        bool near = false;
        for (auto& [place, w] : watched_) {
            if (!(w.has_a && w.has_b) && w.stated.empty()) continue;
            shown.insert(place);
            if (w.stated.empty()) {
                find_near_triggers(w.scene, question_, w.near);
                find_near_phrases(w.scene, question_, w.near);
            }
            near = near || !w.stated.empty() || best(w) < Nearness::half_trigger;
        }
        if (!near) add_apart(shown);
        for (std::size_t place : shown) out_.sentences.push_back(to_explained(watched_[place]));
    }

    Explanation take() {
        if (!reading_)
            out_.misses.push_back(of_document(
                "other_language", "the text is neither Korean nor English, or too short to tell"));
        return std::move(out_);
    }

  private:
    // What was seen of one sentence.
    struct Watched {
        Scene scene;
        bool has_a = false, has_b = false;
        LinkList links;
        std::vector<Near> near;
        std::vector<Stated> stated;
    };

    // By place in the document: sentences stand in one vector.
    Watched& watched(const Sentence& sentence) {
        Watched& w = watched_[static_cast<std::size_t>(&sentence - reading_->sentences.data())];
        w.scene.reading = reading_;
        w.scene.sentence = &sentence;
        return w;
    }

    const std::string& entity(const Ref& ref) const {
        return reading_->mentions[ref.mention].entity;
    }

    bool joins(const Statement& s) const {
        const std::string &from = entity(s.from), &to = entity(s.to);
        return (from == question_.a && to == question_.b) ||
               (from == question_.b && to == question_.a);
    }

    // An office of one of the two that was given to somebody else's body or state.
    void note_other_holder(const Statement& s, Watched& w) const {
        if (!s.to.link) return;
        const bool a = entity(s.from) == question_.a, b = entity(s.from) == question_.b;
        if (!a && !b) return;
        const TypeIndex other = reading_->entities.at(a ? question_.b : question_.a).type;
        for (const rules::Phrase& rule : reading_->rules.phrases)
            if (rule.id == s.rule && (rule.office & rules::bit(other)))
                w.near.push_back({Nearness::one_short,
                                  0,
                                  {"other_filler", s.rule, s.relation, w.scene.words(s.trigger),
                                   "the office was taken for one of " +
                                       w.scene.shown(entity(s.to)) + " (" + s.to.link + ")"}});
    }

    Miss refusal(const Statement& s, const Scene& scene) const {
        const RelationType* relation = reading_->pack.ontology.relation(s.relation);
        return {"refused_types", s.rule, s.relation, scene.words(s.trigger),
                "both ends are found, but " + leads(*relation) + ", not from " +
                    scene.type_of(entity(s.from)) + " to " + scene.type_of(entity(s.to))};
    }

    Miss contradiction(const Statement& s, const Scene& scene) const {
        const rules::GazetteerEntity* known = reading_->pack.gazetteer.find(entity(s.from));
        return {"known_otherwise", s.rule, s.relation, scene.words(s.trigger),
                "both ends are found, but the gazetteer has " + scene.shown(entity(s.from)) +
                    " as part of " + std::string(known->part_of)};
    }

    Filling filling(const Scene& scene, const std::string& name, const Ref& ref) const {
        Filling out{name, scene.words(ref.place), entity(ref), {}, {}};
        if (!ref.link) return out;
        out.link = ref.link;
        out.named = reading_->surface(reading_->mentions[ref.mention]);
        return out;
    }

    // A symmetric relation is kept one way round, whichever way its rule read it.
    static bool is_turned(const Statement& s) {
        for (const Part& part : s.account->parts) {
            if (part.name != "from") continue;
            const auto took = [&](const Ref& end) {
                return std::any_of(part.members.begin(), part.members.end(),
                                   [&](const Ref& ref) { return ref.mention == end.mention; });
            };
            return took(s.to) && !took(s.from);
        }
        return false;
    }

    static Ground ground(const Scene& scene, const Cue& cue) {
        std::string words = scene.words(cue.place);
        const std::string rest = scene.words(cue.rest);
        if (!words.empty() && !rest.empty()) words += " … ";
        return {cue.rule, words + rest};
    }

    Stated to_stated(const Statement& s, Fate fate, const Watched& w) const {
        const Scene& scene = w.scene;
        Stated out;
        out.relation = s.relation;
        out.from = entity(s.from);
        out.to = entity(s.to);
        out.rule = s.rule;
        out.trigger = scene.words(s.trigger);
        out.status = s.status;
        out.source = s.source;
        const bool turned = s.account && is_turned(s);
        out.fillings = {filling(scene, "from", turned ? s.to : s.from),
                        filling(scene, "to", turned ? s.from : s.to)};
        if (s.account) {
            for (const Part& part : s.account->parts) {
                if (part.name == "from" || part.name == "to" || part.name == "pair") continue;
                const std::string id = part.members.empty() ? "" : entity(part.members.front());
                out.fillings.push_back({part.name, scene.words(part.place), id, {}, {}});
            }
            const Cue &status = s.account->status, &source = s.account->source;
            out.status_ground = ground(scene, status);
            out.source_ground = ground(scene, source);
        }
        if (fate == Fate::repeated)
            out.dropped = w.stated.empty() || w.stated.front().rule == s.rule
                              ? "stated more clearly in this sentence"
                              : "stated more clearly by " + w.stated.front().rule;
        return out;
    }

    static Nearness best(const Watched& w) {
        Nearness best = Nearness::nothing;
        for (const Near& near : w.near) best = std::min(best, near.nearness);
        return best;
    }

    ExplainedSentence to_explained(Watched& w) const {
        const Sentence& sentence = *w.scene.sentence;
        ExplainedSentence out;
        out.field = sentence.field;
        out.span =
            reading_->fields[static_cast<std::size_t>(sentence.field)].original(sentence.span);
        const std::string& bytes =
            sentence.field == Field::title ? reading_->document.title : reading_->document.text;
        out.text = bytes.substr(out.span.begin, out.span.end - out.span.begin);
        out.links = w.links.list();
        out.stated = std::move(w.stated);
        if (!out.stated.empty()) return out;
        sort(w.near);
        const Nearness nearest = best(w);
        // A word of the rule that stands there by chance is no reason by itself.
        const bool by_chance = nearest == Nearness::half_trigger || nearest >= Nearness::words_only;
        if (by_chance) w.near.insert(w.near.begin(), {nearest, 0, nothing_near(w)});
        std::set<std::string> rules;
        for (Near& near : w.near) {
            if (out.misses.size() == most_misses) break;
            // What shares but some words says nothing beside a nearer one.
            if (near.nearness >= Nearness::half && near.nearness > w.near.front().nearness) break;
            if (!rules.insert(near.miss.rule).second) continue;
            near.miss.example = example_of(*reading_, near.miss);
            out.misses.push_back(std::move(near.miss));
        }
        return out;
    }

    // What no rule is to blame for.
    static Miss of_document(std::string kind, std::string reason, std::string relation = {}) {
        return {std::move(kind), {}, std::move(relation), {}, std::move(reason), {}};
    }

    // Rules are compared with sentences of both alone.
    Miss nothing_near(const Watched& w) const {
        if (w.has_a && w.has_b) return no_rule(w.scene, question_);
        return of_document("different_sentences",
                           "nothing here stands for " + name(w.has_a ? question_.b : question_.a),
                           question_.relation);
    }

    static void sort(std::vector<Near>& near) {
        std::stable_sort(near.begin(), near.end(), [](const Near& x, const Near& y) {
            return std::tie(x.nearness, x.distance, x.miss.rule, x.miss.reason) <
                   std::tie(y.nearness, y.distance, y.miss.rule, y.miss.reason);
        });
    }

    using Apart = std::map<std::size_t, std::size_t>;  // sentences that mention one: to the other

    // No sentence of both came near. Adds those of one of the two whose rules wait for the other,
    // or else the two nearest, and says how far apart they stand where no sentence has both.
    void add_apart(std::set<std::size_t>& shown) {
        Apart apart;
        std::size_t least = text::nowhere;
        std::set<std::size_t> nearest;
        for (const auto& [i, x] : watched_)
            for (const auto& [j, y] : watched_) {
                if (!(x.has_a && y.has_b) || x.scene.sentence->story != y.scene.sentence->story)
                    continue;
                const std::size_t distance = i < j ? j - i : i - j;
                for (std::size_t k : {i, j})
                    apart[k] = std::min(distance, apart.count(k) ? apart[k] : text::nowhere);
                if (distance < least) nearest = {i, j};
                least = std::min(least, distance);
            }
        if (!shown.empty()) return add_open(apart, shown);
        out_.misses.push_back(different_sentences(least));
        add_open(apart, shown);
        if (shown.empty()) shown = nearest;
    }

    void add_open(const Apart& apart, std::set<std::size_t>& shown) {
        std::vector<std::tuple<Nearness, std::size_t, std::size_t>> open;
        for (const auto& [i, distance] : apart)
            if (!shown.count(i) && distance <= most_apart &&
                best(watched_[i]) < Nearness::wrong_type)
                open.emplace_back(best(watched_[i]), distance, i);
        std::sort(open.begin(), open.end());
        if (open.size() > most_open) open.resize(most_open);
        for (const auto& [nearness, distance, i] : open) shown.insert(i);
    }

    Miss different_sentences(std::size_t distance) const {
        const std::string where = distance == text::nowhere ? "different stories"
                                  : distance == 1
                                      ? "neighbouring sentences"
                                      : "sentences " + std::to_string(distance) + " apart";
        return of_document("different_sentences",
                           name(question_.a) + " and " + name(question_.b) + " stand in " + where +
                               ", and no link leads from one to the other",
                           question_.relation);
    }

    std::string name(const std::string& id) const {
        for (const Found& m : reading_->mentions)
            if (m.entity == id) return in_quotes(reading_->surface(m));
        return in_quotes(id);
    }

    std::string asked_[2];
    Question question_;
    const Reading* reading_ = nullptr;
    bool known_ = false;
    std::map<std::size_t, Watched> watched_;
    Explanation out_;
};

}  // namespace

std::string why_not(const CompiledPack& pack, const Document& document,
                    const std::vector<Given>& given, const Question& question) {
    Explainer explainer(question);
    read(pack, document, &given, nullptr, &explainer);
    for (const ExplainedSentence& sentence : explainer.take().sentences)
        for (const Miss& miss : sentence.misses)
            if (miss.rule == question.rule) return miss.reason;
    return {};
}

}  // namespace extract

Explanation explain(const Extractor& extractor, const Document& document, const std::string& a,
                    const std::string& b, const std::string& relation) {
    extract::Explainer explainer({a, b, relation, {}});
    extract::read(extractor.pack().compiled(), document, nullptr, nullptr, &explainer);
    return explainer.take();
}

}  // namespace entente
