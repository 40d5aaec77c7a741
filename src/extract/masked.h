// A sentence with its mentions masked: what phrases and frames match, edit and remember.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reading.h"

namespace entente::extract {

// One argument: a mention of the document, or a place that stands for one named elsewhere.
struct Ref {
    std::uint32_t mention = 0;              // the mention itself, or the antecedent
    Span place;                             // where this sentence says it, in the normalised field
    const char* link = nullptr;             // kind of link; null where the sentence names it
    std::optional<std::uint32_t> sum = {};  // in a list of sums ("A $2m and B $3m"): its own
};

// What a mask stands for: one argument, or the members of a folded list; a title has none.
struct Item {
    TypeIndex type = 0;
    std::vector<Ref> members;
    bool in_turn = false;  // of two such lists the first goes with the first, and so on
};

class Masked {
  public:
    // Masks the mentions and titles of `sentence`.
    Masked(const Reading& reading, const Sentence& sentence);

    const std::string& text() const { return text_; }
    // The item whose mask begins at this byte; null where none does.
    const Item* at(std::size_t byte) const;
    bool is_mask(std::size_t byte) const;
    // Types of all items in the text.
    TypeMask types() const;
    // Items of mentions, by place.
    std::vector<Item> items(std::size_t begin, std::size_t end) const;
    // Masks of mentions; titles do not count.
    std::size_t count_masks(std::size_t begin, std::size_t end) const;

    // Span in the normalised field of what stood at [begin, end).
    Span origin(std::size_t begin, std::size_t end) const;

    // A copy of [begin, end) alone.
    Masked part(std::size_t begin, std::size_t end) const;

    // Notes the sum of the thing whose mask begins at `at`.
    void note_sum(std::size_t at, std::uint32_t sum);
    void erase(std::size_t begin, std::size_t end);
    // Writes plain text over the bytes that end at `end`.
    void overwrite(std::size_t end, std::string_view text);
    // Puts plain text, or a mask for what stands at `place` of the field, before the byte `at`.
    void write(std::size_t at, std::string_view text);
    void insert(std::size_t at, Item item, Span place);
    // Puts one mask for `item` in the place of [begin, end).
    void replace(std::size_t begin, std::size_t end, Item item);

  private:
    Masked() = default;

    std::string text_;
    std::vector<std::int32_t> item_of_;    // per byte: the mask's item; -1 for text
    std::vector<std::uint32_t> begin_of_;  // per byte: where it began in the field
    std::vector<std::uint32_t> end_of_;    // per byte: where its character or mention ended
    std::vector<Item> items_;
};

}  // namespace entente::extract
