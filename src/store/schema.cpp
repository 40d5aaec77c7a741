// The tables of a store.
//
// Everything but failures and the ontology hangs on a document, so that taking one out removes
// exactly what it alone supported. What all documents say together about an entity is summed up
// when asked for.
#include "store/schema.h"

#include <string>
#include <system_error>

namespace entente {

namespace {

constexpr std::int64_t application_id = 0x456e7465;  // "Ente"
constexpr int format = 1;  // counts up when an older program could misread the tables

constexpr const char* tables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- lang and date as given; read_lang and read_date as the extraction has them.
CREATE TABLE documents (
    document INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL,
    publisher TEXT NOT NULL, lang TEXT NOT NULL, date TEXT NOT NULL, title TEXT NOT NULL,
    read_lang TEXT NOT NULL, read_date TEXT NOT NULL,
    content TEXT NOT NULL, pack TEXT NOT NULL);

-- Apart from the rest: looking up a date need not page through articles.
CREATE TABLE texts (document INTEGER PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE sentences (
    document INTEGER, sentence INTEGER, field TEXT NOT NULL, begin INTEGER NOT NULL,
    end INTEGER NOT NULL, PRIMARY KEY (document, sentence)) WITHOUT ROWID;

CREATE TABLE mentions (
    document INTEGER, mention INTEGER, field TEXT NOT NULL, begin INTEGER NOT NULL,
    end INTEGER NOT NULL, type TEXT NOT NULL, entity TEXT NOT NULL, value REAL,
    unit TEXT NOT NULL, date TEXT NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (document, mention)) WITHOUT ROWID;

CREATE TABLE entities (
    entity TEXT, document INTEGER, type TEXT NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, document)) WITHOUT ROWID;
CREATE INDEX entities_folded ON entities (entity COLLATE NOCASE);
CREATE INDEX entities_by_document ON entities (document);

-- Display names with their language; surfaces of mentions with an empty one.
CREATE TABLE names (
    entity TEXT, document INTEGER, lang TEXT, name TEXT,
    PRIMARY KEY (entity, document, lang, name)) WITHOUT ROWID;
CREATE INDEX names_folded ON names (name COLLATE NOCASE);

CREATE TABLE claims (
    document INTEGER, claim INTEGER, id TEXT NOT NULL, type TEXT NOT NULL, "from" TEXT NOT NULL,
    "to" TEXT NOT NULL, status TEXT NOT NULL, amount REAL, currency TEXT, date TEXT NOT NULL,
    source TEXT NOT NULL, role TEXT NOT NULL, item TEXT NOT NULL, stake TEXT NOT NULL,
    rate TEXT NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (document, claim)) WITHOUT ROWID;

-- The rule pack that found it is the document's.
CREATE TABLE evidence (
    document INTEGER, claim INTEGER, place INTEGER, sentence INTEGER NOT NULL,
    from_begin INTEGER NOT NULL, from_end INTEGER NOT NULL, from_antecedent_field TEXT,
    from_antecedent_begin INTEGER, from_antecedent_end INTEGER, from_link TEXT NOT NULL,
    to_begin INTEGER NOT NULL, to_end INTEGER NOT NULL, to_antecedent_field TEXT,
    to_antecedent_begin INTEGER, to_antecedent_end INTEGER, to_link TEXT NOT NULL,
    trigger_begin INTEGER NOT NULL, trigger_end INTEGER NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (document, claim, place)) WITHOUT ROWID;

CREATE TABLE failures (place TEXT, message TEXT, PRIMARY KEY (place, message)) WITHOUT ROWID;

-- Ends are type names joined by '|'.
CREATE TABLE entity_types (
    place INTEGER PRIMARY KEY, name TEXT NOT NULL, parent TEXT NOT NULL, prefix TEXT NOT NULL,
    says TEXT NOT NULL);
CREATE TABLE relation_types (
    place INTEGER PRIMARY KEY, name TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
    symmetric INTEGER NOT NULL, says TEXT NOT NULL);
)sql";

std::int64_t number(const Database& database, const char* sql) {
    Statement statement(database, sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool is_empty(const Database& database) {
    return number(database, "PRAGMA application_id") == 0 &&
           number(database, "SELECT count(*) FROM sqlite_master") == 0;
}

void make_tables(Database& database) {
    Transaction transaction(database);
    if (!is_empty(database)) return;  // another process was faster
    database.execute(tables);
    Statement(database, "INSERT INTO meta VALUES ('format', ?1)").run(std::to_string(format));
    database.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    transaction.commit();
}

void check_marks(const Database& database, const std::string& path) {
    if (number(database, "PRAGMA application_id") != application_id)
        throw Error("not a store of Entente", path, "it is some other file; give another path");
    std::int64_t found = number(database, "SELECT value FROM meta WHERE key = 'format'");
    if (found != format)
        throw Error("store of format " + std::to_string(found) + ", this program knows " +
                        std::to_string(format),
                    path, "use the program that made it, or build the store again");
}

}  // namespace

Database open_store(const std::filesystem::path& path, Database::Access access) {
    bool writing = access == Database::Access::write;
    std::error_code ignored;
    if (!writing && !std::filesystem::exists(path, ignored))
        throw Error("no store at " + path.string(), "",
                    "build one with `entente build ... -d " + path.string() + "`");
    Database database(path, access);
    try {
        if (writing && is_empty(database)) make_tables(database);
        check_marks(database, path.string());
    } catch (const NotADatabase&) {
        throw Error("not a store of Entente", path.string(),
                    "it is some other file; give another path");
    }
    database.execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
    // Where somebody is reading just now, the file keeps its way of writing: slower, as safe.
    if (writing && database.set_concurrent(true)) database.execute("PRAGMA synchronous = NORMAL");
    return database;
}

}  // namespace entente
