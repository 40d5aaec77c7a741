// The columns of nodes and edges.
#include "export/attributes.h"

#include <charconv>
#include <cmath>
#include <set>

#include "entente/extraction.h"
#include "json/value.h"

namespace entente {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) (out += out.empty() ? "" : ";") += part;
    return out;
}

std::string name_in(const Node& node, const char* lang) {
    auto found = node.entity.name.find(lang);
    return found == node.entity.name.end() ? std::string() : found->second;
}

std::size_t documents(const Edge& edge) {
    std::set<std::string_view> distinct;
    for (const StoredClaim& claim : edge.claims) distinct.insert(claim.document);
    return distinct.size();
}

// The newest sentence that says so, and where it stands.
std::string evidence(const Edge& edge) {
    if (edge.claims.empty()) return {};
    const StoredClaim& newest = edge.claims.front();
    const std::string& address = newest.url.empty() ? newest.document : newest.url;
    if (newest.sentence.empty()) return address;
    return newest.sentence + " [" + address + "]";
}

// Digits beyond these depend on the machine that summed them up.
std::string measured(double number) {
    char buffer[32];
    auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::general, 8);
    return std::string(buffer, end.ptr);
}

const Attribute<Node> of_nodes[] = {
    {"label", Scalar::text, [](const Node& n) { return n.entity.label(); }},
    {"entity_type", Scalar::text, [](const Node& n) { return n.entity.type; }},
    {"name_en", Scalar::text, [](const Node& n) { return name_in(n, "en"); }},
    {"name_ko", Scalar::text, [](const Node& n) { return name_in(n, "ko"); }},
    {"aliases", Scalar::text, [](const Node& n) { return joined(n.entity.aliases); }},
    {"mentions", Scalar::integer, [](const Node& n) { return std::to_string(n.entity.mentions); }},
    {"documents", Scalar::integer,
     [](const Node& n) { return std::to_string(n.entity.documents); }},
    {"degree", Scalar::integer, [](const Node& n) { return std::to_string(n.degree); }},
    {"pagerank", Scalar::real, [](const Node& n) { return measured(n.pagerank); }},
    {"betweenness", Scalar::real, [](const Node& n) { return measured(n.betweenness); }},
    {"community", Scalar::integer, [](const Node& n) { return std::to_string(n.community); }},
    {"first_seen", Scalar::text, [](const Node& n) { return n.entity.first_seen; }},
    {"last_seen", Scalar::text, [](const Node& n) { return n.entity.last_seen; }},
};

const Attribute<Edge> of_edges[] = {
    {"label", Scalar::text, [](const Edge& e) { return e.relation; }},
    {"relation", Scalar::text, [](const Edge& e) { return e.relation; }},
    {"weight", Scalar::real, [](const Edge& e) { return std::to_string(e.weight); }},
    {"status", Scalar::text, [](const Edge& e) { return e.status; }},
    {"amount", Scalar::real,
     [](const Edge& e) { return e.amount ? decimal(e.amount->value) : std::string(); }},
    {"currency", Scalar::text,
     [](const Edge& e) { return e.amount ? e.amount->currency : std::string(); }},
    {"first_seen", Scalar::text, [](const Edge& e) { return e.first_seen; }},
    {"last_seen", Scalar::text, [](const Edge& e) { return e.last_seen; }},
    {"documents", Scalar::integer, [](const Edge& e) { return std::to_string(documents(e)); }},
    {"evidence", Scalar::text, evidence},
    {"symmetric", Scalar::integer, [](const Edge& e) { return std::to_string(int{e.symmetric}); }},
};

}  // namespace

std::span<const Attribute<Node>> node_attributes() { return of_nodes; }

std::span<const Attribute<Edge>> edge_attributes() { return of_edges; }

std::string edge_id(const Edge& edge) {
    return edge.relation + ":" + claim_id("", edge.relation, edge.from, edge.to);
}

std::string decimal(double number) {
    std::string out;
    if (std::isfinite(number)) json::append_number(out, number);
    return out;
}

}  // namespace entente
