// entities/*.json: names of known entities.
#include <algorithm>
#include <iterator>
#include <map>

#include "rules/load.h"
#include "text/normalise.h"

namespace entente::rules {

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
        const std::string id = scope.text(entry, "id", true);
        entity.id = keep(id);
        scope.enter(id);
        scope.check_keys(
            entry, {"id", "type", "part_of", "serves", "acts_for", "home", "kind", "by", "names",
                    "adjectives", "hanja", "syllable", "short", "context", "ids"});
        entity.type = entry_type(entry, id, scope);
        entity.part_of = reference(entry, "part_of", scope);
        entity.serves = reference(entry, "serves", scope);
        entity.home = reference(entry, "home", scope);
        if (entity.home.empty()) entity.home = home_;
        entity.kind = keep(scope.text(entry, "kind"));
        entity.by = reference(entry, "by", scope);
        entity.acts_for = reference(entry, "acts_for", scope);
        entity.syllable = keep(scope.text(entry, "syllable"));
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

    std::string_view keep(std::string_view text) { return part_.texts.keep(text); }

    std::string_view reference(const Value& object, std::string_view key, Scope& scope) {
        std::string id = scope.text(object, key);
        if (id.empty()) return {};
        part_.references.push_back({id, std::string(object.text("id")), object.line});
        return keep(id);
    }

    void load_names(const Value& entry, std::uint32_t index, GazetteerEntity& entity,
                    Scope& scope) {
        std::map<std::string, std::string> first;  // by language
        each_language(entry, "names", scope, [&](const std::string& lang, const Value& name) {
            add(name, {index, NameKind::full, 0}, scope);
            first.try_emplace(lang, name.string);
        });
        each_language(entry, "adjectives", scope, [&](const std::string&, const Value& name) {
            add(name, {index, NameKind::adjective, 0}, scope);
        });
        entity.short_names.begin = static_cast<std::uint32_t>(part_.short_names.size());
        each_language(entry, "short", scope, [&](const std::string&, const Value& name) {
            part_.short_names.push_back(keep(text::normal_form(name.string)));
        });
        entity.short_names.end = static_cast<std::uint32_t>(part_.short_names.size());
        for (std::string& hanja : scope.texts(entry, "hanja"))
            part_.names.push_back({std::move(hanja), {index, NameKind::hanja, 0}});
        const Value* context = entry.find("context");
        if (context)
            for (const Value& item : context->items) load_context(item, index, scope);
        // An entry whose names all need context is still called something.
        if (first.empty() && context && !context->items.empty())
            first.emplace("en", context->items.front().text("name"));
        if (first.empty()) scope.fault(entry, "an entry needs \"names\" or \"context\"");
        entity.names.begin = static_cast<std::uint32_t>(part_.display_names.size());
        for (const auto& [lang, name] : first)
            part_.display_names.push_back({keep(lang), keep(name)});
        entity.names.end = static_cast<std::uint32_t>(part_.display_names.size());
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
    std::string_view home_;  // of the file's entries, where they do not say
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
        by_id_.reserve(entities);
        places_.reserve(entities);
        for (GazetteerPart& part : parts) take(part);
        check_twins();
        for (const GazetteerPart& part : parts) check_references(part);
        sort_ids();
    }

  private:
    struct Place {
        const std::string* file;
        std::size_t line;
    };

    void take(GazetteerPart& part) {
        std::move(part.contexts.begin(), part.contexts.end(),
                  std::back_inserter(gazetteer_.contexts));
        const auto source = static_cast<std::uint32_t>(gazetteer_.sources.size());
        gazetteer_.sources.push_back(part.file.substr(0, part.file.rfind('.')));
        const auto names = static_cast<std::uint32_t>(gazetteer_.display_names.size());
        const auto short_names = static_cast<std::uint32_t>(gazetteer_.short_names.size());
        gazetteer_.display_names.insert(gazetteer_.display_names.end(), part.display_names.begin(),
                                        part.display_names.end());
        gazetteer_.short_names.insert(gazetteer_.short_names.end(), part.short_names.begin(),
                                      part.short_names.end());
        gazetteer_.texts.take(std::move(part.texts));
        for (std::size_t i = 0; i < part.entities.size(); ++i) {
            GazetteerEntity& entity = part.entities[i];
            entity.source = source;
            entity.names = moved(entity.names, names);
            entity.short_names = moved(entity.short_names, short_names);
            places_.push_back({&part.file, part.lines[i]});
            gazetteer_.entities.push_back(entity);
            note_id(static_cast<std::uint32_t>(gazetteer_.entities.size() - 1));
        }
    }

