// Reporting faults with their place; reading members of known kinds.
#include <algorithm>

#include "rules/load.h"

namespace entente::rules {

namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t cost =
                std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = row[j];
            row[j] = cost;
        }
    }
    return row[b.size()];
}

const char* kind_name(json::Value::Kind kind) {
    switch (kind) {
        case json::Value::Kind::string:
            return "a string";
        case json::Value::Kind::array:
            return "a list";
        case json::Value::Kind::object:
            return "an object";
        case json::Value::Kind::boolean:
            return "true or false";
        case json::Value::Kind::number:
            return "a number";
        case json::Value::Kind::null:
            return "null";
    }
    return "";
}

}  // namespace

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known,
                         std::size_t most) {
    const auto nearest = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
        return distance(name, a) < distance(name, b);
    });
    if (nearest == known.end() || distance(name, *nearest) > most) return {};
    return " (did you mean \"" + std::string(*nearest) + "\"?)";
}

void Scope::check_keys(const json::Value& object, std::initializer_list<std::string_view> allowed) {
    for (const auto& [key, value] : object.members) {
        if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
        std::string hint = did_you_mean(key, allowed, 2);
        if (hint.empty()) {
            for (std::string_view name : allowed)
                hint += (hint.empty() ? "; known here: " : ", ") + std::string(name);
        }
        fault(value, "unknown key \"" + key + "\"" + hint);
    }
}

bool Scope::expect(const json::Value& value, json::Value::Kind kind, std::string_view what) {
    if (value.is(kind)) return true;
    fault(value, std::string(what) + " must be " + kind_name(kind));
    return false;
}

std::string Scope::text(const json::Value& object, std::string_view key, bool required) {
    const json::Value* value = object.find(key);
    if (!value) {
        if (required) fault(object, "key \"" + std::string(key) + "\" is missing");
        return {};
    }
    if (!expect(*value, json::Value::Kind::string, "\"" + std::string(key) + "\"")) return {};
    if (required && value->string.empty()) fault(*value, "\"" + std::string(key) + "\" is empty");
    return value->string;
}

std::string Scope::pattern(const json::Value& object, std::string_view key, bool required) {
    const json::Value* value = object.find(key);
    if (!value || !value->is(json::Value::Kind::array)) return text(object, key, required);
    std::string out;
    if (read_pattern(*value, "\"" + std::string(key) + "\"", out) && required && out.empty())
        fault(*value, "\"" + std::string(key) + "\" is empty");
    return out;
}

bool Scope::read_pattern(const json::Value& value, std::string_view what, std::string& out) {
    if (!value.is(json::Value::Kind::array)) {
        out = value.string;
        return expect(value, json::Value::Kind::string, what);
    }
    const std::string piece = "a piece of " + std::string(what);
    for (const json::Value& item : value.items) {
        if (!expect(item, json::Value::Kind::string, piece)) return false;
        out += item.string;
    }
    return true;
}

bool Scope::flag(const json::Value& object, std::string_view key, bool otherwise) {
    const json::Value* value = object.find(key);
    if (!value) return otherwise;
    return expect(*value, json::Value::Kind::boolean, "\"" + std::string(key) + "\"")
               ? value->boolean
               : otherwise;
}

template <typename Read>
std::vector<std::string> Scope::items(const json::Value& object, std::string_view key,
                                      const Read& read) {
    const json::Value* value = object.find(key);
    if (!value) return {};
    if (value->is(json::Value::Kind::string)) return {value->string};
    const std::string name = "\"" + std::string(key) + "\"";
    std::vector<std::string> out;
    if (!expect(*value, json::Value::Kind::array, name)) return out;
    for (const json::Value& item : value->items)
        if (std::string text; read(item, "an item of " + name, text))
            out.push_back(std::move(text));
    return out;
}

std::vector<std::string> Scope::texts(const json::Value& object, std::string_view key) {
    return items(object, key,
                 [&](const json::Value& item, std::string_view what, std::string& out) {
                     out = item.string;
                     return expect(item, json::Value::Kind::string, what);
                 });
}

std::vector<std::string> Scope::patterns(const json::Value& object, std::string_view key) {
    return items(object, key,
                 [&](const json::Value& item, std::string_view what, std::string& out) {
                     return read_pattern(item, what, out);
                 });
}

void Ids::check(const json::Value& object, const std::string& id, Scope& scope) {
    if (id.empty()) return;
    const std::string here = scope.file() + ":" + std::to_string(object.line);
    auto [at, fresh] = seen_.emplace(id, here);
    if (!fresh) scope.fault(object, "id \"" + id + "\" stands already at " + at->second);
}

bool is_status(std::string_view status) {
    static constexpr std::string_view known[] = {"asserted", "planned", "pending",
                                                 "alleged",  "denied",  "ended"};
    return std::find(std::begin(known), std::end(known), status) != std::end(known);
}

}  // namespace entente::rules
