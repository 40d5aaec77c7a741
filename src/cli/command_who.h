// `entente who`: everything that relates to one name.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_who(CLI::App& app, Run& run);

}  // namespace entente::cli
