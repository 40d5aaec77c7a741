// Measuring: documents whose mentions and relations a person has marked, and how near a reading
// comes to them. The format is described in tests/gold/README.md.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"
#include "entente/extraction.h"
#include "entente/ontology.h"

namespace entente {

// A document without its marks, and what they said. Mentions carry field, span (bytes of that
// field), text, type and entity; values and dates are left out. Claims carry the ids of the marks.
struct GoldDocument {
    std::string file;  // and where in it things stand, in lines from 1
    std::size_t title_line = 0, text_line = 0;
    std::vector<std::size_t> claim_lines;  // of each of `claims`
    Document document;
    std::vector<Mention> mentions;
    std::vector<Claim> claims;

    // The line of the file with that byte of the document's field.
    std::size_t line_of(Field field, std::size_t offset) const;
};

// `name` is what the file is called. Whatever is not in the format or not in the ontology is
// appended to `faults`; the result is empty exactly when there is such a thing.
std::optional<GoldDocument> read_gold(std::string_view bytes, const std::string& name,
                                      const Ontology& ontology, std::vector<Diagnostic>& faults);

// Of what was found and what was wanted, how much is right.
struct Score {
    std::size_t right = 0, found = 0, wanted = 0;

    double precision() const { return found ? double(right) / double(found) : 0; }
    double recall() const { return wanted ? double(right) / double(wanted) : 0; }
    double f1() const { return found + wanted ? 2 * double(right) / double(found + wanted) : 0; }
    Score& operator+=(const Score& other);
};

struct Scores {
    std::size_t documents = 0;
    Score mentions;  // at least half of the union overlaps, types equal or one above the other
    Score strict;    // same span, same type
    Score entities;  // per document
    double linking_precision = 0, linking_recall = 0;  // B-cubed over the mentions that are right
    Score relations;                                   // (type, from, to), once a document
    std::map<std::string, Score> by_relation;
    // Of the relations that are right: status (where it is not "asserted"), amount, date, source,
    // role, item, stake, rate.
    std::vector<std::pair<std::string, Score>> attributes;
    // What is missed and what is wrong, at its line of the marked file, with the rule that found
    // it: "a.gold:7: en.owns.own: wrong relation: owns | a | b, “the sentence”".
    std::vector<Diagnostic> errors;

    double linking_f1() const;
    // A figure by name: "mentions.f1", "relations.p", "relations.r", "linking.f1", "amount.f1",
    // "owns.r". Throws Error on a name that there is not.
    double figure(std::string_view name) const;
};

// Gathers documents. The ids of a reading need not be those of the marks: they are matched by the
// mentions that they share, as the definitions of MUC and of B-cubed (Bagga and Baldwin 1998) have
// it.
class Scorer {
  public:
    explicit Scorer(const Ontology& ontology) : ontology_(ontology) {}

    void add(const GoldDocument& gold, const Extraction& found);
    Scores scores() const;

  private:
    const Ontology& ontology_;
    Scores sums_;
    std::vector<std::pair<std::string, std::string>> linked_;  // id found, id wanted, per mention
};

// Floors under figures: a JSON object of names (as for Scores::figure) and numbers. Returns a line
// for each figure that lies under its floor. Throws Error on bad JSON and unknown names.
std::vector<std::string> below_floors(const Scores& scores, std::string_view floors,
                                      const std::string& name);

}  // namespace entente
