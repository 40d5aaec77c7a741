// What a scout walks.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_set.h"
#include "text/notation.h"

namespace entente::text {

// What a character of a pattern stands for: one of UTF-8, or one byte.
enum class Reads { characters, bytes };

struct ScoutProgram {
    struct Set {                  // of characters
        ByteSet bytes;            // those of one byte
        std::vector<Range> wide;  // those of more, ascending and apart
        bool negated = false;     // `wide` are those that are not in it
    };

    struct Op {
        enum class Kind : std::uint8_t {
            done,
            bytes,      // `a`: where in `literals`, `b`: how many
            folded,     // the same, in either case
            run,        // `a`: the set, `b` to `c`: how often
            options,    // `a`: the list of what may come next
            table,      // `a`: the table; `b`: the list for the end of the text
            assertion,  // `a`: as in Expression
        };
        Kind kind = Kind::done;
        bool at_end = false;      // can succeed where the text ends
        std::uint16_t first = 0;  // in `firsts`: the bytes with which it can go on
        std::int32_t next = 0;    // the op behind it
        std::uint32_t a = 0, b = 0, c = 0;
    };

    static constexpr std::size_t look_ahead = 8;  // bytes
    static constexpr std::uint32_t endless = ~std::uint32_t{0};

    std::vector<Op> ops;
    std::int32_t start = 0;
    std::vector<ByteSet> firsts;
    std::vector<Set> sets;
    std::string literals;
    std::vector<std::int32_t> lists = {-1};              // of ops, each closed by -1
    std::vector<std::array<std::uint32_t, 256>> tables;  // the list of each byte
    // Bit i of a byte: it can stand at place i of a match that begins no line.
    std::array<std::uint8_t, 256> ahead{};
    bool beyond = false;  // the pattern is none for a scout; nothing else is filled then
};

ScoutProgram build_scout(std::string_view pattern, bool fold_case, Reads reads);

// The first bytes of the characters of a set.
ByteSet first_bytes(const ScoutProgram::Set& set, Reads reads);
ByteSet first_bytes(char literal, bool folded);

// Fills `ahead` of a program that is complete.
void look_ahead(ScoutProgram& program, Reads reads);

}  // namespace entente::text
