// Lines that are no headline, and headlines that look as if they were none.
#include "input/furniture.h"

#include <gtest/gtest.h>

namespace entente::input {
namespace {

TEST(IsFurniture, LinesOfPages) {
    for (const char* line : {
             "HOME > 국제 > 정치·사회",
             "HOME  >  국제",
             "홈 > 뉴스 > 지구촌",
             "Technology > Cloud",
             "Home | World | Business | Technology",
             "Home",
             "로그인",
             "본문 바로가기",
             "• 박가람 기자",
             "• 2026-03-05 06:10:22",
             "• 국제",
             "박가람 기자",
             "하늘시=박가람 특파원",
             "박가람 기자 garam@paper.example",
             "garam@paper.example",
             "By Ingrid Sole",
             "By Ingrid Sole and Tom Reed",
             "공유하기 | 카카오톡 | 페이스북 | URL 복사 | 글자 크기",
             "공유하기",
             "Share on Facebook | Share on X | Copy link | Print",
             "Facebook Twitter Email",
             "2026-03-05",
             "입력 2026.03.05. 오전 6:10  수정 2026.03.05. 오전 6:42",
             "2026년 3월 5일 (목)",
             "Published: January 14, 2026, 9:20 a.m.",
             "Updated on 14 January 2026 at 09:20 GMT",
         })
        EXPECT_TRUE(is_furniture(line)) << line;
}

TEST(IsFurniture, Headlines) {
    for (const char* line : {
             "누리아·미르, 리튬 공급망 협정 서명",
             "[지구촌 브리핑] 누리아, 미르와 핵심 광물 협정… 누리랩은 칩 공급",
             "Nuria and Mir sign a pact on rare earths",
             "By the sea, Nuria builds a port",
             "Facebook sued by Twitter over Nuria ads",
             "Mir to buy Nurilab | The Harbour Ledger",
             "2026년 3월 5일 누리아에서 벌어진 일",
             "기자회견 연 누리아 대통령",
             "Nuria's 2026-03-05 summit explained",
         })
        EXPECT_FALSE(is_furniture(line)) << line;
}

TEST(IsDateLine, Table) {
    const struct {
        const char* line;
        bool is;
    } rows[] = {
        {"By Ingrid Sole | Dec. 4, 2025", true},
        {"2025-12-04 05:00:22 | 정치·사회 | 박가람 기자", true},
        {"February 3, 2026", true},
        {"Nuria said on Dec. 4, 2025 that it would raise the tariff on steel to 25 percent", false},
        {"누리아 정부는 2025년 12월 4일 미르와 핵심 광물 공급망 협정에 서명했다고 밝혔다.", false},
        {"no day here", false},
    };
    for (const auto& row : rows) EXPECT_EQ(is_date_line(row.line), row.is) << row.line;
}

TEST(Columns, HangulIsTwoWide) {
    EXPECT_EQ(columns("ab"), 2u);
    EXPECT_EQ(columns("한국 ab"), 7u);
    EXPECT_EQ(columns("“é”"), 3u);
}

}  // namespace
}  // namespace entente::input
