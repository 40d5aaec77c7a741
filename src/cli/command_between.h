// `entente between`: all edges between two names.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_between(CLI::App& app, Run& run);

}  // namespace entente::cli
