// A phrase is cut at its two ends: what stands before, between and behind them is compared alone,
// so that one part may differ and be named.
#include <algorithm>

#include "extract/near.h"
#include "extract/pieces.h"
#include "rules/expand.h"
#include "text/needs.h"
#include "text/utf8.h"

namespace entente::extract {

namespace {

using rules::Phrase;
using text::Regex;

constexpr std::size_t max_between = 120;  // bytes between the two ends
constexpr std::size_t max_inserted = 4;   // words that may be too many
constexpr std::size_t least_telling = 4;  // bytes of a word that tells a phrase from others
constexpr std::size_t most_words = 5;     // shown of what a phrase demands

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
    return count;
}

// One phrase at one pair of places in one stage of the sentence.
class NearPhrase {
  public:
    NearPhrase(const Scene& scene, const Phrase& rule)
        : scene_(scene),
          rule_(rule),
          fold_case_(rule.lang == "en"),
          expander_(scene.reading->pack.types, scene.reading->rules.language.fragments),
          pieces_(pieces_of(rule.notation)) {
        const std::size_t from = find_end(pieces_, "from"), to = find_end(pieces_, "to");
        if (from == to || std::max(from, to) >= pieces_.size()) return;
        from_first_ = from < to;
        first_ = std::min(from, to);
        second_ = std::max(from, to);
        before_ = make(0, first_ + 1, "(?:", ")$");
        between_ = make(first_ + 1, second_, "^(?:", ")$");
        behind_ = make(second_, pieces_.size(), "(?:", ")");
    }

    bool is_cut() const { return second_ > 0; }
    bool from_first() const { return from_first_; }

    void compare(const Masked& masked, std::size_t p, std::size_t q, std::vector<Near>& out) {
        const std::string_view text = masked.text();
        const std::string_view between = text.substr(p + 1, q - p - 1);
        const bool before = before_.search(text.substr(0, p + 1));
        const bool behind = behind_.match_at(text, q, nullptr);
        if (!before && !behind) return;
        const bool inner = between_.search(between);
        const std::size_t distance = q - p;
        if (before && inner && behind) return matched(masked, p, q, out);
        if (before && behind) return compare_between(masked, p, q, out);
        if (!inner) return;
        const std::size_t cut = before ? second_ + 1 : 0;
        const std::size_t end = before ? pieces_.size() : first_;
        const std::string_view rest = before ? text.substr(q + 1) : text.substr(0, p);
        const Demands outer = demands(cut, end, rest);
        const bool there = outer.wanted > 0 && outer.missing.empty();
        if (!there && demands(first_ + 1, second_, between).longest.size() < least_telling) return;
        const std::size_t at = before ? q : p;
        const std::string place = (before ? "behind " : "before ") + shown_at(masked, at);
        if (outer.missing.empty())
            out.push_back({there ? Nearness::few_words : Nearness::half, distance,
                           miss("words_around", place + " it wants " + shown_pieces(cut, end) +
                                                    instead(masked, at, before))});
        else
            out.push_back(
                {Nearness::half, distance,
                 miss("trigger_missing", "the types fit; " + place + " it wants " + outer.missing +
                                             instead(masked, at, before))});
    }

    // The words of the phrase stand somewhere in the sentence.
    void note_words(const Masked& masked, std::vector<Near>& out) const {
        const Demands all = demands(rule_.notation, masked.text());
        if (!all.missing.empty() || all.longest.size() < least_telling) return;
        out.push_back(
            {Nearness::words_only, max_between / all.wanted,
             miss("words_apart", "its words stand in the sentence (" + in_quotes(all.longest) +
                                     "), but not in their order at the two")});
    }

  private:
    Regex make(std::size_t begin, std::size_t end, const char* open, const char* close) const {
        const std::string inner = expander_.expand(joined(pieces_, begin, end)).pattern;
        return Regex(open + inner + close, fold_case_);
    }

    bool is_mention(char c) const {
        const rules::TypeTable& types = scene_.reading->pack.types;
        for (TypeIndex type = 0; type < types.size(); ++type)
            if (rules::mask_char(type) == c) return !types.is_value(type);
        return false;
    }

    // Mentions stand in any sentence that is asked about; titles and words tell something.
    bool tells(const text::AnyOf& any) const {
        return std::none_of(any.begin(), any.end(), [&](const std::string& word) {
            return word.size() == 1 && is_mention(word[0]);
        });
    }

