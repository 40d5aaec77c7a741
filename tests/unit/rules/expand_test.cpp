// From the notation of rules to RE2.
#include "rules/expand.h"

#include <gtest/gtest.h>

#include "entente/error.h"
#include "packs.h"
#include "rules/compiled.h"
#include "text/regex.h"

namespace entente::rules {
namespace {

using entente::testing::world;

const TypeTable& types() { return world().compiled().types; }

char mask(std::string_view type) { return mask_char(static_cast<TypeIndex>(types().find(type))); }

// "Realm Guild" as a masked text: words that are types become their masks.
std::string masked(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '<') {
            out += text[at++];
            continue;
        }
        const std::size_t end = text.find('>', at);
        out += mask(text.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return out;
}

const Fragments fragments = {
    {"subj", "은|는"},    {"title", "(?:{noun} )?{Office|Job}"},
    {"noun", "[가-힣]+"}, {"circle", "a{circle}"},
    {"loop", "{pool}"},   {"pool", "{loop}"},
    {"power", "{Power}"},
};

TEST(Expand, WhatItMatches) {
    const struct {
        const char* pattern;
        const char* text;
        bool matches;
    } rows[] = {
        {"{Realm}", "<Realm>", true},
        {"{Realm}", "<Guild>", false},
        {"{Band}", "<Guild>", true},  // subtypes
        {"{Guild}", "<Band>", false},
        {"{Realm|Guild}", "<Guild>", true},
        {"{Power}", "<Mage>", true},  // groups of the ontology
        {"{Power}", "<Ship>", false},
        {"{Any}", "<Ship>", true},
        {"{Any}", "<Money>", false},
        {"{Money}", "<Money>", true},
        {"{Office|Job}", "<Job>", true},
        {"{x:Realm}{subj} ", "<Realm>은 ", true},
        {"{x:Realm}{subj} ", "<Realm>을 ", false},
        {"{role:title}", "새 <Office>", true},
        {"{power}{subj}", "<Soul>는", true},
        {"{Realm} {gap:2}{Guild}", "<Realm> one two <Guild>", true},
        {"{Realm} {gap:2}{Guild}", "<Realm> <Guild>", true},
        {"{Realm} {gap:2}{Guild}", "<Realm> one two three <Guild>", false},
        {"{Realm} {gap:2}{Guild}", "<Realm> one, two <Guild>", false},
        {"{Realm} {gap:2}{Guild}", "<Realm> one <Ship> <Guild>", false},
        {"a{2,3}b", "aab", true},  // a repeat is a repeat
        {"\\p{Hangul}{2}", "가나", true},
        {"\\x{AC00}", "가", true},
        {"{Soul>Realm}", "<Soul>", true},
        {"{Soul>Realm}", "<Realm>", false},
        {"{Realm|Soul>Realm}", "<Realm>", true},
    };
    for (const auto& row : rows) {
        const Expanded expanded = Expander(types(), fragments).expand(row.pattern);
        EXPECT_EQ(text::Regex(expanded.pattern).search(masked(row.text)), row.matches)
            << row.pattern << " on " << row.text;
    }
}

TEST(Expand, NamesGroups) {
    const Expander expander(types(), fragments);
    const Expanded two = expander.expand("{from:Realm} {role:title} {to:Guild|Court}");
    ASSERT_EQ(two.groups.size(), 2u);
    EXPECT_EQ(two.groups[0].first, "from");
    EXPECT_EQ(two.groups[0].second, types().family_of("Realm"));
    EXPECT_EQ(two.groups[1].second, types().family_of("Guild") | types().family_of("Court"));
    EXPECT_TRUE(text::Regex(two.pattern).has_group("role"));

    const Expanded filler = expander.expand("(?:in )?{Realm} {Guild}", "filler");
    ASSERT_EQ(filler.groups.size(), 1u) << "the first mention without a name takes it";
    EXPECT_EQ(filler.groups[0].second, types().family_of("Realm"));
    EXPECT_EQ(filler.first_mention, types().family_of("Realm"));

    const Expanded acts = expander.expand("{Realm|Soul>Realm|League}");
    EXPECT_EQ(acts.acts_for, types().family_of("Realm"));
    EXPECT_EQ(acts.first_mention,
              types().family_of("Realm") | types().family_of("Soul") | types().family_of("League"));
}

TEST(Expand, Refuses) {
    const struct {
        const char* pattern;
        const char* message;
    } rows[] = {
        {"{Country}", "unknown type \"Country\""},  // of another pack
        {"{Actor}", "unknown type \"Actor\""},
        {"{Realm|Wight}", "unknown type \"Wight\""},
        {"{Soul>Wight}", "unknown type \"Wight\""},
        {"{realm}", "unknown fragment \"realm\""},
        {"{x:realm}", "unknown fragment \"realm\""},
        {"{circle}", "circle"},
        {"{loop}", "circle"},
        {"{Realm", "not closed"},
    };
    for (const auto& row : rows) try {
            Expander(types(), fragments).expand(row.pattern);
            ADD_FAILURE() << row.pattern;
        } catch (const Error& e) {
            EXPECT_NE(std::string(e.what()).find(row.message), std::string::npos) << e.what();
        }
}

TEST(Types, MasksAreControlsButNoSpace) {
    for (TypeIndex i = 0; i < max_types; ++i) {
        EXPECT_TRUE(is_mask_char(mask_char(i)));
        for (TypeIndex j = 0; j < i; ++j) EXPECT_NE(mask_char(i), mask_char(j));
    }
    for (char c : {'\0', '\t', '\n', '\f', '\r', ' ', 'a'}) EXPECT_FALSE(is_mask_char(c));
}

}  // namespace
}  // namespace entente::rules
