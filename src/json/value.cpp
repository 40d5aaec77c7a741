// Reads JSON with RapidJSON's SAX parser into Value; finds lines from byte offsets.
#include "json/value.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "json/utf8.h"

namespace entente::json {

namespace {

// Counts lines as the parser moves on; offsets only grow.
class LineCounter {
  public:
    explicit LineCounter(std::string_view bytes) : bytes_(bytes) {}

    std::size_t at(std::size_t offset) {
        offset = std::min(offset, bytes_.size());
        line_ += std::count(bytes_.begin() + seen_, bytes_.begin() + offset, '\n');
        seen_ = offset;
        return line_;
    }

  private:
    std::string_view bytes_;
    std::size_t seen_ = 0;
    std::size_t line_ = 1;
};

class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
  public:
    Builder(std::string_view bytes, const rapidjson::MemoryStream& stream)
        : lines_(bytes), stream_(stream) {
        root_.kind = Value::Kind::array;
        stack_.push_back(&root_);
    }

    bool Null() { return add(Value::Kind::null) != nullptr; }
    bool Bool(bool b) {
        Value* v = add(Value::Kind::boolean);
        v->boolean = b;
        return true;
    }
    bool Double(double d) {
        add(Value::Kind::number)->number = d;
        return true;
    }
    bool Int(int i) { return Double(i); }
    bool Uint(unsigned i) { return Double(i); }
    bool Int64(int64_t i) { return Double(static_cast<double>(i)); }
    bool Uint64(uint64_t i) { return Double(static_cast<double>(i)); }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        add(Value::Kind::string)->string.assign(text, size);
        return true;
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        std::string key(text, size);
        if (stack_.back()->find(key)) {
            duplicate_ = key;
            return false;
        }
        stack_.back()->members.emplace_back(std::move(key), Value{});
        return true;
    }
    bool StartObject() { return open(Value::Kind::object); }
    bool StartArray() { return open(Value::Kind::array); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    Value take() { return std::move(root_.items.front()); }
    const std::string& duplicate() const { return duplicate_; }
    std::size_t line_at(std::size_t offset) { return lines_.at(offset); }

  private:
    Value* add(Value::Kind kind) {
        Value* parent = stack_.back();
        Value* v = parent->is(Value::Kind::object) ? &parent->members.back().second
                                                   : &parent->items.emplace_back();
        v->kind = kind;
        v->line = lines_.at(stream_.Tell());
        return v;
    }
    // A child is finished before its parent grows again, so the pointers on the stack stay valid.
    bool open(Value::Kind kind) {
        stack_.push_back(add(kind));
        return true;
    }
    bool close() {
        stack_.pop_back();
        return true;
    }

    LineCounter lines_;
    const rapidjson::MemoryStream& stream_;
    Value root_;
    std::vector<Value*> stack_;
    std::string duplicate_;
};

template <unsigned flags>
Value parse_with(std::string_view bytes, const std::string& name) {
    rapidjson::MemoryStream stream(bytes.data(), bytes.size());
    Builder builder(bytes, stream);
    rapidjson::Reader reader;
    constexpr unsigned all =
        flags | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::ParseResult result = reader.Parse<all>(stream, builder);
    if (result) return builder.take();
    LineCounter lines(bytes);
    std::string where = name + ":" + std::to_string(lines.at(result.Offset()));
    if (!builder.duplicate().empty())
        throw Error("key \"" + builder.duplicate() + "\" stands twice in one object", where,
                    "remove one of them");
    std::string what = rapidjson::GetParseError_En(result.Code());
    if (what.ends_with('.')) what.pop_back();
    throw Error("no valid JSON: " + what + " (byte " + std::to_string(result.Offset()) + ")",
                where);
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    for (const auto& [k, v] : members)
        if (k == key) return &v;
    return nullptr;
}

std::string_view Value::text(std::string_view key) const {
    const Value* v = find(key);
    return v && v->is(Kind::string) ? std::string_view(v->string) : std::string_view();
}

Value parse(std::string_view bytes, const std::string& name) {
    return parse_with<rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag>(bytes,
                                                                                           name);
}

Value parse_strict(std::string_view bytes, const std::string& name) {
    return parse_with<rapidjson::kParseNoFlags>(bytes, name);
}

void append_string(std::string& out, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        char c = text[i];
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
            ++i;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            if (c == '\n')
                out += "\\n";
            else if (c == '\t')
                out += "\\t";
            else if (c == '\r')
                out += "\\r";
            else
                (out += "\\u00") += {hex[c >> 4], hex[c & 15]};
            ++i;
        } else if (std::size_t size = utf8_length(text.substr(i))) {
            out.append(text, i, size);
            i += size;
        } else {
            out += "\xEF\xBF\xBD";
            ++i;
        }
    }
    out += '"';
}

void append_number(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    char buffer[400];
    bool whole = number == std::floor(number) && std::fabs(number) < 1e18;
    auto end = whole
                   ? std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed)
                   : std::to_chars(buffer, buffer + sizeof buffer, number);
    out.append(buffer, end.ptr);
}

}  // namespace entente::json