    std::string listed(const text::AnyOf& any) const {
        std::string out;
        for (std::size_t i = 0; i < std::min(any.size(), most_words); ++i) {
            const bool title = rules::is_mask_char(any[i][0]);
            out += (i ? ", " : "") + (title ? "a title" : in_quotes(any[i]));
        }
        return any.size() > most_words ? out + ", …" : out;
    }

    // What the pieces demand, title or word, and what of it stands in a text.
    struct Demands {
        std::size_t wanted = 0, found = 0;
        std::string missing;  // the first that is missing: some of its words
        std::string longest;  // of the words that stand there

        std::size_t lacking() const { return wanted - found; }

        // One telling word, or two of those that stand everywhere.
        bool tells_half() const { return longest.size() >= least_telling || found > 1; }
    };

    Demands demands(std::size_t begin, std::size_t end, std::string_view text) const {
        return demands(joined(pieces_, begin, end), text);
    }
    Demands demands(const std::string& notation, std::string_view text) const {
        const std::string pattern = expander_.expand(notation).pattern;
        const std::string folded = fold_case_ ? text::lower_ascii(text) : std::string(text);
        std::optional<Demands> best;  // of the pattern's ways
        for (const text::Needs& way : text::needs_of(pattern, fold_case_))
            if (Demands of_way = demands(way, folded); !best || of_way.lacking() < best->lacking())
                best = std::move(of_way);
        return *best;
    }
    Demands demands(const text::Needs& way, const std::string& folded) const {
        Demands out;
        for (const text::AnyOf& any : way.all)
            for (const text::AnyOf& one : words_of(any)) {
                if (!tells(one)) continue;
                ++out.wanted;
                const auto word = std::find_if(one.begin(), one.end(),
                                               [&](const auto& w) { return has_words(folded, w); });
                out.found += word != one.end();
                if (word == one.end() && out.missing.empty()) out.missing = listed(one);
                if (word != one.end() && word->size() > out.longest.size())
                    out.longest = word->substr(0, word->find_last_not_of(' ') + 1);
            }
        return out;
    }

    void matched(const Masked& masked, std::size_t p, std::size_t q, std::vector<Near>& out) const {
        const bool list[] = {from_first_ ? rule_.list_from : rule_.list_to,
                             from_first_ ? rule_.list_to : rule_.list_from};
        const Item* items[] = {masked.at(p), masked.at(q)};
        for (int i = 0; i < 2; ++i) {
            if (list[i] || items[i]->members.size() < 2) continue;
            const Ref& taken = i == 0 ? items[i]->members.back() : items[i]->members.front();
            out.push_back(
                {Nearness::matched, q - p,
                 miss("list_member",
                      "it reads one member of a list alone, the nearest: " + scene_.shown(taken))});
            return;
        }
        const Span whole = masked.origin(p, q + 1);
        for (const Contraction& c : scene_.contractions)
            if (c.rule != rule_.id && c.whole.begin < whole.end && whole.begin < c.whole.end)
                return out.push_back(
                    {Nearness::matched, q - p,
                     miss("outdone", c.rule + " reads " + in_quotes(scene_.words(c.whole)) +
                                         " first, which is longer")});
    }

    // Both ends and what is around them fit.
    void compare_between(const Masked& masked, std::size_t p, std::size_t q,
                         std::vector<Near>& out) const {
        const std::string_view between = std::string_view(masked.text()).substr(p + 1, q - p - 1);
        const Demands inner = demands(first_ + 1, second_, between);
        const bool telling = inner.wanted + demands(0, first_, {}).wanted +
                                 demands(second_ + 1, pieces_.size(), {}).wanted >
                             0;
        if (inner.missing.empty()) {
            const Span extra = inserted(between);
            const std::size_t count =
                count_words(between.substr(extra.begin, extra.end - extra.begin));
            if (count == 0 || count > max_inserted || (!telling && count > 2)) return;
            const Span place = masked.origin(p + 1 + extra.begin, p + 1 + extra.end);
            const bool near =
                telling && masked.count_masks(p + 1 + extra.begin, p + 1 + extra.end) == 0;
            out.push_back({near ? Nearness::few_words : Nearness::half, q - p,
                           miss("words_between", in_quotes(scene_.words(place)) +
                                                     (count == 1 ? " stands" : " stand") +
                                                     " between the ends")});
        } else if (inner.tells_half() && count_words(between) <= max_inserted) {
            out.push_back(
                {Nearness::half, q - p,
                 miss("trigger_missing",
                      "the types fit; between the ends it wants " + inner.missing + ", and " +
                          in_quotes(scene_.words(masked.origin(p + 1, q))) + " stands there")});
        }
    }

