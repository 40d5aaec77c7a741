// Which clauses are read again is language data.
#include "extract/clauses.h"

namespace entente::extract {

namespace {

constexpr std::size_t max_clauses = 8;  // of one sentence

}  // namespace

std::vector<Masked> clauses_of(const Masked& masked, const Reading& reading) {
    std::vector<Masked> clauses;
    std::vector<text::Gate::Candidate> candidates;
    reading.candidates(rules::gate_clauses, masked.text(), candidates);
    const std::string& text = masked.text();
    for (const auto& [index, begin_from, begin_by] : candidates) {
        const rules::Clause& rule = reading.rules.language.clauses[static_cast<std::size_t>(index)];
        const auto noun_group = static_cast<std::size_t>(rule.regex.group("noun"));
        const auto clause_group = static_cast<std::size_t>(rule.regex.group("clause"));
        text::Groups groups;
        for (std::size_t at = begin_from;
             clauses.size() < max_clauses &&
             rule.regex.search(text, at, text.size(), &groups, begin_by);) {
            const Span noun = groups[noun_group], clause = groups[clause_group];
            at = noun.end;
            const Item* item = masked.at(noun.begin);
            if (!item || item->members.empty()) continue;
            Masked own = masked.part(clause.begin, clause.end);
            own.write(0, rule.leaves + ' ');
            own.insert(0, *item, masked.origin(noun.begin, noun.end));
            clauses.push_back(std::move(own));
        }
    }
    return clauses;
}

}  // namespace entente::extract
