// Masking and editing: every byte keeps the place it came from.
#include "extract/masked.h"

#include <algorithm>

namespace entente::extract {

namespace {

template <typename T>
void cut(std::vector<T>& v, std::size_t begin, std::size_t end) {
    v.erase(v.begin() + static_cast<std::ptrdiff_t>(begin),
            v.begin() + static_cast<std::ptrdiff_t>(end));
}

template <typename T>
void put(std::vector<T>& v, std::size_t at, std::size_t value) {
    v.insert(v.begin() + static_cast<std::ptrdiff_t>(at), static_cast<T>(value));
}

}  // namespace

Masked::Masked(const Reading& reading, const Sentence& sentence) {
    const std::string& field = reading.text(sentence.field);
    const std::size_t size = sentence.span.end - sentence.span.begin;
    text_.reserve(size);
    item_of_.reserve(size);
    begin_of_.reserve(size);
    end_of_.reserve(size);
    auto copy = [&](std::size_t begin, std::size_t end) {
        text_.append(field, begin, end - begin);
        item_of_.resize(text_.size(), -1);
        for (std::size_t i = begin; i < end; ++i) {
            begin_of_.push_back(static_cast<std::uint32_t>(i));
            end_of_.push_back(static_cast<std::uint32_t>(i + 1));
        }
    };
    std::size_t at = sentence.span.begin;
    auto mask = [&](Span span, Item item) {
        copy(at, span.begin);
        insert(text_.size(), std::move(item), span);
        at = span.end;
    };
    auto title = sentence.titles.begin();
    auto mask_titles = [&](std::size_t until) {  // those before `until` that no mention covers
        for (; title != sentence.titles.end() && title->span.begin < until; ++title)
            if (title->span.begin >= at && title->span.end <= until)
                mask(title->span, {title->type, {}});
    };
    for (std::uint32_t index : sentence.mentions) {
        const Found& m = reading.mentions[index];
        mask_titles(m.span.begin);
        mask(m.span, {m.type, {{index, m.span, nullptr}}});
    }
    mask_titles(sentence.span.end);
    copy(at, sentence.span.end);
}

void Masked::insert(std::size_t at, Item item, Span place) {
    text_.insert(at, 1, rules::mask_char(item.type));
    put(item_of_, at, items_.size());
    put(begin_of_, at, place.begin);
    put(end_of_, at, place.end);
    items_.push_back(std::move(item));
}

bool Masked::is_mask(std::size_t byte) const {
    return byte < text_.size() && rules::is_mask_char(text_[byte]);
}

const Item* Masked::at(std::size_t byte) const {
    return is_mask(byte) ? &items_[static_cast<std::size_t>(item_of_[byte])] : nullptr;
}

TypeMask Masked::types() const {
    TypeMask mask = 0;
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (is_mask(i)) mask |= rules::bit(at(i)->type);
    return mask;
}

std::vector<Item> Masked::items(std::size_t begin, std::size_t end) const {
    std::vector<Item> items;
    for (std::size_t i = begin; i < end; ++i)
        if (const Item* item = at(i); item && !item->members.empty()) items.push_back(*item);
    return items;
}

std::size_t Masked::count_masks(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i)
        if (const Item* item = at(i)) count += !item->members.empty();
    return count;
}

Span Masked::origin(std::size_t begin, std::size_t end) const {
    if (begin >= text_.size()) {
        const std::size_t last = end_of_.empty() ? 0 : end_of_.back();
        return {last, last};
    }
    if (end <= begin) return {begin_of_[begin], begin_of_[begin]};
    return {begin_of_[begin], end_of_[end - 1]};
}

Masked Masked::part(std::size_t begin, std::size_t end) const {
    const auto slice = [&](const auto& v) {
        return std::decay_t<decltype(v)>(v.begin() + static_cast<std::ptrdiff_t>(begin),
                                         v.begin() + static_cast<std::ptrdiff_t>(end));
    };
    Masked out;
    out.text_ = text_.substr(begin, end - begin);
    out.item_of_ = slice(item_of_);
    out.begin_of_ = slice(begin_of_);
    out.end_of_ = slice(end_of_);
    out.items_ = items_;
    return out;
}

void Masked::overwrite(std::size_t end, std::string_view text) {
    std::copy(text.begin(), text.end(),
              text_.begin() + static_cast<std::ptrdiff_t>(end - text.size()));
}

void Masked::write(std::size_t at, std::string_view text) {
    const Span place = origin(at, at);
    text_.insert(at, text);
    const auto put_all = [&](auto& v, auto value) {
        v.insert(v.begin() + static_cast<std::ptrdiff_t>(at), text.size(), value);
    };
    put_all(item_of_, -1);
    put_all(begin_of_, static_cast<std::uint32_t>(place.begin));
    put_all(end_of_, static_cast<std::uint32_t>(place.begin));
}

void Masked::note_sum(std::size_t at, std::uint32_t sum) {
    for (Ref& member : items_[static_cast<std::size_t>(item_of_[at])].members) member.sum = sum;
}

void Masked::erase(std::size_t begin, std::size_t end) {
    text_.erase(begin, end - begin);
    cut(item_of_, begin, end);
    cut(begin_of_, begin, end);
    cut(end_of_, begin, end);
}

void Masked::replace(std::size_t begin, std::size_t end, Item item) {
    const Span place = origin(begin, end);
    erase(begin, end);
    insert(begin, std::move(item), place);
}

}  // namespace entente::extract
