// What all commands share: how they are hung up in the parser, and how they end.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <stdexcept>

namespace entente::cli {

namespace exit_code {
inline constexpr int ok = 0;
inline constexpr int nothing = 1;  // nothing found, or a check failed
inline constexpr int misuse = 2;
inline constexpr int input_failed = 3;  // some of the input; the rest is done
}  // namespace exit_code

// The command that the parser chose; called once all options are known to be good.
using Run = std::function<int()>;

// The reader of our standard output went away: no fault, and nothing more to say.
struct ClosedPipe : std::runtime_error {
    ClosedPipe() : std::runtime_error("standard output was closed") {}
};

}  // namespace entente::cli
