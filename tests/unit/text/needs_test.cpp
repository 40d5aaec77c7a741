// What is read off a pattern: "ab&cd" must both stand, "ab/cd" one of them.
#include "text/needs.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

std::string shown(std::string_view pattern, bool fold_case = false) {
    std::string out;
    for (const AnyOf& any : needs_of(pattern, fold_case)) {
        std::string part;
        for (const std::string& s : any) {
            if (!part.empty()) part += "/";
            if (s.size() == 1 && s[0] < 0x20)
                part += "#" + std::to_string(static_cast<int>(s[0]));
            else
                part += s;
        }
        out += (out.empty() ? "" : "&") + part;
    }
    return out;
}

TEST(Needs, Table) {
    const struct {
        const char* pattern;
        const char* needs;
    } rows[] = {
        // literals
        {"invest", "invest"},
        {"투자", "투자"},
        {"a", ""},  // a single byte says too little
        {"a.b", ""},
        {"ab.cd", "ab&cd"},
        {"ab cd", "ab cd"},
        {"a\\.b", "a.b"},
        {"^ab$", "ab"},
        {"\\bab\\b", "ab"},
        {"\\x61\\x62", "ab"},
        {"\\x{C7AC}", "재"},
        // repeats
        {"ab?c", ""},
        {"abc?de", "ab&de"},
        {"abc*", "ab"},
        {"abc+", "ab"},
        {"(?:ab)+", "ab"},
        {"(?:ab){2,3}", "ab"},
        {"(?:ab){0,3}cd", "cd"},
        {"(?:ab){,3}cd", "cd"},
        {"(?:ab)*?cd", "cd"},
        // alternatives
        {"ab|cd", "ab/cd"},
        {"x(?:ab|cd)y", "ab/cd"},
        {"(?:ab|)cd", "cd"},
        {"(?:ab|c)de", "de"},
        {"(?:ab|cd.ef.g|hij)", "ab/cd/hij"},
        {"(?:ab|cd)?ef", "ef"},
        {"(?P<n>ab)(?P<m>cd)", "abcd"},
        {"한(?:국|중)", "한&국/중"},
        // classes
        {"[ab]cd", "cd"},
        {"[^ab]cd", "cd"},
        {"[\\]a]cd", "cd"},
        {"[]a]cd", "cd"},
        {"[\\p{Hangul}]cd", "cd"},
        {"[[:alpha:]]cd", "cd"},
        {"\\p{Hangul}cd", "cd"},
        {"\\pLcd", "cd"},
        {"\\d\\w\\scd", "0/1/2/3/4/5/6/7/8/9&cd"},
        {"[0-9]+cd", "0/1/2/3/4/5/6/7/8/9&cd"},
        {"[0-9]?cd", "cd"},
        {"[0-9.]cd", "cd"},
        {"[\\x01\\x02]cd", "#1/#2&cd"},
        {"\\x01cd",
         "\x01"
         "cd"},
        {"ab\\x03?cd", "ab&cd"},
        {"(?:[\\x01]ab|[\\x02]cd)", "ab/cd"},
        {"[\\x01-\\x1F]cd", "cd"},
        {"[^\\x01]cd", "cd"},
        {"[a\\x01]cd", "cd"},
        // flags
        {"(?i)ab", ""},
        {"(?i:ab)cd", ""},
        {"(?i)ab[\\x01]", "#1"},
        {"(?s)ab", "ab"},
        // nothing
        {"", ""},
        {".*", ""},
    };
    for (const auto& row : rows) EXPECT_EQ(shown(row.pattern), row.needs) << row.pattern;
}

TEST(Needs, InSmallLettersWhereCaseIsFolded) {
    EXPECT_EQ(shown("Invest(?:ES|ED)", true), "invest&es/ed");
    EXPECT_EQ(shown("(?i)Ab", true), "ab");
    EXPECT_EQ(shown("[Aa]bc[Dd]", true), "abcd") << "a letter in both cases is that letter";
    EXPECT_EQ(shown("[Ab]bc[0d]", true), "bc");
    EXPECT_EQ(shown("Ab투자", true), "ab투자");
    EXPECT_EQ(shown("ABcaféDE", true), "abcaf&de") << "É and é are two strings";
}

TEST(Needs, ListsThatAreTooLongDemandNothing) {
    std::string pattern = "(?:";
    for (int i = 0; i < 4000; ++i) pattern += "word" + std::to_string(i) + "|";
    EXPECT_EQ(shown(pattern + "last)end"), "end");
}

}  // namespace
}  // namespace entente::text
