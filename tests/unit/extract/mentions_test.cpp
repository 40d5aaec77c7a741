// Names, short forms, contexts, open classes and values, found in the invented world.
#include "extract/readings.h"

namespace entente {
namespace {

using testing::document;
using testing::read;
using testing::Row;
using testing::shown_mentions;

TEST(Mentions, Korean) {
    const Row rows[] = {
        // names, their borders and what may be glued to them
        {"아르덴은 벨름을 보았다.", "아르덴|realm:arden; 벨름|realm:velm"},
        {"대아르덴 무역", "아르덴|realm:arden"},
        {"큰아르덴 무역", ""},
        {"아르덴산 소금", "아르덴|realm:arden"},
        {"벨름나무 숲", ""},
        {"아르덴조수청이 열렸다.", "아르덴|realm:arden; 조수청|court:arden-tide"},
        // short forms only beside the full name
        {"등불이 켜졌다.", ""},
        {"등불길드가 왔다. 등불은 떠났다.", "등불길드|guild:lantern; 등불|guild:lantern"},
        // surnames before titles
        {"미라 보스가 왔다. 보스 재상이 앉았다.", "미라 보스|soul:mira-voss; 보스|soul:mira-voss"},
        {"한별아가 왔다. 한 선장이 앉았다.", "한별아|soul:han-byeola; 한|soul:han-byeola"},
        {"한별아가 왔다. 한 사람이 앉았다.", "한별아|soul:han-byeola"},
        // of two people with one surname the one that the title goes with
        {"시바리가 왔다. 시 선장이 앉았다.", "시바리|soul:siba-ridu"},
        {"한솔개와 한별아가 왔다. 한 재상이 앉았다.",
         "한솔개|soul:han-solgae; 한별아|soul:han-byeola; 한|soul:han-solgae"},
        {"한별아와 한솔개가 왔다. 한 선장이 앉았다.",
         "한별아|soul:han-byeola; 한솔개|soul:han-solgae; 한|soul:han-byeola"},
        // context
        {"재가 날렸다.", ""},
        {"대장간에서 재가 이겼다.", "재|guild:ash"},
        {"안개내림 뒤에 재가 이겼다.", "안개내림|spell:mistfall; 재|guild:ash"},
        // hanja and syllables
        {"亞 정부", "亞|realm:arden"},
        {"아벨 회담이 열렸다.", "아|realm:arden; 벨|realm:velm"},
        {"아·오 무역", "아|realm:arden; 오|realm:orsk"},
        {"아벨이라는 아이", ""},
        // whose body it is
        {"벨름 조수청이 열렸다.", "벨름|realm:velm; 조수청|court:velm-tide"},
        {"벨름은 조용하다. 조수청은 바쁘다.", "벨름|realm:velm; 조수청|court:velm-tide"},
        {"조수청은 바쁘다.", "조수청|court:arden-tide"},
        {"오르스크의 조수청은 바쁘다.", "오르스크|realm:orsk; 조수청|court:arden-tide"},
        // a capital acts or lies there
        {"킹스미어는 거절했다.", "킹스미어|realm:arden"},
        {"킹스미어에서 만났다.", "킹스미어|isle:kingsmere"},
        // open classes
        {"김바다 선장이 왔다.", "김바다|soul:김바다"},
        {"새로운 선장이 왔다.", ""},
        {"배는 HX-12 세 척이다.", "HX-12|ship:hx-12"},
        {"배는 HX-7 한 척이다.", "HX-7|ship:hx-7"},
        {"배는 HX-7.5 한 척이다.", "HX-7.5|ship:hx-7-5"},
        {"그림은 HX-0 하나다.", ""},
        // values
        {"값은 300만 크라운이다.", "300만 크라운|=3000000 CRN"},
        {"값은 1,500크라운이다.", "1,500크라운|=1500 CRN"},
        {"5%를 냈다.", "5%|=5"},
        {"어제 왔다. 12일에 갔다.", "어제|@2026-01-14; 12일|@2026-01-12"},
        {"12월 30일 왔고 3월에 간다.", "12월 30일|@2025-12-30; 3월|@2026-03"},
        {"3년 전 일이다.", "3년 전|@2023"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(shown_mentions(read(document("ko", row.text))), row.wanted) << row.text;
}

TEST(Mentions, English) {
    const Row rows[] = {
        {"Arden met Velm.", "Arden|realm:arden; Velm|realm:velm"},
        {"Ardenne met Velmont.", ""},
        {"The Ardene fleet", "Ardene|realm:arden"},
        {"The Ardene tongue", ""},
        {"The Lantern Guild came. Lantern left.",
         "Lantern Guild|guild:lantern; Lantern|guild:lantern"},
        {"A Lantern fell.", ""},
        {"Mira Voss came. Voss sat.", "Mira Voss|soul:mira-voss; Voss|soul:mira-voss"},
        {"Voss sat.", ""},
        // a surname is somebody else's behind another given name
        {"Mira Voss came. Then came Olga Voss.", "Mira Voss|soul:mira-voss"},
        {"Mira Voss came. Olga Voss sat.", "Mira Voss|soul:mira-voss"},
        {"Mira Voss came. Barda Voss sat.", "Mira Voss|soul:mira-voss"},
        {"Mira Voss came. Under Voss it grew.", "Mira Voss|soul:mira-voss; Voss|soul:mira-voss"},
        {"Mira Voss came. So did Chancellor Voss.",
         "Mira Voss|soul:mira-voss; Voss|soul:mira-voss"},
        {"Mira Voss came. In the sea of Arden Voss sat.",
         "Mira Voss|soul:mira-voss; Arden|realm:arden; Voss|soul:mira-voss"},
        {"Ash fell on the roofs.", ""},
        {"Ash built a smithy.", "Ash|guild:ash"},
        {"Velm opened its Tide Court.", "Velm|realm:velm; Tide Court|court:velm-tide"},
        {"Kingsmere refused.", "Kingsmere|realm:arden"},
        {"They met in Kingsmere.", "Kingsmere|isle:kingsmere"},
        {"The Brine Guild (BG) came. BG left.", "Brine Guild|guild:brine; BG|guild:brine"},
        {"The Brine Guild (BRG) came. BRG left.",
         "Brine Guild|guild:brine; BRG|guild:brine; BRG|guild:brine"},
        {"An HX-12 and an HX-7.5 and an HX-7",
         "HX-12|ship:hx-12; HX-7.5|ship:hx-7-5; HX-7|ship:hx-7"},
        // a name of an open class counts wherever it stands, and in its short form
        {"Tarn fell. The merchants of Tarn came.", "Tarn|guild:tarn; Tarn|guild:tarn"},
        {"The merchants of Oriel Traders came. Oriel left; orioles sang.",
         "Oriel Traders|guild:oriel-traders; Oriel|guild:oriel-traders"},
        {"The merchants of Oriel came. The merchants of Oriel Traders left.",
         "Oriel|guild:oriel-traders; Oriel Traders|guild:oriel-traders"},
        {"The merchants of Oriel came. The merchants of Oriel Traders left. Oriel slept.",
         "Oriel|guild:oriel-traders; Oriel Traders|guild:oriel-traders; Oriel|guild:oriel-traders"},
        {"Oriel left.", ""},
        {"The merchants of Salt came. Salt left.", ""},
        // a surname is no firm, wherever it stands in the name
        {"The merchants of Orrin came. Tam Orrin slept.",
         "Orrin|soul:tam-orrin; Tam Orrin|soul:tam-orrin"},
        {"Han Byeola came. Han slept.", "Han Byeola|soul:han-byeola; Han|soul:han-byeola"},
        // capitals
        {"VELM and ARDEN met; the ARDENT did not.", "VELM|realm:velm; ARDEN|realm:arden"},
        {"ASH fell on the roofs. LANTERN GUILD came.", "LANTERN GUILD|guild:lantern"},
        {"two crowns and 3.5 million crowns", "two crowns|=2 CRN; 3.5 million crowns|=3500000 CRN"},
        {"It was on Monday, 2 December 2025.", "Monday|@2026-01-12; 2 December 2025|@2025-12-02"},
        {"It was on 2 April 2025.", "2 April 2025|@2025-04-02"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(shown_mentions(read(document("en", row.text))), row.wanted) << row.text;
}

TEST(Mentions, SpansAreBytesOfTheOriginal) {
    const Row rows[] = {
        {"\u1107\u1166\u11AF\u1105\u1173\u11B7이 왔다.", "\u1107\u1166\u11AF\u1105\u1173\u11B7"},
        {"값은 ３００만　크라운이다.", "３００만　크라운"},
        {"\uFEFF벨\u200B름은 왔다.", "벨\u200B름"},
        {"\xFF\xFE 벨름은 왔다.", "벨름"},
        {"배는 ＨＸ－１２ 한 척이다.", "ＨＸ－１２"},
    };
    for (const Row& row : rows) {
        const Document d = document("ko", row.text);
        const Extraction found = read(d);
        ASSERT_EQ(found.mentions.size(), 1u) << row.text;
        const Mention& m = found.mentions[0];
        EXPECT_EQ(m.text, row.wanted);
        EXPECT_EQ(d.text.substr(m.span.begin, m.span.end - m.span.begin), row.wanted);
    }
}

TEST(Mentions, OfTheTitleComeFirst) {
    const Extraction found = read(document("en", "Velm came.", "Arden calls"));
    ASSERT_EQ(found.mentions.size(), 2u);
    EXPECT_EQ(found.mentions[0].text, "Arden");
    EXPECT_EQ(found.mentions[0].field, Field::title);
    EXPECT_EQ(found.mentions[1].field, Field::text);
}

TEST(Mentions, WithoutADateRelativeDatesStayOpen) {
    Document d = document("ko", "어제 왔다.");
    d.date.clear();
    EXPECT_EQ(shown_mentions(read(d)), "어제|@");
}

TEST(Mentions, LanguageIsGuessedByScript) {
    const struct {
        const char *lang, *text, *guessed;
    } rows[] = {
        {"", "아르덴은 벨름을 보았다.", "ko"},
        {"", "Arden saw the fleet of Velm.", "en"},
        {"", "Arden pays for Velm.", "en"},
        {"", "Arden took a share in Velm.", "en"},
        {"", "Arden beat Velm.", "en"},
        {"", "Arden nahm einen Anteil in Velm.", ""},
        {"", "Arden zahlt nicht mit Gold, und Velm freut sich nicht.", ""},
        {"", "Arden paie tout pour Velm et ne dit rien.", ""},
        {"", "Арден увидел флот Вельма.", ""},
        {"", "", ""},
        {"", "12345", ""},
        {"ko", "Arden saw the fleet.", "ko"},
        {"fr", "Arden saw the fleet.", ""},
    };
    for (const auto& row : rows) {
        const Extraction found = read(document(row.lang, row.text));
        EXPECT_EQ(found.lang, row.guessed) << row.text;
        if (found.lang.empty()) {
            EXPECT_TRUE(found.mentions.empty()) << row.text;
        }
    }
}

}  // namespace
}  // namespace entente
