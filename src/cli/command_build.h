// `entente build`: reads articles and keeps what they say.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_build(CLI::App& app, Run& run);

}  // namespace entente::cli
