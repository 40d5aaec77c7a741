// Chains of edges, a sentence for each hop.
#include "cli/command_path.h"

#include <memory>

#include "cli/answer.h"
#include "cli/filter_options.h"
#include "cli/names.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "entente/graph.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

struct Options {
    std::string a;
    std::string b;
    std::string store = "graph.db";
    Filter filter;
    std::size_t k = 1;
    bool json = false;
};

std::string chain_text(const Graph& graph, const Path& path, const std::string& lang) {
    std::string chain = graph.nodes()[path.nodes.front()].entity.label(lang);
    std::vector<const Edge*> hops;
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        const Edge& edge = graph.edges()[path.edges[i]];
        const StoredEntity& next = graph.nodes()[path.nodes[i + 1]].entity;
        chain += edge.symmetric ? " — " : edge.to == next.id ? " → " : " ← ";
        chain += next.label(lang);
        hops.push_back(&edge);
    }
    return coloured(chain, Colour::bold) + "\n\n" + edges_text(graph, hops, "", lang, 0);
}

std::string chain_json(const Graph& graph, const Path& path) {
    std::string nodes, edges;
    for (std::size_t node : path.nodes)
        nodes += (nodes.empty() ? "" : ",") + json_string(graph.nodes()[node].entity.id);
    for (std::size_t edge : path.edges)
        edges += (edges.empty() ? "" : ",") + to_json(graph.edges()[edge]);
    return "{\"nodes\":[" + nodes + "],\"edges\":[" + edges + "]}";
}

int path(const Options& options) {
    const Store store(options.store, Store::Mode::read);
    check_filter(options.filter, store.ontology());
    const std::optional<StoredEntity> a = find_entity(store, options.a);
    const std::optional<StoredEntity> b = find_entity(store, options.b);
    if (!a || !b) return exit_code::nothing;
    const Graph graph(store, with_all_names(options.filter), Measures::none);
    const std::vector<Path> paths = graph.paths(a->id, b->id, options.k);
    std::string text, json;
    for (const Path& each : paths) {
        text += (text.empty() ? "" : "\n") + chain_text(graph, each, language_of(options.a));
        json += (json.empty() ? "" : ",") + chain_json(graph, each);
    }
    print(options.json ? "{\"paths\":[" + json + "]}\n" : text);
    if (paths.empty()) log("no chain leads from " + options.a + " to " + options.b);
    return paths.empty() ? exit_code::nothing : exit_code::ok;
}

}  // namespace

void add_path(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("path", "Show the shortest chains between two names");
    command->add_option("A", options->a, "A name or an id")->required();
    command->add_option("B", options->b, "Another")->required();
    command->add_option("-k", options->k, "At most so many chains")
        ->check(CLI::PositiveNumber)
        ->type_name("N")
        ->capture_default_str();
    add_store_option(*command, options->store);
    add_filter_options(*command, options->filter);
    command->add_flag("--json", options->json, "Answer as JSON");
    command->footer("Example:\n  entente path 삼성전자 \"United States\" -k 3");
    command->callback([options, &run] { run = [options] { return path(*options); }; });
}

}  // namespace entente::cli
