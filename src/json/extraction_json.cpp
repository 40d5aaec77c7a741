// Extractions as JSON lines, there and back. The order of fields is the order of the code.
#include <cmath>

#include "entente/json.h"
#include "json/value.h"

namespace entente {

namespace {

using json::Value;

constexpr int format = 1;

const char* name_of(Field field) { return field == Field::title ? "title" : "text"; }

// Appends members and items, with commas where they belong.
class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) {}

    Writer& open(char bracket) {
        out_ += bracket;
        first_ = true;
        return *this;
    }
    Writer& close(char bracket) {
        out_ += bracket;
        first_ = false;
        return *this;
    }
    Writer& item() {
        if (!first_) out_ += ',';
        first_ = false;
        return *this;
    }
    Writer& key(std::string_view name) {
        item();
        json::append_string(out_, name);
        out_ += ':';
        return *this;
    }
    void text(std::string_view name, std::string_view value) {
        key(name);
        json::append_string(out_, value);
    }
    void text_if_any(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    void number(std::string_view name, double value) {
        key(name);
        json::append_number(out_, value);
    }
    void span(std::string_view name, Span span) {
        key(name);
        out_ += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
    }

  private:
    std::string& out_;
    bool first_ = true;
};

void write(Writer& w, const Entity& entity) {
    w.item().open('{');
    w.text("id", entity.id);
    w.text("type", entity.type);
    w.key("name").open('{');
    for (const auto& [lang, name] : entity.name) w.text(lang, name);
    w.close('}').close('}');
}

void write(Writer& w, const Mention& mention) {
    w.item().open('{');
    w.text("field", name_of(mention.field));
    w.number("begin", static_cast<double>(mention.span.begin));
    w.number("end", static_cast<double>(mention.span.end));
    w.text("text", mention.text);
    w.text("type", mention.type);
    w.text_if_any("entity", mention.entity);
    const bool money = mention.type == "Money";
    if (money || mention.type == "Quantity" || mention.type == "Percent")
        w.number("value", mention.value);
    if (mention.type != "Percent") w.text_if_any(money ? "currency" : "unit", mention.unit);
    w.text_if_any("date", mention.date);
    w.text_if_any("rule", mention.rule);
    w.close('}');
}

void write(Writer& w, std::string_view name, const EvidenceEnd& end) {
    w.key(name).open('{');
    w.span("span", end.span);
    if (end.antecedent_field) {
        w.key("antecedent").open('{');
        w.text("field", name_of(*end.antecedent_field));
        w.span("span", end.antecedent);
        w.close('}');
    }
    w.text_if_any("link", end.link);
    w.close('}');
}

void write(Writer& w, const Evidence& evidence) {
    w.item().open('{');
    w.text("field", name_of(evidence.field));
    w.span("sentence", evidence.sentence);
    write(w, "from", evidence.from);
    write(w, "to", evidence.to);
    w.span("trigger", evidence.trigger);
    w.text("rule", evidence.rule);
    w.close('}');
}

void write(Writer& w, const Claim& claim) {
    w.item().open('{');
    w.text("id", claim.id);
    w.text("type", claim.type);
    w.text("from", claim.from);
    w.text("to", claim.to);
    w.text("status", claim.status);
    if (claim.amount) {
        w.key("amount").open('{');
        w.number("value", claim.amount->value);
        w.text("currency", claim.amount->currency);
        w.close('}');
    }
    w.text_if_any("date", claim.date);
    w.text_if_any("source", claim.source);
    w.text_if_any("role", claim.role);
    w.text_if_any("item", claim.item);
    w.text_if_any("stake", claim.stake);
    w.text_if_any("rate", claim.rate);
    w.text("rule", claim.rule);
    w.key("evidence").open('[');
    for (const Evidence& evidence : claim.evidence) write(w, evidence);
    w.close(']').close('}');
}

template <class Item>
void write_all(Writer& w, std::string_view name, const std::vector<Item>& items) {
    w.key(name).open('[');
    for (const Item& item : items) write(w, item);
    w.close(']');
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error("no extraction: " + what, "", "give a line that `entente extract` wrote");
}

std::string text_of(const Value& object, std::string_view key) {
    return std::string(object.text(key));
}

std::string needed(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    if (!value || !value->is(Value::Kind::string)) refuse("no \"" + std::string(key) + "\"");
    return value->string;
}

double number_of(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    return value && value->is(Value::Kind::number) ? value->number : 0;
}

std::size_t offset_of(const Value* value) {
    constexpr double largest = 1e15;  // whole numbers stay exact in a double well beyond this
    if (!value || !value->is(Value::Kind::number) || value->number < 0 || value->number > largest ||
        value->number != std::floor(value->number))
        refuse("an offset is no whole number");
    return static_cast<std::size_t>(value->number);
}

Span span_of(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    if (!value || value->items.size() != 2) refuse("no span \"" + std::string(key) + "\"");
    Span span{offset_of(&value->items[0]), offset_of(&value->items[1])};
    if (span.end < span.begin) refuse("a span ends before it begins");
    return span;
}

Field field_of(const Value& object) {
    const std::string_view name = object.text("field");
    if (name != "title" && name != "text") refuse("a field that is neither title nor text");
    return name == "title" ? Field::title : Field::text;
}

const Value& object_of(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    if (!value || !value->is(Value::Kind::object)) refuse("no \"" + std::string(key) + "\"");
    return *value;
}

Entity read_entity(const Value& object) {
    Entity entity{needed(object, "id"), needed(object, "type"), {}};
    for (const auto& [lang, name] : object_of(object, "name").members)
        entity.name[lang] = name.string;
    return entity;
}

Mention read_mention(const Value& object) {
    Mention mention;
    mention.field = field_of(object);
    mention.span = {offset_of(object.find("begin")), offset_of(object.find("end"))};
    if (mention.span.end < mention.span.begin) refuse("a mention ends before it begins");
    mention.text = text_of(object, "text");
    mention.type = needed(object, "type");
    mention.entity = text_of(object, "entity");
    mention.value = number_of(object, "value");
    mention.unit = text_of(object, mention.type == "Money" ? "currency" : "unit");
    mention.date = text_of(object, "date");
    mention.rule = text_of(object, "rule");
    return mention;
}

EvidenceEnd read_end(const Value& object) {
    EvidenceEnd end;
    end.span = span_of(object, "span");
    if (object.find("antecedent")) {
        const Value& antecedent = object_of(object, "antecedent");
        end.antecedent_field = field_of(antecedent);
        end.antecedent = span_of(antecedent, "span");
    }
    end.link = text_of(object, "link");
    return end;
}

Evidence read_evidence(const Value& object) {
    Evidence evidence;
    evidence.field = field_of(object);
    evidence.sentence = span_of(object, "sentence");
    evidence.from = read_end(object_of(object, "from"));
    evidence.to = read_end(object_of(object, "to"));
    evidence.trigger = span_of(object, "trigger");
    evidence.rule = text_of(object, "rule");
    return evidence;
}

template <class Item>
std::vector<Item> read_all(const Value& object, std::string_view key, Item (*read)(const Value&)) {
    const Value* value = object.find(key);
    if (!value || !value->is(Value::Kind::array)) refuse("no list \"" + std::string(key) + "\"");
    std::vector<Item> items;
    items.reserve(value->items.size());
    for (const Value& item : value->items) items.push_back(read(item));
    return items;
}

Claim read_claim(const Value& object) {
    Claim claim;
    claim.id = needed(object, "id");
    claim.type = needed(object, "type");
    claim.from = needed(object, "from");
    claim.to = needed(object, "to");
    claim.status = needed(object, "status");
    if (object.find("amount")) {
        const Value& amount = object_of(object, "amount");
        claim.amount = Amount{number_of(amount, "value"), text_of(amount, "currency")};
    }
    claim.date = text_of(object, "date");
    claim.source = text_of(object, "source");
    claim.role = text_of(object, "role");
    claim.item = text_of(object, "item");
    claim.stake = text_of(object, "stake");
    claim.rate = text_of(object, "rate");
    claim.rule = text_of(object, "rule");
    claim.evidence = read_all(object, "evidence", read_evidence);
    return claim;
}

}  // namespace

