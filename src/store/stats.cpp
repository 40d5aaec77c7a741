// Counts, failures and what is there.
#include "store/impl.h"

namespace entente {

namespace {

std::size_t count(const Database& database, const char* what) {
    Statement statement(database, std::string("SELECT count(*) FROM ") + what);
    statement.step();
    return statement.size(0);
}

std::map<std::string, std::size_t> count_by(const Database& database, const char* column,
                                            const char* table) {
    std::map<std::string, std::size_t> counts;
    Statement rows(database,
                   std::string("SELECT ") + column + ", count(*) FROM " + table + " GROUP BY 1");
    while (rows.step()) counts[rows.text(0)] = rows.size(1);
    return counts;
}

}  // namespace

StoreStats Store::stats() const {
    const Database& database = impl_->database;
    StoreStats stats;
    stats.documents = count(database, "documents");
    stats.sentences = count(database, "sentences");
    stats.mentions = count(database, "mentions");
    stats.claims = count(database, "claims");
    stats.evidence = count(database, "evidence");
    stats.failures = count(database, "failures");
    stats.claims_by_relation = count_by(database, "type", "claims");
    stats.documents_by_language = count_by(database, "read_lang", "documents");
    for (const StoredEntity& entity : entities()) {
        ++stats.entities;
        ++stats.entities_by_type[entity.type];
    }
    return stats;
}

std::vector<Failure> Store::failures() const {
    std::vector<Failure> all;
    Statement rows(impl_->database, "SELECT place, message FROM failures ORDER BY place, message");
    while (rows.step()) all.push_back({rows.text(0), rows.text(1)});
    return all;
}

bool Store::has_document(std::string_view id) const {
    Statement row(impl_->database, "SELECT 1 FROM documents WHERE id = ?1");
    return row.query(id).step();
}

}  // namespace entente
