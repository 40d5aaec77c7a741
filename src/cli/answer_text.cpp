// Edges for people: grouped, aligned, wrapped.
#include <algorithm>
#include <cstdio>

#include "cli/answer.h"
#include "cli/terminal.h"

namespace entente::cli {

namespace {

constexpr std::size_t widest_name = 34;

std::string grouped(double value) {
    char digits[64];
    std::snprintf(digits, sizeof digits, "%.0f", value);
    std::string text = digits;
    for (std::size_t at = text.size(); at > 3 && text[at - 4] != '-'; at -= 3)
        text.insert(at - 3, 1, ',');
    return text;
}

const std::string& label_of(const Graph& graph, const std::string& id, const std::string& lang) {
    const Node* node = graph.node(id);
    return node ? node->entity.label(lang) : id;
}

Colour colour_of(const std::string& status) {
    if (status == "denied" || status == "ended") return Colour::red;
    return status == "alleged" ? Colour::magenta : Colour::yellow;
}

const std::string& other_end(const Edge& edge, const std::string& centre) {
    return edge.to == centre ? edge.from : edge.to;
}

std::string arrow(const Edge& edge, const std::string& centre) {
    if (edge.symmetric) return "—";
    return edge.to == centre && edge.from != centre ? "←" : "→";
}

// Who stands on the line: the other end, or both where there is no centre.
std::string ends_text(const Graph& graph, const Edge& edge, const std::string& centre,
                      const std::string& lang) {
    if (!centre.empty())
        return arrow(edge, centre) + " " + label_of(graph, other_end(edge, centre), lang);
    return label_of(graph, edge.from, lang) + " " + arrow(edge, edge.from) + " " +
           label_of(graph, edge.to, lang);
}

std::string edge_text(const Graph& graph, const Edge& edge, const std::string& ends,
                      std::size_t width, const std::string& lang) {
    std::string out = "  " + coloured(padded(shortened(ends, width), width), Colour::bold) + "  ";
    out += padded(edge.last_seen, 10) + "  ";
    out +=
        padded(std::to_string(edge.weight) + (edge.weight == 1 ? " document" : " documents"), 12);
    const std::string details = details_text(graph, edge, lang);
    if (!details.empty()) {
        const Colour colour = edge.status == "asserted" ? Colour::cyan : colour_of(edge.status);
        out += "  " + coloured(details, colour);
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
    if (edge.claims.empty()) return out;
    const std::size_t right = terminal_width();
    out += wrapped(edge.claims.front().sentence, 6, right);
    const std::string origin = shortened(origin_text(edge.claims.front()), right - 6);
    return out + "      " + coloured(origin, Colour::dim) + "\n";
}

}  // namespace

std::string amount_text(const Amount& amount) {
    static constexpr struct {
        double size;
        const char* name;
    } units[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
    for (const auto& unit : units) {
        if (amount.value < unit.size) continue;
        char number[32];
        std::snprintf(number, sizeof number, "%.5g", amount.value / unit.size);
        return amount.currency + " " + number + unit.name;
    }
    return amount.currency + " " + grouped(amount.value);
}

std::string details_text(const Graph& graph, const Edge& edge, const std::string& lang) {
    std::string out;
    auto add = [&](const std::string& text) {
        if (!text.empty()) out += (out.empty() ? "" : " · ") + one_line(text);
    };
    if (edge.status != "asserted") add(edge.status);
    if (edge.amount) add(amount_text(*edge.amount));
    add(edge.role);
    add(edge.item.empty() ? "" : label_of(graph, edge.item, lang));
    if (!edge.claims.empty()) {
        const Claim& newest = edge.claims.front().claim;
        add(newest.stake.empty() ? "" : "stake " + newest.stake);
        add(newest.rate.empty() ? "" : "rate " + newest.rate);
        add(newest.source.empty() ? "" : "says " + label_of(graph, newest.source, lang));
    }
    return out;
}

// Where to look it up: the address, the id, or the headline where the id is but a hash.
std::string whereabouts(const StoredClaim& claim) {
    if (!claim.url.empty()) return claim.url;
    const bool hashed = claim.document.starts_with("sha256:");
    return hashed && !claim.title.empty() ? "“" + claim.title + "”" : claim.document;
}

std::string origin_text(const StoredClaim& claim) {
    std::string out;
    for (const std::string& part : {claim.publisher, claim.document_date, whereabouts(claim)})
        if (!part.empty()) out += (out.empty() ? "" : ", ") + one_line(part);
    return out;
}

std::string edges_text(const Graph& graph, const std::vector<const Edge*>& edges,
                       const std::string& centre, const std::string& lang, std::size_t limit) {
    std::size_t width = 0;
    for (const Edge* edge : edges)
        width = std::max(width, columns(ends_text(graph, *edge, centre, lang)));
    width = std::min(width, centre.empty() ? 2 * widest_name : widest_name);
    std::string out, relation;
    std::size_t shown = 0, left_out = 0;
    auto close_group = [&] {
        if (left_out) out += "  and " + std::to_string(left_out) + " more (--limit)\n";
        shown = left_out = 0;
    };
    for (const Edge* edge : edges) {
        if (edge->relation != relation) {
            close_group();
            relation = edge->relation;
            out += (out.empty() ? "" : "\n") + coloured(relation, Colour::green) + "\n";
        }
        if (limit && shown == limit) {
            ++left_out;
            continue;
        }
        ++shown;
        out += edge_text(graph, *edge, ends_text(graph, *edge, centre, lang), width, lang);
    }
    close_group();
    return out;
}

}  // namespace entente::cli
