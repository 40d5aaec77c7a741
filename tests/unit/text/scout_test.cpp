// A scout must never hold back what RE2 finds, and lets little through that RE2 does not.
#include "text/scout.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <ostream>
#include <random>

namespace entente::text {
namespace {

// As a match that RE2 would find; the groups of the whole match first.
std::vector<Span> by_re2(const re2::RE2& re, const std::string& text, std::size_t from,
                         std::size_t to, re2::RE2::Anchor anchor) {
    std::vector<re2::StringPiece> groups(1 +
                                         static_cast<std::size_t>(re.NumberOfCapturingGroups()));
    if (!re.Match(text, from, to, anchor, groups.data(), static_cast<int>(groups.size())))
        return {};
    std::vector<Span> out;
    for (const re2::StringPiece& g : groups) {
        const auto begin = g.data() ? static_cast<std::size_t>(g.data() - text.data()) : nowhere;
        out.push_back({begin, g.data() ? begin + g.size() : nowhere});
    }
    return out;
}

bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

struct Row {
    const char* pattern;
    const char* text;
    bool fold_case;
    Span place;
};
constexpr Span none{nowhere, nowhere};

void PrintTo(const Row& row, std::ostream* out) { *out << row.pattern << " on " << row.text; }

class Places : public testing::TestWithParam<Row> {};

TEST_P(Places, AreWhereAMatchMayStand) {
    const Row& row = GetParam();
    const Scout scout(row.pattern, row.fold_case, Reads::characters);
    const std::string text = row.text;
    Scout::Effort effort(text.size());
    EXPECT_EQ(scout.next(text, {0, text.size(), nowhere}, effort), row.place) << row.pattern;
    EXPECT_FALSE(effort.spent());
}

INSTANTIATE_TEST_SUITE_P(
    Scout, Places,
    testing::Values(
        Row{"bought", "A bought B", false, {2, 8}}, Row{"bought", "A sold B", false, none},
        Row{"BOUGHT", "A Bought B", true, {2, 8}}, Row{"(?i:©|ab)x", "éx", false, none},
        Row{"(?i:bou)ght", "A BOUght B", false, {2, 8}},
        Row{"(?:^|[^a-z])sold", "unsold sold", false, {6, 11}},
        Row{"(?:^|[^a-z])sold", "sold sold", false, {0, 4}},
        Row{"(?:sell|sells|sold|buys?|bought|ships?|takes?) .{0,3}x",
            "he sells a x",
            false,
            {3, 12}},
        Row{"[A-Z][a-z]+(?: [A-Z][a-z]+){0,3} said", "when Ada Lov Ace said", false, {5, 21}},
        Row{"(?:ab){2,3}c", "ab ababc", false, {3, 8}}, Row{"(?:ab){2,3}c", "abc", false, none},
        Row{"[가-힣]{2,4}전자", "새 미르전자가", false, {4, 16}},
        Row{"[^가-힣]미(?:르|리)[은는]", "미르는 미리는", false, {9, 19}},
        Row{"(?m:^)미르", "한\n미르", false, {4, 10}}, Row{"^미르", "한\n미르", false, none},
        Row{"x$", "x xx", false, {3, 4}}, Row{"\\bin\\b", "inner in", false, {6, 8}},
        Row{"a*", "baa", false, {0, 0}},
        // The longest that could be matched: what RE2 takes is for it to say.
        Row{"a+?b*", "xaab", false, {1, 4}}));

// Patterns of the kinds that rules have, by chance.
class PatternMaker {
  public:
    explicit PatternMaker(unsigned seed) : random_(seed) {}

    std::string pattern(int depth = 2) {
        std::string out = sequence(depth);
        for (int more = pick(3); more > 1; --more) out += "|" + sequence(depth);
        return out;
    }

    std::string text() {
        static const char* pieces[] = {"a", "b",  "c",    "ab", "ba", "A", "B", " ", ",",
                                       "1", "\n", "\x01", "가", "나", "é", "É", "k", "ca"};
        std::string out;
        for (int size = pick(14); size > 0; --size) out += pieces[random_() % std::size(pieces)];
        return out;
    }

    int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  private:
    std::string sequence(int depth) {
        std::string out;
        for (int size = pick(4); size >= 0; --size) {
            out += atom(depth);
            static const char* repeats[] = {"?",     "*",     "+",    "{2}",
                                            "{0,2}", "{1,3}", "{2,}", "{0,9}"};
            if (pick(3) == 0) out += std::string(repeats[pick(8)]) + (pick(3) == 0 ? "?" : "");
        }
        return out;
    }

