// Puts documents into the tables and takes them out again.
#include "store/writer.h"

#include <map>
#include <set>
#include <utility>

#include "json/sha256.h"
#include "store/field.h"

namespace entente {

std::string content_hash(const Document& d) {
    std::string all;
    for (const std::string* part :
         {&d.id, &d.url, &d.publisher, &d.lang, &d.date, &d.title, &d.text})
        (all += std::to_string(part->size())).append(":").append(*part);
    return sha256_hex(all);
}

Writer::Writer(Database& database)
    : database_(database),
      standing_(database, "SELECT document, date, content, pack FROM documents WHERE id = ?1"),
      document_(database,
                "INSERT INTO documents (id, url, publisher, lang, date, title, read_lang, "
                "read_date, content, pack) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
      text_(database, "INSERT INTO texts VALUES (?1, ?2)"),
      sentence_(database, "INSERT INTO sentences VALUES (?1, ?2, ?3, ?4, ?5)"),
      mention_(database,
               "INSERT INTO mentions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      entity_(database, "INSERT OR IGNORE INTO entities VALUES (?1, ?2, ?3, ?4)"),
      name_(database, "INSERT OR IGNORE INTO names VALUES (?1, ?2, ?3, ?4)"),
      claim_(database,
             "INSERT INTO claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
             "?14, ?15, ?16)"),
      evidence_(database,
                "INSERT INTO evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                "?13, ?14, ?15, ?16, ?17, ?18, ?19)") {}

Writer::Standing Writer::standing(std::string_view id) {
    Standing found;
    standing_.query(id);
    if (standing_.step())
        found = {standing_.integer(0), standing_.text(1), standing_.text(2), standing_.text(3)};
    standing_.rewind();
    return found;
}

void Writer::insert(const Document& document, const std::string& content,
                    const Extraction& extraction) {
    const std::string& date = extraction.date.empty() ? document.date : extraction.date;
    document_.run(document.id, document.url, document.publisher, document.lang, document.date,
                  document.title, extraction.lang, date, content, extraction.pack);
    std::int64_t row = database_.last_row();
    text_.run(row, document.text);
    insert_mentions(row, extraction);
    insert_entities(row, extraction);
    insert_claims(row, extraction);
}

void Writer::remove(std::int64_t row) {
    // Names are ordered by entity: the document's own entities lead to them.
    Statement(database_,
              "DELETE FROM names WHERE document = ?1 AND entity IN "
              "(SELECT entity FROM entities WHERE document = ?1)")
        .run(row);
    for (const char* table :
         {"entities", "mentions", "evidence", "claims", "sentences", "texts", "documents"})
        Statement(database_, std::string("DELETE FROM ") + table + " WHERE document = ?1").run(row);
}

void Writer::insert_mentions(std::int64_t row, const Extraction& extraction) {
    std::size_t number = 0;
    for (const Mention& m : extraction.mentions)
        mention_.run(row, number++, field_name(m.field), m.span.begin, m.span.end, m.type, m.entity,
                     m.value, m.unit, m.date, m.rule);
}

void Writer::insert_entities(std::int64_t row, const Extraction& extraction) {
    std::map<std::string_view, std::size_t> counts;
    std::set<std::pair<std::string_view, std::string_view>> surfaces;
    for (const Mention& m : extraction.mentions) {
        if (m.entity.empty()) continue;
        ++counts[m.entity];
        surfaces.emplace(m.entity, m.text);
    }
    for (const Claim& c : extraction.claims)
        for (const std::string* end : {&c.from, &c.to}) counts.try_emplace(*end, 0);
    for (const Entity& e : extraction.entities) {
        entity_.run(e.id, row, e.type, counts[e.id]);
        for (const auto& [lang, name] : e.name) name_.run(e.id, row, lang, name);
        counts.erase(e.id);
    }
    // Whatever a claim or mention points at is an entity, even where the list leaves it out.
    for (const auto& [id, count] : counts) entity_.run(id, row, "", count);
    for (const auto& [id, surface] : surfaces) name_.run(id, row, "", surface);
}

void Writer::insert_claims(std::int64_t row, const Extraction& extraction) {
    std::map<std::pair<Field, Span>, std::size_t> sentences;
    std::size_t number = 0;
    for (const Claim& c : extraction.claims) {
        claim_.query(row, number, c.id, c.type, c.from, c.to, c.status, nullptr, nullptr, c.date,
                     c.source, c.role, c.item, c.stake, c.rate, c.rule);
        if (c.amount) {
            claim_.bind(8, c.amount->value);
            claim_.bind(9, c.amount->currency);
        }
        claim_.step();
        claim_.rewind();
        std::size_t place = 0;
        for (const Evidence& e : c.evidence) {
            auto [at, fresh] = sentences.try_emplace({e.field, e.sentence}, sentences.size());
            if (fresh)
                sentence_.run(row, at->second, field_name(e.field), e.sentence.begin,
                              e.sentence.end);
            insert_evidence(row, number, place++, at->second, e);
        }
        ++number;
    }
}

void Writer::insert_evidence(std::int64_t row, std::size_t claim, std::size_t place,
                             std::size_t sentence, const Evidence& e) {
    evidence_.query(row, claim, place, sentence, e.from.span.begin, e.from.span.end, nullptr,
                    nullptr, nullptr, e.from.link, e.to.span.begin, e.to.span.end, nullptr, nullptr,
                    nullptr, e.to.link, e.trigger.begin, e.trigger.end, e.rule);
    auto bind_antecedent = [&](int at, const EvidenceEnd& end) {
        if (!end.antecedent_field) return;
        evidence_.bind(at, field_name(*end.antecedent_field));
        evidence_.bind(at + 1, end.antecedent.begin);
        evidence_.bind(at + 2, end.antecedent.end);
    };
    bind_antecedent(7, e.from);
    bind_antecedent(13, e.to);
    evidence_.step();
    evidence_.rewind();
}

}  // namespace entente
