// One JSON object to a document: our own field names and those of common crawlers.
#include <cmath>
#include <initializer_list>

#include "entente/input.h"
#include "input/bytes.h"
#include "input/day.h"
#include "input/identity.h"
#include "json/value.h"
#include "text/utf8.h"

namespace entente {

namespace {

using json::Value;

bool is_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// The text of a member: a string, a whole number, or the name of a nested object.
std::string text_of(const Value* value) {
    if (!value) return {};
    if (value->is(Value::Kind::string)) return value->string;
    if (value->is(Value::Kind::object)) return std::string(value->text("name"));
    std::string digits;
    if (value->is(Value::Kind::number) && value->number == std::floor(value->number))
        json::append_number(digits, value->number);
    return digits;
}

// The first of the names that has a text.
std::string first_of(const Value& object, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names) {
        std::string text = text_of(object.find(name));
        if (!input::trimmed(text).empty()) return text;
    }
    return {};
}

std::string url_of(const Value& object) {
    std::string url = first_of(object, {"url", "source_url", "link"});
    const std::string source = text_of(object.find("source"));  // trafilatura: the address
    return url.empty() && is_address(source) ? source : url;
}

std::string publisher_of(const Value& object) {
    std::string publisher = first_of(object, {"publisher", "source-hostname"});
    if (!publisher.empty()) return publisher;
    publisher = first_of(object, {"source"});
    if (!publisher.empty() && !is_address(publisher)) return publisher;
    return first_of(object, {"hostname", "source_domain"});
}

// "ko-KR", "KOR", "Korean" are "ko"; what is unknown stays, so that nobody reads it as Korean.
std::string language_of(const Value& object) {
    const std::string given = text::lower_ascii(first_of(object, {"lang", "language"}));
    if (given == "korean" || given == "kor" || given == "한국어") return "ko";
    if (given == "english" || given == "eng") return "en";
    return given.substr(0, given.find_first_of("-_"));
}

}  // namespace

Document parse_json_document(std::string_view line) {
    const std::string_view bare = line.starts_with(input::byte_order_mark) ? line.substr(3) : line;
    const Value object = json::parse_strict(bare, "line");
    if (!object.is(Value::Kind::object))
        throw Error("no JSON object", "", "write one object a line");
    Document document;
    document.url = url_of(object);
    document.publisher = publisher_of(object);
    document.lang = language_of(object);
    document.date =
        input::find_day(first_of(object, {"date", "date_publish", "datePublished", "published"}))
            .iso;
    document.title = first_of(object, {"title", "headline"});
    document.text = first_of(object, {"text", "maintext", "articleBody", "body", "excerpt"});
    if (document.text.empty())
        throw Error("a record without text", "",
                    "give it in \"text\" (or maintext, articleBody, body, excerpt)");
    document.id = first_of(object, {"id"});
    if (document.id.empty())
        document.id =
            document.url.empty() ? input::content_id(line) : input::canonical_url(document.url);
    return document;
}

}  // namespace entente
