// `entente extract`: a filter from articles to JSON lines.
#pragma once

#include "cli/command.h"

namespace entente::cli {

void add_extract(CLI::App& app, Run& run);

}  // namespace entente::cli
