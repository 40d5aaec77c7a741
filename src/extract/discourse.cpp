// Topics are noted once a sentence, anaphora looked up in them.
#include "extract/discourse.h"

#include <algorithm>

namespace entente::extract {

namespace {

constexpr std::size_t reach = 3;  // sentences back to what goes without saying

}  // namespace

void Discourse::begin_story() {
    topics_.clear();
    items_.clear();
    stated_.clear();
    homes_.clear();
    sentence_ = 0;
}

void Discourse::note(const Masked& masked, const Sentence& sentence) {
    ++sentence_;
    items_.push_back(masked.items(0, masked.text().size()));
    const rules::Language& language = reading_.rules.language;
    if (language.code == "en") return note_english(masked, sentence);
    const int group = language.subject.group("subject");
    text::Groups groups;
    const std::string& text = masked.text();
    for (std::size_t at = 0; language.subject.search(text, at, text.size(), &groups);) {
        const Span subject = groups[static_cast<std::size_t>(group)];
        if (const Item* item = masked.at(subject.begin))
            topics_.push_back({*item, sentence_, sentence.paragraph, sentence.heading});
        at = subject.end;
    }
    if (sentence.heading)
        if (std::size_t at = first_free_mention(masked, language); at != text::nowhere)
            topics_.push_back({*masked.at(at), sentence_, sentence.paragraph, true});
}

void Discourse::note_english(const Masked& masked, const Sentence& sentence) {
    const rules::Language& language = reading_.rules.language;
    const std::size_t at = first_free_mention(masked, language);
    if (at == text::nowhere) return;
    // "Fidelity and Torwell": one of several, whether all are known or not, is no "it".
    const std::string_view text = masked.text();
    const bool alone = !language.joined_before.search(text.substr(0, at)) &&
                       !language.joined_after.match_at(text, at + 1, nullptr);
    if (alone) topics_.push_back({*masked.at(at), sentence_, sentence.paragraph, sentence.heading});
}

template <typename Counts>
const Item* Discourse::latest(const Description& wanted, Counts counts) const {
    for (auto topic = topics_.rbegin(); topic != topics_.rend(); ++topic) {
        const bool fits = rules::bit(topic->item.type) & wanted.types;
        const bool agrees = wanted.plural == (topic->item.members.size() > 1);
        if (fits && agrees && counts(*topic) && may_be_at_home(topic->item, wanted))
            return &topic->item;
    }
    return nullptr;
}

const Item* Discourse::antecedent(const Description& wanted) const {
    const Item* found = nullptr;
    if (wanted.main) {
        found =
            latest(wanted, [&](const Topic& t) { return !t.heading && t.paragraph == paragraph_; });
        if (!found) found = latest(wanted, [](const Topic& t) { return t.heading; });
    }
    if (!found) found = latest(wanted, [](const Topic& t) { return !t.heading; });
    if (!found) found = latest(wanted, [](const Topic& t) { return t.heading; });
    return found;
}

void Discourse::note_home(const Ref& firm, const Ref& place) {
    homes_[reading_.mentions[firm.mention].entity].push_back(
        reading_.mentions[place.mention].entity);
}

bool Discourse::is_at_home(const std::string& firm, std::string_view place) const {
    const rules::Gazetteer& gazetteer = reading_.pack.gazetteer;
    if (const auto said = homes_.find(firm); said != homes_.end())
        for (const std::string& home : said->second)
            if (gazetteer.lies_in(home, place)) return true;
    const rules::GazetteerEntity* known = gazetteer.find(firm);
    if (!known) return false;
    const std::string& home = known->home.empty() ? known->serves : known->home;
    return !home.empty() && gazetteer.lies_in(place, home);
}

const Item* Discourse::known_to_fit(const Description& wanted) const {
    const auto fits = [&](const Item& item) {
        if (!(rules::bit(item.type) & wanted.types)) return false;
        if (wanted.plural != (item.members.size() > 1)) return false;
        return wanted.at_home.empty() || is_at_home(entity_of(item), wanted.at_home);
    };
    const auto is_of_kind = [&](const Item& item) {
        const rules::GazetteerEntity* known = reading_.pack.gazetteer.find(entity_of(item));
        return wanted.kind.empty() || (known && known->kind == wanted.kind);
    };
    const Item* of_other_kind = nullptr;
    for (auto items = items_.rbegin(); items != items_.rend(); ++items)
        for (auto item = items->rbegin(); item != items->rend(); ++item) {
            if (!fits(*item)) continue;
            if (is_of_kind(*item)) return &*item;
            if (!of_other_kind) of_other_kind = &*item;
        }
    return wanted.at_home.empty() ? nullptr : of_other_kind;
}

bool Discourse::may_be_at_home(const Item& item, const Description& wanted) const {
    if (wanted.at_home.empty()) return true;
    const rules::Gazetteer& gazetteer = reading_.pack.gazetteer;
    const rules::GazetteerEntity* known = gazetteer.find(entity_of(item));
    if (known && !known->home.empty()) return gazetteer.lies_in(wanted.at_home, known->home);
    const auto said = homes_.find(entity_of(item));
    return said == homes_.end() ||
           std::any_of(said->second.begin(), said->second.end(), [&](const std::string& place) {
               return gazetteer.lies_in(place, wanted.at_home) ||
                      gazetteer.lies_in(wanted.at_home, place);
           });
}

const Item* Discourse::last_topic(TypeMask types) const {
    for (auto topic = topics_.rbegin(); topic != topics_.rend(); ++topic) {
        if (topic->sentence != sentence_ || topic->heading) return nullptr;
        if (rules::bit(topic->item.type) & types) return &topic->item;
    }
    return nullptr;
}

void Discourse::note_holder(const Ref& person, const Ref& holder) {
    holders_[reading_.mentions[person.mention].entity].push_back(holder.mention);
}

std::optional<std::uint32_t> Discourse::mention_of(const std::string& entity,
                                                   TypeMask types) const {
    for (std::size_t i = 0; i < reading_.mentions.size(); ++i)
        if (reading_.mentions[i].entity == entity &&
            (rules::bit(reading_.mentions[i].type) & types))
            return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

std::optional<Ref> Discourse::known_holder(const std::string& person, TypeMask types, Span place,
                                           bool& strange) const {
    strange = false;
    if (auto said = holders_.find(person); said != holders_.end()) {
        for (auto holder = said->second.rbegin(); holder != said->second.rend(); ++holder)
            if (rules::bit(reading_.mentions[*holder].type) & types)
                return Ref{*holder, place, "office"};
        // Who speaks for a ministry speaks for its state.
        for (auto holder = said->second.rbegin(); holder != said->second.rend(); ++holder) {
            const auto* body = reading_.pack.gazetteer.find(reading_.mentions[*holder].entity);
            if (!body || body->part_of.empty()) continue;
            if (const auto owner = mention_of(body->part_of, types))
                return Ref{*owner, place, "office"};
        }
        return std::nullopt;
    }
    const rules::GazetteerEntity* known = reading_.pack.gazetteer.find(person);
    if (known && !known->serves.empty()) {
        if (const auto owner = mention_of(known->serves, types))
            return Ref{*owner, place, "serves"};
        return std::nullopt;
    }
    strange = true;
    return std::nullopt;
}

void Discourse::note_owner(const Ref& thing, const Ref& owner) {
    owners_.try_emplace(reading_.mentions[thing.mention].entity, owner.mention);
}

std::optional<Ref> Discourse::known_owner(const std::string& thing, TypeMask types,
                                          Span place) const {
    if (const auto said = owners_.find(thing);
        said != owners_.end() && (rules::bit(reading_.mentions[said->second].type) & types))
        return Ref{said->second, place, "by"};
    const rules::Gazetteer& gazetteer = reading_.pack.gazetteer;
    constexpr int deepest = 8;
    const rules::GazetteerEntity* known = gazetteer.find(thing);
    for (int depth = 0; known && depth < deepest; ++depth) {
        const std::string& owner = known->by.empty() ? known->part_of : known->by;
        if (const auto named = mention_of(owner, types)) return Ref{*named, place, "by"};
        known = gazetteer.find(owner);
    }
    return std::nullopt;
}

std::optional<Ref> Discourse::served_by_topic(TypeMask types, Span place) const {
    for (auto topic = topics_.rbegin(); topic != topics_.rend(); ++topic) {
        bool strange = false;
        if (topic->item.members.size() != 1) continue;
        if (auto holder = known_holder(entity_of(topic->item), types, place, strange))
            return holder;
    }
    return std::nullopt;
}

const Item* Discourse::in_last_sentence(TypeMask types, bool plural) const {
    if (items_.empty()) return nullptr;
    for (auto item = items_.back().rbegin(); item != items_.back().rend(); ++item)
        if ((rules::bit(item->type) & types) && plural == (item->members.size() > 1)) return &*item;
    return nullptr;
}

void Discourse::note_stated(const std::string& relation, const Ref& from, const Ref& to) {
    stated_[relation] = {from, to, sentence_};
}

std::optional<Ref> Discourse::last_stated(const std::string& relation, bool from,
                                          TypeMask types) const {
    const auto stated = stated_.find(relation);
    if (stated == stated_.end() || sentence_ > stated->second.sentence + reach) return std::nullopt;
    const Ref& end = from ? stated->second.from : stated->second.to;
    return rules::bit(reading_.mentions[end.mention].type) & types ? std::optional(end)
                                                                   : std::nullopt;
}

std::optional<Ref> Discourse::last_to_do(const std::vector<std::string>& relations,
                                         TypeMask types) const {
    std::optional<Ref> last;
    std::size_t sentence = 0;
    for (const std::string& relation : relations)
        if (const auto stated = stated_.find(relation);
            stated != stated_.end() && stated->second.sentence >= sentence)
            if (const auto actor = last_stated(relation, true, types)) {
                last = actor;
                sentence = stated->second.sentence;
            }
    return last;
}

const Item* Discourse::last_named(TypeMask types) const {
    const auto end = items_.rbegin() + static_cast<std::ptrdiff_t>(std::min(reach, items_.size()));
    for (auto items = items_.rbegin(); items != end; ++items)
        for (auto item = items->rbegin(); item != items->rend(); ++item)
            if ((rules::bit(item->type) & types) && item->members.size() == 1) return &*item;
    return nullptr;
}

std::optional<Item> Discourse::last_pair(const std::vector<Item>& before, TypeMask types) const {
    std::vector<Ref> named;
    const auto entity = [&](const Ref& ref) -> const std::string& {
        return reading_.mentions[ref.mention].entity;
    };
    const auto add = [&](const std::vector<Item>& items) {
        for (const Item& item : items)
            for (const Ref& ref : item.members) {
                const bool fits = rules::bit(reading_.mentions[ref.mention].type) & types;
                const bool known = std::any_of(named.begin(), named.end(), [&](const Ref& other) {
                    return entity(other) == entity(ref);
                });
                if (fits && !known) named.push_back(ref);
            }
    };
    add(before);
    for (auto items = items_.rbegin(); named.size() < 2 && items != items_.rend(); ++items)
        add(*items);
    if (named.size() != 2) return std::nullopt;
    const TypeIndex first = reading_.mentions[named[0].mention].type,
                    second = reading_.mentions[named[1].mention].type;
    return Item{first == second ? first : reading_.pack.types.root(first), std::move(named)};
}

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
    return known ? std::string_view(known->by) : std::string_view();
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

bool is_free(const Masked& masked, std::size_t at, const rules::Language& language) {
    constexpr std::size_t reach = 48;  // bytes before the mention that may govern it
    std::string_view text = masked.text();
    const std::size_t from = at > reach ? at - reach : 0;
    std::size_t begin = from;
    while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    const std::string_view before = text.substr(begin, at - begin);
    const bool acts = language.actor_after &&
                      language.actor_after.match_at(text, at + 1, nullptr) &&
                      language.actor_before.search(before);
    if (acts) return true;
    if (language.free_refused && language.free_refused.search(before)) return false;
    return !(language.owned_refused && language.owned_refused.match_at(text, at + 1, nullptr));
}

std::size_t first_free_mention(const Masked& masked, const rules::Language& language) {
    for (std::size_t at = 0; at < masked.text().size(); ++at) {
        const Item* item = masked.at(at);
        if (!item) continue;
        const bool value = item->members.empty();
        if (!value && is_free(masked, at, language)) return at;
    }
    return text::nowhere;
}

}  // namespace entente::extract
