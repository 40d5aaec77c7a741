// Where the rules are.
#pragma once

#include <filesystem>
#include <string>

#include "cli/command.h"
#include "entente/rule_pack.h"

namespace entente::cli {

// Adds `--rules DIR` to a command.
void add_rules_option(CLI::App& command, std::string& given);

// `given`, else ENTENTE_RULES, else those of the installation, else those of the source tree.
std::filesystem::path find_rules(const std::string& given);

RulePack load_rules(const std::string& given);

}  // namespace entente::cli
