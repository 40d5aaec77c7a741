// `entente rules`: looking at rule packs and checking them.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_rules(CLI::App& app, Run& run);

}  // namespace entente::cli
