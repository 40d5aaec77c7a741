// Headline, date and text of plain articles.
#include <gtest/gtest.h>

#include "entente/input.h"

namespace entente {
namespace {

TEST(PlainText, Table) {
    const std::string paragraph =
        "Mir bought Nurilab of Valen, the maker of looms, on Monday morning for a sum that it "
        "would "
        "not tell, its chief said in Valen.\nIt paid.";
    const std::string below_a_line = "\n " + paragraph;
    const struct {
        const char* bytes;
        const char* title;
        const char* date;
        const char* text;
    } rows[] = {
        {"Title\n\nBody.\n", "Title", "", "\nBody.\n"},
        {"\xEF\xBB\xBFTitle\r\nBody.\r\n", "Title", "", "Body.\r\n"},
        {"\n\n  Title \nBody", "Title", "", "Body"},
        {"Title", "Title", "", ""},
        {"Mir bought Nurilab. It paid little.", "", "", "Mir bought Nurilab. It paid little."},
        {"Mir pays.\nIt did.", "Mir pays.", "", "It did."},
        {below_a_line.c_str(), "", "", paragraph.c_str()},
        {"Title\n2026-02-11\nBody", "Title", "2026-02-11", "2026-02-11\nBody"},
        {"새벽소식\n\nHOME > 국제\n\n누리아, 미르와 협정 서명\n\n  • 박가람 기자\n  • 2026-03-05 "
         "05:00:22\n본문",
         "누리아, 미르와 협정 서명", "2026-03-05",
         "\n  • 박가람 기자\n  • 2026-03-05 05:00:22\n본문"},
        {"The Harbour Post\nHome | World | Business\nMir to spend $4 billion on a plant\nBy Ingrid "
         "Sole\nPublished: January 14, 2026, 9:20 a.m.\n\nBody.",
         "Mir to spend $4 billion on a plant", "2026-01-14",
         "By Ingrid Sole\nPublished: January 14, 2026, 9:20 a.m.\n\nBody."},
        {"국제\n누리아 정부, 미르와 핵심 광물 협정에 서명\n본문이다.",
         "누리아 정부, 미르와 핵심 광물 협정에 서명", "", "본문이다."},
        {"Skip to main content\nMenu\nThe Daily Post\nLetters | Sign in | "
         "Subscribe\nWorld\nAsia\nNuria "
         "bans gallium exports to Mir\nBody.",
         "Nuria bans gallium exports to Mir", "", "Body."},
        {"Mir soars\nBy Tom Reed\nBody.", "Mir soars", "", "By Tom Reed\nBody."},
        {"칩 대전\n누리아와 미르, 2나노 공정 두고 정면 승부\n본문", "칩 대전", "",
         "누리아와 미르, 2나노 공정 두고 정면 승부\n본문"},
        {"Mir soars\n2026-01-14\nBody.", "Mir soars", "2026-01-14", "2026-01-14\nBody."},
        {"입력 2026.03.05. 오전 6:10\n누리아, 미르와 협정\n본문", "누리아, 미르와 협정",
         "2026-03-05", "본문"},
        {"누리아의 하루\n누리아는 2026년 3월 5일 미르와 핵심 광물 공급망 협정을 맺었다고 "
         "발표했다.\n",
         "누리아의 하루", "",
         "누리아는 2026년 3월 5일 미르와 핵심 광물 공급망 협정을 맺었다고 발표했다.\n"},
        {"2026-01-14", "2026-01-14", "", ""},
    };
    for (const auto& row : rows) {
        const Document document = parse_plain_text(row.bytes);
        EXPECT_EQ(document.title, row.title) << row.bytes;
        EXPECT_EQ(document.date, row.date) << row.bytes;
        EXPECT_EQ(document.text, row.text) << row.bytes;
        EXPECT_EQ(document.lang, "");
    }
}

TEST(PlainText, IdIsOfTheRawBytes) {
    EXPECT_EQ(parse_plain_text("abc").id, "sha256:ba7816bf8f01cfea");
    EXPECT_NE(parse_plain_text("a\nb").id, parse_plain_text("a\r\nb").id);
}

TEST(PlainText, DateFarDownIsNoDateOfTheArticle) {
    std::string bytes = "Title\n";
    for (int i = 0; i < 25; ++i) bytes += "A line of text.\n";
    EXPECT_EQ(parse_plain_text(bytes + "2026-01-14\n").date, "");
}

}  // namespace
}  // namespace entente
