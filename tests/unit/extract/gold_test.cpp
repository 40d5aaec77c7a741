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
    std::vector<Diagnostic> faults;
    auto document = read_gold(bytes, "a.gold", world().ontology(), faults);
    EXPECT_EQ(testing::shown(faults), "") << bytes;
    return document ? std::move(*document) : GoldDocument{};
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

TEST(Gold, KnowsWhereThingsStand) {
    const GoldDocument d =
        gold(header + "\nOne line.\n" + body + "\n---\n\nfunds | realm:velm | guild:brine\n");
    EXPECT_EQ(d.title_line, 4U);
    EXPECT_EQ(d.line_of(Field::title, 0), 4U);
    EXPECT_EQ(d.document.text, "One line.\nVelm gave Brine Guild 3 crowns.");
    EXPECT_EQ(d.line_of(Field::text, 0), 7U);
    EXPECT_EQ(d.line_of(d.mentions[1].field, d.mentions[1].span.begin), 8U);
    EXPECT_EQ(d.claim_lines, std::vector<std::size_t>{12});
}

TEST(Gold, AllFaultsHaveTheirLine) {
    const std::string claims = header + body + "---\n";
    const struct {
        std::string bytes, faults;
    } rows[] = {
        {"id: a\nlang: en\n\nText.\n---\n",
         "a.gold:3: the header lacks \"date\"\na.gold:3: the header lacks \"title\"\n"},
        {"no header\n" + header + "Text.\n---\n", "a.gold:1: a header line is \"key: value\"\n"},
        {header + body, "a.gold:6: there is no line of three dashes behind the text\n"},
        {header + "[[Velm|realm:velm gave.\nNo ]] mark.\n[[Velm [[x|realm:velm]].\n---\n",
         "a.gold:6: a mark is not closed or has no \"|\"\na.gold:7: \"]]\" closes no mark\n"
         "a.gold:8: a mark is empty or not closed\n"},
        {header + "[[Velm|town:velm]] gave.\n[[3|=three]]\n---\nfunds | town:velm | guild:x\n",
         "a.gold:6: \"town:velm\" names no type\na.gold:7: \"three\" is no number\n"},
        {header + "[[Velm|Realm]] gave.\n[[Oru|soul:oru:Ship]].\n---\n",
         "a.gold:6: \"Velm\" has a type, but no id\n"
         "a.gold:7: \"soul:oru:Ship\" names no type\n"},
        {header + "[[Oru|soul:oru]], [[Oru|soul:oru:Mage]], [[Oru|soul:oru:Captain]]\n---\n",
         "a.gold:6: \"soul:oru\" is both Mage and Captain\n"},
        {claims + "funds | realm:velm | guild:quill\nfunds | realm:velm\n\nbuys | a | b\n",
         "a.gold:8: \"guild:quill\" is marked nowhere in the text\n"
         "a.gold:9: a claim is \"relation | from | to | key=value; ...\"\n"
         "a.gold:11: unknown relation \"buys\"\n"},
        {claims + "funds | realm:velm | guild:brine | sum=3\n"
                  "funds | realm:velm | guild:brine | status=sure\n"
                  "funds | realm:velm | guild:brine | amount=much CRN\n",
         "a.gold:8: unknown attribute \"sum\"\na.gold:9: unknown status \"sure\"\n"
         "a.gold:10: \"much\" is no number\n"},
        {claims + "lies_in | realm:velm | realm:arden\nfunds | realm:velm | realm:velm\n"
                  "duels_with | realm:velm | realm:arden\nduels_with | realm:arden | realm:velm\n",
         "a.gold:8: lies_in from takes no Realm (\"realm:velm\")\n"
         "a.gold:9: \"realm:velm\" relates to itself\na.gold:11: that is stated above\n"},
    };
    for (const auto& row : rows) {
        std::vector<Diagnostic> faults;
        EXPECT_FALSE(read_gold(row.bytes, "a.gold", world().ontology(), faults)) << row.bytes;
        EXPECT_EQ(testing::shown(faults), row.faults) << row.bytes;
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
    found.mentions[2].rule = "world.ships";
    found.claims = {claim("duels_with", "x:2", "x:1"), claim("funds", "x:2", "x:3"),
                    claim("duels_with", "x:1", "x:2")};
    found.claims[1].rule = "en.funds";
    found.claims[1].evidence.push_back({});
    found.claims[1].evidence[0].sentence = {0, 14};
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
    EXPECT_EQ(testing::shown(s.errors),
              "a.gold:6: missed mention: Quill House (Guild guild:quill)\n"
              "a.gold:6: world.ships: wrong mention: Quill House (Ship x:3)\n"
              "a.gold:6: wrong mention: House (Guild x:4)\n"
              "a.gold:9: missed relation: funds | realm:velm | guild:quill\n"
              "a.gold:6: en.funds: wrong relation: funds | realm:velm | ?x:3, “Arden and Velm”\n");
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
    EXPECT_EQ(pairs[0].a, "realm:arden");
    EXPECT_EQ(pairs[0].b_type, "Realm");
    EXPECT_EQ(d.text.substr(pairs[0].sentence.begin, 18), "Arden mocked Velm.");
    const auto korean = unread_pairs(world(), document("ko", "아르덴이 벨름을 7번 비웃었다."));
    ASSERT_EQ(korean.size(), 1U);
    EXPECT_EQ(korean[0].words, "A이 B을 0번 비웃었다.");
    const auto wide = unread_pairs(
        world(), document("en", "Arden sent a very old and nearly deaf envoy to Velm."));
    ASSERT_EQ(wide.size(), 1U);
    EXPECT_EQ(wide[0].words, "A sent a … envoy to B");
    const auto brackets = unread_pairs(
        world(), document("en", "Arden (a guest), Velm. Arden (old) mocked 120 men of Velm."));
    ASSERT_EQ(brackets.size(), 1U) << "a list with brackets is a list";
    EXPECT_EQ(brackets[0].words, "A (…) mocked 0 men of B");
    EXPECT_TRUE(unread_pairs(world(), document("en", "Arden 5%, Velm 3%")).empty())
        << "the name of a type is no word";
}

}  // namespace
}  // namespace entente
