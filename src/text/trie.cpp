// Building the double array, breadth first, each node at the first base where its children fit.
#include "text/trie.h"

#include <algorithm>
#include <deque>

namespace entente::text {

class TrieBuilder {
  public:
    using Keys = std::vector<std::pair<std::string, std::int32_t>>;

    explicit TrieBuilder(const Keys& keys, std::vector<Trie::Cell>& cells)
        : keys_(keys), cells_(cells) {
        cells_.resize(512);
        grow();
        cells_[0].check = 0;
    }

    void run() {
        std::deque<Range> todo{{0, 0, keys_.size(), 0}};
        while (!todo.empty()) {
            Range range = todo.front();
            todo.pop_front();
            for (const Range& child : place(range)) todo.push_back(child);
        }
    }

  private:
    struct Range {  // keys [first, last) share their first `depth` bytes and end in `node` there
        std::int32_t node;
        std::size_t first, last, depth;
    };

    std::vector<Range> place(Range range) {
        if (keys_[range.first].first.size() == range.depth) {
            cells_[static_cast<std::size_t>(range.node)].value = keys_[range.first].second;
            ++range.first;
        }
        std::vector<Range> children;
        std::vector<unsigned char> bytes;
        for (std::size_t i = range.first; i < range.last; ++i) {
            auto byte = static_cast<unsigned char>(keys_[i].first[range.depth]);
            if (bytes.empty() || bytes.back() != byte) {
                bytes.push_back(byte);
                children.push_back({0, i, i, range.depth + 1});
            }
            children.back().last = i + 1;
        }
        if (bytes.empty()) return children;
        const std::int32_t base = find_base(bytes);
        cells_[static_cast<std::size_t>(range.node)].base = base;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            children[i].node = base + bytes[i];
            cells_[static_cast<std::size_t>(children[i].node)].check = range.node;
        }
        return children;
    }

    // The first base at which a free cell stands for every byte.
    std::int32_t find_base(const std::vector<unsigned char>& bytes) {
        const std::size_t first = bytes.front();
        std::size_t& start = bytes.size() > 1 ? start_of_many_ : start_of_one_;
        std::size_t tries = 0;
        for (std::size_t cell = next_free(std::max(start, first + 1));;
             cell = next_free(cell + 1)) {
            const std::size_t base = cell - first;
            while (base + 256 >= cells_.size()) grow();
            const bool fits = std::all_of(bytes.begin(), bytes.end(), [&](unsigned char b) {
                return cells_[base + b].check < 0;
            });
            if (++tries == max_tries) start = cell;  // what is crowded is not searched again
            if (fits) return static_cast<std::int32_t>(base);
        }
    }

    void grow() {
        cells_.resize(cells_.size() * 2);
        for (std::size_t i = free_.size(); i < cells_.size() + 1; ++i) free_.push_back(i);
    }

    // The first free cell at or behind `cell`, with the way there shortened for the next search.
    std::size_t next_free(std::size_t cell) {
        while (cell >= cells_.size()) grow();
        std::size_t found = cell;
        while (found < cells_.size() && cells_[found].check >= 0)
            found = std::max(found + 1, free_[found]);
        for (std::size_t i = cell; i < found && cells_[i].check >= 0;) {
            const std::size_t next = std::max(i + 1, free_[i]);
            free_[i] = found;
            i = next;
        }
        while (found >= cells_.size()) grow();
        return found;
    }

    static constexpr std::size_t max_tries = 64;
    const Keys& keys_;
    std::vector<Trie::Cell>& cells_;
    std::vector<std::size_t> free_;  // per cell: a cell before which none is free
    std::size_t start_of_one_ = 1;
    std::size_t start_of_many_ = 1;
};

Trie::Trie(std::vector<std::pair<std::string, std::int32_t>> keys) {
    if (keys.empty()) return;
    std::sort(keys.begin(), keys.end());
    TrieBuilder(keys, cells_).run();
}

}  // namespace entente::text
