// Edges for programs: the words of the store, in a fixed order.
#include <set>

#include "cli/answer.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

class Object {
  public:
    Object& raw(std::string_view name, std::string_view value) {
        out_ += out_.size() == 1 ? "" : ",";
        ((out_ += json_string(name)) += ':') += value;
        return *this;
    }
    Object& text(std::string_view name, std::string_view value) {
        return raw(name, json_string(value));
    }
    Object& text_if_any(std::string_view name, std::string_view value) {
        return value.empty() ? *this : text(name, value);
    }
    Object& count(std::string_view name, std::size_t value) {
        return raw(name, std::to_string(value));
    }
    std::string close() { return out_ + "}"; }

  private:
    std::string out_ = "{";
};

template <class Items, class Write>
std::string array_of(const Items& items, Write write) {
    std::string out = "[";
    for (const auto& item : items) (out += out.size() == 1 ? "" : ",") += write(item);
    return out + "]";
}

std::string names_to_json(const std::map<std::string, std::string>& names) {
    Object object;
    for (const auto& [lang, name] : names) object.text(lang, name);
    return object.close();
}

std::string stored_to_json(const StoredClaim& stored) {
    return Object()
        .raw("claim", entente::to_json(stored.claim))
        .text("document", stored.document)
        .text_if_any("document_date", stored.document_date)
        .text_if_any("publisher", stored.publisher)
        .text_if_any("url", stored.url)
        .text_if_any("title", stored.title)
        .text("sentence", stored.sentence)
        .close();
}

}  // namespace

std::string to_json(const StoredEntity& entity) {
    return Object()
        .text("id", entity.id)
        .text("type", entity.type)
        .raw("name", names_to_json(entity.name))
        .raw("aliases", array_of(entity.aliases, json_string))
        .count("mentions", entity.mentions)
        .count("documents", entity.documents)
        .text_if_any("first_seen", entity.first_seen)
        .text_if_any("last_seen", entity.last_seen)
        .close();
}

std::string to_json(const Edge& edge) {
    Object object;
    object.text("relation", edge.relation)
        .text("from", edge.from)
        .text("to", edge.to)
        .raw("symmetric", edge.symmetric ? "true" : "false")
        .count("weight", edge.weight)
        .text("status", edge.status);
    if (edge.amount)
        object.raw("amount", Object()
                                 .raw("value", json_number(edge.amount->value))
                                 .text("currency", edge.amount->currency)
                                 .close());
    return object.text_if_any("role", edge.role)
        .text_if_any("item", edge.item)
        .text_if_any("first_seen", edge.first_seen)
        .text_if_any("last_seen", edge.last_seen)
        .raw("claims", array_of(edge.claims, stored_to_json))
        .close();
}

std::string to_json(const std::vector<const Edge*>& edges) {
    return array_of(edges, [](const Edge* edge) { return to_json(*edge); });
}

std::string ends_to_json(const Graph& graph, const std::vector<const Edge*>& edges) {
    std::set<std::string> ids;
    for (const Edge* edge : edges) ids.insert({edge->from, edge->to});
    return array_of(ids, [&](const std::string& id) {
        const Node* node = graph.node(id);
        return node ? to_json(node->entity) : Object().text("id", id).close();
    });
}

}  // namespace entente::cli
