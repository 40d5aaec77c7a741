// RE2, seen through what the rules need: search with named groups.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/extraction.h"

namespace entente::text {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Spans of a match and its groups in the searched text; a group that took no part is `nowhere`.
using Groups = std::vector<Span>;

inline bool matched(const Span& group) { return group.begin != nowhere; }

// When a pattern is read by RE2: `now` refuses a bad one in the constructor, `late` at its first
// use.
enum class Validate { now, late };

// One pattern. Immutable, shared freely between threads; compiled when it is first used, since most
// rules of a pack meet no text of their language.
class Regex {
  public:
    Regex() = default;  // matches nothing
    // `fold_case`: letters match in either case. Throws Error, here or at the first use, on a
    // pattern that RE2 refuses or that names a group twice.
    explicit Regex(std::string_view pattern, bool fold_case = false,
                   Validate validate = Validate::now);

    explicit operator bool() const { return impl_ != nullptr; }
    // Leftmost match in text[from..to) (anchors see the whole text). Fills `groups` if not null.
    // Who knows that no match begins behind `begin_by` spares the search there.
    bool search(std::string_view text, std::size_t from, std::size_t to, Groups* groups,
                std::size_t begin_by = nowhere) const;
    bool search(std::string_view text) const { return search(text, 0, text.size(), nullptr); }
    // A match that begins exactly at `from`.
    bool match_at(std::string_view text, std::size_t from, Groups* groups) const;

    int group(std::string_view name) const;       // index into Groups; -1 where there is none
    bool has_group(std::string_view name) const;  // by a look at the pattern

    const std::string& pattern() const;  // not of one that matches nothing

  private:
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

// Makes each pattern once: rules share most of their slots.
class RegexCache {
  public:
    // As the constructor of Regex.
    const Regex& make(const std::string& pattern, bool fold_case);

    Validate validate = Validate::now;

  private:
    std::unordered_map<std::string, Regex> made_[2];  // by fold_case
};

}  // namespace entente::text
