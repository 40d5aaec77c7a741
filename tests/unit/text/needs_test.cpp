// What is read off a pattern: "ab&cd" must both stand, "ab/cd" one of them, "ab or cd&ef" those of
// one of two ways.
#include "text/needs.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

std::string shown(const AnyOf& any) {
    std::string out;
    for (const std::string& s : any) {
        if (!out.empty()) out += "/";
        out += s.size() == 1 && s[0] < 0x20 ? "#" + std::to_string(static_cast<int>(s[0])) : s;
    }
    return out;
}

std::string shown(std::string_view pattern, bool fold_case = false) {
    std::string out;
    for (const Needs& way : needs_of(pattern, fold_case)) {
        std::string part;
        for (const AnyOf& any : way.all) part += (part.empty() ? "" : "&") + shown(any);
        out += (out.empty() ? "" : " or ") + part;
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
        {"(?:ab){,3}cd", "ab{,3}cd"},  // no repeat
        {"(?:ab)*?cd", "cd"},
        // a group twice, with a bracket in a set behind a named class
        {"(?:a long group that stands here twice[[:digit:])]cc)"
         "(?:a long group that stands here twice[[:digit:])]cc)dd",
         "a long group that stands here twice&cc&a long group that stands here twice&cc&dd"},
        // alternatives
        {"ab|cd", "ab/cd"},
        {"x(?:ab|cd)y", "ab/cd"},
        {"(?:ab|)cd", "cd"},
        {"(?:ab|c)de", "de"},
        {"(?:ab|cd.ef.g|hij)", "ab or cd&ef or hij"},
        {"(?:ab.cd|ef)gh(?:ij|kl.mn)", "ab&cd&gh&ij or ab&cd&gh&kl&mn or ef&gh&ij or ef&gh&kl&mn"},
        {"(?:ab.cd|)ef", "ab&cd&ef or ef"},
        {"(?:ab.cd|ef)?gh", "gh"},
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
        {"(?:[\\x01]ab|[\\x02]cd)", "#1&ab or #2&cd"},
        {"[\\x01-\\x1F]cd", "cd"},
        {"[^\\x01]cd", "cd"},
        {"[a\\x01]cd", "cd"},
        // flags
        {"(?i)ab", ""},
        {"(?i:ab)cd", "cd"},
        {"(?i)ab[\\x01]", "#1"},
        {"(?s)ab", "ab"},
        // nothing
        {"", ""},
        {".*", ""},
    };
    for (const auto& row : rows) EXPECT_EQ(shown(row.pattern), row.needs) << row.pattern;
}

TEST(Needs, LeadIsWhatStandsBeforeTheFirst) {
    const struct {
        const char* pattern;
        std::size_t lead;
    } rows[] = {{"ab", 0},
                {"xab", 0},
                {"x.ab", 5},
                {"[a-c]{2,3}ab", 3},
                {"[^a]?ab", 4},
                {"한?ab", 3},
                {"a*ab", Needs::endless},
                {"(?:ab.cd|[x]ef)g", 1},
                {"\\bab", 0},
                {"(?:^|[^a-z])ab", 4},
                {"[xyz]", 1},
                {"(?:.a|ab)cd", 5}};
    for (const auto& row : rows) {
        std::size_t lead = 0;
        for (const Needs& way : needs_of(row.pattern, false)) lead = std::max(lead, way.lead);
        EXPECT_EQ(lead, row.lead) << row.pattern;
    }
}

TEST(Needs, InSmallLettersWhereCaseIsFolded) {
    EXPECT_EQ(shown("Invest(?:ES|ED)", true), "invest&ed/es");
    EXPECT_EQ(shown("(?i)Ab", true), "ab");
    EXPECT_EQ(shown("[Aa]bc[Dd]", true), "abcd") << "a letter in both cases is that letter";
    EXPECT_EQ(shown("[Ab]bc[0d]", true), "bc");
    EXPECT_EQ(shown("Ab투자", true), "ab투자");
    EXPECT_EQ(shown("ABcaféDE", true), "abcaf&de") << "É and é are two strings";
}

TEST(Needs, TooManyWaysAreUnited) {
    std::string pattern = "x(?:";
    for (char c = 'a'; c < 'z'; ++c) pattern += std::string(2, c) + ".." + std::string(3, c) + "|";
    EXPECT_EQ(shown(pattern + "zz..zzz)").substr(0, 11), "aaa/bbb/ccc") << "the longest of each";
    EXPECT_EQ(shown("(?:ab.cd|ef)(?:ab.cd|ef)(?:ab.cd|ef)(?:ab.cd|ef)").substr(0, 6), "ab&cd&");
}

TEST(Needs, ListsThatAreTooLongDemandNothing) {
    std::string pattern = "(?:";
    for (int i = 0; i < 4000; ++i) pattern += "word" + std::to_string(i) + "|";
    EXPECT_EQ(shown(pattern + "last)end"), "end");
}

}  // namespace
}  // namespace entente::text