    std::string atom(int depth) {
        static const char* leaves[] = {
            "a",  "b",       "c",       "ab",     "A",   "[ab]",    "[^a]",     "[a-c]",
            "가", "[가-힣]", "[^가나]", ".",      "\\s", "\\x01",   "[\\x01,]", "\\b",
            "k",  "[^\\s,]", "\\d",     "(?m:^)", "é",   "(?:^|b)", "(?:,|$)",  "\\pL"};
        static const char* opens[] = {"(?:", "(", "(?i:", "(?-i:"};
        if (depth == 0 || pick(4) > 0) return leaves[pick(24)];
        return opens[pick(4)] + pattern(depth - 1) + ")";
    }

    std::mt19937 random_;
};

TEST(Scout, RegexFindsWhatRe2Finds) {
    PatternMaker maker(7);
    int found = 0;
    for (int round = 0; round < 1000; ++round) {
        const std::string pattern = maker.pattern();
        const bool fold_case = maker.pick(2) == 0;
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_case_sensitive(!fold_case);
        const bool bytes =
            fold_case && is_ascii(pattern) && pattern.find("\\p") == std::string::npos;
        if (bytes) options.set_encoding(re2::RE2::Options::EncodingLatin1);
        const re2::RE2 re(pattern, options);
        if (!re.ok() || re.NumberOfCapturingGroups() > 20) continue;
        const Regex regex(pattern, fold_case);
        for (int texts = 0; texts < 30; ++texts) {
            const std::string text = maker.text();
            const std::size_t from = texts % 3 == 0 && !text.empty() ? text.size() / 2 : 0;
            Groups groups;
            const auto wanted = by_re2(re, text, from, text.size(), re2::RE2::UNANCHORED);
            ASSERT_EQ(regex.search(text, from, text.size(), &groups), !wanted.empty())
                << pattern << (fold_case ? " (folded)" : "") << " on " << text << " from " << from;
            if (wanted.empty()) continue;
            ASSERT_EQ(groups, wanted) << pattern << " on " << text << " from " << from;
            EXPECT_EQ(regex.search(text, from, text.size(), nullptr, wanted[0].begin), true);
            EXPECT_EQ(regex.match_at(text, wanted[0].begin, nullptr), true);
            ++found;
        }
    }
    EXPECT_GT(found, 3000) << "the patterns hardly ever match";
}

// Where backtracking would never end, RE2 decides.
TEST(Scout, GivesUpInTime) {
    const std::string text(3000, 'a');
    const Scout scout("(?:a|aa|[a-c]){3,}(?:a?a)+b", false, Reads::characters);
    Scout::Effort effort(text.size());
    scout.next(text, {0, text.size(), nowhere}, effort);
    EXPECT_TRUE(effort.spent());
    EXPECT_FALSE(Regex("(?:a|aa|[a-c]){3,}(?:a?a)+b").search(text));
    EXPECT_TRUE(Regex("(?:a|aa|[a-c]){3,}(?:a?a)+b").search(text + "b"));
}

// As many steps as a long text allows must not mean as many calls within each other.
TEST(Scout, WalksLongTextsWithoutDepth) {
    std::string text;
    for (int i = 0; i < 300000; ++i) text += "aa ";
    const Regex regex("(?:[a-z]+ )*b");
    EXPECT_FALSE(regex.search(text));
    EXPECT_TRUE(regex.search(text + "b"));
}

// RE2 refuses them when it is asked; a scout must only survive them.
TEST(Scout, SurvivesWhatIsNoPattern) {
    for (const char* pattern :
         {"(",  ")",     "[",   "[^", "[a-", "[[:",  "\\", "\\x", "\\x{", "\\p", "\\p{L",
          "(?", "(?P<n", "(?i", "a{", "a{2", "a{2,", "*a", "a**", "|",    "(|",  "[\\x{"})
        for (const bool fold_case : {false, true}) {
            const Scout scout(pattern, fold_case, Reads::characters);
            Scout::Effort effort(4);
            scout.next("a(b[", {0, 4, nowhere}, effort);
            scout.at("a(b[", 2, 4);
        }
}

TEST(Scout, LooksNowhereBehindTheLastBegin) {
    const Regex regex("ab");
    EXPECT_FALSE(regex.search("xxab", 0, 4, nullptr, 1));
    EXPECT_TRUE(regex.search("xxab", 0, 4, nullptr, 2));
}

}  // namespace
}  // namespace entente::text
