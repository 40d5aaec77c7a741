// A double-array trie over bytes: finds every key that begins at a place in the text.
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
    Trie() = default;

    // Keys need not be sorted; each stands once; value >= 0; keys are not empty.
    explicit Trie(std::vector<std::pair<std::string, std::int32_t>> keys);

    // Calls visit(length, value) for each key that is a prefix of text[at..], shortest first.
    template <typename Visit>
    void matches(std::string_view text, std::size_t at, Visit&& visit) const {
        if (cells_.empty()) return;
        std::int32_t node = 0;
        for (std::size_t i = at; i < text.size(); ++i) {
            node = step(node, static_cast<unsigned char>(text[i]));
            if (node < 0) return;
            if (cells_[static_cast<std::size_t>(node)].value >= 0)
                visit(i + 1 - at, cells_[static_cast<std::size_t>(node)].value);
        }
    }

  private:
    struct Cell {
        std::int32_t base = 0;
        std::int32_t check = -1;  // parent; -1 where free
        std::int32_t value = -1;
    };

    std::int32_t step(std::int32_t node, unsigned char byte) const {
        auto next = static_cast<std::size_t>(cells_[static_cast<std::size_t>(node)].base + byte);
        if (next >= cells_.size() || cells_[next].check != node) return -1;
        return static_cast<std::int32_t>(next);
    }

    friend class TrieBuilder;
    std::vector<Cell> cells_;
};

}  // namespace entente::text
