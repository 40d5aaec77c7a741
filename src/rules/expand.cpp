// Expanding patterns. What stands in braces is ours unless it is a repeat count or a \p{...} class.
#include "rules/expand.h"

#include "entente/error.h"
#include "text/utf8.h"

namespace entente::rules {

namespace {

constexpr int max_depth = 12;  // fragments within fragments

bool is_ours(std::string_view pattern, std::size_t brace) {
    if (brace >= 2 && pattern[brace - 2] == '\\' &&
        (pattern[brace - 1] == 'p' || pattern[brace - 1] == 'P' || pattern[brace - 1] == 'x'))
        return false;
    if (brace + 1 >= pattern.size()) return false;
    const char c = pattern[brace + 1];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The first brace at or behind `at` that is ours; npos where there is none.
std::size_t our_brace(std::string_view pattern, std::size_t at) {
    std::size_t brace = pattern.find('{', at);
    while (brace != std::string_view::npos && !is_ours(pattern, brace))
        brace = pattern.find('{', brace + 1);
    return brace;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

bool is_type_name(std::string_view name) {
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

std::string escape(char mask) {
    static constexpr char digits[] = "0123456789ABCDEF";
    return {'\\', 'x', digits[(mask >> 4) & 15], digits[mask & 15]};
}

}  // namespace

std::string Expander::mention_class(TypeMask types) {
    std::string out = "[";
    for (TypeIndex i = 0; i < max_types; ++i)
        if (types & bit(i)) out += escape(mask_char(i));
    return out + "]";
}

TypeMask Expander::parse_types(std::string_view alternatives) const {
    TypeMask mask = 0;
    for (std::string_view name : split(alternatives, '|')) {
        if (name == "Any") {
            for (TypeIndex i = 0; i < types_.size(); ++i)
                if (!types_.is_value(i)) mask |= bit(i);
            continue;
        }
        const TypeMask types = types_.family_of(name);
        if (!types)
            throw Error("unknown type \"" + std::string(name) + "\"", {},
                        "types are those of ontology.json and its groups, Any, Money, Date, "
                        "Quantity, Percent, Office, Job");
        mask |= types;
    }
    return mask;
}

Expanded Expander::expand(std::string_view pattern, std::string_view unnamed) const {
    Expanded out;
    std::string name(unnamed);
    expand_into(pattern, out, name, 0);
    return out;
}

void Expander::expand_into(std::string_view pattern, Expanded& out, std::string& unnamed,
                           int depth) const {
    if (depth > max_depth) throw Error("fragments hold each other in a circle");
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t brace = our_brace(pattern, at);
        out.pattern += pattern.substr(at, brace - at);
        if (brace == std::string_view::npos) return;
        const std::size_t close = pattern.find('}', brace);
        if (close == std::string_view::npos) throw Error("a brace is not closed");
        expand_brace(pattern.substr(brace + 1, close - brace - 1), out, unnamed, depth);
        at = close + 1;
    }
}

Error Expander::unknown_fragment(const std::string& name) const {
    std::string hint = "fragments stand in rules/language/*/";
    std::string type = name;
    if (!type.empty() && type[0] >= 'a' && type[0] <= 'z') type[0] += 'A' - 'a';
    if (types_.family_of(type)) hint += ", types begin with a capital: {" + type + "}";
    return Error("unknown fragment \"" + name + "\"", {}, hint);
}

void Expander::expand_brace(std::string_view body, Expanded& out, std::string& unnamed,
                            int depth) const {
    std::string group;
    if (std::size_t colon = body.find(':'); colon != std::string_view::npos) {
        group = body.substr(0, colon);
        body = body.substr(colon + 1);
    }
    if (group == "gap") {
        out.pattern += "(?:[^\\s\\x01-\\x1F,.;:!?()\"]+ ){0," + std::string(body) + "}";
        return;
    }
    if (is_type_name(body)) {
        std::string plain;  // "Country|Person>Country" without what the person acts for
        for (std::string_view part : split(body, '|')) {
            const std::size_t arrow = part.find('>');
            if (arrow != std::string_view::npos) {
                out.actors |= parse_types(part.substr(0, arrow));
                out.acts_for |= parse_types(part.substr(arrow + 1));
            }
            plain += (plain.empty() ? "" : "|") + std::string(part.substr(0, arrow));
        }
        TypeMask types = parse_types(plain);
        if (!out.first_mention) out.first_mention = types;
        if (group.empty() && depth == 0) std::swap(group, unnamed);
        out.pattern += group.empty() ? mention_class(types)
                                     : "(?P<" + group + ">" + mention_class(types) + ")";
        if (!group.empty()) out.groups.emplace_back(group, types);
        return;
    }
    auto fragment = fragments_.find(body);
    if (fragment == fragments_.end()) throw unknown_fragment(std::string(body));
    out.pattern += group.empty() ? "(?:" : "(?P<" + group + ">";
    expand_into(fragment->second, out, unnamed, depth + 1);
    out.pattern += ")";
}

}  // namespace entente::rules
