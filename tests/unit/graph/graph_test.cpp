// The graph as a view of a store: folding, filters, measures and paths.
#include "entente/graph.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace entente {
namespace {

using sample::Said;

class GraphTest : public testing::Test {
  protected:
    GraphTest() : store_(folder_ / "s.db", Store::Mode::write) {
        store_.set_ontology(sample::ontology());
    }

    void say(const std::string& document, const std::string& date, const std::vector<Said>& said) {
        sample::add(store_, sample::document(document, date), said);
    }
    // One document with a relation for each pair of letters.
    void link(const std::string& document, const std::vector<std::string>& pairs,
              const std::string& relation = "supplies") {
        std::vector<Said> said;
        for (const std::string& pair : pairs)
            said.push_back({relation, "company:" + pair.substr(0, 1), "company:" + pair.substr(1)});
        say(document, "2025-01-01", said);
    }
    Graph graph(const Filter& filter = {}) const { return Graph(store_, filter); }

    static std::string show(const Graph& graph) {
        std::string out;
        for (const Edge& e : graph.edges())
            out += e.relation + " " + e.from + " " + e.to + " " + e.status + " " +
                   std::to_string(e.weight) + "\n";
        return out;
    }
    static std::string letters(const Graph& graph, const Path& path) {
        std::string out;
        for (std::size_t n : path.nodes) out += graph.nodes()[n].entity.id.substr(8);
        return out;
    }

