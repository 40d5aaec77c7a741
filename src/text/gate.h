// Says which of many patterns could match a text: those whose demanded strings stand there, in
// order.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/kept.h"
#include "text/regex.h"

namespace entente::text {

// What a gate saw in the text it was last asked about: scratch, to be used again for speed, by one
// thread and with one gate only.
class Sight {
    friend class Gate;
    struct Seen {
        std::uint32_t first_end = 0;    // the earliest end of an occurrence; 0 where there is none
        std::uint32_t first_begin = 0;  // the earliest begin
        std::uint32_t last_begin = 0;   // the latest
    };
    std::string text_;
    bool looked_ = false;
    std::vector<Seen> words_, needs_;
    std::vector<std::int32_t> standing_words_, standing_needs_;
    std::vector<std::vector<std::int32_t>> maybe_;  // per group: patterns whose key stands
};

class Gate {
  public:
    // With `fold_case` strings are compared in small ASCII letters, whatever the patterns do.
    explicit Gate(bool fold_case = false);
    ~Gate();
    Gate(Gate&&) noexcept;
    Gate& operator=(Gate&&) noexcept;

    struct Pattern {
        Regex regex;
        std::vector<std::string> words;  // one of these must stand, too; empty: none
    };
    // Adds a group of patterns and gives its number: 0, 1, ... Before the first question.
    int add(std::vector<Pattern> patterns);
    // Where the tables of the gate are kept for the next run. Before the first question.
    void keep_in(Kept file);

    struct Candidate {
        int index;                         // in its group
        std::size_t begin_from, begin_by;  // no match begins outside, both included
    };
    // The patterns of the group that may match `text`, by position. The same text is looked at
    // once, however many groups are asked.
    void candidates(int group, std::string_view text, Sight& sight,
                    std::vector<Candidate>& out) const;

  private:
    struct Impl;
    struct Lazy;
    std::unique_ptr<Lazy> lazy_;
};

}  // namespace entente::text
