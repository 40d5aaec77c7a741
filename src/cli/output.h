// Standard output, standard error, and files that appear whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string_view>

namespace entente::cli {

// Writes and flushes. Throws ClosedPipe where nobody reads any more, Error where the disk is full.
void print(std::string_view text);

// A line on standard error, behind "entente: "; a progress bar that stands there is wiped first.
void log(std::string_view text);

// Lets `write` fill a file next to `path`, then renames it. "-" is standard output.
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

}  // namespace entente::cli
