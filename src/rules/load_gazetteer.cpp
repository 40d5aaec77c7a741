// entities/*.json: names of known entities.
#include <algorithm>
#include <iterator>

#include "rules/load.h"
#include "text/normalise.h"

namespace entente::rules {

const GazetteerEntity* Gazetteer::find(std::string_view id) const {
    auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : &entities[found->second];
}

bool Gazetteer::lies_in(std::string_view part, std::string_view whole) const {
    constexpr int deepest = 8;
    for (int depth = 0; depth < deepest && !part.empty(); ++depth) {
        if (part == whole) return true;
        const GazetteerEntity* known = find(part);
        part = known ? std::string_view(known->part_of) : std::string_view();
    }
    return false;
}

namespace {

using json::Value;

// Reads one file. What needs the other files is left to the joiner.
class PartLoader {
  public:
    PartLoader(const Ontology& ontology, const TypeTable& types, GazetteerPart& part)
        : ontology_(ontology), types_(types), part_(part) {}

    void load(const PackFile& file, std::vector<Diagnostic>& faults) {
        Scope scope(file.name, faults);
        part_.file = file.name;
        scope.check_keys(file.root, {"home", "entities"});
        home_ = reference(file.root, "home", scope);
        const Value* entities = file.root.find("entities");
        if (!entities || !scope.expect(*entities, Value::Kind::array, "\"entities\"")) return;
        part_.entities.reserve(entities->items.size());
        for (const Value& entry : entities->items)
            if (scope.expect(entry, Value::Kind::object, "an entry")) load_entry(entry, scope);
    }

  private:
    void load_entry(const Value& entry, Scope& scope) {
        GazetteerEntity& entity = part_.entities.emplace_back();
        const auto index = static_cast<std::uint32_t>(part_.entities.size() - 1);
        part_.lines.push_back(entry.line);
        entity.id = scope.text(entry, "id", true);
        scope.enter(entity.id);
        scope.check_keys(
            entry, {"id", "type", "part_of", "serves", "acts_for", "home", "kind", "by", "names",
                    "adjectives", "hanja", "syllable", "short", "context", "ids"});
        entity.type = entry_type(entry, entity.id, scope);
        entity.part_of = reference(entry, "part_of", scope);
        entity.serves = reference(entry, "serves", scope);
        entity.home = reference(entry, "home", scope);
        if (entity.home.empty()) entity.home = home_;
        entity.kind = scope.text(entry, "kind");
        entity.by = reference(entry, "by", scope);
        entity.acts_for = reference(entry, "acts_for", scope);
        entity.syllable = scope.text(entry, "syllable");
        load_names(entry, index, entity, scope);
    }

    TypeIndex entry_type(const Value& entry, const std::string& id, Scope& scope) {
        std::string name = scope.text(entry, "type");
        if (name.empty()) name = ontology_.type_of_id(id);
        int type = types_.find(name);
        if (type < 0) {
            scope.fault(entry, name.empty() ? "the id begins with no type's prefix" + prefixes()
                                            : "unknown type \"" + name + "\"");
            return 0;
        }
        return static_cast<TypeIndex>(type);
    }

    std::string prefixes() const {
        std::string out;
        for (const EntityType& type : ontology_.types)
            if (!type.prefix.empty() && out.find(" " + type.prefix + ":") == std::string::npos)
                out += (out.empty() ? ": " : ", ") + type.prefix + ":";
        return out;
    }

    std::string reference(const Value& object, std::string_view key, Scope& scope) {
        std::string id = scope.text(object, key);
        if (!id.empty())
            part_.references.push_back({id, std::string(object.text("id")), object.line});
        return id;
    }

    void load_names(const Value& entry, std::uint32_t index, GazetteerEntity& entity,
                    Scope& scope) {
        each_language(entry, "names", scope, [&](const std::string& lang, const Value& name) {
            add(name, {index, NameKind::full, 0}, scope);
            entity.name.try_emplace(lang, name.string);
        });
        each_language(entry, "adjectives", scope, [&](const std::string&, const Value& name) {
            add(name, {index, NameKind::adjective, 0}, scope);
        });
        each_language(entry, "short", scope, [&](const std::string&, const Value& name) {
            entity.short_names.push_back(text::normal_form(name.string));
        });
        for (std::string& hanja : scope.texts(entry, "hanja"))
            part_.names.push_back({std::move(hanja), {index, NameKind::hanja, 0}});
        const Value* context = entry.find("context");
        if (context)
            for (const Value& item : context->items) load_context(item, index, scope);
        if (!entity.name.empty()) return;
        // An entry whose names all need context is still called something.
        if (context && !context->items.empty())
            entity.name.emplace("en", context->items.front().text("name"));
        else
            scope.fault(entry, "an entry needs \"names\" or \"context\"");
    }

