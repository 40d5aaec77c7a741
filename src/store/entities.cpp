// Entities as all documents together name them, and the search by name.
#include <algorithm>
#include <set>
#include <utility>

#include "store/impl.h"

namespace entente {

namespace {

using Counts = std::vector<std::pair<std::string, std::size_t>>;  // sorted by text

// The most frequent; of equals the smaller.
const std::string& favourite(const Counts& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

// A type gives way to a more specific one that any document supports.
std::string settle_type(const std::string& id, const Counts& seen, const Ontology& ontology) {
    Counts specific;
    for (const auto& [type, documents] : seen) {
        bool general = type.empty() || std::any_of(seen.begin(), seen.end(), [&](const auto& s) {
                           return s.first != type && ontology.is_a(s.first, type);
                       });
        if (!general) specific.emplace_back(type, documents);
    }
    return specific.empty() ? ontology.type_of_id(id) : favourite(specific);
}

void widen(StoredEntity& entity, const std::string& first, const std::string& last) {
    if (first.empty()) return;
    if (entity.first_seen.empty() || first < entity.first_seen) entity.first_seen = first;
    if (last > entity.last_seen) entity.last_seen = last;
}

// Display names and aliases, read along with the entities: of all, or of the one with this id.
class NameReader {
  public:
    NameReader(const Database& database, const std::string& where, std::string_view id)
        : id_(id),
          statement_(database, "SELECT entity, lang, name, count(*) FROM names" + where +
                                   " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3") {
        if (!where.empty()) statement_.query(id_);
        more_ = statement_.step();
    }

    // Entities must be asked for in order.
    void fill(StoredEntity& entity) {
        std::map<std::string, Counts> names;
        for (; more_ && statement_.view(0) <= entity.id; more_ = statement_.step())
            if (statement_.view(0) == entity.id)
                names[statement_.text(1)].emplace_back(statement_.text(2), statement_.size(3));
        std::set<std::string> shown;
        for (const auto& [lang, counts] : names)
            if (!lang.empty()) shown.insert(entity.name[lang] = favourite(counts));
        for (const auto& [alias, documents] : names[""])
            if (!shown.contains(alias)) entity.aliases.push_back(alias);
    }

  private:
    std::string id_;
    Statement statement_;
    bool more_ = false;
};

// All entities, or the one with this id.
std::vector<StoredEntity> read_entities(const Database& database, const Ontology& ontology,
                                        std::string_view id) {
    std::string where = id.empty() ? "" : " WHERE entity = ?1";
    Statement rows(database,
                   "SELECT entity, type, count(*), sum(mentions), min(nullif(read_date, '')), "
                   "max(read_date) FROM entities JOIN documents USING (document)" +
                       where + " GROUP BY 1, 2 ORDER BY 1, 2");
    if (!id.empty()) rows.query(id);
    NameReader names(database, where, id);

    std::vector<StoredEntity> all;
    Counts types;
    auto finish = [&] {
        if (all.empty()) return;
        all.back().type = settle_type(all.back().id, types, ontology);
        names.fill(all.back());
        types.clear();
    };
    while (rows.step()) {
        if (all.empty() || all.back().id != rows.view(0)) {
            finish();
            all.emplace_back().id = rows.text(0);
        }
        StoredEntity& entity = all.back();
        types.emplace_back(rows.text(1), rows.size(2));
        entity.documents += rows.size(2);
        entity.mentions += rows.size(3);
        widen(entity, rows.text(4), rows.text(5));
    }
    finish();
    return all;
}

std::set<std::string> ids_of(Statement& statement) {
    std::set<std::string> ids;
    while (statement.step()) ids.insert(statement.text(0));
    return ids;
}

std::set<std::string> ids_named(const Database& database, std::string_view name) {
    Statement exact(database,
                    "SELECT entity FROM entities WHERE entity = ?1 COLLATE NOCASE "
                    "UNION SELECT entity FROM names WHERE name = ?1 COLLATE NOCASE");
    return ids_of(exact.query(name));
}

std::set<std::string> ids_beginning(const Database& database, std::string_view name) {
    // Whatever begins with the name sorts before the name with the last of all characters behind.
    std::string last = std::string(name) + "\U0010FFFF";
    Statement prefix(database,
                     "SELECT entity FROM entities WHERE entity >= ?1 COLLATE NOCASE "
                     "AND entity < ?2 COLLATE NOCASE UNION SELECT entity FROM names "
                     "WHERE name >= ?1 COLLATE NOCASE AND name < ?2 COLLATE NOCASE");
    return ids_of(prefix.query(name, last));
}

bool same_folded(std::string_view a, std::string_view b) {
    auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return fold(x) == fold(y); });
}

// Place of a match: 0 exact id, 1 display name, 2 any other.
int rank(const StoredEntity& entity, std::string_view name) {
    if (same_folded(entity.id, name)) return 0;
    bool shown = std::any_of(entity.name.begin(), entity.name.end(),
                             [&](const auto& n) { return same_folded(n.second, name); });
    return shown ? 1 : 2;
}

}  // namespace

const std::string& StoredEntity::label(std::string_view lang) const {
    for (const auto& [l, text] : name)
        if (l == lang) return text;
    return name.empty() ? id : name.begin()->second;
}

std::vector<StoredEntity> Store::entities() const {
    return read_entities(impl_->database, ontology(), {});
}

std::vector<StoredEntity> Store::find(std::string_view name) const {
    if (name.empty()) return {};
    std::set<std::string> ids = ids_named(impl_->database, name);
    if (ids.empty()) ids = ids_beginning(impl_->database, name);
    Ontology types = ontology();
    std::vector<StoredEntity> found;
    for (const std::string& id : ids)
        for (StoredEntity& entity : read_entities(impl_->database, types, id))
            found.push_back(std::move(entity));
    // Known ones first; ids stay in order among equals.
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return std::pair(rank(a, name), b.documents) < std::pair(rank(b, name), a.documents);
    });
    return found;
}

}  // namespace entente
