// Cues are searched for in order; the first that matches decides.
#include "extract/cues.h"

#include <algorithm>

#include "text/utf8.h"

namespace entente::extract {

std::vector<Span> find_quotes(std::string_view text) {
    std::vector<Span> quotes;
    for (std::size_t open = text.find('"'); open != std::string_view::npos;) {
        const std::size_t close = text.find('"', open + 1);
        if (close == std::string_view::npos) break;
        quotes.push_back({open + 1, close});
        open = text.find('"', close + 1);
    }
    return quotes;
}

std::vector<Span> find_asides(std::string_view text, const rules::Language& language) {
    std::vector<Span> asides;
    text::Groups groups;
    for (std::size_t at = 0; language.aside.search(text, at, text.size(), &groups);) {
        at = groups[0].end;
        if (at == groups[0].begin) break;  // a pattern that matches nothing
        asides.push_back(groups[0]);
    }
    return asides;
}

const Span* span_at(const std::vector<Span>& spans, std::size_t at) {
    for (const Span& span : spans)
        if (span.begin <= at && at < span.end) return &span;
    return nullptr;
}

namespace {

// What stands before a trigger, with blanks for the clauses within it.
std::string clause_before(std::string_view text, const rules::Language& language) {
    std::string out(text);
    for (const Span& aside : find_asides(text, language))
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(aside.begin),
                  out.begin() + static_cast<std::ptrdiff_t>(aside.end), ' ');
    return out;
}

// What stands behind a trigger in its own clause.
std::string_view clause_behind(std::string_view text, std::size_t end,
                               const rules::Language& language) {
    text::Groups groups;
    const bool ends =
        language.clause_end && language.clause_end.search(text, end, text.size(), &groups);
    return text.substr(end, ends ? groups[0].begin - end : std::string_view::npos);
}

}  // namespace

namespace {

using Side = rules::StatusCue::Side;

// Where cues of one side are looked for.
struct Reach {
    std::string_view words;
    std::size_t begin = 0;  // in the sentence
};

// The first cue that fits in the reach of its side, if any does.
template <typename ReachOf>
const rules::StatusCue* first_cue(const Masked& masked, const Reading& reading,
                                  const std::string& relation, ReachOf reach_of, Cue* found) {
    std::vector<text::Gate::Candidate> candidates;
    text::Groups groups;
    reading.candidates(rules::gate_status, masked.text(), candidates);
    for (const text::Gate::Candidate& candidate : candidates) {
        const rules::StatusCue& cue =
            reading.rules.language.status[static_cast<std::size_t>(candidate.index)];
        if (std::find(cue.except.begin(), cue.except.end(), relation) != cue.except.end()) continue;
        const Reach reach = reach_of(cue.side);
        if (reach.words.empty() ||
            !cue.regex.search(reach.words, 0, reach.words.size(), found ? &groups : nullptr))
            continue;
        if (found) {
            const std::size_t at = reach.begin + groups[0].begin;
            *found = {cue.id, masked.origin(at, at + groups[0].end - groups[0].begin), {}};
        }
        return &cue;
    }
    return nullptr;
}

// The begin of the words right before `at`: two at most, none beyond a mark or a mention.
std::size_t words_before(std::string_view text, std::size_t at) {
    for (int words = 0; words < 2 && at > 1 && text[at - 1] == ' '; ++words) {
        const std::size_t end = at - 1;
        std::size_t begin = end;
        while (begin > 0 && (text::is_ascii_alnum(static_cast<unsigned char>(text[begin - 1])) ||
                             text[begin - 1] == '-' || (text[begin - 1] & 0x80)))
            --begin;
        if (begin == end) break;
        at = begin;
    }
    return at;
}

}  // namespace

std::string status_of(const Masked& masked, const Scope& scope, const Reading& reading,
                      const std::string& relation, const std::string& otherwise, Cue* found) {
    const std::string_view text = masked.text();
    const std::size_t begin = std::min(scope.subject_end, scope.trigger.begin);
    const std::string before =
        clause_before(text.substr(begin, scope.trigger.begin - begin), reading.rules.language);
    const std::string_view behind = clause_behind(text, scope.trigger.end, reading.rules.language);
    const auto reach_of = [&](Side side) -> Reach {
        switch (side) {
            case Side::behind:
                return {behind, scope.trigger.end};
            case Side::before:
                return {before, begin};
            case Side::around:
                return {text.substr(scope.window.begin, scope.window.end - scope.window.begin),
                        scope.window.begin};
            case Side::within:
                break;
        }
        return {};
    };
    const rules::StatusCue* cue = first_cue(masked, reading, relation, reach_of, found);
    // "asserted" undoes what another cue would say, not what the frame says itself.
    if (cue && (cue->status != "asserted" || otherwise.empty())) return cue->status;
    return otherwise.empty() ? "asserted" : otherwise;
}

std::string status_of_phrase(const Masked& masked, Span match, bool deed, const Reading& reading,
                             const std::string& relation, Cue* found) {
    const std::string_view text = masked.text();
    const std::size_t begin = words_before(text, match.begin);
    const auto reach_of = [&](Side side) -> Reach {
        if (side == Side::within) return {text.substr(begin, match.end - begin), begin};
        if (!deed) return {};
        if (side == Side::around) return {text, 0};
        if (side == Side::behind)
            return {clause_behind(text, match.end, reading.rules.language), match.end};
        return {};
    };
    const rules::StatusCue* cue = first_cue(masked, reading, relation, reach_of, found);
    return cue && cue->status != "asserted" ? cue->status : std::string();
}

namespace {

// What of the match says who speaks: what stands around the part that is said.
Cue speaking_words(const std::string& rule, const Masked& masked, Span match, Span said) {
    const auto place = [&](std::size_t begin, std::size_t end) {
        return begin < end ? masked.origin(begin, end) : Span{};
    };
    if (said.begin <= match.begin && match.end <= said.end)
        return {rule, place(match.begin, match.end), {}};
    return {rule, place(match.begin, said.begin), place(said.end, match.end)};
}

}  // namespace

std::vector<Source> find_sources(const Masked& masked, const Reading& reading) {
    std::vector<Source> sources;
    text::Groups groups;
    const std::string& text = masked.text();
    std::vector<text::Gate::Candidate> candidates;
    reading.candidates(rules::gate_attribution, text, candidates);
    for (const auto& [index, begin_from, begin_by] : candidates) {
        const rules::Attribution& rule =
            reading.rules.language.attribution[static_cast<std::size_t>(index)];
        if (!rule.regex.search(text, begin_from, text.size(), &groups, begin_by)) continue;
        const Span who = groups[static_cast<std::size_t>(rule.regex.group("source"))];
        const Item* item = text::matched(who) ? masked.at(who.begin) : nullptr;
        if (!item || item->members.empty()) continue;
        const int part = rule.regex.group("said");
        const Span said = part < 0 ? Span{0, text.size()} : groups[static_cast<std::size_t>(part)];
        if (!text::matched(said)) continue;
        const Ref& ref = item->members.front();
        Source source{ref, reading.mentions[ref.mention].entity, {}, said, {}};
        for (const Ref& speaker : item->members)
            source.speakers.push_back(reading.mentions[speaker.mention].entity);
        sources.push_back(std::move(source));
        if (reading.trace) sources.back().cue = speaking_words(rule.id, masked, groups[0], said);
    }
    return sources;
}

}  // namespace entente::extract
