// Bytes before they are text: a stream in bounded memory, and what is wrong with it.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace entente::input {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Reads a stream line by line. Takes what the stream has and never waits for more than a line, so
// that a filter answers as it is asked.
class LineReader {
  public:
    explicit LineReader(std::istream& in) : in_(*in.rdbuf()) {}

    // The next line with its end; false at the end of the stream. Of a line longer than `most`
    // only the first `most` bytes are given, `cut` tells so, and the rest is skipped.
    bool next(std::string& line, std::size_t most);

    bool cut() const { return cut_; }
    std::size_t number() const { return number_; }  // of the last line, 1-based
    std::uint64_t consumed() const { return consumed_; }
    bool failed() const { return failed_; }  // the stream broke off: a disk error, a folder

  private:
    std::streambuf& in_;
    std::size_t number_ = 0;
    std::uint64_t consumed_ = 0;
    bool cut_ = false;
    bool failed_ = false;
    char buffer_[1 << 16];
    std::size_t at_ = 0;
    std::size_t filled_ = 0;

    bool fill();
};

// Offset of the first byte that no UTF-8 text has there (NUL counts); npos where there is none.
std::size_t first_bad_byte(std::string_view bytes);

std::string_view trimmed(std::string_view text);  // without ASCII and ideographic space around

}  // namespace entente::input
