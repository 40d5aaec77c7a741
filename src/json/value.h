// JSON in memory, with the line of every value: what a rule author's mistake is reported with.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/error.h"

namespace entente::json {

struct Value {
    enum class Kind { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    bool boolean = false;
    double number = 0;
    std::size_t line = 0;  // 1-based, where the value begins
    std::string string;
    std::vector<Value> items;                            // array
    std::vector<std::pair<std::string, Value>> members;  // object, in the order of the file

    bool is(Kind wanted) const { return kind == wanted; }
    const Value* find(std::string_view key) const;  // null where there is none

    // The text of a string member; empty where there is none or it is no string.
    std::string_view text(std::string_view key) const;
};

// One JSON value with `//` and `/* */` comments and trailing commas. Throws Error (where:
// "name:line") on a syntax error, a duplicate key or bytes that are no UTF-8.
Value parse(std::string_view bytes, const std::string& name);

// Strict JSON, duplicate keys refused: for documents. `name` goes into the error.
Value parse_strict(std::string_view bytes, const std::string& name);

// Appends `text` as a JSON string with quotes; what is no UTF-8 becomes U+FFFD.
void append_string(std::string& out, std::string_view text);

// Appends the shortest number that reads back the same; whole numbers without a fraction.
void append_number(std::string& out, double number);

}  // namespace entente::json
