// What is known of a document while it is read. Spans are in the normalised text of a field.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "entente/document.h"
#include "entente/extraction.h"
#include "rules/compiled.h"
#include "text/clean.h"
#include "text/normalise.h"

namespace entente::extract {

using rules::TypeIndex;
using rules::TypeMask;

inline constexpr std::size_t all_stories = static_cast<std::size_t>(-1);

// A mention under way.
struct Found {
    Field field = Field::text;
    Span span;
    std::size_t story = 0;
    TypeIndex type = 0;
    std::string entity;  // empty for values
    double value = 0;
    std::string unit;
    std::string date;
    std::string rule;
    bool pattern = false;  // found by an open class, not by name
};

// Where entities were named, for "the last one before".
class NamedPlaces {
  public:
    void note(const Found& m) { ends_[m.entity][{m.field, m.story}].insert(m.span.end); }
    // End of the last mention that ends at `place` or before; 0 where there is none.
    std::size_t last_before(const std::string& entity, Field field, std::size_t story,
                            std::size_t place) const {
        const auto places = ends_.find(entity);
        if (places == ends_.end()) return 0;
        const auto ends = places->second.find({field, story});
        if (ends == places->second.end()) return 0;
        const auto behind = ends->second.upper_bound(place);
        return behind == ends->second.begin() ? 0 : *std::prev(behind);
    }

  private:
    using Story = std::pair<Field, std::size_t>;
    std::unordered_map<std::string, std::map<Story, std::set<std::size_t>>> ends_;
};

// A word for an office or a job.
struct Title {
    Span span;
    TypeIndex type = 0;
};

struct Sentence {
    Field field = Field::text;
    Span span;
    std::size_t story = 0;
    std::size_t paragraph = 0;
    bool heading = false;                 // title or heading of a story
    std::vector<Title> titles;            // by place
    std::vector<std::uint32_t> mentions;  // positions in Reading::mentions, by place
};

struct KnownEntity {
    TypeIndex type = 0;
    std::map<std::string, std::string> name;
};

class Trace;

// The document, its parts, and what was found so far.
struct Reading {
    const CompiledPack& pack;
    const rules::LanguagePack& rules;
    const Document& document;
    std::array<text::Normalised, 2> fields;  // title, text
    std::array<std::vector<text::Line>, 2> lines;
    std::vector<Sentence> sentences;  // title first
    std::vector<Found> mentions;      // sorted by (field, begin) once `settle` has run
    std::map<std::string, KnownEntity> entities;
    mutable text::Sight masked_sight, plain_sight;
    Trace* trace = nullptr;  // who watches; mostly nobody

    // Rules of the group that may match the masked sentence, by position.
    void candidates(rules::GateGroup group, std::string_view masked,
                    std::vector<text::Gate::Candidate>& out) const {
        rules.gate.candidates(group, masked, masked_sight, out);
    }

    const std::string& text(Field field) const {
        return fields[static_cast<std::size_t>(field)].text;
    }
    // The sentence in which a place stands that ends at `end`; null behind the last.
    const Sentence* sentence_at(Field field, std::size_t end) const;

    // Does a date, be it a year, begin after the document's day? No where that day is unknown.
    bool is_to_come(std::string_view date) const {
        const std::string_view today = document.date;
        return !today.empty() && date > today.substr(0, date.size());
    }

    std::string_view surface(const Found& m) const {
        return std::string_view(text(m.field)).substr(m.span.begin, m.span.end - m.span.begin);
    }
};

// Sorts mentions by place, settles overlaps (longest, then named before pattern, then earlier
// found) and hands each sentence its own.
void settle(Reading& reading);

}  // namespace entente::extract
