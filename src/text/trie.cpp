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
        cells_.resize(1024);
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

    std::int32_t find_base(const std::vector<unsigned char>& bytes) {
        while (first_free_ < cells_.size() && cells_[first_free_].check >= 0) ++first_free_;
        // Nodes with many children are rare: they do not search the crowded part of the array.
        std::size_t start = std::max(first_free_, bytes.size() > 8 ? crowded_ : 0);
        std::size_t base = start > bytes.front() ? start - bytes.front() : 1;
        for (std::size_t tries = 0;; ++base, ++tries) {
            if (base + 256 >= cells_.size()) cells_.resize(cells_.size() * 2);
            if (std::all_of(bytes.begin(), bytes.end(),
                            [&](unsigned char b) { return cells_[base + b].check < 0; }))
                break;
            if (tries == 512) crowded_ = std::max(crowded_, base);
        }
        return static_cast<std::int32_t>(base);
    }

    const Keys& keys_;
    std::vector<Trie::Cell>& cells_;
    std::size_t first_free_ = 1;
    std::size_t crowded_ = 1;
};

Trie::Trie(std::vector<std::pair<std::string, std::int32_t>> keys) {
    if (keys.empty()) return;
    std::sort(keys.begin(), keys.end());
    TrieBuilder(keys, cells_).run();
}

}  // namespace entente::text
