// Yen's k shortest loopless paths over breadth-first search.
//
// Positions of nodes follow their ids, so the order of node lists is the order of id lists. Each
// spur is the first of its equals in that order, hence so is each path.
#include "graph/paths.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <set>
#include <utility>

namespace entente {

namespace {

using Nodes = std::vector<std::size_t>;

// Keeps the vertices that are not closed.
struct Open {
    const std::vector<bool>* closed = nullptr;
    bool operator()(std::size_t vertex) const { return !(*closed)[vertex]; }
};

template <class G>
std::vector<std::size_t> search(const G& graph, std::size_t vertices, std::size_t from) {
    std::vector<std::size_t> distance(vertices, unreachable);
    distance[from] = 0;
    auto recorder =
        boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()));
    boost::breadth_first_search(graph, from, boost::visitor(recorder));
    return distance;
}

class Yen {
  public:
    Yen(const SimpleGraph& graph, std::size_t from, std::size_t to)
        : graph_(graph), from_(from), to_(to) {}

    std::vector<Nodes> run(std::size_t k) {
        std::vector<Nodes> found;
        if (from_ != to_) add_candidate({from_}, {});
        while (found.size() < k && !candidates_.empty()) {
            found.push_back(candidates_.extract(candidates_.begin()).value().second);
            for (std::size_t i = 0; i + 1 < found.back().size(); ++i) add_spur(found, i);
        }
        return found;
    }

  private:
    // The best path that shares the first i edges with the last one found and goes on otherwise
    // than every path found so far.
    void add_spur(const std::vector<Nodes>& found, std::size_t i) {
        auto root_end = static_cast<std::ptrdiff_t>(i) + 1;
        Nodes root(found.back().begin(), found.back().begin() + root_end);
        std::set<std::size_t> taken;
        for (const Nodes& path : found)
            if (path.size() > root.size() && std::equal(root.begin(), root.end(), path.begin()))
                taken.insert(path[i + 1]);
        add_candidate(std::move(root), taken);
    }

    // Goes from the end of `root` to the target over nodes that it has not used, but first to none
    // of `taken`.
    void add_candidate(Nodes root, const std::set<std::size_t>& taken) {
        std::vector<bool> closed(boost::num_vertices(graph_), false);
        for (std::size_t v : root) closed[v] = true;
        boost::filtered_graph<SimpleGraph, boost::keep_all, Open> rest(graph_, {}, Open{&closed});
        std::vector<std::size_t> left = search(rest, boost::num_vertices(graph_), to_);
        std::size_t next = nearest(root.back(), left, taken);
        if (left[next] == unreachable) return;
        for (root.push_back(next); next != to_; root.push_back(next))
            next = nearest(next, left, {});
        candidates_.emplace(root.size(), std::move(root));
    }

    // The neighbour with the least left to go, none of `barred`; of equals the first. The vertex
    // itself where no neighbour is nearer.
    std::size_t nearest(std::size_t vertex, const std::vector<std::size_t>& left,
                        const std::set<std::size_t>& barred) const {
        std::size_t best = vertex;
        for (std::size_t v : boost::make_iterator_range(boost::adjacent_vertices(vertex, graph_)))
            if (!barred.contains(v) && std::pair(left[v], v) < std::pair(left[best], best))
                best = v;
        return best;
    }

    const SimpleGraph& graph_;
    std::size_t from_;
    std::size_t to_;
    std::set<std::pair<std::size_t, Nodes>> candidates_;  // by length, then nodes
};

}  // namespace

std::vector<std::size_t> distances(const SimpleGraph& graph, std::size_t from) {
    return search(graph, boost::num_vertices(graph), from);
}

std::vector<Path> shortest_paths(const SimpleGraph& graph, std::size_t from, std::size_t to,
                                 std::size_t k) {
    std::vector<Path> paths;
    for (Nodes& nodes : Yen(graph, from, to).run(k)) {
        Path& path = paths.emplace_back();
        for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
            path.edges.push_back(boost::get(boost::edge_index, graph,
                                            boost::edge(nodes[i], nodes[i + 1], graph).first));
        path.nodes = std::move(nodes);
    }
    return paths;
}

}  // namespace entente
