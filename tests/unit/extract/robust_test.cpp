// The same document gives the same extraction, from any thread; strange documents end.
#include <thread>

#include "entente/json.h"
#include "extract/readings.h"

namespace entente {
namespace {

using testing::document;
using testing::read;

std::string mixed_text() {
    std::string text;
    for (int i = 0; i < 40; ++i)
        text +=
            "아르덴, 벨름과 오르스크는 소금길드에 300만 크라운을 투자했다. 이 길드는 깃펜회에 "
            "투자했다. 탐 오린 선장은 \"벨름이 잿빛왜가리호를 나포했다\"고 말했다.\n";
    return text;
}

TEST(Extract, TwiceTheSame) {
    const Document d = document("ko", mixed_text(), "아르덴, 투자");
    EXPECT_EQ(to_json(read(d)), to_json(read(d)));
    EXPECT_EQ(to_json(Extractor(RulePack::load(testing::world_folder())).extract(d)),
              to_json(read(d)));
}

TEST(Extract, TheSameFromTwoThreads) {
    const Extractor extractor(RulePack::load(testing::world_folder()));  // compiled as it is used
    const Document d = document("ko", mixed_text());
    std::string one, two;
    std::thread other([&] { one = to_json(extractor.extract(d)); });
    two = to_json(extractor.extract(d));
    other.join();
    EXPECT_EQ(one, two);
    EXPECT_EQ(one, to_json(read(d)));
}

TEST(Extract, NothingGivesNothing) {
    for (const char* lang : {"ko", "en", "", "xx"}) {
        const Extraction found = read(document(lang, ""));
        EXPECT_TRUE(found.mentions.empty() && found.claims.empty() && found.entities.empty());
        EXPECT_EQ(found.pack, testing::world().hash());
    }
}

void expect_whole(const Document& d) {
    const Extraction found = read(d);
    for (const Mention& m : found.mentions) {
        const std::string& bytes = m.field == Field::title ? d.title : d.text;
        ASSERT_LE(m.span.end, bytes.size());
        ASSERT_EQ(bytes.substr(m.span.begin, m.span.end - m.span.begin), m.text);
    }
    for (const Claim& c : found.claims)
        for (const Evidence& e : c.evidence) {
            const std::string& bytes = e.field == Field::title ? d.title : d.text;
            ASSERT_LE(e.sentence.end, bytes.size());
            ASSERT_LE(e.sentence.begin, e.trigger.begin);
            ASSERT_LE(e.trigger.end, e.sentence.end);
        }
}

TEST(Extract, TenThousandNamesInOneLine) {
    std::string korean, english, surnames;
    for (int i = 0; i < 10000; ++i) {
        korean += i % 2 ? "벨름, " : "소금길드, ";
        english += i % 2 ? "Velm, " : "Brine Guild and ";
        surnames += i % 2 ? "보스 재상, " : "미라 보스, ";
    }
    expect_whole(document("ko", korean));
    expect_whole(document("en", english));
    expect_whole(document("ko", surnames));
}

TEST(Extract, TenThousandNamesThatTheirOwnersSettle) {
    std::string text;
    for (int i = 0; i < 10000; ++i) text += i % 2 ? "Velm's Tide Court, " : "Arden's Tide Court, ";
    const Extraction found = read(document("en", text));
    ASSERT_EQ(found.mentions.size(), 20000U);
    EXPECT_EQ(found.mentions[19997].entity, "court:arden-tide");
    EXPECT_EQ(found.mentions[19999].entity, "court:velm-tide");
}

TEST(Extract, QuotesWithinQuotes) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "\"아르덴은 '";
    text += "벨름에 투자했다";
    for (int i = 0; i < 1000; ++i) text += "'고 \"";
    expect_whole(document("ko", text));
    expect_whole(
        document("en", std::string(2000, '(') + "Arden funded Velm" + std::string(2000, ')')));
}

TEST(Extract, AMegabyteWithoutAFullStop) {
    std::string text;
    while (text.size() < (1u << 20)) text += "아르덴은 소금길드에 바다의 이야기를 길게 들려주며 ";
    expect_whole(document("ko", text));
    expect_whole(document("ko", std::string(1u << 20, '\xEA')));
    expect_whole(document("en", std::string(1u << 20, 'x')));
}

TEST(Extract, BytesThatAreNoText) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += static_cast<char>((i * 7919 + i / 7) & 0xFF);
    expect_whole(document("ko", text + "아르덴은 벨름에 투자했다." + text));
    // Controls look like masks once they have passed normalising: they must not.
    std::string controls;
    for (char c = 1; c < 0x20; ++c)
        controls += std::string("x ") + c + " funded Velm " + c + "\u0301. ";
    const Extraction found = read(document("en", controls));
    EXPECT_TRUE(found.claims.empty());
    expect_whole(document("en", controls));
}

}  // namespace
}  // namespace entente
