// `entente path`: the shortest chains from one name to another.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_path(CLI::App& app, Run& run);

}  // namespace entente::cli
