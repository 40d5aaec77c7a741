// Cleaning: which lines of a page are article, and which stories they make.
#include "text/clean.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

const std::string long_line(
    "The council of Nuria met on Monday and agreed that the harbour would be rebuilt by spring.");

CleanRules rules() {
    CleanRules r;
    r.furniture.emplace_back("^(?:Share|Print)$");
    r.tail.emplace_back("^All rights reserved");
    r.credit.emplace_back(" ?\\(Photo: [A-Za-z ]+\\)$");
    r.prepare();
    return r;
}

std::string kept(const std::string& text, const std::string& title = "Title") {
    std::string out;
    for (const Line& line : clean(text, title, rules()))
        out += std::to_string(line.story) + (line.heading ? "#" : ":") +
               text.substr(line.span.begin, line.span.end - line.span.begin) + "\n";
    return out;
}

TEST(Clean, FurnitureTailAndTitle) {
    EXPECT_EQ(kept("Share\nOne.\nPrint\nTwo.\nShare it.\n"), "0:One.\n0:Two.\n0:Share it.\n");
    EXPECT_EQ(kept("Title\nOne.\nTitle\nTitles.\n"), "0:One.\n0:Titles.\n");
    EXPECT_EQ(kept("One.\nAll rights reserved 2026\nTwo.\n"), "0:One.\n");
    EXPECT_EQ(kept(""), "");
    EXPECT_EQ(kept("\n \n"), "");
}

TEST(Clean, ALineThatStandsThreeTimesIsFurniture) {
    EXPECT_EQ(kept("Buy.\nOne.\nBuy.\nTwo.\nBuy.\n"), "0:One.\n0:Two.\n");
    EXPECT_EQ(kept("Twice.\nOne.\nTwice.\n"), "0:Twice.\n0:One.\n0:Twice.\n");
}

TEST(Clean, CreditsAreCutOffWhereverTheirLineStands) {
    EXPECT_EQ(kept("A ship. (Photo: Jo Roe)\nOne.\n"), "0:A ship.\n0:One.\n");
    EXPECT_EQ(kept("One.\nA ship. (Photo: Jo Roe)"), "0:One.\n0:A ship.\n");
    EXPECT_EQ(kept("One.\n(Photo: Jo Roe)\nTwo.\n"), "0:One.\n0:Two.\n");
    EXPECT_EQ(kept("A (Photo: Jo Roe) in the middle.\n"), "0:A (Photo: Jo Roe) in the middle.\n");
}

TEST(Clean, HeadingsMakeStoriesWhereThereAreSeveral) {
    EXPECT_EQ(kept("First\n" + long_line + "\nSecond\n" + long_line + " Again.\n"),
              "0#First\n0:" + long_line + "\n1#Second\n1:" + long_line + " Again.\n");
    EXPECT_EQ(kept(long_line + "\nOnly one\n" + long_line + " Again.\n"),
              "0:" + long_line + "\n0#Only one\n0:" + long_line + " Again.\n");
    EXPECT_EQ(kept("Short\nlines\nmake no\nheadings\n"),
              "0:Short\n0:lines\n0:make no\n0:headings\n");
    EXPECT_EQ(kept("A sentence.\n" + long_line + "\n"), "0:A sentence.\n0:" + long_line + "\n");
}

}  // namespace
}  // namespace entente::text
