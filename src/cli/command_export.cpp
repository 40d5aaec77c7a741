// The format follows from the file's ending unless it is given.
#include "cli/command_export.h"

#include <filesystem>
#include <memory>

#include "cli/filter_options.h"
#include "cli/names.h"
#include "cli/output.h"
#include "entente/export.h"

namespace entente::cli {

namespace {

struct Options {
    std::string file;
    std::string format;
    std::string store = "graph.db";
    std::string around;
    std::size_t hops = 1;
    Filter filter;
};

using Write = void (*)(const Graph&, std::ostream&);

Write writer_for(const Options& options) {
    const std::string ending = std::filesystem::path(options.file).extension().string();
    const std::string format =
        options.format.empty() && ending.size() > 1 ? ending.substr(1) : options.format;
    if (format == "graphml") return write_graphml;
    if (format == "gexf") return write_gexf;
    throw Error(format.empty() ? "no format given" : "no export format " + format, options.file,
                "end the file's name with .graphml or .gexf, or give --format");
}

int run_export(const Options& options) {
    const Write write = writer_for(options);
    const Store store(options.store, Store::Mode::read);
    check_filter(options.filter, store.ontology());
    Graph graph(store, options.filter);
    if (!options.around.empty()) {
        const std::optional<StoredEntity> centre = find_entity(store, options.around);
        if (!centre) return exit_code::nothing;
        graph = graph.neighbourhood(centre->id, options.hops);
    }
    write_file(options.file, [&](std::ostream& out) { write(graph, out); });
    log((options.file == "-" ? "standard output" : options.file) + ": " +
        std::to_string(graph.nodes().size()) + " nodes, " + std::to_string(graph.edges().size()) +
        " edges");
    return graph.nodes().empty() ? exit_code::nothing : exit_code::ok;
}

}  // namespace

void add_export(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", "Write the graph for Gephi and others");
    command->add_option("-o,--output", options->file, "File to write, - for standard output")
        ->required()
        ->type_name("FILE");
    command->add_option("--format", options->format, "Instead of the file's ending")
        ->check(CLI::IsMember({"graphml", "gexf"}))
        ->type_name("graphml|gexf");
    add_store_option(*command, options->store);
    add_filter_options(*command, options->filter);
    CLI::Option* around =
        command->add_option("--around", options->around, "Only what is near this name")
            ->type_name("NAME");
    command->add_option("--hops", options->hops, "How near: so many edges away")
        ->needs(around)
        ->type_name("N")
        ->capture_default_str();
    command->add_flag("--isolated", options->filter.isolated, "Entities without an edge, too");
    command->footer("Example:\n  entente export -o graph.gexf --around Nvidia --hops 2");
    command->callback([options, &run] { run = [options] { return run_export(*options); }; });
}

}  // namespace entente::cli
