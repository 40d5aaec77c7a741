// Both ways, all relations.
#include "cli/command_between.h"

#include <memory>

#include "cli/answer.h"
#include "cli/filter_options.h"
#include "cli/names.h"
#include "cli/output.h"
#include "entente/graph.h"

namespace entente::cli {

namespace {

struct Options {
    std::string a;
    std::string b;
    std::string store = "graph.db";
    Filter filter;
    bool json = false;
};

int between(const Options& options) {
    const Store store(options.store, Store::Mode::read);
    check_filter(options.filter, store.ontology());
    const std::optional<StoredEntity> a = find_entity(store, options.a);
    const std::optional<StoredEntity> b = find_entity(store, options.b);
    if (!a || !b) return exit_code::nothing;
    const Graph graph(store, with_all_names(options.filter), Measures::none);
    const std::vector<const Edge*> edges = graph.between(a->id, b->id);
    if (options.json)
        print("{\"entities\":" + ends_to_json(graph, edges) + ",\"edges\":" + to_json(edges) +
              "}\n");
    else
        print(edges_text(graph, edges, "", language_of(options.a), 0));
    if (edges.empty()) log("no edge between " + options.a + " and " + options.b);
    return edges.empty() ? exit_code::nothing : exit_code::ok;
}

}  // namespace

void add_between(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("between", "Show all edges between two names");
    command->add_option("A", options->a, "A name or an id")->required();
    command->add_option("B", options->b, "Another")->required();
    add_store_option(*command, options->store);
    add_filter_options(*command, options->filter);
    command->add_flag("--json", options->json, "Answer as JSON");
    command->footer("Example:\n  entente between Nvidia OpenAI");
    command->callback([options, &run] { run = [options] { return between(*options); }; });
}

}  // namespace entente::cli
