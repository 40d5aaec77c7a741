// The options that say which part of the store a question is about.
#pragma once

#include <string>

#include "cli/command.h"
#include "entente/store.h"

namespace entente::cli {

// Adds `-d graph.db`.
void add_store_option(CLI::App& command, std::string& path);

// Adds --type, --relation, --since, --until, --status and --min-support.
void add_filter_options(CLI::App& command, Filter& filter);

// Throws Error on types, relations or statuses that the store's ontology does not know.
void check_filter(const Filter& filter, const Ontology& ontology);

// The same edges, with every entity as a node: sources and items are shown by name, too.
Filter with_all_names(Filter filter);

}  // namespace entente::cli
