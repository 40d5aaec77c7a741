// Queries of a store: entities by name, claims under a filter.
#include <gtest/gtest.h>

#include "sample.h"

namespace entente {
namespace {

class Queries : public testing::Test {
  protected:
    Queries() : store_(folder_ / "s.db", Store::Mode::write) {
        store_.set_ontology(sample::ontology());
    }

    // One document that names one entity.
    void name(const std::string& id, const std::string& type, const std::string& en,
              const std::string& ko, const std::vector<std::string>& surfaces) {
        std::string number = std::to_string(++count_);
        Document d = sample::document("n" + number, "2025-01-0" + number);
        Extraction x = sample::extraction(d, {});
        x.entities.push_back({id, type, {{"en", en}, {"ko", ko}}});
        for (const std::string& surface : surfaces) {
            Mention& m = x.mentions.emplace_back();
            m.text = surface;
            m.entity = id;
            m.type = type;
        }
        store_.add(d, x);
    }

    std::string found(std::string_view text) const {
        std::string ids;
        for (const StoredEntity& e : store_.find(text)) (ids += ids.empty() ? "" : " ") += e.id;
        return ids;
    }

    sample::Folder folder_;
    Store store_;
    int count_ = 0;
};

TEST_F(Queries, FindsByAnyNameBestFirst) {
    name("company:mir", "Company", "Mir Electronics", "미르전자", {"Mir", "미르"});
    name("company:mir-bio", "Company", "Mir Bio", "미르바이오", {"Mir Bio"});
    name("country:MR", "Country", "Mirland", "미르국", {"Mir", "MIRLAND"});
    name("person:mir", "Person", "Mir", "미르 씨", {"Mir"});
    struct Row {
        const char* asked;
        const char* ids;
    };
    const Row rows[] = {
        {"company:mir", "company:mir"},
        {"COUNTRY:mr", "country:MR"},
        {"mir electronics", "company:mir"},
        {"미르전자", "company:mir"},
        {"mirland", "country:MR"},
        {"mir", "person:mir company:mir country:MR"},  // display name before aliases
        {"mir b", "company:mir-bio"},                  // prefix
        {"미르바", "company:mir-bio"},
        {"company:", "company:mir company:mir-bio"},
        {"Mir%", ""},
        {"ir", ""},
        {"", ""},
    };
    for (const Row& row : rows) EXPECT_EQ(found(row.asked), row.ids) << row.asked;
}

TEST_F(Queries, NamesAndTypesAreThoseOfMostDocuments) {
    name("person:p", "Person", "Kim Mir", "김미르", {"Kim", "김미르"});
    name("person:p", "Person", "Kim Mir", "김미르", {"Kim", "Kim"});
    name("person:p", "Official", "Mir Kim", "김미르", {"President Kim"});
    std::vector<StoredEntity> all = store_.entities();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].type, "Official");
    EXPECT_EQ(all[0].name.at("en"), "Kim Mir");
    EXPECT_EQ(all[0].label("ko"), "김미르");
    EXPECT_EQ(all[0].aliases, (std::vector<std::string>{"Kim", "President Kim"}));
    EXPECT_EQ(all[0].mentions, 5u);
    EXPECT_EQ(all[0].documents, 3u);
    EXPECT_EQ(all[0].first_seen, "2025-01-01");
    EXPECT_EQ(all[0].last_seen, "2025-01-03");
    EXPECT_EQ(store_.stats().entities_by_type.at("Official"), 1u);
}

TEST_F(Queries, AnEntityThatOnlyAClaimNamesIsThere) {
    Document d = sample::document("d", "2025-01-01");
    Extraction x = sample::extraction(d, {{"supplies", "company:a", "company:b"}});
    x.entities.clear();
    x.mentions.clear();
    store_.add(d, x);
    std::vector<StoredEntity> all = store_.entities();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].type, "Company");
    EXPECT_EQ(all[0].label(), "company:a");
}

TEST_F(Queries, ClaimsUnderAFilter) {
    sample::add(store_, sample::document("d1", "2025-03-10"),
                {{"invests_in", "company:a", "company:b", "pending", "2025-02"},
                 {"supplies", "company:a", "company:c"}});
    sample::add(store_, sample::document("d2", "2025-06-01"),
                {{"supplies", "company:b", "company:a", "ended", "2024"}});
    sample::add(store_, sample::document("d3", ""), {{"supplies", "company:c", "company:d"}});
    struct Row {
        Filter filter;
        const char* around;
        const char* claims;
    };
    auto filter = [](std::vector<std::string> relations, std::vector<std::string> statuses,
                     std::string since, std::string until) {
        Filter f;
        f.relations = std::move(relations);
        f.statuses = std::move(statuses);
        f.since = std::move(since);
        f.until = std::move(until);
        return f;
    };
    const Row rows[] = {
        {filter({}, {}, "", ""), "", "ab ac ba cd"},
        {filter({"supplies"}, {}, "", ""), "", "ac ba cd"},
        {filter({"supplies", "invests_in"}, {"pending", "ended"}, "", ""), "", "ab ba"},
        {filter({}, {}, "2025", ""), "", "ab ac"},
        {filter({}, {}, "2025-02-15", ""), "", "ab ac"},  // 2025-02 may be after the 15th
        {filter({}, {}, "2025-03", "2025-03"), "", "ac"},
        {filter({}, {}, "", "2025-02-01"), "", "ab ba"},
        {filter({}, {}, "", ""), "company:c", "ac cd"},
        {filter({"invests_in"}, {}, "", ""), "company:c", ""},
    };
    for (const Row& row : rows) {
        std::string got;
        for (const StoredClaim& c : store_.claims(row.filter, row.around))
            (got += got.empty() ? "" : " ") += c.claim.from.substr(8) + c.claim.to.substr(8);
        EXPECT_EQ(got, row.claims);
    }
}

}  // namespace
}  // namespace entente
