// Whom pronouns and descriptions mean: what they say of it, then where it was named.
#include "extract/anaphora.h"

namespace entente::extract {

namespace {

// The nearest mention before `ref` in the sentence that is of the types and number, and `fits`. "A,
// which owns 5% of the company": that is not A.
template <typename Fits>
const Item* nearest_before(const Masked& masked, std::size_t ref, const Description& wanted,
                           const rules::Language& language, Fits&& fits) {
    const std::string_view text = masked.text();
    for (std::size_t at = ref; at-- > 0;) {
        const Item* item = masked.at(at);
        if (item && !item->members.empty() && (rules::bit(item->type) & wanted.types) &&
            wanted.plural == (item->members.size() > 1) && fits(*item) &&
            !language.own_clause.search(text.substr(at + 1, ref - at - 1)))
            return item;
    }
    return nullptr;
}

// The place that a description names behind its article: "the Nurian chipmaker".
std::string_view home_said(const Masked& masked, Span span, const Reading& reading) {
    const TypeMask places = reading.pack.home_places;
    for (std::size_t at = span.begin; at < span.end; ++at)
        if (const Item* item = masked.at(at); item && item->members.size() == 1)
            return rules::bit(item->type) & places
                       ? std::string_view(reading.mentions[item->members.front().mention].entity)
                       : std::string_view();
    return {};
}

// The kind that a description names: "the chipmaker".
std::string_view kind_said(const Masked& masked, Span span, const Reading& reading) {
    for (const rules::FirmKind& kind : reading.rules.language.firm_kinds)
        if (kind.regex.search(masked.text(), span.begin, span.end, nullptr)) return kind.kind;
    return {};
}

// By whom a thing is, as the gazetteer knows it; empty where it does not, or where there is none.
std::string_view maker_of(const Masked& masked, Span thing, const Reading& reading) {
    const Item* item = text::matched(thing) ? masked.at(thing.begin) : nullptr;
    if (!item || item->members.size() != 1) return {};
    const rules::GazetteerEntity* known =
        reading.pack.gazetteer.find(reading.mentions[item->members.front().mention].entity);
    return known ? known->by : std::string_view();
}

// "The Lumo maker": by whom Lumo is known to be, and nobody else.
std::optional<Item> named_maker(std::string_view maker, TypeMask types, const Discourse& discourse,
                                const Reading& reading) {
    const auto mention = discourse.mention_of(std::string(maker), types);
    if (!mention) return std::nullopt;
    return Item{reading.mentions[*mention].type, {Ref{*mention, {}, {}}}};
}

std::optional<Item> antecedent_of(const rules::Anaphor& anaphor, const Masked& masked, Span match,
                                  std::size_t at, Span thing, const Discourse& discourse,
                                  const Reading& reading) {
    if (const std::string_view maker = maker_of(masked, thing, reading); !maker.empty())
        return named_maker(maker, anaphor.types, discourse, reading);
    if (anaphor.by_thing) return std::nullopt;
    const Description wanted{anaphor.types, anaphor.plural, anaphor.main,
                             home_said(masked, match, reading), kind_said(masked, match, reading)};
    const rules::Language& language = reading.rules.language;
    const Item* found = nullptr;
    const auto is_known_at_home = [&](const Item& item) {
        const rules::GazetteerEntity* known =
            reading.pack.gazetteer.find(reading.mentions[item.members.front().mention].entity);
        return known && !known->home.empty() && discourse.may_be_at_home(item, wanted);
    };
    if (!wanted.at_home.empty())
        found = nearest_before(masked, at, wanted, language, is_known_at_home);
    if (!found && (!wanted.at_home.empty() || !wanted.kind.empty()))
        found = discourse.known_to_fit(wanted);
    if (!found && (anaphor.nearest || anaphor.pair)) {
        found = nearest_before(masked, at, wanted, language, [](const Item&) { return true; });
        if (!found) found = discourse.in_last_sentence(anaphor.types, anaphor.plural);
        // Things are taken up by name, people as topics.
        const bool of_person = anaphor.types & reading.pack.surnamed;
        if (!found && anaphor.nearest && !anaphor.plural && !of_person)
            found = discourse.last_named(anaphor.types);
        if (found && !discourse.may_be_at_home(*found, wanted)) found = nullptr;
    }
    if (!found && anaphor.pair) {
        if (auto pair = discourse.last_pair(masked.items(0, at), anaphor.types)) return pair;
        if (auto pair = discourse.last_pair({}, anaphor.types)) return pair;  // all behind its own
    }
    if (!found) found = discourse.antecedent(wanted);
    return found ? std::optional(*found) : std::nullopt;
}

}  // namespace

void resolve_anaphora(Masked& masked, const Discourse& discourse, const Reading& reading) {
    const rules::Language& language = reading.rules.language;
    std::vector<text::Gate::Candidate> candidates;
    reading.candidates(rules::gate_anaphora, masked.text(), candidates);
    for (const text::Gate::Candidate& candidate : candidates) {
        const rules::Anaphor& anaphor =
            language.anaphora[static_cast<std::size_t>(candidate.index)];
        text::Groups groups;
        const auto ref_group = static_cast<std::size_t>(anaphor.regex.group("ref"));
        const int thing = anaphor.regex.group("thing");
        for (std::size_t at = 0;
             anaphor.regex.search(masked.text(), at, masked.text().size(), &groups);) {
            const Span ref = groups[ref_group];
            at = groups[0].begin + 1;
            if (!text::matched(ref)) continue;
            if (!anaphor.by_thing && masked.count_masks(ref.begin, ref.end)) continue;
            if (ref.end - ref.begin <= anaphor.leaves.size()) continue;
            const Span named_thing = thing < 0 ? Span{text::nowhere, text::nowhere}
                                               : groups[static_cast<std::size_t>(thing)];
            std::optional<Item> item = antecedent_of(anaphor, masked, {ref.begin, groups[0].end},
                                                     ref.begin, named_thing, discourse, reading);
            if (!item) continue;
            const Span place = masked.origin(ref.begin, ref.end);
            for (Ref& member : item->members) member = {member.mention, place, "anaphor"};
            const std::size_t end = ref.end - anaphor.leaves.size();
            masked.overwrite(ref.end, anaphor.leaves);
            masked.replace(ref.begin, end, std::move(*item));
            at = ref.begin + 1;
        }
    }
}

}  // namespace entente::extract
