// One longest-match pass over the lines, then contexts and ambiguities.
#include "extract/names.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "text/utf8.h"

namespace entente::extract {

using rules::GazetteerEntity;
using rules::GazetteerName;
using rules::NameKind;
using text::Char;
using Uses = std::span<const GazetteerName>;

namespace {

// A name found, with all entities that it may mean.
struct Candidate {
    Field field;
    Span span;
    std::size_t story;
    Uses uses;
    bool of_another;  // if it is a surname
};

bool glued_before(const rules::Language& language, std::string_view text, std::size_t begin) {
    std::size_t word = begin;
    for (int syllables = 0; word > 0 && syllables < 3; ++syllables) {
        const Char c = text::decode_before(text, word);
        if (!text::is_hangul(c.code)) break;
        word -= c.size;
    }
    if (word == begin) return true;
    text::Groups groups;
    return language.before_name.match_at(text.substr(0, begin), word, &groups) &&
           groups[0].end == begin;
}

bool border_before(const rules::Language& language, std::string_view text, std::size_t begin) {
    if (begin == 0) return true;
    const char32_t first = text::decode(text, begin).code;
    const char32_t before = text::decode_before(text, begin).code;
    if (text::is_latin_word(first))
        return !text::is_latin_word(before) &&
               !(before == '.' && begin >= 2 &&
                 text::is_ascii_alnum(static_cast<unsigned char>(text[begin - 2])));
    if (text::is_hangul(first))
        return !text::is_hangul(before) || glued_before(language, text, begin);
    return true;
}

// "H100s", "GPUs": may a name end before the "s" at `end`?
bool ends_plural(std::string_view text, std::size_t end) {
    const char last = text[end - 1];
    const bool takes_s = (last >= '0' && last <= '9') || (last >= 'A' && last <= 'Z');
    return takes_s &&
           (end + 1 >= text.size() || !text::is_latin_word(text::decode(text, end + 1).code));
}

bool border_behind(const rules::Language& language, std::string_view text, std::size_t end) {
    if (end >= text.size()) return true;
    const char32_t last = text::decode_before(text, end).code;
    const char32_t next = text::decode(text, end).code;
    if (text::is_latin_word(last) && text::is_latin_word(next))
        return next == 's' && ends_plural(text, end);
    const bool number_goes_on = last >= '0' && last <= '9' && (next == '.' || next == ',') &&
                                end + 1 < text.size() && text[end + 1] >= '0' &&
                                text[end + 1] <= '9';
    if (number_goes_on) return false;
    if (!text::is_hangul(next)) return true;
    if (!text::is_hangul(last) && !text::is_latin_word(last)) return true;  // hanja
    return language.after_name.match_at(text, end, nullptr);
}

// Words of four letters and more that stand in capitals, written as names are ("THAILAND" as
// "Thailand"); empty where there are none. Every byte keeps its place.
std::string in_small_letters(std::string_view text) {
    constexpr std::size_t shortest = 4;
    const auto is_capital = [&](std::size_t i) { return text[i] >= 'A' && text[i] <= 'Z'; };
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_capital(end)) ++end;
        const bool whole =
            (at == 0 || !text::is_ascii_alnum(static_cast<unsigned char>(text[at - 1]))) &&
            (end == text.size() || !text::is_ascii_alnum(static_cast<unsigned char>(text[end])));
        if (whole && end - at >= shortest) {
            if (out.empty()) out = text;
            for (std::size_t i = at + 1; i < end; ++i) out[i] = static_cast<char>(out[i] + 32);
        }
        at = std::max(end, at + 1);
    }
    return out;
}

class NameFinder {
  public:
    explicit NameFinder(Reading& reading)
        : reading_(reading), pack_(reading.pack), language_(reading.rules.language) {}

