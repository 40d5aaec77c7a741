// The trie finds what a naive search finds.
#include "text/trie.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace entente::text {
namespace {

using Found = std::vector<std::pair<std::size_t, std::int32_t>>;

Found by_trie(const Trie& trie, std::string_view text, std::size_t at) {
    Found out;
    trie.matches(text, at,
                 [&](std::size_t size, std::int32_t value) { out.emplace_back(size, value); });
    return out;
}

Found by_search(const std::map<std::string, std::int32_t>& keys, std::string_view text,
                std::size_t at) {
    Found out;
    for (const auto& [key, value] : keys)
        if (text.substr(at).starts_with(key)) out.emplace_back(key.size(), value);
    return out;  // of the keys of one place, the shorter sort first
}

TEST(Trie, FindsShortestFirst) {
    const Trie trie({{"누리", 1}, {"누리랩", 2}, {"누리랩스", 3}, {"미르", 4}});
    const std::string text = "누리랩이 미르";
    EXPECT_EQ(by_trie(trie, text, 0), (Found{{6, 1}, {9, 2}}));
    EXPECT_EQ(by_trie(trie, text, 3), Found{});
    EXPECT_EQ(by_trie(trie, text, 13), (Found{{6, 4}}));
    EXPECT_EQ(by_trie(trie, text, text.size()), Found{});
}

TEST(Trie, Empty) {
    EXPECT_EQ(by_trie(Trie(), "text", 0), Found{});
    EXPECT_EQ(by_trie(Trie(Trie::Keys{}), "text", 0), Found{});
}

TEST(Trie, AgreesWithANaiveSearch) {
    std::mt19937 random(17);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    for (int round = 0; round < 40; ++round) {
        // Few letters give many shared beginnings; every byte value is met in some round.
        const int letters = round < 20 ? 3 : 256;
        const auto word = [&](int size) {
            std::string out;
            for (int i = 0; i < size; ++i)
                out += static_cast<char>(below(static_cast<unsigned>(letters)) + round);
            return out;
        };
        std::map<std::string, std::int32_t> keys;
        for (int i = 0; i < 300; ++i) keys.emplace(word(1 + below(9)), i);
        const Trie trie({keys.begin(), keys.end()});
        std::string text = word(500);
        for (const auto& [key, value] : keys) text += key;
        for (std::size_t at = 0; at < text.size(); ++at)
            ASSERT_EQ(by_trie(trie, text, at), by_search(keys, text, at)) << round << " " << at;
    }
}

}  // namespace
}  // namespace entente::text
