// Exports byte for byte, and text that XML cannot hold.
#include "entente/export.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "export/xml.h"
#include "sample.h"

namespace entente {
namespace {

TEST(Xml, EscapesAndLeavesOut) {
    struct Row {
        std::string text;
        const char* xml;
    };
    const Row rows[] = {
        {"plain 한국어 😀", "plain 한국어 😀"},
        {"<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;"},
        {"a\tb\nc\r", "a&#9;b&#10;c&#13;"},
        {std::string("a\0b\x01\x1F\x7F", 6), "ab\x7F"},
        {"\uFFFE\uFFFFz\uFFFD", "z\uFFFD"},
        {"bad\xFF\xEA\xB0", "bad"},
        {"INF", "INF"},
    };
    for (const Row& row : rows) EXPECT_EQ(xml_escape(row.text), row.xml);
}

TEST(Xml, ValuesHoldNoUpperCaseInf) {
    EXPECT_EQ(xml_value("INF treaty, INFORM, INFINF, inf"), "Inf treaty, InfORM, InfInf, inf");
    EXPECT_EQ(xml_value("I\x01NF"), "Inf");  // joined by what was left out
}

// Two firms and a person; one amount, one symmetric edge, one undated document.
class Exports : public testing::Test {
  protected:
    Exports() : store_(folder_ / "s.db", Store::Mode::write) {
        store_.set_ontology(sample::ontology());
        Document d1 = sample::document("d1", "2025-02-03", "Mir & Co put \"$5\" into <Nuri>.");
        d1.url = "https://example.org/?a=1&b=2";
        Extraction x = sample::extraction(
            d1, {{"invests_in", "company:mir", "company:nuri", "planned", "2025-02"}});
        x.entities[0].name = {{"en", "Mir & Co"}, {"ko", "미르"}};
        x.claims[0].amount = Amount{5, "USD"};
        store_.add(d1, x);
        sample::add(store_, sample::document("d2", ""),
                    {{"meets_with", "person:kim", "company:mir"}});
    }

    sample::Folder folder_;
    Store store_;
};

std::string golden(const char* name) {
    std::ifstream in(std::string(ENTENTE_GOLDEN_EXPORTS) + "/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

TEST_F(Exports, Graphml) {
    std::ostringstream out;
    write_graphml(Graph(store_, {}), out);
    EXPECT_EQ(out.str(), golden("sample.graphml"));
}

TEST_F(Exports, Gexf) {
    std::ostringstream out;
    write_gexf(Graph(store_, {}), out);
    EXPECT_EQ(out.str(), golden("sample.gexf"));
}

TEST(Gexf, IntervalsCoverWhatTheDatesMayMean) {
    struct Row {
        const char* date;
        const char* interval;
    };
    const Row rows[] = {
        {"2025-03-04", " start=\"2025-03-04\" end=\"2025-03-04\""},
        {"2024-02", " start=\"2024-02-01\" end=\"2024-02-29\""},
        {"2025", " start=\"2025-01-01\" end=\"2025-12-31\""},
        {"2025-13", ""},
        {"soon", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        sample::Folder folder;
        Store store(folder / "s.db", Store::Mode::write);
        sample::add(store, sample::document("d", ""),
                    {{"supplies", "company:a", "company:b", "asserted", row.date}});
        std::ostringstream out;
        write_gexf(Graph(store, {}), out);
        std::string weight = "weight=\"1\"";
        EXPECT_NE(out.str().find(weight + row.interval + ">"), std::string::npos) << row.date;
    }
}

}  // namespace
}  // namespace entente
