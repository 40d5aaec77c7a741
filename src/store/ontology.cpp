// The ontology's copy in a store: with it, queries need no rule pack.
#include "entente/ontology.h"

#include "store/writer.h"

namespace entente {

namespace {

std::string join(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) (out += out.empty() ? "" : "|") += part;
    return out;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::size_t bar = std::min(text.find('|'), text.size());
        parts.emplace_back(text.substr(0, bar));
        text.remove_prefix(std::min(bar + 1, text.size()));
    }
    return parts;
}

}  // namespace

void write_ontology(Database& database, const Ontology& ontology) {
    Transaction transaction(database);
    database.execute("DELETE FROM entity_types; DELETE FROM relation_types");
    Statement type(database, "INSERT INTO entity_types VALUES (NULL, ?1, ?2, ?3, ?4)");
    for (const EntityType& t : ontology.types) type.run(t.name, t.parent, t.prefix, t.says);
    Statement relation(database, "INSERT INTO relation_types VALUES (NULL, ?1, ?2, ?3, ?4, ?5)");
    for (const RelationType& r : ontology.relations)
        relation.run(r.name, join(r.from), join(r.to), r.symmetric, r.says);
    transaction.commit();
}

Ontology read_ontology(const Database& database) {
    Ontology ontology;
    Statement types(database, "SELECT name, parent, prefix, says FROM entity_types ORDER BY place");
    while (types.step())
        ontology.types.push_back({types.text(0), types.text(1), types.text(2), types.text(3)});
    Statement relations(database,
                        "SELECT name, \"from\", \"to\", symmetric, says FROM relation_types "
                        "ORDER BY place");
    while (relations.step())
        ontology.relations.push_back({relations.text(0), split(relations.view(1)),
                                      split(relations.view(2)), relations.integer(3) != 0,
                                      relations.text(4)});
    return ontology;
}

}  // namespace entente
