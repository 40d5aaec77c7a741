// GEXF 1.3 for Gephi's timeline.
//
// Every edge is directed: networkx refuses a file with both kinds and Gephi loses edges of one.
// An element that is never dated carries no interval and is always there.
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "entente/export.h"
#include "export/attributes.h"
#include "export/xml.h"

namespace entente {

namespace {

bool is_date(std::string_view date) {
    if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
    for (std::size_t i = 0; i < date.size(); ++i) {
        bool dash = i == 4 || i == 7;
        if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
    }
    return true;
}

std::string last_day(const std::string& date) {
    if (date.size() == 10) return date;
    if (date.size() == 4) return date + "-12-31";
    std::chrono::year year(std::stoi(date.substr(0, 4)));
    std::chrono::month month(static_cast<unsigned>(std::stoi(date.substr(5))));
    if (!month.ok()) return {};
    unsigned day(std::chrono::year_month_day_last(year, std::chrono::month_day_last(month)).day());
    return date + "-" + std::to_string(day);
}

// Days from first to last statement; a month or year counts as all of its days.
struct Interval {
    std::string begin;
    std::string end;

    void cover(const std::string& date) {
        std::string last = is_date(date) ? last_day(date) : std::string();
        if (last.empty()) return;
        std::string first = date.size() == 10 ? date : last.substr(0, date.size());
        for (std::size_t size = first.size(); size < last.size(); size += 3) first += "-01";
        if (begin.empty() || first < begin) begin = first;
        if (last > end) end = last;
    }
};

struct Colour {
    int r, g, b;
};
// As many as there are entity types and a few more, dark ones first.
constexpr std::array<Colour, 20> palette = {
    {{31, 119, 180},  {214, 39, 40},   {44, 160, 44},   {148, 103, 189}, {255, 127, 14},
     {140, 86, 75},   {23, 190, 207},  {188, 189, 34},  {227, 119, 194}, {127, 127, 127},
     {57, 59, 121},   {132, 60, 57},   {99, 121, 57},   {123, 65, 115},  {140, 109, 49},
     {174, 199, 232}, {255, 152, 150}, {152, 223, 138}, {197, 176, 213}, {255, 187, 120}}};

class GexfWriter {
  public:
    GexfWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {
        std::set<std::string_view> types;
        for (const Node& node : graph.nodes()) {
            types.insert(node.entity.type);
            Interval& interval = of_nodes_[node.entity.id];
            interval.cover(node.entity.first_seen);
            interval.cover(node.entity.last_seen);
        }
        for (std::string_view type : types)
            colours_[type] = palette[colours_.size() % palette.size()];
        for (const Edge& edge : graph.edges()) {
            Interval& interval = of_edges_.emplace_back();
            for (const StoredClaim& claim : edge.claims) {
                // A node is there whenever one of its edges is.
                for (Interval* i : {&interval, &of_nodes_[edge.from], &of_nodes_[edge.to]})
                    i->cover(claim.when());
            }
        }
    }

    void write() {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                "version=\"1.3\">\n"
                "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
                "timerepresentation=\"interval\">\n";
        write_columns(node_attributes(), "node");
        write_columns(edge_attributes(), "edge");
        out_ << "    <nodes>\n";
        for (const Node& node : graph_.nodes()) write_node(node);
        out_ << "    </nodes>\n    <edges>\n";
        for (std::size_t i = 0; i < graph_.edges().size(); ++i)
            write_edge(graph_.edges()[i], of_edges_[i]);
        out_ << "    </edges>\n  </graph>\n</gexf>\n";
    }

  private:
    // Label and weight are attributes of the elements themselves.
    static bool is_column(std::string_view name) { return name != "label" && name != "weight"; }

    template <class Of>
    void write_columns(std::span<const Attribute<Of>> attributes, std::string_view of) {
        out_ << "    <attributes class=\"" << of << "\" mode=\"static\">\n";
        for (const Attribute<Of>& a : attributes) {
            if (!is_column(a.name)) continue;
            std::string_view type = a.kind == Scalar::text      ? "string"
                                    : a.kind == Scalar::integer ? "integer"
                                                                : "double";
            out_ << "      <attribute id=\"" << a.name << "\" title=\"" << a.name << "\" type=\""
                 << type << "\"/>\n";
        }
        out_ << "    </attributes>\n";
    }

    template <class Of>
    void write_values(std::span<const Attribute<Of>> attributes, const Of& of) {
        out_ << "        <attvalues>\n";
        for (const Attribute<Of>& a : attributes) {
            std::string value = is_column(a.name) ? xml_value(a.value(of)) : std::string();
            if (!value.empty())
                out_ << "          <attvalue for=\"" << a.name << "\" value=\"" << value
                     << "\"/>\n";
        }
        out_ << "        </attvalues>\n";
    }

    void write_interval(const Interval& interval) {
        if (!interval.begin.empty())
            out_ << " start=\"" << interval.begin << "\" end=\"" << interval.end << "\"";
    }

    void write_node(const Node& node) {
        const StoredEntity& entity = node.entity;
        out_ << "      <node id=\"" << xml_escape(entity.id) << "\" label=\""
             << xml_value(entity.label()) << "\"";
        write_interval(of_nodes_[entity.id]);
        out_ << ">\n";
        write_values(node_attributes(), node);
        Colour colour = colours_[entity.type];
        // The area of the dot grows with the degree.
        double size = 4 + 2 * std::sqrt(static_cast<double>(node.degree));
        out_ << "        <viz:color r=\"" << std::to_string(colour.r) << "\" g=\""
             << std::to_string(colour.g) << "\" b=\"" << std::to_string(colour.b) << "\"/>\n"
             << "        <viz:size value=\"" << decimal(size) << "\"/>\n      </node>\n";
    }

    void write_edge(const Edge& edge, const Interval& interval) {
        out_ << "      <edge id=\"" << xml_escape(edge_id(edge)) << "\" source=\""
             << xml_escape(edge.from) << "\" target=\"" << xml_escape(edge.to) << "\" kind=\""
             << xml_escape(edge.relation) << "\" label=\"" << xml_escape(edge.relation)
             << "\" weight=\"" << std::to_string(edge.weight) << "\"";
        write_interval(interval);
        out_ << ">\n";
        write_values(edge_attributes(), edge);
        out_ << "      </edge>\n";
    }

    const Graph& graph_;
    std::ostream& out_;
    std::map<std::string_view, Colour> colours_;  // by entity type
    std::map<std::string_view, Interval> of_nodes_;
    std::vector<Interval> of_edges_;
};

}  // namespace

void write_gexf(const Graph& graph, std::ostream& out) { GexfWriter(graph, out).write(); }

}  // namespace entente
