// What is wrong with a rule pack, for its author.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "entente/error.h"
#include "entente/rule_pack.h"

namespace entente {

// Runs the examples that stand in the pack's rules: each `yes` must give its claims or mentions,
// each `no` must hold the trigger and the types and give nothing. Returns one fault per failure.
std::vector<Diagnostic> check_examples(const RulePack& pack);

struct PackCheck {
    std::vector<Diagnostic> faults;  // of loading and of the examples, by file and line
    // True where something did not load. What is at fault was left out when the examples ran, so
    // that one may fail for want of it.
    bool partial = false;
    std::size_t rules = 0, entities = 0, names = 0;  // that loaded
};

// Loads the pack of a folder and runs the examples of every rule that loaded, whatever else is at
// fault; only without an ontology no example is run. Throws Error where the folder cannot be read.
PackCheck check_pack(const std::filesystem::path& folder);

}  // namespace entente
