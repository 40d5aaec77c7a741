// GraphML in the profile that Gephi, Gephi Lite, networkx, igraph and yEd read alike.
//
// Gephi merges parallel edges unless the edge element itself carries a `label`: that is its kind.
// It drops edges of weight 0 and aborts where a kind is both directed and undirected, so every edge
// is directed and `symmetric` is a column. A column that nodes and edges share has one key for each
// (`for="all"` is not understood everywhere); readers that look a key up by id alone find the same
// name and type either way.
#include "entente/export.h"
#include "export/attributes.h"
#include "export/xml.h"

namespace entente {

namespace {

std::string_view type_name(Scalar kind) {
    return kind == Scalar::text ? "string" : kind == Scalar::integer ? "int" : "double";
}

template <class Of>
void write_keys(std::span<const Attribute<Of>> attributes, std::string_view domain,
                std::ostream& out) {
    for (const Attribute<Of>& a : attributes)
        out << "  <key id=\"" << a.name << "\" for=\"" << domain << "\" attr.name=\"" << a.name
            << "\" attr.type=\"" << type_name(a.kind) << "\"/>\n";
}

template <class Of>
void write_data(std::span<const Attribute<Of>> attributes, const Of& of, std::ostream& out) {
    for (const Attribute<Of>& a : attributes) {
        std::string value = xml_value(a.value(of));
        if (!value.empty()) out << "      <data key=\"" << a.name << "\">" << value << "</data>\n";
    }
}

}  // namespace

void write_graphml(const Graph& graph, std::ostream& out) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    write_keys(node_attributes(), "node", out);
    write_keys(edge_attributes(), "edge", out);
    out << "  <graph edgedefault=\"directed\">\n";
    for (const Node& node : graph.nodes()) {
        out << "    <node id=\"" << xml_escape(node.entity.id) << "\">\n";
        write_data(node_attributes(), node, out);
        out << "    </node>\n";
    }
    for (const Edge& edge : graph.edges()) {
        out << "    <edge id=\"" << xml_escape(edge_id(edge)) << "\" source=\""
            << xml_escape(edge.from) << "\" target=\"" << xml_escape(edge.to) << "\" label=\""
            << xml_escape(edge.relation) << "\">\n";
        write_data(edge_attributes(), edge, out);
        out << "    </edge>\n";
    }
    out << "  </graph>\n</graphml>\n";
}

}  // namespace entente
