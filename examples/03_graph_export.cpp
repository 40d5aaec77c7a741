// Takes a filtered view of a store, shows how two names hang together, writes it as GraphML.
#include <iostream>
#include <string>
#include <vector>

#include "entente/export.h"
#include "entente/graph.h"
#include "entente/store.h"

namespace {

std::string id_of(const entente::Store& store, const char* name) {
    const std::vector<entente::StoredEntity> found = store.find(name);
    if (found.empty()) throw entente::Error("no such name", name, "try another spelling");
    return found.front().id;
}

// On stderr: standard output is the GraphML file.
void print(const entente::Graph& graph, const entente::Path& path) {
    for (std::size_t hop = 0; hop < path.edges.size(); ++hop) {
        const entente::Edge& edge = graph.edges()[path.edges[hop]];
        std::cerr << graph.node(edge.from)->entity.label() << ' ' << edge.relation << ' '
                  << graph.node(edge.to)->entity.label() << ": " << edge.claims.front().sentence
                  << '\n';
    }
    std::cerr << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 4) {
        std::cerr << "usage: 03_graph_export STORE FROM TO > graph.graphml\n";
        return 2;
    }
    const entente::Store store(argv[1], entente::Store::Mode::read);
    entente::Filter filter;
    filter.relations = {"invests_in", "supplies", "owns", "acquires", "based_in"};
    filter.statuses = {"asserted", "planned", "pending"};
    const entente::Graph graph(store, filter);
    const std::string from = id_of(store, argv[2]);
    const std::string to = id_of(store, argv[3]);
    const std::vector<entente::Path> paths = graph.paths(from, to, 3);
    if (paths.empty()) std::cerr << "no chain from one to the other\n";
    for (const entente::Path& path : paths) print(graph, path);
    entente::write_graphml(graph, std::cout);
    return 0;
} catch (const entente::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
