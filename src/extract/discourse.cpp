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
    const std::string_view home = known->home.empty() ? known->serves : known->home;
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
            if (const auto owner = mention_of(std::string(body->part_of), types))
                return Ref{*owner, place, "office"};
        }
        return std::nullopt;
    }
    const rules::GazetteerEntity* known = reading_.pack.gazetteer.find(person);
    if (known && !known->serves.empty()) {
        if (const auto owner = mention_of(std::string(known->serves), types))
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
        const std::string_view owner = known->by.empty() ? known->part_of : known->by;
        if (const auto named = mention_of(std::string(owner), types))
            return Ref{*named, place, "by"};
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
