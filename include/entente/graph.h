// The graph: a view of a store under a filter, never a second truth.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/store.h"

namespace entente {

// All claims with one type, from and to. For a symmetric relation the smaller id is `from`.
struct Edge {
    std::string relation;
    std::string from;
    std::string to;
    bool symmetric = false;
    std::size_t weight = 1;  // documents that support it; that deny it, where none supports it
    std::string status;      // of the claim with the largest (date, document id)
    std::optional<Amount> amount;
    std::string role;
    std::string item;
    std::string first_seen;  // claim date, else document date
    std::string last_seen;
    std::vector<StoredClaim> claims;  // newest first
};

struct Node {
    StoredEntity entity;
    std::size_t degree = 0;     // edges that touch it, parallel ones counted each
    double pagerank = 0;        // weighted, damping 0.85; Brin & Page 1998
    double betweenness = 0;     // undirected simple graph, unweighted; Brandes 2001
    std::size_t community = 0;  // weakly connected component, numbered by size, from 0
};

// A chain of edges that leads from one entity to another; edges may be walked against direction.
struct Path {
    std::vector<std::size_t> nodes;  // positions in Graph::nodes()
    std::vector<std::size_t> edges;  // positions in Graph::edges()
};

// Whether a graph is measured when it is made. Betweenness takes nodes times edges; a query that
// shows edges alone need not wait for it.
enum class Measures { none, all };  // none: pagerank, betweenness and community stay 0

// Immutable once made. Nodes are sorted by id, edges by (relation, from, to).
class Graph {
  public:
    Graph(const Store& store, const Filter& filter, Measures measures = Measures::all);
    ~Graph();
    Graph(Graph&&) noexcept;
    Graph& operator=(Graph&&) noexcept;

    const std::vector<Node>& nodes() const;
    const std::vector<Edge>& edges() const;
    const Node* node(std::string_view id) const;

    // Edges that touch `id`, or that run between two, either way; sorted by relation, then newest.
    std::vector<const Edge*> around(std::string_view id) const;
    std::vector<const Edge*> between(std::string_view a, std::string_view b) const;

    // Up to k shortest loopless chains (number of edges, then ids); Yen 1971. Chains differ in
    // their nodes; of parallel edges the one with the most support stands for a hop.
    std::vector<Path> paths(std::string_view a, std::string_view b, std::size_t k) const;

    // The part within `hops` edges of `id`, with the edges among those nodes; measured anew.
    Graph neighbourhood(std::string_view id, std::size_t hops) const;

  private:
    struct Impl;
    explicit Graph(std::unique_ptr<const Impl> impl);
    std::unique_ptr<const Impl> impl_;
};

}  // namespace entente
