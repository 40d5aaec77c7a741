// Puts documents into the tables and takes them out again.
#pragma once

#include <string>
#include <string_view>

#include "entente/document.h"
#include "entente/extraction.h"
#include "entente/ontology.h"
#include "store/sqlite.h"

namespace entente {

// Hash over all fields of a document.
std::string content_hash(const Document& document);

// Holds the prepared statements. Opens no transaction: that is the caller's.
class Writer {
  public:
    explicit Writer(Database& database);

    // What stands under an id: its row and what decides between two versions.
    struct Standing {
        std::int64_t row = 0;  // 0 where there is none
        std::string date;
        std::string content;
        std::string pack;
    };
    Standing standing(std::string_view id);

    void insert(const Document& document, const std::string& content, const Extraction& extraction);
    void remove(std::int64_t row);

  private:
    void insert_mentions(std::int64_t row, const Extraction& extraction);
    void insert_entities(std::int64_t row, const Extraction& extraction);
    void insert_claims(std::int64_t row, const Extraction& extraction);
    void insert_evidence(std::int64_t row, std::size_t claim, std::size_t place,
                         std::size_t sentence, const Evidence& evidence);

    Database& database_;
    Statement standing_, document_, text_, sentence_, mention_, entity_, name_, claim_, evidence_;
};

void write_ontology(Database& database, const Ontology& ontology);
Ontology read_ontology(const Database& database);

}  // namespace entente
