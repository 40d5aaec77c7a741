// Lines in bounded memory, and the first byte that is no text.
#include "input/bytes.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "input/identity.h"

namespace entente::input {
namespace {

TEST(LineReader, GivesLinesWithTheirEnds) {
    std::istringstream in("a\n\nlast");
    LineReader reader(in);
    std::vector<std::string> lines;
    for (std::string line; reader.next(line, 100);) lines.push_back(line);
    EXPECT_EQ(lines, (std::vector<std::string>{"a\n", "\n", "last"}));
    EXPECT_EQ(reader.number(), 3u);
    EXPECT_EQ(reader.consumed(), 7u);
}

TEST(LineReader, CutsAndSkipsWhatIsTooLong) {
    std::istringstream in(std::string(300000, 'x') + "\nnext\n");
    LineReader reader(in);
    std::string line;
    ASSERT_TRUE(reader.next(line, 1000));
    EXPECT_TRUE(reader.cut());
    EXPECT_EQ(line.size(), 1000u);
    EXPECT_LT(line.capacity(), 70000u);
    ASSERT_TRUE(reader.next(line, 1000));
    EXPECT_FALSE(reader.cut());
    EXPECT_EQ(line, "next\n");
    EXPECT_EQ(reader.number(), 2u);
}

TEST(FirstBadByte, Table) {
    const struct {
        std::string bytes;
        std::size_t at;
    } rows[] = {
        {"", std::string::npos},
        {"plain, 한국어, 😀", std::string::npos},
        {std::string("ab\0c", 4), 2},
        {"한\xEC\x84", 3},        // cut character
        {"a\xC0\xAF", 1},         // overlong
        {"a\xED\xA0\x80", 1},     // surrogate
        {"\xBF\xCD\xB8\xA1", 0},  // CP949
    };
    for (const auto& row : rows) EXPECT_EQ(first_bad_byte(row.bytes), row.at) << row.bytes;
}

TEST(Trimmed, Table) {
    EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
    EXPECT_EQ(trimmed("\xEF\xBB\xBF　제목\xC2\xA0"), "제목");
    EXPECT_EQ(trimmed(" \n"), "");
}

TEST(CanonicalUrl, Table) {
    const char* const rows[][2] = {
        {"https://a.example/x", "https://a.example/x"},
        {"https://a.example/x#top", "https://a.example/x"},
        {"https://a.example/x?id=3&utm_source=b&page=2#c", "https://a.example/x?id=3&page=2"},
        {"https://a.example/x?utm_source=b&utm_medium=c", "https://a.example/x"},
        {"https://a.example/x?", "https://a.example/x"},
        {"https://a.example/x?my_utm_=1", "https://a.example/x?my_utm_=1"},
    };
    for (const auto& row : rows) EXPECT_EQ(canonical_url(row[0]), row[1]);
}

TEST(ContentId, IsTheFrontOfTheHash) { EXPECT_EQ(content_id("abc"), "sha256:ba7816bf8f01cfea"); }

}  // namespace
}  // namespace entente::input
