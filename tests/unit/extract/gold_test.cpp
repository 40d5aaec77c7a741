// Marked documents: what is read off them, what is refused, how a reading is measured.
#include "entente/gold.h"

#include <gtest/gtest.h>

#include "entente/mining.h"
#include "extract/readings.h"

namespace entente {
namespace {

using testing::document;
using testing::world;

const std::string header =
    "id: a\nlang: en\ndate: 2026-01-15\ntitle: [[Arden|realm:arden]] pays\n\n";
const std::string body =
    "[[Velm|realm:velm]] gave [[Brine Guild|guild:brine]] [[3 crowns|=3 CRN]].\n";

GoldDocument gold(const std::string& bytes) {
    return read_gold(bytes, "a.gold", world().ontology());
}

TEST(Gold, IsReadOffTheMarks) {
    const GoldDocument d = gold(header + body +
                                "---\nfunds | realm:velm | guild:brine | amount=3 CRN; "
                                "status=planned\n");
    EXPECT_EQ(d.document.id, "a");
    EXPECT_EQ(d.document.title, "Arden pays");
    EXPECT_EQ(d.document.text, "Velm gave Brine Guild 3 crowns.");
    ASSERT_EQ(d.mentions.size(), 3U) << "values are no mentions";
    EXPECT_EQ(d.mentions[0].field, Field::title);
    EXPECT_EQ(d.mentions[2].text, "Brine Guild");
    EXPECT_EQ(d.mentions[2].type, "Guild");
    EXPECT_EQ(d.mentions[2].span.begin, 10U);
    ASSERT_EQ(d.claims.size(), 1U);
    EXPECT_EQ(d.claims[0].status, "planned");
    EXPECT_EQ(d.claims[0].amount->value, 3);
}

TEST(Gold, FaultsHaveTheirLine) {
    const struct {
        std::string bytes, where, what;
    } rows[] = {
        {"id: a\nlang: en\n\nText.\n---\n", "a.gold:3", "the header lacks \"date\""},
        {"no header\n", "a.gold:1", "\"key: value\""},
        {header + body, "a.gold:6", "three dashes"},
        {header + "[[Velm|realm:velm gave.\n---\n", "a.gold:6", "not closed"},
        {header + "[[Velm|town:velm]] gave.\n---\n", "a.gold:6", "names no type"},
        {header + body + "---\nfunds | realm:velm | guild:quill\n", "a.gold:8", "marked nowhere"},
        {header + body + "---\nbuys | realm:velm | guild:brine\n", "a.gold:8", "unknown relation"},
        {header + body + "---\nfunds | realm:velm | guild:brine | sum=3\n", "a.gold:8",
         "unknown attribute"},
    };
    for (const auto& row : rows) try {
            gold(row.bytes);
            ADD_FAILURE() << row.bytes;
        } catch (const Error& e) {
            EXPECT_EQ(e.where(), row.where) << row.bytes;
            EXPECT_NE(std::string(e.what()).find(row.what), std::string::npos) << e.what();
        }
}

Mention mention(const std::string& text, Span span, const std::string& type,
                const std::string& entity) {
    Mention m;
    m.text = text;
    m.span = span;
    m.type = type;
    m.entity = entity;
    return m;
}

Claim claim(const std::string& type, const std::string& from, const std::string& to) {
    Claim c;
    c.type = type;
    c.from = from;
    c.to = to;
    c.status = "asserted";
    return c;
}

// Ids of the reading are others; one mention is too long, one of the wrong kind, one is missed.
TEST(Scorer, CountsWhatIsRight) {
    const GoldDocument wanted = gold(
        "id: a\nlang: en\ndate: 2026-01-15\ntitle: x\n\n"
        "[[Arden|realm:arden]] and [[Velm|realm:velm]] fund [[Quill House|guild:quill]].\n"
        "---\nduels_with | realm:arden | realm:velm\n"
        "funds | realm:velm | guild:quill | amount=100 CRN; status=planned; role=keeper of "
        "seals\n");
    Extraction found;
    found.mentions = {mention("Arden and", {0, 9}, "Land", "x:1"),
                      mention("Velm", {10, 14}, "Realm", "x:2"),
                      mention("Quill House", {20, 31}, "Ship", "x:3"),
                      mention("House", {26, 31}, "Guild", "x:4")};
    found.claims = {claim("duels_with", "x:2", "x:1"), claim("funds", "x:2", "x:3"),
                    claim("duels_with", "x:1", "x:2")};
    Scorer scorer(world().ontology());
    scorer.add(wanted, found);
    const Scores s = scorer.scores();
    EXPECT_EQ(s.mentions.right, 2U);
    EXPECT_EQ(s.mentions.found, 4U);
    EXPECT_EQ(s.mentions.wanted, 3U);
    EXPECT_EQ(s.strict.right, 1U);
    EXPECT_EQ(s.entities.right, 2U);
    EXPECT_DOUBLE_EQ(s.linking_f1(), 1);
    EXPECT_EQ(s.relations.right, 1U) << "symmetric either way; said twice is once right";
    EXPECT_EQ(s.relations.found, 3U);
    EXPECT_EQ(s.relations.wanted, 2U);
    EXPECT_EQ(s.by_relation.at("funds").right, 0U) << "its end is no guild";
    EXPECT_EQ(s.errors.size(), 5U) << "a mention missed, two wrong, a relation missed, one wrong";
    EXPECT_DOUBLE_EQ(s.figure("relations.r"), 0.5);
    EXPECT_THROW(s.figure("nothing.f1"), Error);
    EXPECT_THROW(s.figure("relations.x"), Error);
    EXPECT_TRUE(below_floors(s, "{\"relations.r\": 0.5}", "floors").empty());
    EXPECT_EQ(below_floors(s, "{\"relations.r\": 0.6, \"mentions.p\": 0.5}", "floors"),
              std::vector<std::string>{"relations.r is 0.5, under its floor of 0.6"});
}

TEST(Scorer, AttributesOfWhatIsRight) {
    const GoldDocument wanted =
        gold(header + body +
             "---\nfunds | realm:velm | guild:brine | amount=100 CRN; date=2026-01; role=keeper of "
             "seals; source=realm:arden\n");
    Extraction found;
    found.mentions = {mention("Velm", {0, 4}, "Realm", "realm:velm"),
                      mention("Brine Guild", {10, 21}, "Guild", "guild:brine")};
    Claim c = claim("funds", "realm:velm", "guild:brine");
    c.status = "planned";
    c.amount = Amount{100.5, "CRN"};
    c.date = "2026-01-03";
    c.role = "Keeper";
    found.claims = {c};
    Scorer scorer(world().ontology());
    scorer.add(wanted, found);
    const Scores s = scorer.scores();
    EXPECT_EQ(s.figure("amount.f1"), 1) << "within a hundredth";
    EXPECT_EQ(s.figure("date.f1"), 1) << "as precise as wanted";
    EXPECT_EQ(s.figure("role.f1"), 1) << "one inside the other";
    EXPECT_EQ(s.figure("source.r"), 0);
    EXPECT_EQ(s.figure("status.p"), 0) << "nothing but asserted was wanted";
}

TEST(UnreadPairs, StandBetweenKnownNames) {
    const Document d = document("en", "Arden mocked Velm. Arden and Velm slept. Orsk, Velm sang.");
    const auto pairs = unread_pairs(world(), d);
    ASSERT_EQ(pairs.size(), 1U) << "lists are no sentences";
    EXPECT_EQ(pairs[0].words, "A mocked B");
    EXPECT_EQ(pairs[0].from, "realm:arden");
    EXPECT_EQ(pairs[0].to_type, "Realm");
    EXPECT_EQ(d.text.substr(pairs[0].sentence.begin, 18), "Arden mocked Velm.");
    const auto korean = unread_pairs(world(), document("ko", "아르덴이 벨름을 7번 비웃었다."));
    ASSERT_EQ(korean.size(), 1U);
    EXPECT_EQ(korean[0].words, "A이 B을 0번 비웃었다.");
}

}  // namespace
}  // namespace entente