    // A notation as the file writes it, cut where it is long.
    std::string shown_pieces(std::size_t begin, std::size_t end) const {
        return shortened(joined(pieces_, begin, end));
    }

    // The shortest part of `between` without which the inner pieces match.
    Span inserted(std::string_view between) const {
        Span best{0, between.size()};
        for (std::size_t cut = first_ + 1; cut <= second_; ++cut) {
            text::Groups front, rear;
            if (!make(first_ + 1, cut, "^(?:", ")").search(between, 0, between.size(), &front))
                continue;
            const std::size_t begin = front[0].end;
            if (!make(cut, second_, "(?:", ")$").search(between, begin, between.size(), &rear))
                continue;
            if (in_word(between, begin) || in_word(between, rear[0].begin)) continue;
            if (rear[0].begin - begin < best.end - best.begin) best = {begin, rear[0].begin};
        }
        return best;
    }

    std::string shown_at(const Masked& masked, std::size_t at) const {
        return scene_.shown(masked.at(at)->members.front());
    }

    // The two words that stand there instead.
    std::string instead(const Masked& masked, std::size_t at, bool behind) const {
        const std::string& field = scene_.reading->text(scene_.sentence->field);
        const Span sentence = scene_.sentence->span, place = masked.origin(at, at + 1);
        Span span{place.end, place.end};
        if (behind) {
            for (std::size_t words = 0; span.end < sentence.end; ++span.end)
                if (field[span.end] == ' ' && span.end > place.end && ++words == 2) break;
        } else {
            span = {place.begin, place.begin};
            for (std::size_t words = 0; span.begin > sentence.begin; --span.begin)
                if (field[span.begin - 1] == ' ' && span.begin < place.begin && ++words == 2) break;
        }
        const std::string found = scene_.words(span);
        return found.empty() ? ", and nothing stands there"
                             : ", and " + in_quotes(found) + " stands there";
    }

    Miss miss(const char* kind, std::string reason) const {
        return {kind, rule_.id, rule_.relation, {}, std::move(reason)};
    }

    const Scene& scene_;
    const Phrase& rule_;
    bool fold_case_;
    rules::Expander expander_;
    Pieces pieces_;
    bool from_first_ = true;
    std::size_t first_ = 0, second_ = 0;  // pieces that hold the ends
    Regex before_, between_, behind_;
};

// Calls for each pair of places, the second behind the first and not too far.
template <typename Visit>
void each_pair(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second,
               Visit&& visit) {
    for (std::size_t p : first)
        for (std::size_t q : second)
            if (p < q && q - p <= max_between) visit(p, q);
}

}  // namespace

void find_near_phrases(const Scene& scene, const Question& question, std::vector<Near>& out) {
    const Reading& reading = *scene.reading;
    struct Places {
        std::vector<std::size_t> a, b;
    };
    std::vector<Places> places;
    for (const Masked& masked : scene.stages)
        places.push_back(
            {places_of(reading, masked, question.a), places_of(reading, masked, question.b)});
    for (const Phrase& rule : reading.rules.phrases) {
        if (!question.wants(rule.relation, rule.id) || !rule.to) continue;
        std::optional<NearPhrase> near;
        for (std::size_t stage = 0; stage < scene.stages.size(); ++stage) {
            const Masked& masked = scene.stages[stage];
            const auto compare = [&](std::size_t p, std::size_t q) {
                const TypeMask first = rules::bit(masked.at(p)->type);
                const TypeMask second = rules::bit(masked.at(q)->type);
                const bool fits = ((first & rule.from) && (second & rule.to)) ||
                                  ((second & rule.from) && (first & rule.to));
                if (!fits) return;
                if (!near) near.emplace(scene, rule);
                if (!near->is_cut()) return;
                const TypeMask wanted_first = near->from_first() ? rule.from : rule.to;
                const TypeMask wanted_second = near->from_first() ? rule.to : rule.from;
                if ((first & wanted_first) && (second & wanted_second))
                    near->compare(masked, p, q, out);
            };
            each_pair(places[stage].a, places[stage].b, compare);
            each_pair(places[stage].b, places[stage].a, compare);
        }
        if (!joins(scene, question, rule)) continue;
        if (!near) near.emplace(scene, rule);
        near->note_words(scene.stages.front(), out);
    }
}

}  // namespace entente::extract
