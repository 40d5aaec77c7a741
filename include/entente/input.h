// From files, folders and standard input to documents.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"

namespace entente {

struct InputSink {
    std::function<void(Document&&)> document;  // called in order, on the caller's thread
    std::function<void(Failure&&)> failure;    // a bad file or record; reading goes on
    std::function<void(std::uint64_t)> bytes;  // input consumed since the last call; may be empty
};

// Reads every input in the order given: a file, a folder (its files, by name, recursively, hidden
// ones left out), or "-"
// for `standard_input`. What each is (plain text, JSON lines) is found out from its content.
// Missing, empty and binary files, bad lines and lines beyond `max_line` go to `failure`; an empty
// standard input is none.
// Memory is bounded by the largest document. Throws nothing but what a sink throws.
void read_inputs(const std::vector<std::string>& inputs, std::istream& standard_input,
                 const InputSink& sink);

inline constexpr std::size_t max_line = 16u << 20;  // bytes of one JSON line or plain text file

// Sum of the sizes of files named by the inputs (folders walked); 0 for "-". For progress only.
std::uint64_t input_size(const std::vector<std::string>& inputs);

// A plain text article: first line that is no furniture is the title, a date line near the top
// the date, the rest the text (furniture is left to the extractor, so that offsets hold).
Document parse_plain_text(std::string bytes);

// One JSON object with the fields of formats.md or of common crawlers. Throws Error.
Document parse_json_document(std::string_view line);

}  // namespace entente