    void run() {
        for (Field field : {Field::title, Field::text}) {
            const std::string small = in_small_letters(reading_.text(field));
            for (const text::Line& line : reading_.lines[static_cast<std::size_t>(field)])
                scan(field, line, std::string_view(small).substr(0, line.span.end));
        }
        settle_candidates();
    }

  private:
    // `small`: the text up to the line's end in small letters; empty where nothing differs.
    void scan(Field field, const text::Line& line, std::string_view small) {
        std::string_view text = std::string_view(reading_.text(field)).substr(0, line.span.end);
        for (const text::Regex& regex : language_.syllables)
            find_syllables(regex, field, text, line);
        std::size_t at = line.span.begin;
        bool in_word = false;  // a name does not begin inside a Latin word
        while (at < line.span.end) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x80 && !text::is_ascii_alnum(byte)) {
                in_word = false;
                ++at;
                continue;
            }
            if (!in_word) {
                std::size_t size = longest(field, text, at, line.story);
                if (size == 0 && !small.empty() && small.compare(at, 2, text, at, 2) != 0)
                    size = longest(field, small, at, line.story);
                if (size > 0) {
                    at += size;
                    in_word = false;
                    continue;
                }
            }
            in_word = byte < 0x80;
            at += byte < 0x80 ? 1 : text::decode(text, at).size;
        }
    }

    std::size_t longest(Field field, std::string_view text, std::size_t at, std::size_t story) {
        std::vector<std::pair<std::size_t, std::int32_t>>& found = prefixes_;
        found.clear();
        pack_.gazetteer.trie.matches(text, at, [&](std::size_t size, std::int32_t value) {
            found.emplace_back(size, value);
        });
        if (found.empty()) return 0;
        const bool after_name = !candidates_.empty() && candidates_.back().field == field &&
                                candidates_.back().span.end == at;
        if (!after_name && !border_before(language_, text, at)) return 0;
        for (auto it = found.rbegin(); it != found.rend(); ++it) {
            const std::size_t end = at + it->first;
            const Uses uses = pack_.gazetteer.uses_of(it->second);
            if (!border_behind(language_, text, end) && !name_begins(text, end)) continue;
            if (uses.front().kind == NameKind::adjective &&
                language_.after_adjective_refused.match_at(text, end, nullptr))
                continue;
            const bool surname = pack_.surnamed & types_of(uses);
            candidates_.push_back(
                {field, {at, end}, story, uses, surname && of_another(field, text, at, end)});
            return it->first;
        }
        return 0;
    }

    TypeMask types_of(Uses uses) const {
        TypeMask types = 0;
        for (const GazetteerName& use : uses)
            types |= rules::bit(pack_.gazetteer.entities[use.entity].type);
        return types;
    }

    // In headlines any word may have a capital, and full names have parts.
    bool of_another(Field field, std::string_view text, std::size_t begin, std::size_t end) const {
        if (field == Field::title || text.substr(begin, end - begin).find(' ') != text::nowhere)
            return false;
        const bool behind_name = !candidates_.empty() && candidates_.back().field == field &&
                                 candidates_.back().span.end + 1 == begin;
        return !behind_name && behind_given_name(language_, text, begin);
    }

    // Another name glued behind ("미국국무부").
    bool name_begins(std::string_view text, std::size_t at) const {
        bool found = false;
        pack_.gazetteer.trie.matches(text, at, [&](std::size_t size, std::int32_t) {
            found = found || (size >= 6 && border_behind(language_, text, at + size));
        });
        return found;
    }

    void find_syllables(const text::Regex& regex, Field field, std::string_view text,
                        const text::Line& line) {
        const int group = regex.group("states");
        text::Groups groups;
        for (std::size_t at = line.span.begin; regex.search(text, at, line.span.end, &groups);) {
            const Span states = groups[static_cast<std::size_t>(group)];
            for (std::size_t i = states.begin; i < states.end;) {
                const Char c = text::decode(text, i);
                add_syllable(field, text, {i, i + c.size}, line.story);
                i += c.size;
            }
            at = std::max(states.end, groups[0].begin + 1);
        }
    }

    void add_syllable(Field field, std::string_view text, Span span, std::size_t story) {
        if (by_syllable_.empty())
            for (const GazetteerEntity& e : pack_.gazetteer.entities)
                if (!e.syllable.empty()) by_syllable_.emplace(e.syllable, &e);
        auto found = by_syllable_.find(text.substr(span.begin, span.end - span.begin));
        if (found == by_syllable_.end()) return;
        add(field, span, story, *found->second);
    }

    void add(Field field, Span span, std::size_t story, const GazetteerEntity& entity) {
        Found m;
        m.field = field;
        m.span = span;
        m.story = story;
        m.type = entity.type;
        m.entity = entity.id;
        m.rule = pack_.gazetteer.sources[entity.source];
        note_entity(reading_, entity);
        named_.note(m);
        reading_.mentions.push_back(std::move(m));
    }

    // Plain names first: they are the context of the others.
    void settle_candidates() {
        for (const Candidate& c : candidates_) {
            const bool plain = c.uses.size() == 1 && c.uses.front().kind != NameKind::context;
            if (plain && !inside_title(c)) accept(c, c.uses.front());
        }
        for (const Candidate& c : candidates_) {
            const bool plain = c.uses.size() == 1 && c.uses.front().kind != NameKind::context;
            if (!plain && !inside_title(c)) settle_one(c);
        }
    }

    // "Treasury Secretary" names an office, not the Treasury.
    bool inside_title(const Candidate& c) const {
        const Sentence* sentence = reading_.sentence_at(c.field, c.span.end);
        return sentence &&
               std::any_of(sentence->titles.begin(), sentence->titles.end(), [&](const Title& t) {
                   return t.span.begin <= c.span.begin && c.span.end < t.span.end;
               });
    }

    void accept(const Candidate& c, const GazetteerName& use) {
        const GazetteerEntity* entity = &pack_.gazetteer.entities[use.entity];
        const bool surname = pack_.surnamed & rules::bit(entity->type);
        if (c.of_another && surname && !ends_title(reading_, c.field, c.span.begin - 1)) return;
        if (!entity->acts_for.empty() && acts(c))
            if (const GazetteerEntity* state = pack_.gazetteer.find(entity->acts_for))
                entity = state;
        add(c.field, c.span, c.story, *entity);
        present_[c.story].emplace(entity->id);
        types_present_[c.story] |= rules::bit(entity->type);
    }

    // Does a capital stand for its state here?
    bool acts(const Candidate& c) const {
        std::string_view text = reading_.text(c.field);
        const std::size_t from = c.span.begin > 24 ? c.span.begin - 24 : 0;
        if (language_.place_before.search(text.substr(from, c.span.begin - from))) return false;
        return !language_.acts_after || language_.acts_after.match_at(text, c.span.end, nullptr);
    }

    bool context_stands(const Candidate& c, const GazetteerName& use) {
        const rules::NameContext& context = pack_.gazetteer.contexts[use.context];
        if (types_present_[c.story] & context.types) return true;
        for (const std::string& id : context.ids)
            if (present_[c.story].count(id)) return true;
        return std::any_of(context.words.begin(), context.words.end(),
                           [&](const std::string& word) { return word_stands(word); });
    }

    // Anywhere in the document; `word` is the pack's own.
    bool word_stands(const std::string& word) {
        const auto [known, is_new] = stands_.emplace(&word, false);
        if (is_new)
            known->second = reading_.text(Field::text).find(word) != std::string::npos ||
                            reading_.text(Field::title).find(word) != std::string::npos;
        return known->second;
    }

    void settle_one(const Candidate& c) {
        std::vector<GazetteerName> uses;
        for (const GazetteerName& use : c.uses)
            if (use.kind != NameKind::context || context_stands(c, use)) uses.push_back(use);
        if (uses.empty()) return;
        if (uses.size() == 1) return accept(c, uses.front());
        if (const GazetteerName* use = choose(c, uses)) {
            accept(c, *use);
            chosen_[{c.story, c.uses.data()}] = use->entity;
        }
    }

    // The owner named just before the name; else what it meant before in the story; else the entry
    // whose owner was named last, or is named at all, or else is the home of the language; else the
    // only one that needs no owner.
    const GazetteerName* choose(const Candidate& c, Uses uses) const {
        auto owner = [&](const GazetteerName& use) {
            const GazetteerEntity& e = pack_.gazetteer.entities[use.entity];
            return std::string(e.part_of.empty() ? e.serves : e.part_of);
        };
        std::string nearest;
        std::size_t nearest_end = 0;
        for (const GazetteerName& use : uses) {
            const std::size_t end = named_.last_before(owner(use), c.field, c.story, c.span.begin);
            if (end > nearest_end) {
                nearest = owner(use);
                nearest_end = end;
            }
        }
        const bool adjacent = !nearest.empty() && c.span.begin - nearest_end <= 4;
        auto before = chosen_.find({c.story, c.uses.data()});
        if (!adjacent && before != chosen_.end())
            for (const GazetteerName& use : uses)
                if (use.entity == before->second) return &use;
        if (nearest.empty())
            for (const GazetteerName& use : uses)
                if (!owner(use).empty() && present(owner(use), c.story)) nearest = owner(use);
        if (nearest.empty()) nearest = language_.home;
        for (const GazetteerName& use : uses)
            if (!nearest.empty() && owner(use) == nearest) return &use;
        for (const GazetteerName& use : uses)
            if (owner(use).empty()) return &use;
        return nullptr;
    }

    bool present(const std::string& id, std::size_t story) const {
        auto found = present_.find(story);
        return found != present_.end() && found->second.count(id);
    }

    Reading& reading_;
    const CompiledPack& pack_;
    const rules::Language& language_;
    std::vector<Candidate> candidates_;
    std::vector<std::pair<std::size_t, std::int32_t>> prefixes_;  // scratch of `longest`
    std::map<std::string_view, const GazetteerEntity*> by_syllable_;
    std::map<std::size_t, std::set<std::string>> present_;
    NamedPlaces named_;
    std::map<std::size_t, TypeMask> types_present_;
    std::unordered_map<const std::string*, bool> stands_;  // words of contexts
    std::map<std::pair<std::size_t, const void*>, std::uint32_t> chosen_;
};

}  // namespace