    template <typename Use>
    void each_language(const Value& entry, std::string_view key, Scope& scope, Use&& use_name) {
        const Value* languages = entry.find(key);
        if (!languages || !scope.expect(*languages, Value::Kind::object, std::string(key))) return;
        for (const auto& [lang, list] : languages->members) {
            if (!scope.expect(list, Value::Kind::array, "names of a language")) continue;
            for (const Value& name : list.items)
                if (scope.expect(name, Value::Kind::string, "a name")) use_name(lang, name);
        }
    }

    void load_context(const Value& item, std::uint32_t index, Scope& scope) {
        scope.check_keys(item, {"name", "near"});
        NameContext context;
        for (const std::string& near : scope.texts(item, "near")) {
            if (int type = types_.find(near); type >= 0)
                context.types |= types_.family(static_cast<TypeIndex>(type));
            else if (!ontology_.type_of_id(near).empty())
                context.ids.push_back(near);
            else
                context.words.push_back(near);
        }
        if (context.words.empty() && context.ids.empty() && !context.types)
            scope.fault(item, "a context needs \"near\"");
        const auto number = static_cast<std::uint32_t>(part_.contexts.size());
        part_.contexts.push_back(std::move(context));
        if (const Value* name = item.find("name"))
            add(*name, {index, NameKind::context, number}, scope);
    }

    void add(const Value& name, GazetteerName use, Scope& scope) {
        std::string normal = text::normal_form(name.string);
        if (normal.empty()) return scope.fault(name, "a name is empty");
        part_.names.push_back({std::move(normal), use});
    }

    const Ontology& ontology_;
    const TypeTable& types_;
    GazetteerPart& part_;
    std::string home_;  // of the file's entries, where they do not say
};

// Puts entities together, in the order of the parts.
class EntityJoiner {
  public:
    EntityJoiner(Gazetteer& gazetteer, std::vector<Diagnostic>& faults)
        : gazetteer_(gazetteer), faults_(faults) {}

    void run(std::vector<GazetteerPart>& parts) {
        std::size_t entities = 0;
        for (const GazetteerPart& part : parts) entities += part.entities.size();
        gazetteer_.entities.reserve(entities);
        gazetteer_.by_id.reserve(entities);
        places_.reserve(entities);
        for (GazetteerPart& part : parts) take(part);
        check_twins();
        for (const GazetteerPart& part : parts) check_references(part);
    }

  private:
    struct Place {
        const std::string* file;
        std::size_t line;
    };

    void take(GazetteerPart& part) {
        std::move(part.contexts.begin(), part.contexts.end(),
                  std::back_inserter(gazetteer_.contexts));
        const std::string& source =
            gazetteer_.sources.emplace_back(part.file.substr(0, part.file.rfind('.')));
        for (std::size_t i = 0; i < part.entities.size(); ++i) {
            part.entities[i].source = source;
            places_.push_back({&part.file, part.lines[i]});
            gazetteer_.entities.push_back(std::move(part.entities[i]));
            note_id(static_cast<std::uint32_t>(gazetteer_.entities.size() - 1));
        }
    }

    void note_id(std::uint32_t entity) {
        const std::string& id = gazetteer_.entities[entity].id;
        const auto [known, fresh] = gazetteer_.by_id.emplace(id, entity);
        if (fresh || id.empty()) return;
        const Place& here = places_[entity];
        faults_.push_back({*here.file, here.line, id,
                           "id \"" + id + "\" stands already at " + place(known->second)});
    }

    std::string place(std::uint32_t entity) const {
        return *places_[entity].file + ":" + std::to_string(places_[entity].line);
    }

    // Could these be one thing by all that is known of them?
    static bool are_twins(const GazetteerEntity& a, const GazetteerEntity& b) {
        if (a.type != b.type || a.part_of != b.part_of || a.serves != b.serves || a.id == b.id)
            return false;
        if (!a.home.empty() && !b.home.empty() && a.home != b.home) return false;
        return std::all_of(a.name.begin(), a.name.end(), [&](const auto& name) {
            const auto other = b.name.find(name.first);
            return other == b.name.end() || other->second == name.second;
        });
    }

