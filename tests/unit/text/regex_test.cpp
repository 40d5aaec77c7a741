// Patterns: groups, what is refused, and the gate over many of them.
#include "text/regex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "entente/error.h"
#include "text/gate.h"

namespace entente::text {
namespace {

TEST(Regex, Groups) {
    const Regex regex("(?P<year>[0-9]{4})년(?: (?P<month>[0-9]{1,2})월)?");
    EXPECT_TRUE(regex.has_group("month"));
    EXPECT_FALSE(regex.has_group("day"));
    EXPECT_EQ(regex.group("year"), 1);
    EXPECT_EQ(regex.group("month"), 2);
    EXPECT_EQ(regex.group("day"), -1);
    EXPECT_EQ(Regex("([a(?P<x>])(?:b)(?P<c>c)").group("c"), 2);
    const std::string text = "지난 2025년 12월 초";
    Groups groups;
    ASSERT_TRUE(regex.search(text, 0, text.size(), &groups));
    EXPECT_EQ(text.substr(groups[1].begin, 4), "2025");
    EXPECT_EQ(text.substr(groups[2].begin, groups[2].end - groups[2].begin), "12");
    ASSERT_TRUE(regex.search("1999년", 0, 7, &groups));
    EXPECT_FALSE(matched(groups[2]));
}

TEST(Regex, RefusesMoreGroupsThanItGivesBack) {
    std::string pattern = "[(](?:x)\\(";
    for (int i = 0; i < 23; ++i) pattern += "(a)";
    EXPECT_NO_THROW(Regex{pattern});
    EXPECT_THROW(Regex(pattern + "(?P<b>b)"), Error);
}

TEST(Regex, SearchesAPart) {
    const Regex regex("b+");
    Groups groups;
    ASSERT_TRUE(regex.search("abbabbb", 3, 7, &groups));
    EXPECT_EQ(groups[0], (Span{4, 7}));
    EXPECT_FALSE(regex.search("abba", 3, 4, nullptr));
    EXPECT_TRUE(regex.match_at("abba", 1, &groups));
    EXPECT_EQ(groups[0], (Span{1, 3}));
    EXPECT_FALSE(regex.match_at("abba", 0, nullptr));
    EXPECT_FALSE(Regex("^b").search("ab", 1, 2, nullptr)) << "anchors see the whole text";
    EXPECT_FALSE(Regex("a$").search("ab", 0, 1, nullptr)) << "anchors see the whole text";
}

TEST(Regex, FoldsCaseWhenAsked) {
    EXPECT_FALSE(Regex("bought").search("BOUGHT"));
    EXPECT_TRUE(Regex("bought", true).search("BOUGHT"));
}

TEST(Regex, DefaultMatchesNothing) {
    const Regex none;
    EXPECT_FALSE(none);
    EXPECT_FALSE(none.search(""));
    EXPECT_FALSE(none.match_at("", 0, nullptr));
    EXPECT_EQ(none.group("a"), -1);
    EXPECT_FALSE(none.has_group("a"));
}

TEST(Regex, Refused) {
    for (const char* pattern :
         {"(", "a)", "[a", "a{3,2}", "*a", "(?=a)", "(?<!a)b", "(a)\\1", "\\p{Nowhere}", "(?P<a>x"})
        EXPECT_THROW(Regex{pattern}, Error) << pattern;
}

TEST(Regex, RefusesAGroupThatIsNamedTwice) {
    try {
        Regex("(?P<from>a)|(?P<from>b)");
        FAIL();
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("from"), std::string::npos);
        EXPECT_NE(std::string(e.what()).find("twice"), std::string::npos);
    }
}

std::vector<Gate::Pattern> as_patterns(const std::vector<Regex>& regexes) {
    std::vector<Gate::Pattern> patterns;
    for (const Regex& regex : regexes) patterns.push_back({regex, {}});
    return patterns;
}

std::vector<int> candidates(const Gate& gate, int group, std::string_view text) {
    Sight sight;
    std::vector<Gate::Candidate> found;
    gate.candidates(group, text, sight, found);
    std::vector<int> out;
    for (const Gate::Candidate& candidate : found) out.push_back(candidate.index);
    return out;
}

std::vector<int> candidates(const std::vector<Regex>& regexes, bool fold_case,
                            std::string_view text) {
    Gate gate(fold_case);
    gate.add({});
    const int group = gate.add(as_patterns(regexes));
    return candidates(gate, group, text);
}

TEST(Gate, LetsThroughWhatMayMatch) {
    const std::vector<Regex> regexes = {Regex("투자(?:했|한)"), Regex("인수"), Regex("[가-힣]+"),
                                        Regex("\\x01.*합의")};
    EXPECT_EQ(candidates(regexes, false, "미르가 투자했다"), (std::vector<int>{0, 2}));
    EXPECT_EQ(candidates(regexes, false, "\x01는 인수에 합의했다"), (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(candidates(regexes, false, "합의 인수"), (std::vector<int>{1, 2}));
    EXPECT_EQ(candidates(regexes, false, "합의 \x01"), (std::vector<int>{2}));
    EXPECT_EQ(candidates({}, false, "text"), std::vector<int>{});
}

// Words of all lengths, each at the end of a text, too, where no filter can look ahead.
TEST(Gate, FindsShortAndLongWords) {
    for (const char* word :
         {"of", "the", "sold", "founded", "é", "é,", "미르", "한 ", "한,a", "\x01"}) {
        const std::vector<Regex> regexes = {Regex(word)};
        const std::string own(word);
        for (const std::string& text : {own, "... " + own, own + " and what follows", "미르" + own})
            EXPECT_EQ(candidates(regexes, false, text), std::vector<int>{0}) << text;
        EXPECT_EQ(candidates(regexes, false, "nobody here"), std::vector<int>{}) << word;
    }
}

TEST(Gate, FoldsCase) {
    const std::vector<Regex> regexes = {Regex("Bought", true), Regex("sold", true),
                                        Regex("café", true)};
    EXPECT_EQ(candidates(regexes, true, "It was BOUGHT in a CAFÉ."), (std::vector<int>{0, 2}));
}

TEST(Gate, WantsOneOfTheWords) {
    Gate gate;
    gate.add({{Regex("[a-z]+"), {"Inc", "Ltd"}}, {Regex("(?P<n>[0-9]+) wons"), {}}});
    EXPECT_EQ(candidates(gate, 0, "Mir Ltd"), std::vector<int>{0});
    EXPECT_EQ(candidates(gate, 0, "mir, 5 wons"), std::vector<int>{1});
    EXPECT_EQ(candidates(gate, 0, "wons, 5"), std::vector<int>{});
}

// The gate may let too much through, but never hold back what matches.
TEST(Gate, HoldsNothingBackThatMatches) {
    const char* patterns[] = {"ab+c",
                              "(?:ab)+c",
                              "ab?c",
                              "a(?:bc|de)f",
                              "(?:|ab)c",
                              "(?P<n>ab)(?:cd)?",
                              "[ab]c",
                              "[^a]bc",
                              "a{2}b",
                              "(?:ab){0,2}c",
                              "\\bab\\b",
                              "\\x61\\x{62}c",
                              "a\\.b",
                              "(?i)ab",
                              "(?i:ab)c",
                              "[\\x01\\x02]ab",
                              "a.{0,2}bc",
                              "(?:a|bc)d",
                              "^ab$",
                              "[[:alpha:]]bc",
                              "\\pLbc",
                              "(?:ab(?:c|d)?)?e",
                              "[\\p{Hangul}]bc",
                              "ab.*ab",
                              "(?:ab|cd)+ab",
                              "bc.?(?:ab|c\\.)",
                              "\\x01.*ab.*\\x01",
                              "[0-9]+abc"};
    std::vector<Regex> regexes;
    for (const char* pattern : patterns) regexes.emplace_back(pattern);
    Gate gate;
    gate.add(as_patterns(regexes));
    Sight sight;
    const char* pieces[] = {"7", "a", "b", "c", "d", "e", "f", "A", "B", ".", " ", "\x01", "가"};
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 1 + round % 8; ++i) text += pieces[random() % std::size(pieces)];
        std::vector<Gate::Candidate> open;
        gate.candidates(0, text, sight, open);
        for (std::size_t i = 0; i < regexes.size(); ++i) {
            Groups groups;
            if (!regexes[i].search(text, 0, text.size(), &groups)) continue;
            const auto own = std::find_if(open.begin(), open.end(), [&](const auto& candidate) {
                return candidate.index == static_cast<int>(i);
            });
            ASSERT_NE(own, open.end()) << patterns[i] << " on " << text;
            ASSERT_GE(groups[0].begin, own->begin_from) << patterns[i] << " on " << text;
            ASSERT_LE(groups[0].begin, own->begin_by) << patterns[i] << " on " << text;
        }
    }
}

}  // namespace
}  // namespace entente::text
