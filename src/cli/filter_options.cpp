// A misspelt type or relation is an error, not an empty answer.
#include "cli/filter_options.h"

#include <algorithm>

#include "entente/error.h"

namespace entente::cli {

namespace {

const std::vector<std::string> statuses = {"asserted", "planned", "pending",
                                           "alleged",  "denied",  "ended"};

// "2025", "2025-12" or "2025-12-04"; an empty text where it is one.
std::string no_date(const std::string& text) {
    static constexpr std::string_view shape = "dddd-dd-dd";
    const bool length = text.size() == 4 || text.size() == 7 || text.size() == 10;
    for (std::size_t i = 0; length && i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !digit : text[i] != '-') return "no date: " + text;
    }
    return length ? "" : "no date: " + text + " (write 2025, 2025-12 or 2025-12-04)";
}

template <class Item>
std::string names_of(const std::vector<Item>& items) {
    std::string names;
    for (const Item& item : items) names += (names.empty() ? "" : ", ") + item.name;
    return names;
}

}  // namespace

void add_store_option(CLI::App& command, std::string& path) {
    command.add_option("-d,--db", path, "The store")->type_name("FILE")->capture_default_str();
}

void add_filter_options(CLI::App& command, Filter& filter) {
    const CLI::Validator date(no_date, "DATE");
    auto many = [&](const char* name, std::vector<std::string>& values, const char* says) {
        return command.add_option(name, values, says)->delimiter(',')->allow_extra_args(false);
    };
    many("--type", filter.types, "Only entities of these types (subtypes count)")
        ->type_name("TYPE,...");
    many("--relation", filter.relations, "Only these relations")->type_name("RELATION,...");
    many("--status", filter.statuses, "Only these statuses")
        ->check(CLI::IsMember(statuses))
        ->type_name("STATUS,...");
    command.add_option("--since", filter.since, "Only claims from this day on")->check(date);
    command.add_option("--until", filter.until, "Only claims up to this day")->check(date);
    command
        .add_option("--min-support", filter.min_support,
                    "Only edges that so many independent documents support")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
}

void check_filter(const Filter& filter, const Ontology& ontology) {
    for (const std::string& type : filter.types)
        if (!ontology.type(type))
            throw Error("no entity type " + type, "--type", "one of " + names_of(ontology.types));
    for (const std::string& relation : filter.relations)
        if (!ontology.relation(relation))
            throw Error("no relation " + relation, "--relation",
                        "one of " + names_of(ontology.relations));
}

Filter with_all_names(Filter filter) {
    filter.isolated = true;
    return filter;
}

}  // namespace entente::cli