std::string to_json(const Extraction& extraction) {
    std::string out;
    Writer w(out);
    w.open('{');
    w.number("format", format);
    w.text("id", extraction.id);
    w.text("lang", extraction.lang);
    w.text_if_any("date", extraction.date);
    w.text("pack", extraction.pack);
    write_all(w, "entities", extraction.entities);
    write_all(w, "mentions", extraction.mentions);
    write_all(w, "claims", extraction.claims);
    w.close('}');
    return out;
}

std::string to_json(const Claim& claim) {
    std::string out;
    Writer w(out);
    write(w, claim);
    return out;
}

std::string json_string(std::string_view text) {
    std::string out;
    json::append_string(out, text);
    return out;
}

std::string json_number(double number) {
    std::string out;
    json::append_number(out, number);
    return out;
}

Extraction extraction_from_json(std::string_view line) {
    const Value root = json::parse_strict(line, "line");
    if (!root.is(Value::Kind::object)) refuse("no JSON object");
    if (const Value* error = root.find("error")) refuse("it reports an error: " + error->string);
    if (number_of(root, "format") != format) refuse("\"format\" is not 1");
    Extraction extraction;
    extraction.id = needed(root, "id");
    extraction.lang = text_of(root, "lang");
    extraction.date = text_of(root, "date");
    extraction.pack = text_of(root, "pack");
    extraction.entities = read_all(root, "entities", read_entity);
    extraction.mentions = read_all(root, "mentions", read_mention);
    extraction.claims = read_all(root, "claims", read_claim);
    return extraction;
}

}  // namespace entente