    static Slice moved(Slice slice, std::uint32_t by) { return {slice.begin + by, slice.end + by}; }

    void note_id(std::uint32_t entity) {
        const std::string_view id = gazetteer_.entities[entity].id;
        const auto [known, fresh] = by_id_.emplace(id, entity);
        if (fresh || id.empty()) return;
        const Place& here = places_[entity];
        faults_.push_back(
            {*here.file, here.line, std::string(id),
             "id \"" + std::string(id) + "\" stands already at " + place(known->second)});
    }

    std::string place(std::uint32_t entity) const {
        return *places_[entity].file + ":" + std::to_string(places_[entity].line);
    }

    // Could these be one thing by all that is known of them?
    bool are_twins(const GazetteerEntity& a, const GazetteerEntity& b) const {
        if (a.type != b.type || a.part_of != b.part_of || a.serves != b.serves || a.id == b.id)
            return false;
        if (!a.home.empty() && !b.home.empty() && a.home != b.home) return false;
        for (const DisplayName& name : gazetteer_.names_of(a))
            for (const DisplayName& other : gazetteer_.names_of(b))
                if (name.language == other.language && name.text != other.text) return false;
        return true;
    }

    // Two entries for one thing: some of its names would lead to one node, some to the other.
    void check_twins() {
        std::unordered_map<std::string_view, std::uint32_t> seen;  // by a display name
        seen.reserve(2 * gazetteer_.entities.size());
        for (std::uint32_t i = 0; i < gazetteer_.entities.size(); ++i) {
            const GazetteerEntity& entity = gazetteer_.entities[i];
            for (const auto& [lang, name] : gazetteer_.names_of(entity)) {
                const auto [at, fresh] = seen.emplace(name, i);
                if (fresh || at->second == i) continue;
                const GazetteerEntity& other = gazetteer_.entities[at->second];
                if (!are_twins(entity, other)) continue;
                faults_.push_back(
                    {*places_[i].file, places_[i].line, std::string(entity.id),
                     "\"" + std::string(name) + "\" is there already: " + std::string(other.id) +
                         " at " + place(at->second) + "; if this is another, say its \"home\""});
                break;
            }
        }
    }

    void check_references(const GazetteerPart& part) {
        for (const GazetteerPart::Reference& r : part.references) {
            if (by_id_.count(r.id)) continue;
            std::string message = "no entry has the id \"" + r.id + "\"";
            if (r.id.find(':') == std::string::npos && !r.from.empty())
                message += " (an id has a prefix, as \"" + r.from + "\" has)";
            faults_.push_back({part.file, r.line, r.from, std::move(message)});
        }
    }

    void sort_ids() {
        for (const auto& [id, entity] : by_id_) gazetteer_.by_id.push_back(entity);
        std::sort(gazetteer_.by_id.begin(), gazetteer_.by_id.end(), [&](auto a, auto b) {
            return gazetteer_.entities[a].id < gazetteer_.entities[b].id;
        });
    }

    Gazetteer& gazetteer_;
    std::vector<Diagnostic>& faults_;
    std::vector<Place> places_;                                  // of the entities
    std::unordered_map<std::string_view, std::uint32_t> by_id_;  // the first with an id
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
        gazetteer_.uses.reserve(names_.size());
        gazetteer_.first_uses.reserve(names_.size() + 1);
        for (std::size_t i : in_order()) {
            auto& [name, use] = names_[i];
            if (keys.empty() || keys.back().first != name) {
                keys.emplace_back(std::move(name), static_cast<std::int32_t>(keys.size()));
                end_name();
            }
            add_use(use);
        }
        end_name();
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
    void add_use(GazetteerName use) {
        std::vector<GazetteerName>& uses = gazetteer_.uses;
        for (std::size_t i = gazetteer_.first_uses.back(); i < uses.size(); ++i)
            if (uses[i].entity == use.entity) return;
        uses.push_back(use);
    }
    void end_name() {
        gazetteer_.first_uses.push_back(static_cast<std::uint32_t>(gazetteer_.uses.size()));
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
