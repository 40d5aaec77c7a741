// entities/*.json: names of known entities.
#include <algorithm>
#include <map>

#include "rules/load.h"
#include "text/normalise.h"

namespace entente::rules {

const GazetteerEntity* Gazetteer::find(std::string_view id) const {
    auto found = by_id.find(std::string(id));
    return found == by_id.end() ? nullptr : &entities[found->second];
}

namespace {

using json::Value;

class GazetteerLoader {
  public:
    GazetteerLoader(const Ontology& ontology, const TypeTable& types, Gazetteer& gazetteer,
                    std::vector<Diagnostic>& faults)
        : ontology_(ontology), types_(types), gazetteer_(gazetteer), faults_(faults) {}

    void load(const PackFile& file) {
        Scope scope(file.name, faults_);
        scope.check_keys(file.root, {"home", "entities"});
        home_ = reference(file.root, "home", scope);
        const Value* entities = file.root.find("entities");
        if (!entities || !scope.expect(*entities, Value::Kind::array, "\"entities\"")) return;
        for (const Value& entry : entities->items)
            if (scope.expect(entry, Value::Kind::object, "an entry")) load_entry(entry, scope);
    }

    void finish() {
        for (const Reference& r : references_)
            if (!gazetteer_.by_id.count(r.id))
                faults_.push_back({r.file, r.line, r.rule, "no entry has the id \"" + r.id + "\""});
        text::Trie::Keys keys;
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

  private:
    struct Reference {
        std::string id, file, rule;
        std::size_t line;
    };

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

    void load_entry(const Value& entry, Scope& scope) {
        GazetteerEntity entity;
        entity.id = scope.text(entry, "id", true);
        scope.enter(entity.id);
        scope.check_keys(entry,
                         {"id", "type", "part_of", "serves", "acts_for", "home", "kind", "names",
                          "adjectives", "hanja", "syllable", "short", "context", "ids"});
        ids_.check(entry, entity.id, scope);
        entity.source = scope.file().substr(0, scope.file().rfind('.'));
        entity.type = entry_type(entry, entity.id, scope);
        entity.part_of = reference(entry, "part_of", scope);
        entity.serves = reference(entry, "serves", scope);
        entity.home = reference(entry, "home", scope);
        if (entity.home.empty()) entity.home = home_;
        entity.kind = scope.text(entry, "kind");
        entity.acts_for = reference(entry, "acts_for", scope);
        entity.syllable = scope.text(entry, "syllable");
        const auto index = static_cast<std::uint32_t>(gazetteer_.entities.size());
        load_names(entry, index, entity, scope);
        gazetteer_.by_id.emplace(entity.id, index);
        gazetteer_.entities.push_back(std::move(entity));
    }

    TypeIndex entry_type(const Value& entry, const std::string& id, Scope& scope) {
        std::string name = scope.text(entry, "type");
        if (name.empty()) name = ontology_.type_of_id(id);
        int type = types_.find(name);
        if (type < 0) {
            scope.fault(entry, name.empty() ? "the id begins with no type's prefix"
                                            : "unknown type \"" + name + "\"");
            return 0;
        }
        return static_cast<TypeIndex>(type);
    }

    std::string reference(const Value& entry, std::string_view key, Scope& scope) {
        std::string id = scope.text(entry, key);
        if (!id.empty())
            references_.push_back({id, scope.file(), std::string(entry.text("id")), entry.line});
        return id;
    }

    void load_names(const Value& entry, std::uint32_t index, GazetteerEntity& entity,
                    Scope& scope) {
        each_language(entry, "names", scope, [&](const std::string& lang, const Value& name) {
            add(name, {index, NameKind::full, 0}, scope);
            entity.name.emplace(lang, name.string);
        });
        each_language(entry, "adjectives", scope, [&](const std::string&, const Value& name) {
            add(name, {index, NameKind::adjective, 0}, scope);
        });
        each_language(entry, "short", scope, [&](const std::string&, const Value& name) {
            entity.short_names.push_back(text::normal_form(name.string));
        });
        for (const std::string& hanja : scope.texts(entry, "hanja"))
            use(hanja, {index, NameKind::hanja, 0});
        if (const Value* context = entry.find("context"))
            for (const Value& item : context->items) load_context(item, index, scope);
        if (entity.name.empty()) {
            // An entry whose names all need context is still called something.
            const Value* context = entry.find("context");
            if (context && !context->items.empty())
                entity.name.emplace("en", context->items.front().text("name"));
            else
                scope.fault(entry, "an entry needs \"names\" or \"context\"");
        }
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
        gazetteer_.contexts.push_back(std::move(context));
        const auto number = static_cast<std::uint32_t>(gazetteer_.contexts.size() - 1);
        if (const Value* name = item.find("name"))
            add(*name, {index, NameKind::context, number}, scope);
    }

    void add(const Value& name, GazetteerName name_use, Scope& scope) {
        std::string normal = text::normal_form(name.string);
        if (normal.empty()) return scope.fault(name, "a name is empty");
        use(normal, name_use);
    }

    void use(const std::string& name, GazetteerName name_use) {
        names_.emplace_back(name, name_use);
    }

    // Languages may share a name ("TSMC"): it is kept once an entity.
    static void add_use(std::vector<GazetteerName>& uses, GazetteerName use) {
        for (const GazetteerName& other : uses)
            if (other.entity == use.entity) return;
        uses.push_back(use);
    }

    const Ontology& ontology_;
    const TypeTable& types_;
    Gazetteer& gazetteer_;
    std::vector<Diagnostic>& faults_;
    Ids ids_;
    std::string home_;  // of the file's entries, where they do not say
    std::vector<Reference> references_;
    std::vector<std::pair<std::string, GazetteerName>> names_;
};

}  // namespace

void load_gazetteer(const std::function<std::optional<PackFile>()>& next, const Ontology& ontology,
                    const TypeTable& types, Gazetteer& gazetteer, std::vector<Diagnostic>& faults) {
    GazetteerLoader loader(ontology, types, gazetteer, faults);
    while (std::optional<PackFile> file = next()) loader.load(*file);
    loader.finish();
}

}  // namespace entente::rules
