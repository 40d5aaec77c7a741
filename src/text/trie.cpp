// Building the double array, breadth first, each node at the first base where its children fit.
#include "text/trie.h"

#include <algorithm>

namespace entente::text {

class TrieBuilder {
  public:
    TrieBuilder(const Trie::Keys& keys, Trie& trie)
        : keys_(keys), cells_(trie.cells_), tails_(trie.tails_) {
        cells_.resize(512);
        grow();
        cells_[0].check = 0;
    }

    void run() {
        todo_.push_back({0, 0, keys_.size(), 0});
        for (std::size_t i = 0; i < todo_.size(); ++i) place(todo_[i]);
    }

  private:
    struct Range {  // keys [first, last) share their first `depth` bytes and end in `node` there
        std::int32_t node;
        std::size_t first, last, depth;
    };

    void place(Range range) {
        const std::string& key = keys_[range.first].first;
        Trie::Cell& cell = cells_[static_cast<std::size_t>(range.node)];
        if (range.last - range.first == 1 && range.depth > 0) {
            cell.value = keys_[range.first].second;
            cell.tail_size = static_cast<std::uint32_t>(key.size() - range.depth);
            cell.base = static_cast<std::int32_t>(tails_.size());
            tails_.append(key, range.depth);
            return;
        }
        if (key.size() == range.depth) cell.value = keys_[range.first++].second;
        const std::size_t children = todo_.size();
        split(range);
        const std::int32_t base = find_base();
        cells_[static_cast<std::size_t>(range.node)].base = base;
        for (std::size_t i = 0; i < bytes_.size(); ++i) {
            todo_[children + i].node = base + bytes_[i];
            cells_[static_cast<std::size_t>(base + bytes_[i])].check = range.node;
        }
    }

    // Appends a range for each next byte to todo_ and the byte to bytes_.
    void split(Range range) {
        bytes_.clear();
        for (std::size_t i = range.first; i < range.last; ++i) {
            auto byte = static_cast<unsigned char>(keys_[i].first[range.depth]);
            if (bytes_.empty() || bytes_.back() != byte) {
                bytes_.push_back(byte);
                todo_.push_back({0, i, i, range.depth + 1});
            }
            todo_.back().last = i + 1;
        }
    }

    // The first base at which a free cell stands for every byte.
    std::int32_t find_base() {
        const std::size_t first = bytes_.front();
        std::size_t& start = bytes_.size() > 1 ? start_of_many_ : start_of_one_;
        std::size_t tries = 0;
        for (std::size_t cell = next_free(std::max(start, first + 1));;
             cell = next_free(cell + 1)) {
            const std::size_t base = cell - first;
            while (base + 256 >= cells_.size()) grow();
            const bool fits = std::all_of(bytes_.begin(), bytes_.end(), [&](unsigned char b) {
                return cells_[base + b].check < 0;
            });
            if (++tries == max_tries) start = cell;  // what is crowded is not searched again
            if (fits) return static_cast<std::int32_t>(base);
        }
    }

    void grow() {
        cells_.resize(cells_.size() * 5 / 4);
        for (std::size_t i = free_.size(); i < cells_.size() + 1; ++i)
            free_.push_back(static_cast<std::uint32_t>(i));
    }

    // The first free cell at or behind `cell`, with the way there shortened for the next search.
    std::size_t next_free(std::size_t cell) {
        while (cell >= cells_.size()) grow();
        std::size_t found = cell;
        while (found < cells_.size() && cells_[found].check >= 0)
            found = std::max<std::size_t>(found + 1, free_[found]);
        for (std::size_t i = cell; i < found && cells_[i].check >= 0;) {
            const std::size_t next = std::max<std::size_t>(i + 1, free_[i]);
            free_[i] = static_cast<std::uint32_t>(found);
            i = next;
        }
        while (found >= cells_.size()) grow();
        return found;
    }

    static constexpr std::size_t max_tries = 64;
    const Trie::Keys& keys_;
    std::vector<Trie::Cell>& cells_;
    std::string& tails_;
    std::vector<Range> todo_;
    std::vector<unsigned char> bytes_;  // of the node that is placed
    std::vector<std::uint32_t> free_;   // per cell: a cell before which none is free
    std::size_t start_of_one_ = 1;
    std::size_t start_of_many_ = 1;
};

Trie::Trie(Keys keys) {
    if (keys.empty()) return;
    if (!std::is_sorted(keys.begin(), keys.end())) std::sort(keys.begin(), keys.end());
    TrieBuilder(keys, *this).run();
}

}  // namespace entente::text
