// Of all phrases that match, the longest contracts first; then all are tried again.
#include "extract/phrases.h"

#include <algorithm>

#include "extract/attributes.h"
#include "extract/cues.h"

namespace entente::extract {

using rules::Phrase;

struct PhraseMatch {
    const Phrase* rule;
    text::Groups groups;

    std::size_t length() const { return groups[0].end - groups[0].begin; }
};

namespace {

constexpr int max_rounds = 12;

// Contracting matches that do not overlap, longest first, in order from the right; phrases
// without a head overlap nobody.
std::vector<PhraseMatch> longest_apart(std::vector<PhraseMatch>& matches) {
    std::stable_sort(
        matches.begin(), matches.end(),
        [](const PhraseMatch& a, const PhraseMatch& b) { return a.length() > b.length(); });
    std::vector<PhraseMatch> taken;
    for (PhraseMatch& m : matches) {
        const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const PhraseMatch& t) {
            return !t.rule->head.empty() && t.groups[0].begin < m.groups[0].end &&
                   m.groups[0].begin < t.groups[0].end;
        });
        if (m.rule->head.empty() || !overlaps) taken.push_back(std::move(m));
    }
    std::stable_sort(taken.begin(), taken.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
        return a.groups[0].begin > b.groups[0].begin;
    });
    // Headless ones first: they read the text as it is before anything contracts.
    std::stable_partition(taken.begin(), taken.end(),
                          [](const PhraseMatch& m) { return m.rule->head.empty(); });
    return taken;
}

}  // namespace

void PhraseReader::run(Pass pass) {
    bool only_new = masked_.text() == last_text_;
    for (int round = 0; round < max_rounds; ++round) {
        std::vector<PhraseMatch> matches = find(pass, only_new);
        bool contracted = false;
        std::size_t free_until = text::nowhere;  // matches are taken from the right
        for (const PhraseMatch& m : longest_apart(matches)) {
            state(m);
            if (m.rule->head.empty() || m.groups[0].end > free_until) continue;
            contract(m);
            contracted = true;
            free_until = m.groups[0].begin;
        }
        if (!contracted) break;
        only_new = false;
    }
    last_text_ = masked_.text();
}

Span PhraseReader::group(const PhraseMatch& m, const std::string& name) const {
    const int index = name.empty() ? 0 : m.rule->regex.group(name);
    return index < 0 ? Span{text::nowhere, text::nowhere}
                     : m.groups[static_cast<std::size_t>(index)];
}

std::vector<PhraseMatch> PhraseReader::find(Pass pass, bool only_new) const {
    std::vector<text::Gate::Candidate> candidates;
    reading_.candidates(rules::gate_phrases, masked_.text(), candidates);
    const TypeMask types = masked_.types();
    std::vector<PhraseMatch> matches;
    for (const auto& [index, begin_from, begin_by] : candidates) {
        const Phrase& rule = reading_.rules.phrases[static_cast<std::size_t>(index)];
        const Pass first = rule.office                      ? Pass::with_offices
                           : rule.list_from || rule.list_to ? Pass::after_folding
                                                            : Pass::before_folding;
        if (pass < first || (only_new && pass != first)) continue;
        if (!(rule.from & types) || (rule.to && !(rule.to & types))) continue;
        text::Groups groups;
        const std::string& text = masked_.text();
        for (std::size_t at = begin_from;
             rule.regex.search(text, at, text.size(), &groups, begin_by);) {
            matches.push_back({&rule, groups});
            at = groups[0].begin + 1;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
        }
    }
    return matches;
}

std::string PhraseReader::text_of(Span span) const {
    if (!text::matched(span) || span.begin == span.end) return {};
    const Span origin = masked_.origin(span.begin, span.end);
    return reading_.text(sentence_.field).substr(origin.begin, origin.end - origin.begin);
}

void PhraseReader::state(const PhraseMatch& m) {
    const Span from = group(m, "from"), to = group(m, "to");
    const std::string role = m.rule->role.empty() ? text_of(group(m, "role")) : m.rule->role;
    const bool by_cue = m.rule->deed || m.rule->status.empty();
    Cue cue;
    const std::string told =
        by_cue ? status_of_phrase(masked_, m.groups[0], m.rule->deed, reading_, m.rule->relation,
                                  reading_.trace ? &cue : nullptr)
               : std::string();
    if (reading_.trace) account_ = account(m, cue);
    const std::string fixed = m.rule->status.empty() ? "asserted" : m.rule->status;
    const std::string& status = told.empty() ? fixed : told;
    if (m.rule->office) {
        state_office(m, from, role, status);
    } else {
        state_pairs(m, m.rule->relation, from, to, role, status);
    }
    for (const rules::Also& also : m.rule->also)
        state_pairs(m, also.relation, group(m, also.from), group(m, also.to),
                    also.role.empty() ? std::string() : text_of(group(m, also.role)),
                    also.relation == m.rule->relation && !told.empty() ? told
                    : also.status.empty()                              ? fixed
                                                                       : also.status);
}

void PhraseReader::state_office(const PhraseMatch& m, Span from, const std::string& role,
                                const std::string& status) {
    const Span place = masked_.origin(m.groups[0].begin, m.groups[0].begin);
    for (const Ref& person : members(from, group(m, m.rule->trigger), m.rule->list_from)) {
        const std::string& id = reading_.mentions[person.mention].entity;
        bool strange = false;
        std::optional<Ref> holder = discourse_.known_holder(id, m.rule->office, place, strange);
        if (strange) holder = holder_by_topic(m, place);
        if (!holder && reading_.trace)
            reading_.trace->office_open(sentence_, *m.rule, person,
                                        masked_.origin(m.groups[0].begin, m.groups[0].end));
        if (holder) say(m, m.rule->relation, person, *holder, role, status);
    }
}

