// `entente export`: the graph as a file for other programs.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_export(CLI::App& app, Run& run);

}  // namespace entente::cli
