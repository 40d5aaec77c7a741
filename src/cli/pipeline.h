// Many threads read documents; the results come out in the order in which they went in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/progress.h"
#include "entente/document.h"
#include "entente/error.h"
#include "entente/extraction.h"
#include "entente/extractor.h"

namespace entente::cli {

// What one document or one bad record of the input came to.
struct Read {
    Document document;
    Extraction extraction;
    std::optional<Failure> failure;  // the input could not be read: there is no document
    std::string error;               // reading the document failed; empty where it did not
};

// Reads all inputs with `jobs` threads. `take` is called in the order of the input, always on one
// thread (not the caller's), whatever `jobs` is; what it throws ends the run and is thrown here.
// At most a few documents a thread are held at any time.
void read_all(const std::vector<std::string>& inputs, const Extractor& extractor, std::size_t jobs,
              Progress& progress, const std::function<void(Read&&)>& take);

// Adds `--jobs N` to a command.
void add_jobs_option(CLI::App& command, std::size_t& jobs);

// `jobs`, or the hardware's threads where it is 0.
std::size_t threads_for(std::size_t jobs);

}  // namespace entente::cli
