// The nearest counts.
#include "extract/attributes.h"

#include <algorithm>

#include "extract/cues.h"

namespace entente::extract {

namespace {

std::size_t distance(std::size_t at, Span trigger) {
    return at < trigger.begin ? trigger.begin - at : at - trigger.begin;
}

}  // namespace

Surroundings::Surroundings(const Masked& masked, const Reading& reading, const Sentence& sentence)
    : masked_(masked),
      reading_(reading),
      sentence_(sentence),
      quotes_(find_quotes(masked.text())),
      asides_(find_asides(masked.text(), reading.rules.language)) {}

std::size_t Surroundings::date_near(Span trigger) const {
    const auto date = reading_.pack.types.find("Date");
    std::size_t nearest = text::nowhere, best = text::nowhere;
    const Span* quote = span_at(quotes_, trigger.begin);
    const Span* aside = span_at(asides_, trigger.begin);
    for (std::size_t at = 0; at < masked_.text().size(); ++at) {
        const Item* item = masked_.at(at);
        if (!item || item->type != date || distance(at, trigger) >= best) continue;
        if (span_at(quotes_, at) != quote || span_at(asides_, at) != aside) continue;
        if (are_parted(at, trigger)) continue;
        nearest = at;
        best = distance(at, trigger);
    }
    return nearest;
}

std::string Surroundings::date_at(std::size_t place) const {
    if (place == text::nowhere) return {};
    return reading_.mentions[masked_.at(place)->members.front().mention].date;
}

bool Surroundings::is_to_come(std::size_t place) const {
    if (!reading_.is_to_come(date_at(place))) return false;
    text::Groups groups;
    const text::Regex& last_day = reading_.rules.language.last_day;
    for (std::size_t at = 0; last_day.search(masked_.text(), at, masked_.text().size(), &groups);) {
        const Span span = groups[static_cast<std::size_t>(last_day.group("date"))];
        if (span.begin == place) return false;
        at = std::max(span.end, at + 1);
    }
    return true;
}

// "joined A in 2023 and is a member of B": each verb has its own dates.
bool Surroundings::are_parted(std::size_t at, Span trigger) const {
    const std::string_view text = masked_.text();
    // Behind the date the trigger itself may be the next verb.
    const std::size_t begin = std::min(at, trigger.end);
    const std::size_t end = at < trigger.begin ? std::min(trigger.end + 1, text.size()) : at;
    return begin < end && reading_.rules.language.next_verb.search(text.substr(begin, end - begin));
}

bool Surroundings::in_turn(const Item& one, const Item& other, Span reach) const {
    constexpr std::size_t behind = 30;  // bytes
    if (one.in_turn && other.in_turn) return true;
    const std::string_view text = masked_.text();
    reach.end = std::min({text.find_first_of(".;", reach.end), reach.end + behind, text.size()});
    return reading_.rules.language.in_turn.search(
        text.substr(reach.begin, reach.end - reach.begin));
}

const Found* Surroundings::value_in_turn(std::size_t one, std::size_t index,
                                         std::size_t count) const {
    constexpr std::size_t between = 16;  // bytes
    const auto type = masked_.at(one)->type;
    std::vector<std::size_t> row;  // places of values, each near to the one before
    for (std::size_t at = 0; at < masked_.text().size(); ++at) {
        const Item* item = masked_.at(at);
        if (!item || item->members.empty()) continue;
        const bool goes_on = item->type == type && !row.empty() && at - row.back() <= between;
        if (!goes_on && !row.empty() && row.back() >= one) break;
        if (!goes_on) row.clear();
        if (item->type == type) row.push_back(at);
    }
    if (row.size() != 1 && row.size() != count) return nullptr;
    const std::size_t place = row.size() == 1 ? row.front() : row[index];
    return &reading_.mentions[masked_.at(place)->members.front().mention];
}

std::string Surroundings::item(std::string_view relation, Span reach, Span trigger,
                               const std::vector<std::size_t>& ends) const {
    const auto carried = reading_.pack.carried.find(relation);
    if (carried == reading_.pack.carried.end()) return {};
    const Item* nearest = nullptr;
    std::size_t best = text::nowhere;
    for (std::size_t at = reach.begin; at < reach.end; ++at) {
        const Item* item = masked_.at(at);
        const bool fits = item && !item->members.empty() &&
                          (rules::bit(item->type) & carried->second) &&
                          std::find(ends.begin(), ends.end(), at) == ends.end();
        if (!fits || distance(at, trigger) >= best) continue;
        nearest = item;
        best = distance(at, trigger);
    }
    if (nearest) return reading_.mentions[nearest->members.front().mention].entity;
    std::string word;
    text::Groups groups;
    const text::Regex& goods = reading_.rules.language.goods;
    for (std::size_t at = reach.begin; goods.search(masked_.text(), at, reach.end, &groups);) {
        const Span span = groups[static_cast<std::size_t>(goods.group("goods"))];
        at = std::max(span.end, at + 1);
        if (distance(span.begin, trigger) >= best) continue;
        best = distance(span.begin, trigger);
        const Span place = masked_.origin(span.begin, span.end);
        word = reading_.text(sentence_.field).substr(place.begin, place.end - place.begin);
    }
    return word;
}

}  // namespace entente::extract