    sample::Folder folder_;
    Store store_;
};

TEST_F(GraphTest, FoldsClaimsIntoEdges) {
    say("d1", "2025-03-01", {{"invests_in", "company:a", "company:b", "pending"}});
    say("d2", "2025-02-01", {{"invests_in", "company:a", "company:b", "planned", "2025-04-01"}});
    say("d3", "2025-02-01", {{"invests_in", "company:a", "company:b", "asserted"}});
    Graph g = graph();
    EXPECT_EQ(show(g), "invests_in company:a company:b planned 3\n");
    const Edge& edge = g.edges()[0];
    EXPECT_EQ(edge.first_seen, "2025-02-01");
    EXPECT_EQ(edge.last_seen, "2025-04-01");
    EXPECT_EQ(edge.claims[0].document, "d2");
    EXPECT_EQ(edge.claims[2].document, "d3");
}

TEST_F(GraphTest, OfOneDayTheLargerDocumentSpeaks) {
    say("d1", "2025-03-01", {{"supplies", "company:a", "company:b", "planned"}});
    say("d2", "2025-03-01", {{"supplies", "company:a", "company:b", "ended"}});
    EXPECT_EQ(show(graph()), "supplies company:a company:b ended 2\n");
}

TEST_F(GraphTest, ASymmetricRelationIsOneEdge) {
    say("d1", "2025-03-01", {{"meets_with", "company:b", "company:a"}});
    say("d2", "2025-03-02", {{"meets_with", "company:a", "company:b"}});
    say("d3", "2025-03-03", {{"supplies", "company:b", "company:a"}});
    EXPECT_EQ(
        show(graph()),
        "meets_with company:a company:b asserted 2\nsupplies company:b company:a asserted 1\n");
    EXPECT_TRUE(graph().edges()[0].symmetric);
}

TEST_F(GraphTest, OneDocumentSupportsOnce) {
    say("d1", "2025-03-01",
        {{"meets_with", "company:a", "company:b"}, {"meets_with", "company:b", "company:a"}});
    EXPECT_EQ(graph().edges().at(0).weight, 1u);
}

TEST_F(GraphTest, DeniedEdgesStayOutUnlessAskedFor) {
    say("d1", "2025-03-01", {{"supplies", "company:a", "company:b", "denied"}});
    say("d2", "2025-03-02", {{"supplies", "company:a", "company:c", "denied"}});
    say("d3", "2025-03-01", {{"supplies", "company:a", "company:c"}});
    EXPECT_EQ(show(graph()), "supplies company:a company:c denied 1\n");
    Filter asked;
    asked.statuses = {"denied"};
    EXPECT_EQ(show(graph(asked)),
              "supplies company:a company:b denied 1\nsupplies company:a company:c denied 1\n");
}

TEST_F(GraphTest, Filters) {
    say("d1", "2025-03-01",
        {{"supplies", "company:a", "company:b", "ended"},
         {"invests_in", "country:X", "company:a"}});
    say("d2", "2025-03-02", {{"supplies", "company:a", "company:b", "ended"}});
    struct Row {
        Filter filter;
        std::size_t nodes, edges;
    };
    auto filter = [](std::vector<std::string> types, std::size_t support, bool isolated) {
        Filter f;
        f.types = std::move(types);
        f.min_support = support;
        f.isolated = isolated;
        return f;
    };
    const Row rows[] = {
        {filter({}, 1, false), 3, 2},
        {filter({}, 2, false), 2, 1},
        {filter({}, 2, true), 3, 1},
        {filter({"Organization"}, 1, false), 2, 1},
        {filter({"Organization"}, 3, true), 2, 0},
        {filter({"Country"}, 1, false), 0, 0},
    };
    for (const Row& row : rows) {
        Graph g = graph(row.filter);
        EXPECT_EQ(g.nodes().size(), row.nodes);
        EXPECT_EQ(g.edges().size(), row.edges);
    }
}

TEST_F(GraphTest, PagerankSumsToOneAndFollowsWeight) {
    link("d1", {"ab", "ac"});  // b and c lead nowhere
    link("d2", {"ab"});
    double sum = 0;
    Graph g = graph();
    for (const Node& node : g.nodes()) sum += node.pagerank;
    EXPECT_NEAR(sum, 1, 1e-9);
    // a gets t, b t + 2/3 * 0.85 a, c t + 1/3 * 0.85 a, where t = 0.15/3 + 0.85 (b + c)/3.
    double a = g.node("company:a")->pagerank, b = g.node("company:b")->pagerank,
           c = g.node("company:c")->pagerank;
    EXPECT_NEAR(a, 0.05 + 0.85 * (b + c) / 3, 1e-9);
    EXPECT_NEAR(b - a, 0.85 * a * 2 / 3, 1e-9);
    EXPECT_NEAR(c - a, 0.85 * a / 3, 1e-9);
}

TEST_F(GraphTest, SymmetricEdgesCountBothWays) {
    link("d1", {"ab"}, "meets_with");
    Graph g = graph();
    EXPECT_NEAR(g.nodes()[0].pagerank, 0.5, 1e-9);
    EXPECT_EQ(g.nodes()[0].degree, 1u);
    EXPECT_EQ(g.nodes()[1].degree, 1u);
}

TEST_F(GraphTest, BetweennessAndCommunities) {
    link("d1", {"ab", "bc", "cb", "cd", "xy"});  // a path of four, one link of it twice; a pair
    Graph g = graph();
    struct Row {
        const char* id;
        double betweenness;
        std::size_t degree, community;
    };
    const Row rows[] = {{"company:a", 0, 1, 0}, {"company:b", 2, 3, 0}, {"company:c", 2, 3, 0},
                        {"company:d", 0, 1, 0}, {"company:x", 0, 1, 1}, {"company:y", 0, 1, 1}};
    for (const Row& row : rows) {
        const Node* node = g.node(row.id);
        ASSERT_TRUE(node);
        EXPECT_DOUBLE_EQ(node->betweenness, row.betweenness) << row.id;
        EXPECT_EQ(node->degree, row.degree) << row.id;
        EXPECT_EQ(node->community, row.community) << row.id;
    }
    EXPECT_EQ(g.node("company:none"), nullptr);
}

TEST_F(GraphTest, ALoopIsOneEdge) {
    link("d1", {"aa", "ab"});
    EXPECT_EQ(graph().node("company:a")->degree, 2u);
    EXPECT_EQ(graph().around("company:a").size(), 2u);
}

TEST_F(GraphTest, CommunitiesAreNumberedBySize) {
    link("d1", {"ab", "xy", "yz"});
    EXPECT_EQ(graph().node("company:x")->community, 0u);
    EXPECT_EQ(graph().node("company:a")->community, 1u);
}

TEST_F(GraphTest, MeasuresMayBeLeftOut) {
    link("d1", {"ab", "bc"});
    Graph g(store_, {}, Measures::none);
    EXPECT_EQ(g.node("company:b")->degree, 2u);
    EXPECT_EQ(g.node("company:b")->betweenness, 0);
}

TEST_F(GraphTest, PathsByLengthThenIds) {
    link("d1", {"ab", "bz", "ca", "cz", "bc", "ad", "de", "ez", "pq"});
    Graph g = graph();
    struct Row {
        const char* from;
        const char* to;
        std::size_t k;
        const char* paths;
    };
    const Row rows[] = {
        {"company:a", "company:z", 1, "abz "},
        {"company:a", "company:z", 2, "abz acz "},
        {"company:a", "company:z", 9, "abz acz abcz acbz adez "},
        {"company:z", "company:a", 3, "zba zca zbca "},
        {"company:a", "company:p", 3, ""},
        {"company:a", "company:a", 3, ""},
        {"company:a", "company:none", 3, ""},
    };
    for (const Row& row : rows) {
        std::string got;
        for (const Path& path : g.paths(row.from, row.to, row.k)) {
            got += letters(g, path) + " ";
            ASSERT_EQ(path.edges.size() + 1, path.nodes.size());
        }
        EXPECT_EQ(got, row.paths) << row.from << row.to << row.k;
    }
}

TEST_F(GraphTest, AHopIsTheEdgeWithMostSupport) {
    link("d1", {"ab"});
    link("d2", {"ba"}, "invests_in");
    link("d3", {"ba"}, "invests_in");
    Graph g = graph();
    EXPECT_EQ(g.edges()[g.paths("company:a", "company:b", 1).at(0).edges.at(0)].relation,
              "invests_in");
}

TEST_F(GraphTest, AroundAndBetween) {
    say("d1", "2025-01-01", {{"supplies", "company:a", "company:b"}});
    say("d2", "2025-01-02", {{"supplies", "company:c", "company:a"}});
    say("d3", "2025-01-01", {{"invests_in", "company:b", "company:a"}});
    Graph g = graph();
    auto show_edges = [](const std::vector<const Edge*>& edges) {
        std::string out;
        for (const Edge* e : edges)
            out += e->relation + " " + e->from.substr(8) + e->to.substr(8) + "; ";
        return out;
    };
    EXPECT_EQ(show_edges(g.around("company:a")), "invests_in ba; supplies ca; supplies ab; ");
    EXPECT_EQ(show_edges(g.between("company:a", "company:b")), "invests_in ba; supplies ab; ");
    EXPECT_EQ(show_edges(g.between("company:b", "company:c")), "");
    EXPECT_EQ(show_edges(g.around("company:none")), "");
}

TEST_F(GraphTest, Neighbourhood) {
    link("d1", {"ab", "bc", "cd", "ac"});
    Graph g = graph();
    EXPECT_EQ(g.neighbourhood("company:a", 0).nodes().size(), 1u);
    Graph near = g.neighbourhood("company:a", 1);
    EXPECT_EQ(near.nodes().size(), 3u);
    EXPECT_EQ(near.edges().size(), 3u);
    EXPECT_EQ(near.node("company:c")->degree, 2u);
    EXPECT_EQ(g.neighbourhood("company:a", 9).edges().size(), 4u);
    EXPECT_TRUE(g.neighbourhood("company:none", 1).nodes().empty());
}

}  // namespace
}  // namespace entente