void note_entity(Reading& reading, const GazetteerEntity& entity) {
    const auto [noted, is_new] =
        reading.entities.try_emplace(std::string(entity.id), KnownEntity{entity.type, {}});
    if (!is_new) return;
    for (const rules::DisplayName& name : reading.pack.gazetteer.names_of(entity))
        noted->second.name.emplace(name.language, name.text);
}

bool stands_free(const rules::Language& language, std::string_view text, std::size_t begin,
                 std::size_t end) {
    return border_before(language, text, begin) && border_behind(language, text, end);
}

bool behind_given_name(const rules::Language& language, std::string_view text, std::size_t begin) {
    constexpr std::size_t reach = 40;  // bytes
    const std::size_t from = begin - std::min(begin, reach);
    const std::string_view before = text.substr(from, begin - from);
    return language.given_before.search(before) ||
           (language.name_before.search(before) && !language.no_name_before.search(before));
}

bool ends_title(const Reading& reading, Field field, std::size_t end) {
    const Sentence* sentence = reading.sentence_at(field, end);
    return sentence && std::any_of(sentence->titles.begin(), sentence->titles.end(),
                                   [&](const Title& title) { return title.span.end == end; });
}

bool ends_word(const rules::Language& language, std::string_view text, std::size_t end) {
    return border_behind(language, text, end);
}

void find_names(Reading& reading) { NameFinder(reading).run(); }

}  // namespace entente::extract
