// Patterns run only where the gate lets them.
#include "extract/open_classes.h"

#include <algorithm>

#include "extract/masked.h"
#include "extract/values.h"
#include "text/utf8.h"

namespace entente::extract {

using rules::Pattern;

std::string slug(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const text::Char c = text::decode(name, at);
        const bool word =
            text::is_latin_word(c.code) || text::is_hangul(c.code) || text::is_hanja(c.code);
        if (word)
            out += c.size == 1 ? text::lower_ascii(name.substr(at, 1))
                               : std::string(name.substr(at, c.size));
        else if (!out.empty() && out.back() != '-')
            out += '-';
        at += c.size;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

namespace {

class OpenClassFinder {
  public:
    explicit OpenClassFinder(Reading& reading) : reading_(reading) {}

    void run() {
        std::vector<Found> found;
        for (const Sentence& sentence : reading_.sentences) {
            const Masked masked(reading_, sentence);
            reading_.candidates(rules::gate_patterns, masked.text(), candidates_);
            search_all(reading_.rules.patterns, masked, sentence, found);
            search_plain(sentence, found);
        }
        for (Found& m : found) reading_.mentions.push_back(std::move(m));
    }

  private:
    // Those of `candidates_`.
    void search_all(const std::vector<Pattern>& patterns, const Masked& masked,
                    const Sentence& sentence, std::vector<Found>& found) {
        for (const text::Gate::Candidate& candidate : candidates_)
            search(patterns[static_cast<std::size_t>(candidate.index)], candidate, masked, sentence,
                   found);
    }

    // Names that go on ("GPT-9.5"): the sentence as it is, without masks.
    void search_plain(const Sentence& sentence, std::vector<Found>& found) {
        const std::string_view text = reading_.text(sentence.field);
        const Span span = sentence.span;
        reading_.rules.plain_gate.candidates(0, text.substr(span.begin, span.end - span.begin),
                                             reading_.plain_sight, candidates_);
        if (candidates_.empty()) return;
        Sentence bare = sentence;
        bare.mentions.clear();
        bare.titles.clear();
        search_all(reading_.rules.plain_patterns, Masked(reading_, bare), sentence, found);
    }

    void search(const Pattern& pattern, const text::Gate::Candidate& begins, const Masked& masked,
                const Sentence& sentence, std::vector<Found>& found) {
        const std::string& text = masked.text();
        text::Groups groups;
        const auto name_group = static_cast<std::size_t>(std::max(0, pattern.regex.group("name")));
        for (std::size_t at = begins.begin_from;
             pattern.regex.search(text, at, text.size(), &groups, begins.begin_by);) {
            const Span name = groups[name_group];
            at = std::max(text::matched(name) ? name.end : 0, groups[0].begin + 1);
            if (!text::matched(name) || name.begin == name.end) continue;
            Found m;
            m.field = sentence.field;
            m.story = sentence.story;
            m.span = masked.origin(name.begin, name.end);
            m.type = pattern.type;
            m.rule = pattern.id;
            m.pattern = true;
            if (pattern.refuse.search(reading_.surface(m))) continue;
            const bool good = reading_.pack.types.is_value(pattern.type)
                                  ? read_value(pattern, text, groups, m)
                                  : name_entity(m);
            if (good) found.push_back(std::move(m));
        }
    }

    std::string_view group(const Pattern& pattern, const std::string& text,
                           const text::Groups& groups, std::string_view name) const {
        const int index = pattern.regex.group(name);
        if (index < 0 || !text::matched(groups[static_cast<std::size_t>(index)])) return {};
        const Span& s = groups[static_cast<std::size_t>(index)];
        return std::string_view(text).substr(s.begin, s.end - s.begin);
    }

    bool read_value(const Pattern& pattern, const std::string& text, const text::Groups& groups,
                    Found& m) const {
        const rules::ValueWords& words = reading_.rules.language.values;
        if (reading_.pack.types.name(pattern.type) == "Date") {
            m.date = resolve_date(pattern, text, groups, words, reading_.document.date);
            return true;
        }
        std::string number(group(pattern, text, groups, "number"));
        number += group(pattern, text, groups, "scale");
        std::optional<double> value = parse_number(number, words);
        if (!value) return false;
        m.value = *value;
        m.unit = pattern.currency;
        if (std::string word(group(pattern, text, groups, "currency")); !word.empty()) {
            auto known = words.currencies.find(word);
            if (known == words.currencies.end()) return false;
            m.unit = known->second;
        }
        if (std::string_view unit = group(pattern, text, groups, "unit"); !unit.empty())
            m.unit = unit;
        return true;
    }

    bool name_entity(Found& m) {
        const std::string name(reading_.surface(m));
        if (reading_.rules.language.not_names.search(name)) return false;
        const std::string part = slug(name);
        if (part.empty()) return false;
        const std::string type = reading_.pack.types.name(m.type);
        m.entity = prefix(type) + ":" + part;
        KnownEntity known{m.type, {{reading_.rules.language.code, name}}};
        reading_.entities.try_emplace(m.entity, std::move(known));
        return true;
    }

    // The prefix of the type or of its nearest ancestor that has one.
    std::string prefix(const std::string& type) const {
        const EntityType* t = reading_.pack.ontology.type(type);
        while (t && t->prefix.empty()) t = reading_.pack.ontology.type(t->parent);
        return t ? t->prefix : "thing";
    }

    Reading& reading_;
    std::vector<text::Gate::Candidate> candidates_;
};

}  // namespace

void find_open_classes(Reading& reading) { OpenClassFinder(reading).run(); }

}  // namespace entente::extract
