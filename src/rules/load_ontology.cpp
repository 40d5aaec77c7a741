// ontology.json: types with parents, relations with their ends.
#include <algorithm>

#include "rules/load.h"

namespace entente::rules {

namespace {

using json::Value;

void load_type(const Value& object, Ontology& ontology, Scope& scope) {
    if (!scope.expect(object, Value::Kind::object, "a type")) return;
    EntityType type;
    type.name = scope.text(object, "name", true);
    scope.enter(type.name);
    scope.check_keys(object, {"name", "parent", "prefix", "says"});
    type.parent = scope.text(object, "parent");
    type.prefix = scope.text(object, "prefix");
    type.says = scope.text(object, "says");
    if (ontology.type(type.name)) scope.fault(object, "type \"" + type.name + "\" stands twice");
    if (!type.parent.empty() && !ontology.type(type.parent))
        scope.fault(object, "parent \"" + type.parent + "\" is no type that stands above");
    ontology.types.push_back(std::move(type));
}

void load_relation(const Value& object, Ontology& ontology, Scope& scope) {
    if (!scope.expect(object, Value::Kind::object, "a relation")) return;
    RelationType relation;
    relation.name = scope.text(object, "name", true);
    scope.enter(relation.name);
    scope.check_keys(object, {"name", "from", "to", "symmetric", "says"});
    relation.from = scope.texts(object, "from");
    relation.to = scope.texts(object, "to");
    relation.says = scope.text(object, "says");
    if (const Value* symmetric = object.find("symmetric")) relation.symmetric = symmetric->boolean;
    for (const auto* ends : {&relation.from, &relation.to})
        for (const std::string& type : *ends)
            if (!ontology.type(type)) scope.fault(object, "unknown type \"" + type + "\"");
    if (relation.from.empty() || relation.to.empty())
        scope.fault(object, "a relation needs \"from\" and \"to\"");
    if (ontology.relation(relation.name))
        scope.fault(object, "relation \"" + relation.name + "\" stands twice");
    ontology.relations.push_back(std::move(relation));
}

}  // namespace

void load_ontology(const PackFile& file, Ontology& ontology, std::vector<Diagnostic>& faults) {
    Scope scope(file.name, faults);
    scope.check_keys(file.root, {"types", "relations"});
    if (const Value* types = file.root.find("types"))
        for (const Value& type : types->items) load_type(type, ontology, scope);
    scope.enter({});
    if (const Value* relations = file.root.find("relations"))
        for (const Value& relation : relations->items) load_relation(relation, ontology, scope);
    if (ontology.types.empty() || ontology.relations.empty())
        scope.fault(file.root, "an ontology needs \"types\" and \"relations\"");
    if (ontology.types.size() + std::size(value_types) > max_types)
        scope.fault(file.root, "the ontology has too many types");
}

}  // namespace entente::rules
