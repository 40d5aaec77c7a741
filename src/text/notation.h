// The notation of RE2, read into a tree: what a pattern says before anything is compiled.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::text {

struct Range {
    char32_t first, last;
};

struct Expression {
    enum class Kind {
        text,       // `text`, in UTF-8; of one character where it is repeated
        set,        // one character of `ranges`, or with `negated` one that is in none
        any,        // one character, whichever: also where the notation says it in a way that this
                    // reader does not know (\pL, [[:alpha:]], a letter beyond ASCII that folds)
        assertion,  // `mark`: '^' '$' of the text, '(' ')' of a line, 'b' 'B' at a word's border
        sequence,   // `parts` in order; of none: the empty text
        choice,     // one of `parts`
        repeat      // parts[0], from `least` to `most` times
    };
    static constexpr int endless = -1;
    using Part = std::shared_ptr<const Expression>;

    Kind kind = Kind::sequence;
    bool fold_case = false;  // of a text or set: letters of ASCII stand for both cases
    bool negated = false;
    char mark = 0;
    std::string text;
    int least = 1, most = 1;
    std::vector<Range> ranges;
    std::vector<Part> parts;
};

// Does one of these characters, all beyond ASCII, perhaps have another case? Not punctuation and
// signs, hangul, hanja.
bool may_have_cases(Range characters);

// Reads what RE2 accepts; of a pattern that it refuses the tree means nothing, but is one. Groups
// are not told from what they hold, nor lazy repeats from greedy ones: neither decides whether a
// pattern matches. A long group that stands in several patterns is read once, and is one part of
// all their trees.
class Notation {
  public:
    Expression::Part read(std::string_view pattern, bool fold_case);

  private:
    friend class NotationReader;
    std::unordered_map<std::string, Expression::Part> groups_;  // by their flags and text
};

}  // namespace entente::text