// The nearest free mention before the office, else the last topic, else whom that serves.
std::optional<Ref> PhraseReader::holder_by_topic(const PhraseMatch& m, Span place) const {
    if (m.rule->again)
        if (const auto last = discourse_.last_stated(m.rule->relation, false, m.rule->office))
            return Ref{last->mention, place, "again"};
    const Item* holder = nullptr;
    bool names_another = false;
    for (std::size_t at = m.groups[0].begin; at-- > 0 && !holder;) {
        const Item* item = masked_.at(at);
        const bool fits =
            item && item->members.size() == 1 && (rules::bit(item->type) & m.rule->office);
        if (fits && is_free(masked_, at, reading_.rules.language)) holder = item;
        names_another = names_another || fits;
    }
    if (!holder) holder = discourse_.antecedent({.types = m.rule->office, .main = true});
    if (!holder && names_another) return std::nullopt;
    if (!holder) return discourse_.served_by_topic(m.rule->office, place);
    return Ref{holder->members.front().mention, place, "office"};
}

bool PhraseReader::is_list(Span end) const {
    const Item* item = text::matched(end) ? masked_.at(end.begin) : nullptr;
    return item && item->members.size() > 1;
}

// A folded end is read whole only by rules that say so; else its nearest member counts.
std::vector<Ref> PhraseReader::members(Span own, Span other, bool each) const {
    const Item* item = text::matched(own) ? masked_.at(own.begin) : nullptr;
    if (!item || item->members.empty()) return {};
    if (each) return item->members;
    return {own.begin < other.begin ? item->members.back() : item->members.front()};
}

void PhraseReader::state_pairs(const PhraseMatch& m, const std::string& relation, Span from,
                               Span to, const std::string& role, const std::string& status) {
    const std::vector<Ref> all_from = members(from, to, true), all_to = members(to, from, true);
    const bool alike = all_from.size() == all_to.size() && all_from.size() > 1;
    const Surroundings around(masked_, reading_, sentence_);
    if (alike && around.in_turn(*masked_.at(from.begin), *masked_.at(to.begin), m.groups[0])) {
        for (std::size_t i = 0; i < all_from.size(); ++i)
            say(m, relation, all_from[i], all_to[i], role, status);
        return;
    }
    for (const Ref& a : members(from, to, m.rule->list_from))
        for (const Ref& b : members(to, from, m.rule->list_to))
            say(m, relation, a, b, role, status);
}

// The value of this type that the phrase speaks of, where it speaks of one; null else.
const Found* PhraseReader::only_value(std::string_view type, Span span) const {
    const Found* only = nullptr;
    for (const Item& item : masked_.items(span.begin, span.end)) {
        const Found& m = reading_.mentions[item.members.front().mention];
        if (reading_.pack.types.name(m.type) != type) continue;
        if (only) return nullptr;
        only = &m;
    }
    return only;
}

void PhraseReader::say(const PhraseMatch& m, const std::string& relation, const Ref& from,
                       const Ref& to, const std::string& role, const std::string& status) {
    Statement s;
    s.relation = relation;
    s.from = from;
    s.to = to;
    s.role = role;
    s.status = status;
    s.rule = m.rule->id;
    s.sentence = &sentence_;
    const Span trigger = group(m, m.rule->trigger);
    const Span place = text::matched(trigger) ? trigger : m.groups[0];
    s.trigger = masked_.origin(place.begin, place.end);
    const Span sum = group(m, "amount");
    if (reading_.pack.priced.count(relation))
        if (const Found* v = only_value("Money", text::matched(sum) ? sum : m.groups[0]))
            if (!v->unit.empty()) s.amount = Amount{v->value, v->unit};
    if (reading_.pack.shared.count(relation) && !is_list(group(m, "from")) &&
        !is_list(group(m, "to")))  // what two hold together is the stake of neither
        if (const Found* v = only_value("Percent", m.groups[0])) s.stake = reading_.surface(*v);
    const Surroundings around(masked_, reading_, sentence_);
    if (reading_.pack.events.count(relation)) {
        const std::size_t day = around.date_near(place);
        s.date = around.date_at(day);
        if (status == "asserted" && around.is_to_come(day)) s.status = "planned";
    }
    s.item =
        around.item(relation, m.groups[0], place, {group(m, "from").begin, group(m, "to").begin});
    s.account = account_;
    const auto key = std::make_tuple(relation, from.mention, to.mention, s.trigger.begin);
    if (said_.insert(key).second) out_.push_back(std::move(s));
}

std::shared_ptr<const Account> PhraseReader::account(const PhraseMatch& m, const Cue& cue) const {
    Account out{{}, cue, {}};
    for (const char* name : {"from", "to", "role"}) {
        const Span span = group(m, name);
        if (!text::matched(span) || m.rule->regex.group(name) < 0) continue;
        const Item* item = masked_.at(span.begin);
        out.parts.push_back({name, item ? item->members : std::vector<Ref>{},
                             masked_.origin(span.begin, span.end)});
    }
    return std::make_shared<const Account>(std::move(out));
}

void PhraseReader::contract(const PhraseMatch& m) {
    const Span head = group(m, m.rule->head);
    if (!text::matched(head)) return;  // it stands in another alternative
    if (const Item* item = masked_.at(head.begin); item && reading_.trace)
        reading_.trace->contracted(sentence_, *m.rule,
                                   masked_.origin(m.groups[0].begin, m.groups[0].end), *item);
    masked_.erase(head.end, m.groups[0].end);
    masked_.erase(m.groups[0].begin, head.begin);
}

}  // namespace entente::extract
