// Masking and editing. Edits only shorten, so every byte keeps the place it came from.
#include "extract/masked.h"

#include "text/utf8.h"

namespace entente::extract {

using rules::mask_bytes;

Masked::Masked(const Reading& reading, const Sentence& sentence) {
    const std::string& field = reading.text(sentence.field);
    auto copy = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            text_ += field[i];
            begin_of_.push_back(static_cast<std::uint32_t>(i));
            end_of_.push_back(static_cast<std::uint32_t>(i + 1));
        }
    };
    std::size_t at = sentence.span.begin;
    for (std::uint32_t index : sentence.mentions) {
        if (items_.size() >= rules::max_numbers) break;
        const Found& m = reading.mentions[index];
        copy(at, m.span.begin);
        text_ += mask_for({m.type, {{index, m.span, nullptr}}});
        begin_of_.insert(begin_of_.end(), mask_bytes, static_cast<std::uint32_t>(m.span.begin));
        end_of_.insert(end_of_.end(), mask_bytes, static_cast<std::uint32_t>(m.span.end));
        at = m.span.end;
    }
    copy(at, sentence.span.end);
}

std::string Masked::mask_for(Item item) {
    std::string mask;
    text::append(mask, rules::type_base + item.type);
    text::append(mask, rules::number_base + static_cast<char32_t>(items_.size()));
    items_.push_back(std::move(item));
    return mask;
}

bool Masked::is_mask(std::size_t byte) const {
    // U+E000..U+E0FF begin with EE 80..83.
    return byte + mask_bytes <= text_.size() && static_cast<unsigned char>(text_[byte]) == 0xEE &&
           static_cast<unsigned char>(text_[byte + 1]) <= 0x83;
}

const Item* Masked::at(std::size_t byte) const {
    if (!is_mask(byte)) return nullptr;
    const char32_t code = text::decode(text_, byte + 3).code;
    return &items_[code - rules::number_base];
}

TypeMask Masked::types() const {
    TypeMask mask = 0;
    for (std::size_t i = 0; i + mask_bytes <= text_.size(); ++i)
        if (is_mask(i)) {
            mask |= rules::bit(at(i)->type);
            i += mask_bytes - 1;
        }
    return mask;
}

std::size_t Masked::count_masks(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t i = begin; i + mask_bytes <= end; ++i)
        if (is_mask(i)) {
            ++count;
            i += mask_bytes - 1;
        }
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

void Masked::erase(std::size_t begin, std::size_t end) {
    auto cut = [&](std::vector<std::uint32_t>& v) {
        v.erase(v.begin() + static_cast<std::ptrdiff_t>(begin),
                v.begin() + static_cast<std::ptrdiff_t>(end));
    };
    text_.erase(begin, end - begin);
    cut(begin_of_);
    cut(end_of_);
}

void Masked::replace(std::size_t begin, std::size_t end, Item item) {
    const Span place = origin(begin, end);
    erase(begin, end);
    text_.insert(begin, mask_for(std::move(item)));
    auto put = [&](std::vector<std::uint32_t>& v, std::size_t value) {
        v.insert(v.begin() + static_cast<std::ptrdiff_t>(begin), mask_bytes,
                 static_cast<std::uint32_t>(value));
    };
    put(begin_of_, place.begin);
    put(end_of_, place.end);
}

}  // namespace entente::extract
