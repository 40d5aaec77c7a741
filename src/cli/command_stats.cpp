// Counts, and the inputs that failed.
#include "cli/command_stats.h"

#include <algorithm>
#include <memory>

#include "cli/filter_options.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "entente/json.h"
#include "entente/store.h"

namespace entente::cli {

namespace {

struct Options {
    std::string store = "graph.db";
    bool failures = false;
    bool json = false;
};

using Counts = std::map<std::string, std::size_t>;
using Totals = std::vector<std::pair<std::string, std::size_t>>;

Totals totals_of(const StoreStats& s) {
    return {{"documents", s.documents}, {"sentences", s.sentences}, {"mentions", s.mentions},
            {"entities", s.entities},   {"claims", s.claims},       {"evidence", s.evidence},
            {"failures", s.failures}};
}

std::string row(const std::string& name, std::size_t count) {
    const std::string number = std::to_string(count);
    return "  " + padded(name, 24) + std::string(number.size() < 10 ? 10 - number.size() : 0, ' ') +
           number + "\n";
}

// The largest first.
std::string table(const std::string& heading, const Counts& counts) {
    if (counts.empty()) return {};
    Totals rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string out = "\n" + coloured(heading, Colour::green) + "\n";
    for (const auto& [name, count] : rows) out += row(name.empty() ? "(neither)" : name, count);
    return out;
}

std::string as_text(const StoreStats& stats, const std::string& store) {
    std::string out = coloured(store, Colour::green) + "\n";
    for (const auto& [name, count] : totals_of(stats)) out += row(name, count);
    return out + table("claims by relation", stats.claims_by_relation) +
           table("entities by type", stats.entities_by_type) +
           table("documents by language", stats.documents_by_language);
}

std::string as_json(const Counts& counts) {
    std::string out;
    for (const auto& [name, count] : counts)
        out += (out.empty() ? "" : ",") + json_string(name) + ":" + std::to_string(count);
    return "{" + out + "}";
}

std::string as_json(const StoreStats& stats) {
    std::string out = "{";
    for (const auto& [name, count] : totals_of(stats))
        out += json_string(name) + ":" + std::to_string(count) + ",";
    return out + "\"claims_by_relation\":" + as_json(stats.claims_by_relation) +
           ",\"entities_by_type\":" + as_json(stats.entities_by_type) +
           ",\"documents_by_language\":" + as_json(stats.documents_by_language) + "}\n";
}

std::string failures_text(const std::vector<Failure>& failures, bool json) {
    std::string out;
    for (const Failure& failure : failures)
        out += json ? "{\"place\":" + json_string(failure.place) +
                          ",\"message\":" + json_string(failure.message) + "}\n"
                    : failure.place + ": " + failure.message + "\n";
    return out;
}

int stats(const Options& options) {
    const Store store(options.store, Store::Mode::read);
    if (options.failures)
        print(failures_text(store.failures(), options.json));
    else
        print(options.json ? as_json(store.stats()) : as_text(store.stats(), options.store));
    return exit_code::ok;
}

}  // namespace

void add_stats(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("stats", "Show what a store holds, in figures");
    add_store_option(*command, options->store);
    command->add_flag("--failures", options->failures, "List the inputs that failed instead");
    command->add_flag("--json", options->json, "Answer as JSON");
    command->footer("Example:\n  entente stats -d graph.db");
    command->callback([options, &run] { run = [options] { return stats(*options); }; });
}

}  // namespace entente::cli
