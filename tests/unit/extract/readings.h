// Extractions as lines of text, for tables.
#pragma once

#include <string>

#include "packs.h"

namespace entente::testing {

inline Document document(std::string lang, std::string text, std::string title = {}) {
    Document d;
    d.id = "doc";
    d.lang = std::move(lang);
    d.date = "2026-01-15";
    d.title = std::move(title);
    d.text = std::move(text);
    return d;
}

inline Extraction read(const Document& d) { return world_extractor().extract(d); }

inline std::string number(double value) {
    std::string out = std::to_string(value);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

// "Arden|realm:arden; 3 crowns|=3 CRN; Monday|@2026-01-12; A|guild:a:Type"
inline std::string shown_mentions(const Extraction& extraction) {
    std::string out;
    for (const Mention& m : extraction.mentions) {
        out += (out.empty() ? "" : "; ") + m.text + "|";
        if (!m.entity.empty())
            out += m.entity;
        else if (m.type == "Date")
            out += "@" + m.date;
        else
            out += "=" + number(m.value) + (m.unit.empty() ? "" : " " + m.unit);
    }
    return out;
}

// "funds | a | b | status=planned; amount=3 CRN; from:anaphor", a line each.
inline std::string shown_claims(const Extraction& extraction) {
    std::string out;
    for (const Claim& c : extraction.claims) {
        std::string more;
        const auto add = [&](const std::string& key, const std::string& value) {
            if (!value.empty()) more += (more.empty() ? " | " : "; ") + key + value;
        };
        add("status=", c.status == "asserted" ? "" : c.status);
        if (c.amount) add("amount=", number(c.amount->value) + " " + c.amount->currency);
        add("date=", c.date);
        add("source=", c.source);
        add("role=", c.role);
        add("item=", c.item);
        add("stake=", c.stake);
        add("rate=", c.rate);
        add("from:", c.evidence.at(0).from.link);
        add("to:", c.evidence.at(0).to.link);
        out += c.type + " | " + c.from + " | " + c.to + more + "\n";
    }
    return out;
}

struct Row {
    const char* text;
    std::string wanted;
};

}  // namespace entente::testing
