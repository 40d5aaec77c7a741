// A double-array trie over bytes: finds every key that begins at a place in the text. What is left
// of a key once no other shares it is kept as one piece.
// Aoe, "An efficient digital search algorithm by using a double-array structure", 1989.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::text {

class Trie {
  public:
    using Keys = std::vector<std::pair<std::string, std::int32_t>>;

    Trie() = default;

    // Keys need not be sorted; each stands once; value >= 0; keys are not empty.
    explicit Trie(Keys keys);

    // Calls visit(length, value) for each key that is a prefix of text[at..], shortest first.
    template <typename Visit>
    void matches(std::string_view text, std::size_t at, Visit&& visit) const {
        if (cells_.empty()) return;
        std::int32_t node = 0;
        for (std::size_t i = at; i < text.size(); ++i) {
            node = step(node, static_cast<unsigned char>(text[i]));
            if (node < 0) return;
            const Cell& cell = cells_[static_cast<std::size_t>(node)];
            if (cell.value < 0) continue;
            if (cell.tail_size == 0) {
                visit(i + 1 - at, cell.value);
                continue;
            }
            const std::string_view tail(tails_.data() + cell.base, cell.tail_size);
            if (text.substr(i + 1).starts_with(tail)) visit(i + 1 - at + tail.size(), cell.value);
            return;
        }
    }

    // As packed.h wants it.
    template <typename Archive, typename Self>
    static void pack(Archive& archive, Self& self) {
        archive(self.cells_, self.tails_);
    }

  private:
    struct Cell {
        std::int32_t base = 0;    // of the children; where there is a tail, its place in tails_
        std::int32_t check = -1;  // parent; -1 where free
        std::int32_t value = -1;
        std::uint32_t tail_size = 0;
    };

    std::int32_t step(std::int32_t node, unsigned char byte) const {
        auto next = static_cast<std::size_t>(cells_[static_cast<std::size_t>(node)].base + byte);
        if (next >= cells_.size() || cells_[next].check != node) return -1;
        return static_cast<std::int32_t>(next);
    }

    friend class TrieBuilder;
    std::vector<Cell> cells_;
    std::string tails_;
};

}  // namespace entente::text