    // Two entries for one thing: some of its names would lead to one node, some to the other.
    void check_twins() {
        std::unordered_map<std::string_view, std::uint32_t> seen;  // by a display name
        seen.reserve(2 * gazetteer_.entities.size());
        for (std::uint32_t i = 0; i < gazetteer_.entities.size(); ++i) {
            const GazetteerEntity& entity = gazetteer_.entities[i];
            for (const auto& [lang, name] : entity.name) {
                const auto [at, fresh] = seen.emplace(name, i);
                if (fresh || at->second == i) continue;
                const GazetteerEntity& other = gazetteer_.entities[at->second];
                if (!are_twins(entity, other)) continue;
                faults_.push_back({*places_[i].file, places_[i].line, entity.id,
                                   "\"" + name + "\" is there already: " + other.id + " at " +
                                       place(at->second) +
                                       "; if this is another, say its \"home\""});
                break;
            }
        }
    }

    void check_references(const GazetteerPart& part) {
        for (const GazetteerPart::Reference& r : part.references) {
            if (gazetteer_.by_id.count(r.id)) continue;
            std::string message = "no entry has the id \"" + r.id + "\"";
            if (r.id.find(':') == std::string::npos && !r.from.empty())
                message += " (an id has a prefix, as \"" + r.from + "\" has)";
            faults_.push_back({part.file, r.line, r.from, std::move(message)});
        }
    }

    Gazetteer& gazetteer_;
    std::vector<Diagnostic>& faults_;
    std::vector<Place> places_;  // of the entities
};

// Puts names together, each with all that it may mean.
class NameJoiner {
  public:
    explicit NameJoiner(Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    void run(std::vector<GazetteerPart>& parts) {
        std::size_t names = 0;
        for (const GazetteerPart& part : parts) names += part.names.size();
        names_.reserve(names);
        for (GazetteerPart& part : parts) take(part);
        make_trie();
    }

  private:
    // Numbers of the part become numbers of the whole.
    void take(GazetteerPart& part) {
        for (auto& [name, use] : part.names)
            names_.push_back(
                {std::move(name), {entities_ + use.entity, use.kind, contexts_ + use.context}});
        entities_ += static_cast<std::uint32_t>(part.entities.size());
        contexts_ += static_cast<std::uint32_t>(part.contexts.size());
    }

    void make_trie() {
        text::Trie::Keys keys;
        keys.reserve(names_.size());
        gazetteer_.names.reserve(names_.size());
        for (std::size_t i : in_order()) {
            auto& [name, use] = names_[i];
            if (keys.empty() || keys.back().first != name) {
                keys.emplace_back(std::move(name), static_cast<std::int32_t>(keys.size()));
                gazetteer_.names.emplace_back();
            }
            add_use(gazetteer_.names.back(), use);
        }
        gazetteer_.trie = text::Trie(std::move(keys));
    }

    // Positions in names_, by name, then as they came. Sorted by their first bytes where these
    // tell, which spares most looks at the names.
    std::vector<std::size_t> in_order() const {
        struct Key {
            std::uint64_t start;
            std::size_t position;
        };
        std::vector<Key> keys;
        keys.reserve(names_.size());
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::uint64_t start = 0;
            for (std::size_t byte = 0; byte < 8; ++byte)
                start = start << 8U | (byte < names_[i].first.size()
                                           ? static_cast<unsigned char>(names_[i].first[byte])
                                           : 0U);
            keys.push_back({start, i});
        }
        std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
            if (a.start != b.start) return a.start < b.start;
            const int order = names_[a.position].first.compare(names_[b.position].first);
            return order != 0 ? order < 0 : a.position < b.position;
        });
        std::vector<std::size_t> positions;
        positions.reserve(keys.size());
        for (const Key& key : keys) positions.push_back(key.position);
        return positions;
    }

    // Languages may share a name ("TSMC"): it is kept once an entity.
    static void add_use(std::vector<GazetteerName>& uses, GazetteerName use) {
        for (const GazetteerName& other : uses)
            if (other.entity == use.entity) return;
        uses.push_back(use);
    }

    Gazetteer& gazetteer_;
    std::uint32_t entities_ = 0, contexts_ = 0;  // of the parts that are taken
    std::vector<std::pair<std::string, GazetteerName>> names_;
};

}  // namespace

GazetteerPart load_gazetteer(const PackFile& file, const Ontology& ontology, const TypeTable& types,
                             std::vector<Diagnostic>& faults) {
    GazetteerPart part;
    PartLoader(ontology, types, part).load(file, faults);
    return part;
}

void join_entities(std::vector<GazetteerPart>& parts, Gazetteer& gazetteer,
                   std::vector<Diagnostic>& faults) {
    EntityJoiner(gazetteer, faults).run(parts);
}

void join_names(std::vector<GazetteerPart>& parts, Gazetteer& gazetteer) {
    NameJoiner(gazetteer).run(parts);
}

}  // namespace entente::rules
