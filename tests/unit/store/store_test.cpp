// What a store keeps, replaces, refuses and survives.
#include "entente/store.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "entente/export.h"
#include "sample.h"
#include "store/sqlite.h"

namespace entente {
namespace {

using sample::Folder;
using sample::Said;

std::string everything(const Store& store) {
    std::ostringstream out;
    Filter filter;
    filter.isolated = true;
    filter.statuses = {"asserted", "planned", "pending", "alleged", "denied", "ended"};
    Graph graph(store, filter);
    write_graphml(graph, out);
    write_gexf(graph, out);
    for (const Failure& f : store.failures()) out << f.place << f.message << '\n';
    StoreStats stats = store.stats();
    out << stats.documents << ' ' << stats.sentences << ' ' << stats.mentions << ' ' << stats.claims
        << ' ' << stats.evidence;
    return out.str();
}

std::string what_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

TEST(Store, OrderOfArrivalChangesNothing) {
    struct Arrival {
        Document document;
        std::vector<Said> said;
    };
    std::vector<Arrival> arrivals = {
        {sample::document("d2", "2025-01-03"), {{"meets_with", "company:b", "company:a"}}},
        {sample::document("d2", "2025-01-03", "Other text."),
         {{"supplies", "company:c", "company:a"}}},
        {sample::document("d2", "2025-01-01", "Early."), {{"supplies", "company:x", "company:y"}}},
        {sample::document("d3", ""), {{"meets_with", "company:a", "company:b", "denied"}}}};
    std::vector<std::size_t> order = {0, 1, 2, 3};
    std::string first;
    do {
        Folder folder;
        Store store(folder / "s.db", Store::Mode::write);
        store.begin_batch();
        store.set_ontology(sample::ontology());
        for (std::size_t i : order) sample::add(store, arrivals[i].document, arrivals[i].said);
        for (std::size_t i : order) store.add(Failure{i % 2 ? "f1" : "f2", "bad"});
        store.flush();
        std::string all = everything(store);
        if (first.empty()) first = all;
        ASSERT_EQ(all, first);
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(first.find("company:x"), std::string::npos);
}

TEST(Store, DecidesBetweenVersions) {
    Document old = sample::document("d", "2025-01-01");
    Document later = sample::document("d", "2025-01-02");
    std::vector<Said> said = {{"supplies", "company:a", "company:b"}};
    struct Row {
        Document document;
        std::string pack;
        bool replace;
        Store::Added expected;
    };
    const Row rows[] = {
        {old, "sha256:1", false, Store::Added::added},
        {old, "sha256:1", false, Store::Added::unchanged},
        {old, "sha256:2", false, Store::Added::replaced},
        {later, "sha256:1", false, Store::Added::replaced},
        {old, "sha256:1", false, Store::Added::kept_other},
        {old, "sha256:1", true, Store::Added::replaced},
    };
    Folder folder;
    Store store(folder / "s.db", Store::Mode::write);
    for (const Row& row : rows)
        EXPECT_EQ(
            store.add(row.document, sample::extraction(row.document, said, row.pack), row.replace),
            row.expected);
    EXPECT_EQ(store.stats().documents, 1u);
}

TEST(Store, ReplacingRemovesWhatOneDocumentAloneSupported) {
    Folder folder;
    Store store(folder / "s.db", Store::Mode::write);
    store.set_ontology(sample::ontology());
    sample::add(store, sample::document("d1", "2025-01-01"),
                {{"supplies", "company:a", "company:b"}});
    sample::add(store, sample::document("d2", "2025-01-01"),
                {{"supplies", "company:b", "company:c"}});
    Document empty = sample::document("d2", "2025-02-01", "Nothing.");
    EXPECT_EQ(sample::add(store, empty, {}), Store::Added::replaced);
    EXPECT_TRUE(store.find("company:c").empty());
    StoreStats stats = store.stats();
    EXPECT_EQ(stats.entities, 2u);
    EXPECT_EQ(stats.claims, 1u);
    EXPECT_EQ(stats.evidence, 1u);
    EXPECT_EQ(stats.sentences, 1u);
    EXPECT_EQ(stats.mentions, 2u);
}

TEST(Store, GivesBackWhatWasPutIn) {
    Folder folder;
    Document document = sample::document("d", "2025-01-05", "First. 한국어 문장. Last.");
    document.url = "https://example.org/a";
    Extraction x = sample::extraction(document, {{"invests_in", "company:a", "company:b"}});
    Claim& c = x.claims[0];
    c.status = "pending";
    c.amount = Amount{1.5e11, "USD"};
    c.date = "2025-01";
    c.source = "person:p", c.role = "r", c.item = "i", c.stake = "10%", c.rate = "5%";
    Evidence e;
    e.sentence = {7, 24};
    e.from.span = {7, 16};
    e.to = {{17, 17}, Field::title, {0, 5}, "topic"};
    e.trigger = {17, 23};
    e.rule = "ko.rule";
    c.evidence = {e, c.evidence[0]};
    Store(folder / "s.db", Store::Mode::write).add(document, x);

    std::vector<StoredClaim> claims = Store(folder / "s.db", Store::Mode::read).claims({});
    ASSERT_EQ(claims.size(), 1u);
    const StoredClaim& stored = claims[0];
    EXPECT_EQ(stored.sentence, "한국어 문장.");
    EXPECT_EQ(stored.document, "d");
    EXPECT_EQ(stored.url, document.url);
    EXPECT_EQ(stored.title, "Title");
    EXPECT_EQ(stored.publisher, "Daily");
    EXPECT_EQ(stored.document_date, "2025-01-05");
    EXPECT_EQ(stored.when(), "2025-01");
    const Claim& got = stored.claim;
    EXPECT_EQ(std::tie(got.id, got.type, got.from, got.to, got.status, got.amount, got.date),
              std::tie(c.id, c.type, c.from, c.to, c.status, c.amount, c.date));
    EXPECT_EQ(std::tie(got.source, got.role, got.item, got.stake, got.rate, got.rule),
              std::tie(c.source, c.role, c.item, c.stake, c.rate, c.rule));
    ASSERT_EQ(got.evidence.size(), 2u);
    const Evidence& place = got.evidence[0];
    EXPECT_EQ(place.sentence, e.sentence);
    EXPECT_EQ(place.from.span, e.from.span);
    EXPECT_FALSE(place.from.antecedent_field);
    EXPECT_EQ(place.to.antecedent_field, Field::title);
    EXPECT_EQ(place.to.antecedent, e.to.antecedent);
    EXPECT_EQ(place.to.link, "topic");
    EXPECT_EQ(place.trigger, e.trigger);
    EXPECT_EQ(place.rule, "ko.rule");
}

TEST(Store, BytesThatAreNoTextSurvive) {
    Folder folder;
    Store store(folder / "s.db", Store::Mode::write);
    Document document = sample::document("d", "", std::string("a\0\xFF\xEA", 4));
    sample::add(store, document, {{"supplies", "company:a", "company:b"}});
    EXPECT_EQ(store.claims({}).at(0).sentence, document.text);
}

TEST(Store, KeepsTheOntology) {
    Folder folder;
    Store store(folder / "s.db", Store::Mode::write);
    store.set_ontology(sample::ontology());
    store.set_ontology(sample::ontology());
    Ontology got = store.ontology();
    ASSERT_EQ(got.types.size(), 5u);
    EXPECT_EQ(got.types[1].parent, "Organization");
    ASSERT_EQ(got.relations.size(), 3u);
    EXPECT_EQ(got.relation("invests_in")->from, (std::vector<std::string>{"Company", "Country"}));
    EXPECT_TRUE(got.relation("meets_with")->symmetric);
    EXPECT_EQ(got.relation("supplies")->says, "sells to");
}

TEST(Store, AMissingStoreIsAnErrorAndMakesNoFile) {
    Folder folder;
    auto path = folder / "none.db";
    std::string what = "no store at ";
    what.append(path).append(": build one with `entente build ... -d ").append(path).append("`");
    EXPECT_EQ(what_of([&] { Store(path, Store::Mode::read); }), what);
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Store, ForeignFilesAreRefusedAndLeftAlone) {
    Folder folder;
    auto text = folder / "text.db";
    std::ofstream(text) << "This is a text, long enough to be no header of a database at all.\n";
    auto foreign = folder / "foreign.db";
    Database(foreign, Database::Access::write).execute("CREATE TABLE t (x)");
    auto empty = folder / "empty.db";
    std::ofstream{empty};
    auto later = folder / "later.db";
    Store(later, Store::Mode::write);
    Database(later, Database::Access::write).execute("UPDATE meta SET value = '99'");

    for (auto mode : {Store::Mode::read, Store::Mode::write}) {
        for (const auto& path : {text, foreign}) {
            auto size = std::filesystem::file_size(path);
            std::string what = what_of([&] { Store(path, mode); });
            EXPECT_TRUE(what.starts_with("not a store of Entente (")) << what;
            EXPECT_NE(what.find(path.string()), std::string::npos) << what;
            EXPECT_EQ(std::filesystem::file_size(path), size);
        }
        EXPECT_EQ(what_of([&] { Store(later, mode); }).find("store of format 99"), 0u);
    }
    EXPECT_EQ(what_of([&] { Store(empty, Store::Mode::read); }).find("not a store"), 0u);
    EXPECT_EQ(what_of([&] { Store(empty, Store::Mode::write); }), "no error");
}

TEST(Store, WhatWasNotFlushedIsDroppedWhole) {
    Folder folder;
    auto path = folder / "s.db";
    {
        Store store(path, Store::Mode::write);
        sample::add(store, sample::document("d1", ""), {{"supplies", "company:a", "company:b"}});
        store.begin_batch();
        sample::add(store, sample::document("d2", ""), {{"supplies", "company:a", "company:c"}});
        EXPECT_EQ(Store(path, Store::Mode::read).stats().documents, 1u) << "others may read";
    }
    Store store(path, Store::Mode::read);
    EXPECT_TRUE(store.has_document("d1"));
    EXPECT_FALSE(store.has_document("d2"));
    EXPECT_TRUE(store.find("company:c").empty());
}

TEST(Store, AKilledProcessLeavesNoHalfDocument) {
    Folder folder;
    auto path = folder / "s.db";
    pid_t child = fork();
    if (child == 0) {
        Store store(path, Store::Mode::write);
        sample::add(store, sample::document("d1", ""), {{"supplies", "company:a", "company:b"}});
        store.begin_batch();
        sample::add(store, sample::document("d2", ""), {{"supplies", "company:a", "company:c"}});
        kill(getpid(), SIGKILL);
    }
    waitpid(child, nullptr, 0);
    EXPECT_EQ(Store(path, Store::Mode::read).stats().documents, 1u);
    Store store(path, Store::Mode::write);
    EXPECT_EQ(store.stats().documents, 1u);
    EXPECT_EQ(sample::add(store, sample::document("d2", ""), {}), Store::Added::added);
}

TEST(Store, AClosedStoreIsOneFileThatCanBeReadWhereNothingMayBeWritten) {
    Folder folder;
    auto inner = folder / "inner";
    std::filesystem::create_directory(inner);
    auto path = inner / "s.db";
    sample::add(*std::make_unique<Store>(path, Store::Mode::write), sample::document("d", ""), {});
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(inner), {}), 1);
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read);
    std::filesystem::permissions(inner, perms::owner_read | perms::owner_exec);
    EXPECT_EQ(Store(path, Store::Mode::read).stats().documents, 1u);
    std::filesystem::permissions(inner, perms::owner_all);
}

TEST(Store, AReaderInTheWayOfClosingLosesNothing) {
    Folder folder;
    auto path = folder / "s.db";
    auto writer = std::make_unique<Store>(path, Store::Mode::write);
    sample::add(*writer, sample::document("d1", ""), {});
    Store reader(path, Store::Mode::read);
    EXPECT_TRUE(reader.has_document("d1"));
    writer.reset();
    EXPECT_TRUE(reader.has_document("d1"));
    Store next(path, Store::Mode::write);
    sample::add(next, sample::document("d2", ""), {});
    EXPECT_TRUE(reader.has_document("d2"));
}

TEST(Store, AReaderMayNotWrite) {
    Folder folder;
    Store(folder / "s.db", Store::Mode::write);
    Store store(folder / "s.db", Store::Mode::read);
    EXPECT_EQ(what_of([&] { sample::add(store, sample::document("d", ""), {}); }),
              "this store is open for reading only");
}

}  // namespace
}  // namespace entente
