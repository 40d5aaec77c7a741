// Normalising: what each kind of character becomes, and that every byte finds its way back.
#include "text/normalise.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

TEST(Normalise, Table) {
    const struct {
        const char* original;
        const char* normal;
    } rows[] = {
        {"", ""},
        {"plain text, 한글", "plain text, 한글"},
        {"Ａｂｃ１２３％", "Abc123%"},
        {"누리아\u3000정부", "누리아 정부"},
        {"a\u00A0b\u2003c\u202Fd", "a b c d"},
        {"a\tb", "a b"},
        {"a\nb\r\nc", "a\nb\nc"},
        {"a\u2028b", "a\nb"},
        {"\u2018a\u2019 \u201Cb\u201D", "'a' \"b\""},
        {"well\u2010known\u2011name", "well-known-name"},
        {"한ㆍ미・일•중", "한·미·일·중"},
        {"\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글"},
        {"cafe\u0301", "café"},
        {"A\u030A and \u212B", "Å and Å"},
        {"\uFEFFa\u200Bb\u200Dc\u00ADd\u2060e", "abcde"},
        {"a\u202Eb\u202Cc", "abc"},
        {"a\u2066b\u2069c", "abc"},
        {"a\x01"
         "b\x7F"
         "c\u0085d",
         "abcd"},
        {"a\uE000b", "a\uFFFDb"},
        {"a\U000F0001b", "a\uFFFDb"},
        {"a\xFF"
         "b\xC3",
         "a\uFFFDb\uFFFD"},
        {"\xED\x95", "\uFFFD\uFFFD"},
        {"\xC0\xAF", "\uFFFD\uFFFD"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(normalise(row.original).text, row.normal) << row.original;
        EXPECT_EQ(normal_form(row.original), row.normal) << row.original;
    }
}

// Control characters are masks to the rules: no mark behind one may smuggle it in.
TEST(Normalise, MarksDoNotProtectWhatTheyStandOn) {
    EXPECT_EQ(normalise("a\x01\u0301z").text, "a\u0301z");  // as if the control were not there
    EXPECT_EQ(normalise("a\x02\u20DDz").text.find('\x02'), std::string::npos);
    EXPECT_EQ(normalise("\uE000\u0301").text, "\uFFFD\u0301");
    EXPECT_EQ(normalise("\xFF\u0301").text, "\uFFFD\u0301");
    EXPECT_EQ(normalise("\t\u0301").text, " \u0301");
}

TEST(Normalise, MapsSpansBackToTheOriginal) {
    const struct {
        const char* original;
        const char* find;  // in the normal text
        const char* same;  // its bytes in the original
    } rows[] = {
        {"미르\u200B전자가", "미르전자", "미르\u200B전자"},
        {"\u1102\u116E\u1105\u1175가", "누리", "\u1102\u116E\u1105\u1175"},
        {"값은 ３００억 원", "300억", "３００억"},
        {"\u201CMir\u201D said", "Mir", "Mir"},
        {"\xFF\xFE Mir", "Mir", "Mir"},
        {"cafe\u0301 x", "café", "cafe\u0301"},
        {"x\u00A0y", " ", "\u00A0"},
    };
    for (const auto& row : rows) {
        const std::string original = row.original, find = row.find;
        const Normalised n = normalise(original);
        ASSERT_EQ(n.origin.size(), n.text.size() + 1);
        const std::size_t at = n.text.find(find);
        ASSERT_NE(at, std::string::npos) << original;
        const Span span = n.original({at, at + find.size()});
        EXPECT_EQ(original.substr(span.begin, span.end - span.begin), row.same);
    }
}

TEST(Normalise, OriginsNeverStepBack) {
    std::string original;
    for (int i = 0; i < 4000; ++i) original += static_cast<char>((i * 7919 + i / 13) & 0xFF);
    const Normalised n = normalise(original);
    for (std::size_t i = 0; i + 1 < n.origin.size(); ++i)
        ASSERT_LE(n.origin[i], n.origin[i + 1]) << i;
    EXPECT_EQ(n.origin.back(), original.size());
    EXPECT_EQ(normalise(n.text).text, n.text);
}

TEST(Normalise, LongRunsOfMarksStayLinear) {
    std::string original = "e";
    for (int i = 0; i < 200000; ++i) original += "\u0301";
    EXPECT_EQ(normalise(original).origin.back(), original.size());
}

}  // namespace
}  // namespace entente::text
