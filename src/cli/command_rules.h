// `entente rules`: looking at rule packs, checking and measuring them.
#pragma once

#include <string>

#include "cli/command.h"
#include "entente/error.h"

namespace entente::cli {

void add_rules(CLI::App& app, Run& run);
void add_rules_test(CLI::App& rules, Run& run);
void add_rules_mine(CLI::App& rules, Run& run);

// A fault as a JSON object.
std::string fault_json(const Diagnostic& fault);

}  // namespace entente::cli
