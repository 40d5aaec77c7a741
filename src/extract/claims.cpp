// Folding statements into claims.
#include "extract/claims.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::extract {

namespace {

class ClaimMaker {
  public:
    explicit ClaimMaker(const Reading& reading) : reading_(reading) {}

    std::vector<Claim> run(std::vector<Statement> statements) {
        std::map<std::tuple<std::string, std::string, std::string>, std::vector<Statement>> groups;
        for (Statement& s : statements) {
            std::string from = entity(s.from), to = entity(s.to);
            const RelationType* relation = reading_.pack.ontology.relation(s.relation);
            if (from == to) {
                settle(s, Fate::same_entity);
                continue;
            }
            if (!fits(s.from, relation->from) || !fits(s.to, relation->to)) {
                settle(s, Fate::refused_types);
                continue;
            }
            if (s.relation == reading_.pack.whole && is_part_of_other(from, to)) {
                settle(s, Fate::known_otherwise);
                continue;
            }
            if (relation->symmetric && to < from) {
                std::swap(from, to);
                std::swap(s.from, s.to);
            }
            groups[{s.relation, from, to}].push_back(std::move(s));
        }
        std::vector<Claim> claims;
        for (auto& [key, group] : groups) claims.push_back(make(key, group));
        share_dates(claims);
        return claims;
    }

  private:
    const std::string& entity(const Ref& ref) const {
        return reading_.mentions[ref.mention].entity;
    }

    bool fits(const Ref& ref, const std::vector<std::string>& accepted) const {
        const KnownEntity& known = reading_.entities.at(entity(ref));
        return reading_.pack.ontology.fits(reading_.pack.types.name(known.type), accepted);
    }

    // Does the gazetteer have `part` in another whole, which has nothing of `whole`?
    bool is_part_of_other(const std::string& part, const std::string& whole) const {
        const rules::Gazetteer& gazetteer = reading_.pack.gazetteer;
        const rules::GazetteerEntity* known = gazetteer.find(part);
        return known && !known->part_of.empty() && !gazetteer.lies_in(part, whole) &&
               !gazetteer.lies_in(whole, known->part_of);
    }

    void settle(const Statement& s, Fate fate) const {
        if (reading_.trace) reading_.trace->settled(s, fate);
    }

    static auto clarity(const Statement& s) {
        const bool linked = s.from.link || s.to.link;
        return std::make_tuple(s.sentence->heading, linked, !s.clause, !s.amount,
                               s.sentence->span.begin, s.trigger.begin, s.rule);
    }

    Claim make(const std::tuple<std::string, std::string, std::string>& key,
               std::vector<Statement>& group) const {
        std::stable_sort(group.begin(), group.end(), [](const Statement& a, const Statement& b) {
            return clarity(a) < clarity(b);
        });
        Claim claim;
        std::tie(claim.type, claim.from, claim.to) = key;
        claim.id = claim_id(reading_.document.id, claim.type, claim.from, claim.to);
        const Statement& first = group.front();
        claim.status = first.status;
        claim.amount = first.amount;
        claim.source = first.source;
        claim.rule = first.rule;
        for (const Statement& s : group) {
            if (s.status == first.status) add_attributes(claim, s);
            add_evidence(claim, s);
        }
        if (claim.date.empty() && is_told_in_a_scene(claim, first))
            claim.date = day_before(*first.sentence);
        return claim;
    }

    bool is_told_in_a_scene(const Claim& claim, const Statement& s) const {
        return reading_.pack.scenes.count(claim.type) && claim.status == "asserted" &&
               !s.sentence->heading;
    }

    // "They met on the 12th. A and B signed": the day that the sentence before names last, which
    // is not to come; empty where it names none.
    std::string day_before(const Sentence& sentence) const {
        constexpr std::size_t day_size = 10;  // of an ISO date
        if (&sentence == &reading_.sentences.front()) return {};
        const Sentence& before = *(&sentence - 1);
        if (before.heading || before.field != sentence.field || before.story != sentence.story)
            return {};
        for (auto at = before.mentions.rbegin(); at != before.mentions.rend(); ++at)
            if (const std::string& date = reading_.mentions[*at].date; !date.empty())
                return date.size() == day_size && !reading_.is_to_come(date) ? date : "";
        return {};
    }

    // Those that the claim has not yet; sums are not mixed, for two deals may be meant, but for
    // that of the headline.
    static void add_attributes(Claim& claim, const Statement& s) {
        if (!claim.amount && s.sentence->heading) claim.amount = s.amount;
        for (auto [own, other] : {std::pair{&claim.date, &s.date},
                                  {&claim.role, &s.role},
                                  {&claim.item, &s.item},
                                  {&claim.stake, &s.stake},
                                  {&claim.rate, &s.rate}})
            if (own->empty()) *own = *other;
    }

    // All sign a treaty on the day on which one is said to.
    void share_dates(std::vector<Claim>& claims) const {
        for (Claim& claim : claims) {
            if (!claim.date.empty() || !reading_.pack.occasions.count(claim.type)) continue;
            std::set<std::string> dates;
            for (const Claim& other : claims)
                if (other.type == claim.type && other.to == claim.to &&
                    other.status == claim.status && !other.date.empty())
                    dates.insert(other.date);
            if (dates.size() == 1) claim.date = *dates.begin();
        }
    }

    void add_evidence(Claim& claim, const Statement& s) const {
        const text::Normalised& field =
            reading_.fields[static_cast<std::size_t>(s.sentence->field)];
        Evidence evidence;
        evidence.field = s.sentence->field;
        evidence.sentence = field.original(s.sentence->span);
        evidence.trigger = field.original(s.trigger);
        evidence.rule = s.rule;
        evidence.from = end(field, s.from);
        evidence.to = end(field, s.to);
        const bool again =
            std::any_of(claim.evidence.begin(), claim.evidence.end(), [&](const Evidence& e) {
                return e.field == evidence.field && e.sentence == evidence.sentence;
            });
        settle(s, again ? Fate::repeated : Fate::evidence);
        if (!again) claim.evidence.push_back(std::move(evidence));
    }

    EvidenceEnd end(const text::Normalised& field, const Ref& ref) const {
        EvidenceEnd out;
        out.span = field.original(ref.place);
        if (!ref.link) return out;
        const Found& named = reading_.mentions[ref.mention];
        out.antecedent_field = named.field;
        out.antecedent =
            reading_.fields[static_cast<std::size_t>(named.field)].original(named.span);
        out.link = ref.link;
        return out;
    }

    const Reading& reading_;
};

}  // namespace

std::vector<Claim> make_claims(const Reading& reading, std::vector<Statement> statements) {
    return ClaimMaker(reading).run(std::move(statements));
}

}  // namespace entente::extract
