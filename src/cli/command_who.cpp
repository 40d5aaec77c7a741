// The neighbours of one entity, relation by relation.
#include "cli/command_who.h"

#include <algorithm>
#include <memory>

#include "cli/answer.h"
#include "cli/filter_options.h"
#include "cli/names.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "entente/graph.h"

namespace entente::cli {

namespace {

struct Options {
    std::string name;
    std::string store = "graph.db";
    Filter filter;
    std::size_t limit = 0;
    bool json = false;
};

std::string heading(const StoredEntity& entity, const std::string& lang) {
    std::string names = coloured(entity.label(lang), Colour::bold);
    std::string others;
    for (const auto& [other, name] : entity.name)
        if (name != entity.label(lang)) others += (others.empty() ? "" : ", ") + name;
    if (!others.empty()) names += " (" + others + ")";
    std::string seen = std::to_string(entity.documents) +
                       (entity.documents == 1 ? " document, " : " documents, ") +
                       std::to_string(entity.mentions) +
                       (entity.mentions == 1 ? " mention" : " mentions");
    if (!entity.first_seen.empty()) {
        seen += ", " + entity.first_seen;
        if (entity.last_seen != entity.first_seen) seen += " to " + entity.last_seen;
    }
    return names + "  " + entity.type + "  " + coloured(entity.id, Colour::dim) + "\n" +
           coloured(seen, Colour::dim) + "\n\n";
}

// Edges whose other end is of one of the types. The entity itself may be of any.
std::vector<const Edge*> of_types(const Graph& graph, const Ontology& ontology,
                                  const std::string& id, const std::vector<std::string>& types) {
    std::vector<const Edge*> edges = graph.around(id);
    std::erase_if(edges, [&](const Edge* edge) {
        const Node* other = graph.node(edge->from == id ? edge->to : edge->from);
        return !types.empty() && !(other && ontology.fits(other->entity.type, types));
    });
    return edges;
}

std::string to_json_line(const StoredEntity& entity, const Graph& graph,
                         const std::vector<const Edge*>& edges) {
    return "{\"entity\":" + to_json(entity) + ",\"entities\":" + ends_to_json(graph, edges) +
           ",\"edges\":" + to_json(edges) + "}\n";
}

int who(const Options& options) {
    const Store store(options.store, Store::Mode::read);
    const Ontology ontology = store.ontology();
    check_filter(options.filter, ontology);
    const std::optional<StoredEntity> entity = find_entity(store, options.name);
    if (!entity) return exit_code::nothing;
    Filter filter = with_all_names(options.filter);
    filter.types.clear();
    const Graph graph(store, filter, Measures::none);
    const std::vector<const Edge*> edges =
        of_types(graph, ontology, entity->id, options.filter.types);
    const std::string lang = language_of(options.name);
    if (options.json)
        print(to_json_line(*entity, graph, edges));
    else
        print(heading(*entity, lang) + edges_text(graph, edges, entity->id, lang, options.limit));
    if (edges.empty()) log("no edges of " + options.name + " under this filter");
    return edges.empty() ? exit_code::nothing : exit_code::ok;
}

}  // namespace

void add_who(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("who", "Show everything that relates to a name");
    command->add_option("NAME", options->name, "In any language, any alias, or an id")->required();
    add_store_option(*command, options->store);
    add_filter_options(*command, options->filter);
    command->add_option("--limit", options->limit, "At most so many edges a relation")
        ->type_name("N");
    command->add_flag("--json", options->json, "Answer as JSON");
    command->footer("Example:\n  entente who Nvidia --relation invests_in --since 2025-12");
    command->callback([options, &run] { run = [options] { return who(*options); }; });
}

}  // namespace entente::cli
