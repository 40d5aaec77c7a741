// ontology.json: types with parents, words for several types, relations with their ends.
#include "rules/load.h"

namespace entente::rules {

namespace {

using json::Value;

class OntologyLoader {
  public:
    OntologyLoader(const PackFile& file, CompiledPack& pack, std::vector<Diagnostic>& faults)
        : root_(file.root), pack_(pack), ontology_(pack.ontology), scope_(file.name, faults) {}

    void load() {
        scope_.check_keys(root_, {"types", "groups", "relations"});
        each("types", [&](const Value& type) { load_type(type); });
        if (ontology_.types.size() + std::size(value_types) > max_types) {
            scope_.fault(root_, "the ontology has too many types");
            ontology_.types.resize(max_types - std::size(value_types));
        }
        pack_.types = TypeTable(ontology_);
        for (const std::string& name : surnamed_) pack_.surnamed |= pack_.types.family_of(name);
        each("types", [&](const Value& type) { load_office_type(type); });
        load_groups();
        each("relations", [&](const Value& relation) { load_relation(relation); });
        if (ontology_.types.empty() || ontology_.relations.empty())
            scope_.fault(root_, "an ontology needs \"types\" and \"relations\"");
    }

  private:
    template <typename Load>
    void each(std::string_view key, Load&& load) {
        const Value* list = root_.find(key);
        if (!list || !scope_.expect(*list, Value::Kind::array, "\"" + std::string(key) + "\""))
            return;
        for (const Value& item : list->items)
            if (scope_.expect(item, Value::Kind::object, "an item")) load(item);
        scope_.enter({});
    }

    void load_type(const Value& object) {
        EntityType type;
        scope_.enter({});
        type.name = scope_.text(object, "name", true);
        if (type.name.empty()) return;
        scope_.enter(type.name);
        scope_.check_keys(object,
                          {"name", "parent", "prefix", "says", "surname", "office_of", "title"});
        type.parent = scope_.text(object, "parent");
        type.prefix = scope_.text(object, "prefix");
        type.says = scope_.text(object, "says");
        if (ontology_.type(type.name))
            scope_.fault(object, "type \"" + type.name + "\" stands twice");
        if (!type.parent.empty() && !ontology_.type(type.parent)) {
            scope_.fault(object, "parent \"" + type.parent + "\" is no type that stands above");
            type.parent.clear();
        }
        if (scope_.flag(object, "surname")) surnamed_.push_back(type.name);
        ontology_.types.push_back(std::move(type));
    }

    void load_office_type(const Value& object) {
        const std::string name(object.text("name"));
        scope_.enter(name);
        OfficeType type;
        type.type = static_cast<TypeIndex>(std::max(0, pack_.types.find(name)));
        for (const std::string& holder : scope_.texts(object, "office_of")) {
            if (pack_.types.find(holder) < 0) scope_.fault(object, "no type \"" + holder + "\"");
            type.holders |= pack_.types.family_of(holder);
        }
        if (const std::string title = scope_.text(object, "title"); !title.empty()) {
            type.title = pack_.types.find(title);
            if (type.title < 0) scope_.fault(object, "no type \"" + title + "\"");
        }
        if (type.holders || type.title >= 0) pack_.office_types.push_back(type);
    }

    // Words of the pack that stand for several types in rules.
    void load_groups() {
        const Value* groups = root_.find("groups");
        if (!groups || !scope_.expect(*groups, Value::Kind::object, "\"groups\"")) return;
        for (const auto& [name, value] : groups->members) {
            scope_.enter(name);
            TypeMask types = 0;
            for (const std::string& type : scope_.texts(*groups, name)) {
                types |= pack_.types.family_of(type);
                if (!pack_.types.family_of(type))
                    scope_.fault(value, "unknown type \"" + type + "\"");
            }
            if (pack_.types.find(name) >= 0 || name == "Any")
                scope_.fault(value, "\"" + name + "\" is a type already");
            pack_.types.add_group(name, types);
        }
        scope_.enter({});
    }

    void load_relation(const Value& object) {
        RelationType relation;
        scope_.enter({});
        relation.name = scope_.text(object, "name", true);
        scope_.enter(relation.name);
        scope_.check_keys(
            object, {"name", "from", "to", "symmetric", "says", "office", "home", "whole", "event",
                     "occasion", "scene", "spoken", "maker", "item", "priced", "shared"});
        relation.from = scope_.texts(object, "from");
        relation.to = scope_.texts(object, "to");
        relation.says = scope_.text(object, "says");
        relation.symmetric = scope_.flag(object, "symmetric");
        for (const auto* ends : {&relation.from, &relation.to})
            for (const std::string& type : *ends)
                if (!ontology_.type(type)) scope_.fault(object, "unknown type \"" + type + "\"");
        if (relation.from.empty() || relation.to.empty())
            scope_.fault(object, "a relation needs \"from\" and \"to\"");
        if (ontology_.relation(relation.name))
            scope_.fault(object, "relation \"" + relation.name + "\" stands twice");
        if (scope_.flag(object, "office")) {
            if (!pack_.office.empty())
                scope_.fault(*object.find("office"), "one relation tells the office");
            pack_.office = relation.name;
        }
        if (scope_.flag(object, "whole")) {
            if (!pack_.whole.empty())
                scope_.fault(*object.find("whole"), "one relation tells the whole");
            pack_.whole = relation.name;
        }
        if (scope_.flag(object, "home")) {
            if (!pack_.home.empty())
                scope_.fault(*object.find("home"), "one relation tells the home");
            pack_.home = relation.name;
            for (const std::string& type : relation.to)
                pack_.home_places |= pack_.types.family_of(type);
        }
        if (scope_.flag(object, "maker")) {
            if (!pack_.maker.empty())
                scope_.fault(*object.find("maker"), "one relation tells the maker");
            pack_.maker = relation.name;
        }
        load_traits(object, relation.name);
        ontology_.relations.push_back(std::move(relation));
    }

    void load_traits(const Value& object, const std::string& relation) {
        if (scope_.flag(object, "event")) pack_.events.insert(relation);
        if (scope_.flag(object, "occasion")) pack_.occasions.insert(relation);
        if (scope_.flag(object, "scene")) pack_.scenes.insert(relation);
        if (scope_.flag(object, "spoken")) pack_.spoken.insert(relation);
        if (scope_.flag(object, "priced")) pack_.priced.insert(relation);
        if (scope_.flag(object, "shared")) pack_.shared.insert(relation);
        for (const std::string& type : scope_.texts(object, "item")) {
            pack_.carried[relation] |= pack_.types.family_of(type);
            if (!pack_.types.family_of(type)) scope_.fault(object, "unknown type \"" + type + "\"");
        }
    }

    const Value& root_;
    CompiledPack& pack_;
    Ontology& ontology_;
    Scope scope_;
    std::vector<std::string> surnamed_;
};

}  // namespace

void load_ontology(const PackFile& file, CompiledPack& pack, std::vector<Diagnostic>& faults) {
    OntologyLoader(file, pack, faults).load();
}

}  // namespace entente::rules
