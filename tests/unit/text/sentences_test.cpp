// Sentence borders: each row is a line with " | " where a border must be.
#include "text/sentences.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

const SentenceWords words = {{"Mr", "Inc", "Gen", "No", "Jan"}, {"The", "It", "A"}};

std::string joined(const std::string& line) {
    std::string out;
    for (Span s : split_sentences(line, {0, line.size()}, words))
        out += (out.empty() ? "" : " | ") + line.substr(s.begin, s.end - s.begin);
    return out;
}

TEST(Sentences, Table) {
    const char* rows[] = {
        "",
        "One.",
        "One. | Two! | Three? | Four",
        "Mr. Lee met Gen. Park. | They spoke.",
        "Mir Inc. bought it. | It paid Torm Inc. | The firm paid Mr. Doe.",
        "He joined Mir Inc.",
        "J. R. Doe came. | He left.",
        "It moved to the U.S. | The firm paid.",
        "He wrote so on X. | It is true.",
        "He left Mir Inc. | A day later A. B. Doe came.",
        "It rose 3.5 percent. | It fell.",
        "It is ver. two of it.",
        "It costs No. 5 a fee.",
        "She said \"We pay. We always did. So what\" and left. | He stayed.",
        "She said \"We pay.\" | He stayed.",
        "\"We pay.\" she said.",
        "What (if any?) is it.",
        "Is it (so?) | Yes.",
        "A \"quote that never ends. | It goes on.",
        "미르전자가 샀다. | 누리랩은 팔았다.",
        "미르전자가 \"샀다. 잘 샀다\"고 했다. | 누리랩은 팔았다.",
        "값은 3.5억 원이다. | 싸다.",
        "정말인가? | 그렇다! | 끝",
        "끝났다... | 또 시작했다.",
    };
    for (const char* row : rows) {
        std::string line;
        for (const char* c = row; *c; ++c) {
            if (*c == '|')
                ++c;  // the border and one of its two spaces
            else
                line += *c;
        }
        EXPECT_EQ(joined(line), row);
    }
}

TEST(Sentences, SpansStayInTheLine) {
    const std::string text = "before. A one. B two.  after.";
    const std::vector<Span> spans = split_sentences(text, {8, 21}, words);
    ASSERT_EQ(spans.size(), 2u);
    EXPECT_EQ(text.substr(spans[0].begin, spans[0].end - spans[0].begin), "A one.");
    EXPECT_EQ(text.substr(spans[1].begin, spans[1].end - spans[1].begin), "B two.");
}

void expect_cut(const std::string& text) {
    const std::vector<Span> spans = split_sentences(text, {0, text.size()}, words);
    ASSERT_FALSE(spans.empty());
    std::size_t last = 0;
    for (Span s : spans) {
        EXPECT_LE(s.end - s.begin, max_sentence + 1300);
        EXPECT_GE(s.begin, last);
        EXPECT_NE(static_cast<unsigned char>(text[s.begin]) & 0xC0, 0x80) << "inside a character";
        last = s.end;
    }
}

TEST(Sentences, WithoutFullStopAreCut) {
    std::string spaced, glued, hangul, quotes, stops;
    while (spaced.size() < (1u << 20)) spaced += "word ";
    while (hangul.size() < (1u << 20)) hangul += "가나다";
    glued.assign(1u << 20, 'x');
    quotes.assign(1u << 20, '"');
    while (stops.size() < (1u << 20)) stops += "a.b";
    for (const std::string* text : {&spaced, &glued, &hangul, &quotes, &stops}) expect_cut(*text);
}

TEST(Lines, WithoutSpacesAroundThem) {
    const std::string text = "\n  one  \n\n two\n   \nthree";
    std::string out;
    for (Span s : split_lines(text)) out += text.substr(s.begin, s.end - s.begin) + "|";
    EXPECT_EQ(out, "one|two|three|");
}

}  // namespace
}  // namespace entente::text
