// `entente rules`: looking at rule packs, checking and measuring them.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_rules(CLI::App& app, Run& run);
void add_rules_test(CLI::App& rules, Run& run);
void add_rules_mine(CLI::App& rules, Run& run);

}  // namespace entente::cli
