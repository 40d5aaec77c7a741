// Keeping: a set of extractions, keyed by document, in one SQLite file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"
#include "entente/extraction.h"
#include "entente/ontology.h"

namespace entente {

// What a query leaves in. Empty members do not restrict. Dates are ISO 8601 and compare by prefix.
struct Filter {
    std::vector<std::string> types;  // entity types; both ends must fit one (subtypes count)
    std::vector<std::string> relations;
    std::vector<std::string> statuses;  // empty: all but edges that are only denied
    std::string since;                  // claim date, else document date
    std::string until;                  // inclusive
    std::size_t min_support = 1;        // independent documents per edge
    bool isolated = false;              // entities without an edge, too
};

// An entity as all documents together name it.
struct StoredEntity {
    std::string id;
    std::string type;
    std::map<std::string, std::string> name;  // language to name
    std::vector<std::string> aliases;         // surfaces seen, sorted, display names left out
    std::size_t mentions = 0;
    std::size_t documents = 0;
    std::string first_seen;  // document dates; empty where no document has one
    std::string last_seen;

    // Name in `lang`, else in another language, else the id.
    const std::string& label(std::string_view lang = "en") const;
};

// A claim with what is needed to show it: the document's data and the first evidence's sentence.
struct StoredClaim {
    Claim claim;
    std::string document;
    std::string document_date;
    std::string publisher;
    std::string url;
    std::string title;
    std::string sentence;  // of the first evidence; the user's bytes

    // Claim date, else document date; may be empty.
    const std::string& when() const { return claim.date.empty() ? document_date : claim.date; }
};

struct StoreStats {
    std::size_t documents = 0, sentences = 0, mentions = 0, entities = 0, claims = 0, evidence = 0,
                failures = 0;
    std::map<std::string, std::size_t> claims_by_relation;
    std::map<std::string, std::size_t> entities_by_type;
    std::map<std::string, std::size_t> documents_by_language;
};

// One object a thread; other processes may read while one writes. Every function throws Error on
// damage or a full disk. A document is one transaction: a killed process leaves none by half.
class Store {
  public:
    enum class Mode { read, write };  // write creates the file where there is none

    // Throws Error, and makes no file, where `path` does not exist in read mode or is no store.
    Store(const std::filesystem::path& path, Mode mode);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    enum class Added { added, replaced, unchanged, kept_other };

    // Keeps one document. Of two versions of one id the one with the larger (date, content hash)
    // stands, whatever the order of arrival; `replace` insists on this one. The same content read
    // with another rule pack replaces.
    Added add(const Document& document, const Extraction& extraction, bool replace = false);
    void add(const Failure& failure);
    void set_ontology(const Ontology& ontology);  // copied in, so that queries need no rule pack

    // Groups the adds that follow into one disk commit until `flush` (each stays whole).
    void begin_batch();
    void flush();

    Ontology ontology() const;
    StoreStats stats() const;
    std::vector<Failure> failures() const;
    bool has_document(std::string_view id) const;

    // Entities with this id, name or alias, in any language and letter case; best first:
    // exact id, exact name, alias, prefix. One element means that the name is unambiguous.
    std::vector<StoredEntity> find(std::string_view name) const;

    std::vector<StoredEntity> entities() const;  // sorted by id
    // Claims under the filter (relations, dates, statuses), sorted by (type, from, to, document).
    // min_support and entity types are the graph's. `around`: only those that touch this entity.
    std::vector<StoredClaim> claims(const Filter& filter, std::string_view around = {}) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace entente
