// What a pattern cannot match without: literals read off its notation, before anything is compiled.
// After the prefilter of RE2 (re2/prefilter.h), for patterns that are compiled late.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::text {

// One of these strings must stand in the text. Ways and patterns that demand the same share them.
class AnyOf {
  public:
    using Strings = std::vector<std::string>;

    explicit AnyOf(Strings strings);  // at least one; are sorted, without doubles
    const Strings& strings() const { return *strings_; }
    Strings::const_iterator begin() const { return strings_->begin(); }
    Strings::const_iterator end() const { return strings_->end(); }
    std::size_t size() const { return strings_->size(); }
    const std::string& operator[](std::size_t i) const { return (*strings_)[i]; }
    std::size_t shortest() const { return shortest_; }  // bytes

  private:
    std::shared_ptr<const Strings> strings_;
    std::size_t shortest_;
};

struct Needs {
    static constexpr std::size_t endless = static_cast<std::size_t>(-1);

    std::vector<AnyOf> all;  // all of these must hold, in the order of a match
    // Bytes of a match before the first of `all` at most; of the whole match where it needs none.
    std::size_t lead = 0;
};

// One of these must hold for the pattern to match: what it demands in each of its ways, few in
// all. Never empty; a way that demands nothing lets any text through. With `fold_case` the strings
// are in small letters and meant for a text in small letters. Demanded are masks (single bytes
// below U+0020), digits, and strings of two bytes and more.
std::vector<Needs> needs_of(std::string_view pattern, bool fold_case);
// The same for many patterns: what they share is read once.
std::vector<std::vector<Needs>> needs_of(const std::vector<std::string_view>& patterns,
                                         bool fold_case);

}  // namespace entente::text
