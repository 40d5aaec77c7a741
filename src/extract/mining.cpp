// Neighbours in the masked sentence, after reading.
#include "entente/mining.h"

#include <algorithm>
#include <set>

#include "entente/extractor.h"
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
constexpr int words_behind = 3;          // in Korean, where the verb stands behind both

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
        const Masked masked(reading_, sentence);
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
        const std::string between = shown(masked, a + 1, b);
        if (!has_word(between) || is_join(masked, a + 1, b)) return;
        pair.lang = reading_.rules.language.code;
        pair.words = "A" + between + "B";
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

    // Masked text for people: types in braces, digits all alike.
    std::string shown(const Masked& masked, std::size_t begin, std::size_t end) const {
        std::string out;
        for (std::size_t at = begin; at < end; ++at) {
            const char c = masked.text()[at];
            if (const extract::Item* item = masked.at(at))
                out += "{" + reading_.pack.types.name(item->type) + "}";
            else
                out += c >= '0' && c <= '9' ? '0' : c;
        }
        return out;
    }

    // Capitals alone are names that nobody knows.
    static bool has_word(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            const text::Char c = text::decode(text, at);
            if (text::is_hangul(c.code) || (c.code >= 'a' && c.code <= 'z')) return true;
            at += c.size;
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
