// Yen's paths against all paths, on many small graphs.
#include "graph/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace entente {
namespace {

using Nodes = std::vector<std::size_t>;

void all_paths(const SimpleGraph& graph, std::size_t to, Nodes& walked, std::vector<Nodes>& found) {
    if (walked.back() == to) {
        found.push_back(walked);
        return;
    }
    for (auto v : boost::make_iterator_range(boost::adjacent_vertices(walked.back(), graph))) {
        if (std::find(walked.begin(), walked.end(), v) != walked.end()) continue;
        walked.push_back(v);
        all_paths(graph, to, walked, found);
        walked.pop_back();
    }
}

TEST(Paths, AreTheFirstOfAllPaths) {
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        constexpr std::size_t size = 7;
        SimpleGraph graph(size);
        std::size_t edge = 0;
        for (std::size_t a = 0; a < size; ++a)
            for (std::size_t b = a + 1; b < size; ++b)
                if (random() % 5 < 2) boost::add_edge(a, b, Position(edge++), graph);

        Nodes start = {0};
        std::vector<Nodes> expected;
        all_paths(graph, size - 1, start, expected);
        std::sort(expected.begin(), expected.end(), [](const Nodes& a, const Nodes& b) {
            return std::pair(a.size(), a) < std::pair(b.size(), b);
        });
        std::size_t k = 1 + random() % 30;
        expected.resize(std::min(k, expected.size()));

        std::vector<Nodes> got;
        for (const Path& path : shortest_paths(graph, 0, size - 1, k)) got.push_back(path.nodes);
        ASSERT_EQ(got, expected) << "round " << round;
    }
}

}  // namespace
}  // namespace entente
