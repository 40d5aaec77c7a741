// Neighbours in the masked sentence, after reading.
#include "entente/mining.h"

#include <algorithm>
#include <set>

#include "entente/extractor.h"
#include "extract/compose.h"
#include "extract/extractor.h"
#include "extract/masked.h"
#include "text/utf8.h"

namespace entente {

namespace {

using extract::Found;
using extract::Masked;
using extract::Reading;
using extract::Sentence;

constexpr std::size_t max_between = 90;  // bytes of masked text
constexpr std::size_t words_kept = 3;    // next to A, and next to B; a particle is one
constexpr int words_behind = 2;          // in Korean, where the verb stands behind both

class Miner {
  public:
    Miner(const Reading& reading, const Extraction& extraction) : reading_(reading) {
        for (const Claim& claim : extraction.claims) {
            stated_.emplace(claim.from, claim.to);
            stated_.emplace(claim.to, claim.from);
        }
    }

    std::vector<UnreadPair> run() {
        for (const Sentence& sentence : reading_.sentences)
            if (sentence.mentions.size() >= 2) mine(sentence);
        return std::move(pairs_);
    }

  private:
    void mine(const Sentence& sentence) {
        Masked masked(reading_, sentence);
        tidy(masked, reading_);
        fold_lists(masked, reading_, sentence.heading);
        std::size_t a = masked.text().size();
        for (std::size_t at = 0; at < masked.text().size(); ++at) {
            const Found* mention = entity_at(masked, at);
            if (!mention) continue;
            if (const Found* first = entity_at(masked, a); first && at - a <= max_between)
                note(masked, sentence, a, at, *first, *mention);
            a = at;
        }
    }

    const Found* entity_at(const Masked& masked, std::size_t at) const {
        const extract::Item* item = masked.at(at);
        if (!item || item->members.empty()) return nullptr;
        const Found& mention = reading_.mentions[item->members.front().mention];
        return mention.entity.empty() ? nullptr : &mention;
    }

    void note(const Masked& masked, const Sentence& sentence, std::size_t a, std::size_t b,
              const Found& first, const Found& second) {
        if (first.entity == second.entity || stated_.count({first.entity, second.entity})) return;
        UnreadPair pair;
        pair.a_type = reading_.pack.types.name(first.type);
        pair.b_type = reading_.pack.types.name(second.type);
        if (!may_relate(pair.a_type, pair.b_type)) return;
        if (!has_word(masked, a + 1, b) || is_join(masked, a + 1, b)) return;
        pair.lang = reading_.rules.language.code;
        pair.words = "A" + shortened(shown(masked, a + 1, b)) + "B";
        if (pair.lang == "ko") pair.words += shown(masked, b + 1, end_of_words(masked, b + 1));
        pair.a = first.entity;
        pair.b = second.entity;
        pair.field = sentence.field;
        pair.sentence =
            reading_.fields[static_cast<std::size_t>(sentence.field)].original(sentence.span);
        pairs_.push_back(std::move(pair));
    }

    bool may_relate(const std::string& a, const std::string& b) const {
        const Ontology& ontology = reading_.pack.ontology;
        return std::any_of(ontology.relations.begin(), ontology.relations.end(),
                           [&](const RelationType& r) {
                               return (ontology.fits(a, r.from) && ontology.fits(b, r.to)) ||
                                      (ontology.fits(b, r.from) && ontology.fits(a, r.to));
                           });
    }

    // Masked text for people: types in braces, numbers and what stands in brackets all alike.
    std::string shown(const Masked& masked, std::size_t begin, std::size_t end) const {
        std::string out;
        for (std::size_t at = begin; at < end; ++at) {
            const char c = masked.text()[at];
            const bool digit = c >= '0' && c <= '9';
            if (const extract::Item* item = masked.at(at)) {
                out += "{" + reading_.pack.types.name(item->type) + "}";
            } else if (const std::size_t close = closing(masked, at, end); close < end) {
                out += "(…)";
                at = close;
            } else if (!digit || !out.ends_with('0')) {
                out += digit ? '0' : c;
            }
        }
        return out;
    }

    // The words next to A and B; "…" for what stands between more of them.
    static std::string shortened(const std::string& words) {
        std::vector<std::size_t> spaces;
        for (std::size_t at = 0; at < words.size(); ++at)
            if (words[at] == ' ') spaces.push_back(at);
        const std::size_t kept = std::size_t{2} * words_kept;
        if (spaces.size() <= kept) return words;
        return words.substr(0, spaces[words_kept - 1]) + " … " +
               words.substr(spaces[spaces.size() - words_kept] + 1);
    }

    // The end of the bracket that opens here; `end` where none opens, or none closes before.
    static std::size_t closing(const Masked& masked, std::size_t at, std::size_t end) {
        if (masked.text()[at] != '(') return end;
        return std::min(masked.text().find(')', at), end);
    }

    // Outside of brackets. Capitals alone are names that nobody knows.
    static bool has_word(const Masked& masked, std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end;) {
            const text::Char c = text::decode(masked.text(), at);
            if (text::is_hangul(c.code) || (c.code >= 'a' && c.code <= 'z')) return true;
            const std::size_t close = closing(masked, at, end);
            at = close < end ? close + 1 : at + c.size;
        }
        return false;
    }

    // "A and B": two of a list.
    bool is_join(const Masked& masked, std::size_t begin, std::size_t end) const {
        const auto joins = [&](const text::Regex& join) {
            text::Groups groups;
            return join && join.match_at(masked.text(), begin, &groups) && groups[0].end == end;
        };
        const auto& folds = reading_.rules.language.folds;
        return std::any_of(folds.begin(), folds.end(), [&](const rules::Fold& fold) {
            return joins(fold.separator) || joins(fold.last);
        });
    }

    static std::size_t end_of_words(const Masked& masked, std::size_t at) {
        const std::size_t size = masked.text().size();
        int words = 0;
        for (; at < size; ++at)
            if (masked.text()[at] == ' ' && ++words > words_behind) break;
        return at;
    }

    const Reading& reading_;
    std::set<std::pair<std::string, std::string>> stated_;
    std::vector<UnreadPair> pairs_;
};

}  // namespace

std::vector<UnreadPair> unread_pairs(const RulePack& pack, const Document& document) {
    std::vector<UnreadPair> pairs;
    extract::read_and(pack.compiled(), document,
                      [&](const Reading& reading, const Extraction& extraction) {
                          pairs = Miner(reading, extraction).run();
                      });
    return pairs;
}

}  // namespace entente
