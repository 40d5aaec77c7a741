// What reading one document gives: mentions, entities, and claims with their evidence.
//
// All offsets are half-open ranges of UTF-8 bytes into the document's own title or text.
// Amounts are in units of an ISO 4217 currency. Dates are ISO 8601, as precise as the text.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend auto operator<=>(const Span&, const Span&) = default;
};

enum class Field { title, text };

struct Entity {
    std::string id;                           // "company:openai"
    std::string type;                         // the most specific that the document supports
    std::map<std::string, std::string> name;  // language to name
};

struct Amount {
    double value = 0;
    std::string currency;  // ISO 4217

    friend bool operator==(const Amount&, const Amount&) = default;
};

// A place that names an entity, or a value (type Money, Date, Quantity or Percent).
struct Mention {
    Field field = Field::text;
    Span span;
    std::string text;  // the bytes of the span
    std::string type;
    std::string entity;  // id; empty for values
    double value = 0;    // Money, Quantity, Percent
    std::string unit;    // currency of Money, unit of Quantity
    std::string date;    // Date
    std::string rule;    // gazetteer file or pattern that found it
};

// Where one end of a claim is said. Where the sentence does not name it, `span` is the pronoun,
// description or (empty) place that stands for it, and the antecedent tells where it is named.
struct EvidenceEnd {
    Span span;
    std::optional<Field> antecedent_field;
    Span antecedent;
    std::string link;  // kind of link: "anaphor", "office", "topic", ...; empty where named
};

struct Evidence {
    Field field = Field::text;
    Span sentence;
    EvidenceEnd from;
    EvidenceEnd to;
    Span trigger;
    std::string rule;
};

// What the document says about one relation (type, from, to): once, evidence clearest first.
struct Claim {
    std::string id;  // hash of (document, type, from, to) and of nothing else
    std::string type;
    std::string from;
    std::string to;
    std::string status = "asserted";  // asserted, planned, pending, alleged, denied, ended
    std::optional<Amount> amount;
    std::string date;
    std::string source;  // entity id of who is quoted as saying so
    std::string role;
    std::string item;  // entity id where there is one, else the text
    std::string stake;
    std::string rate;
    std::string rule;  // of the first evidence
    std::vector<Evidence> evidence;
};

struct Extraction {
    std::string id;    // of the document
    std::string lang;  // "ko", "en"; "" where it is neither
    std::string date;
    std::string pack;               // "xxh3:..." of the rule pack
    std::vector<Entity> entities;   // sorted by id
    std::vector<Mention> mentions;  // title first, then by place
    std::vector<Claim> claims;      // sorted by (type, from, to)
};

// The id of a claim: a hash of the four strings that make it what it is.
std::string claim_id(std::string_view document, std::string_view type, std::string_view from,
                     std::string_view to);

}  // namespace entente
