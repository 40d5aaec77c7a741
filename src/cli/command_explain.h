// `entente explain`: a text with what was found in it, and by which rule.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_explain(CLI::App& app, Run& run);

}  // namespace entente::cli
