// `entente stats`: what a store holds, in figures.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_stats(CLI::App& app, Run& run);

}  // namespace entente::cli
