// Reading the gold notation.
#include "extract/marked.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "entente/error.h"
#include "entente/json.h"
#include "rules/load.h"
#include "rules/types.h"

namespace entente::extract {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(trimmed(text.substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

// Of a range ("4-5"), where it begins.
double number_of(std::string_view text) {
    double value = 0;
    const char* const last = text.data() + text.size();
    auto [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc() || (end != last && *end != '-'))
        throw Error("\"" + std::string(text) + "\" is no number");
    return value;
}

// "=3e10 KRW", "=15%", "=180 tanks"
void read_value(std::string_view target, Given& mark) {
    const std::size_t space = target.find(' ');
    std::string_view number = target.substr(0, space);
    mark.type = "Quantity";
    if (space != std::string_view::npos) mark.unit = target.substr(space + 1);
    if (number.ends_with('%')) {
        mark.type = "Percent";
        number.remove_suffix(1);
    }
    const bool currency = mark.unit.size() == 3 && mark.unit[0] >= 'A' && mark.unit[0] <= 'Z';
    if (currency) mark.type = "Money";
    mark.value = number_of(number);
}

void read_target(std::string_view target, const Ontology& ontology, Given& mark) {
    if (target.starts_with('=')) return read_value(target.substr(1), mark);
    if (target.starts_with('@')) {
        mark.type = "Date";
        mark.date = target.substr(1);
        return;
    }
    const auto parts = split(target, ':');
    if (parts.size() == 1) {
        mark.type = target;
        return;
    }
    mark.entity = std::string(parts[0]) + ":" + std::string(parts[1]);
    const std::string type = ontology.type_of_id(mark.entity);
    mark.type = parts.size() > 2 ? std::string(parts[2]) : type;
    if (!ontology.type(mark.type) || !ontology.is_a(mark.type, type))
        throw Error("\"" + std::string(target) + "\" names no type");
}

}  // namespace

Marked parse_marked(std::string_view marked, const Ontology& ontology) {
    Marked out;
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t open = marked.find("[[", at);
        const std::string_view plain = marked.substr(at, open - at);
        if (plain.find("]]") != std::string_view::npos) throw Error("\"]]\" closes no mark");
        out.text += plain;
        if (open == std::string_view::npos) break;
        const std::size_t close = marked.find("]]", open);
        const std::size_t bar = marked.find('|', open);
        if (close == std::string_view::npos || bar == std::string_view::npos || bar > close)
            throw Error("a mark is not closed or has no \"|\"");
        Given mark;
        const std::string_view surface = marked.substr(open + 2, bar - open - 2);
        if (surface.empty() || surface.find("[[") != std::string_view::npos)
            throw Error("a mark is empty or not closed");
        mark.span = {out.text.size(), out.text.size() + surface.size()};
        out.text += surface;
        read_target(marked.substr(bar + 1, close - bar - 1), ontology, mark);
        out.marks.push_back(std::move(mark));
        at = close + 2;
    }
    return out;
}

bool is_value(const Given& mark) {
    const auto& types = rules::value_types;
    return mark.entity.empty() &&
           std::find(std::begin(types), std::end(types), mark.type) != std::end(types);
}

Claim parse_claim(std::string_view line, const Ontology& ontology) {
    const auto cells = split(line, '|');
    if (cells.size() < 3 || cells.size() > 4)
        throw Error("a claim is \"relation | from | to | key=value; ...\"");
    Claim claim;
    claim.type = cells[0];
    claim.from = cells[1];
    claim.to = cells[2];
    if (!ontology.relation(claim.type)) throw Error("unknown relation \"" + claim.type + "\"");
    if (cells.size() < 4 || cells[3].empty()) return claim;
    for (std::string_view pair : split(cells[3], ';')) {
        const std::size_t equals = pair.find('=');
        const std::string_view key = pair.substr(0, equals);
        const std::string value(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
        if (key == "status") {
            if (!rules::is_status(value)) throw Error("unknown status \"" + value + "\"");
            claim.status = value;
        } else if (key == "date")
            claim.date = value;
        else if (key == "source")
            claim.source = value;
        else if (key == "role")
            claim.role = value;
        else if (key == "item")
            claim.item = value;
        else if (key == "stake")
            claim.stake = value;
        else if (key == "rate")
            claim.rate = value;
        else if (key == "amount") {
            const std::size_t space = value.find(' ');
            claim.amount = Amount{number_of(value.substr(0, space)),
                                  value.substr(std::min(space + 1, value.size()))};
        } else
            throw Error("unknown attribute \"" + std::string(key) + "\"");
    }
    return claim;
}

std::string attribute_of(const Claim& claim, std::string_view attribute) {
    if (attribute == "status") return claim.status == "asserted" ? "" : claim.status;
    if (attribute == "amount")
        return claim.amount ? json_number(claim.amount->value) + " " + claim.amount->currency : "";
    return attribute == "date"     ? claim.date
           : attribute == "source" ? claim.source
           : attribute == "role"   ? claim.role
           : attribute == "item"   ? claim.item
           : attribute == "stake"  ? claim.stake
                                   : claim.rate;
}

std::string claim_line(const Claim& claim) {
    std::string attributes;
    for (const char* name : attribute_names)
        if (const std::string value = attribute_of(claim, name); !value.empty())
            attributes += (attributes.empty() ? " | " : "; ") + std::string(name) + "=" + value;
    return claim.type + " | " + claim.from + " | " + claim.to + attributes;
}

bool states(const Claim& found, const Claim& wanted, const Ontology& ontology) {
    if (found.type != wanted.type || found.status != wanted.status) return false;
    const bool same = found.from == wanted.from && found.to == wanted.to;
    const bool turned = found.from == wanted.to && found.to == wanted.from;
    if (!same && !(turned && ontology.relation(wanted.type)->symmetric)) return false;
    if (wanted.amount) {
        if (!found.amount || found.amount->currency != wanted.amount->currency) return false;
        if (std::fabs(found.amount->value - wanted.amount->value) > 0.001 * wanted.amount->value)
            return false;
    }
    auto given = [](const std::string& want, const std::string& have) {
        return want.empty() || want == have;
    };
    return given(wanted.date, found.date) && given(wanted.source, found.source) &&
           given(wanted.role, found.role) && given(wanted.item, found.item) &&
           given(wanted.stake, found.stake) && given(wanted.rate, found.rate);
}

}  // namespace entente::extract
