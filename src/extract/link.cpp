// Short forms are searched for only where their full name stands, so they need no list of words
// that they might be confused with.
#include "extract/link.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "extract/names.h"
#include "text/trie.h"
#include "text/utf8.h"

namespace entente::extract {

namespace {

constexpr const char* alias_rule = "link.bracket";
constexpr TypeIndex no_type = std::numeric_limits<TypeIndex>::max();
constexpr std::size_t max_title = 120;  // bytes behind a name in which its title stands

struct ShortForm {
    std::string entity;
    bool needs_title = false;  // one syllable, or a Korean surname: only before a title
};

class Linker {
  public:
    explicit Linker(Reading& reading) : reading_(reading), language_(reading.rules.language) {}

    void run() {
        find_brackets();
        collect();
        join_short_names();
        search();
    }

  private:
    // "고대역폭메모리(HBM)", "Bureau of Industry and Security (BIS)": the bracket names the same.
    void find_brackets() {
        const std::size_t count = reading_.mentions.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Found m = reading_.mentions[i];
            if (m.entity.empty()) continue;
            const std::string& text = reading_.text(m.field);
            std::size_t open = m.span.end;
            while (open < text.size() &&
                   (text[open] == ' ' || text[open] == '\'' || text[open] == '"'))
                ++open;
            if (open >= text.size() || text[open] != '(') continue;
            const std::size_t close = text.find(')', open);
            if (close == std::string::npos || close - open > 60) continue;
            if (i + 1 < count && reading_.mentions[i + 1].field == m.field &&
                reading_.mentions[i + 1].span.begin < close)
                continue;  // something known stands there
            if (is_alias(std::string_view(text).substr(open + 1, close - open - 1)))
                add_alias(m, {open + 1, close});
        }
    }

    // An alias is one name: letters, capital first; in Latin script for now.
    static bool is_alias(std::string_view inside) {
        if (inside.size() < 2 || !(inside[0] >= 'A' && inside[0] <= 'Z')) return false;
        return std::all_of(inside.begin(), inside.end(), [](char c) {
            return text::is_ascii_alnum(static_cast<unsigned char>(c)) || c == ' ' || c == '-' ||
                   c == '.' || c == '&' || c == '\'';
        });
    }

    void add_alias(const Found& m, Span span) {
        Found alias = m;
        alias.span = span;
        alias.rule = alias_rule;
        alias.pattern = true;
        const std::string form(reading_.surface(alias));
        reading_.mentions.push_back(std::move(alias));
        const bool acronym =
            std::none_of(form.begin(), form.end(), [](char c) { return c == ' '; });
        if (acronym && form.size() >= 3) forms_[form].push_back({m.entity, false});
    }

    void collect() {
        std::set<std::string> seen;
        for (const Found& m : reading_.mentions) {
            if (m.entity.empty()) continue;
            stories_[m.entity].insert(m.story);
            ends_.emplace(m.field, m.span.end);
            named_.note(m);
            if (!seen.insert(m.entity).second) continue;
            if (const rules::GazetteerEntity* entity = reading_.pack.gazetteer.find(m.entity))
                for (std::string_view form : reading_.pack.gazetteer.short_names_of(*entity))
                    forms_[std::string(form)].push_back({m.entity, text::count_chars(form) < 2});
        }
        for (const Found& m : reading_.mentions) {
            if (m.entity.empty()) continue;
            const std::string name(reading_.surface(m));
            if (m.pattern && m.rule != alias_rule) add_form(name, m.entity, false);
            if (m.rule != alias_rule) add_shortened(name, m.entity);
            if (reading_.pack.surnamed & rules::bit(m.type)) add_surnames(name, m.entity);
        }
    }

    // "Torwell" of "Torwell Holdings".
    void add_shortened(const std::string& name, const std::string& entity) {
        text::Groups groups;
        if (!language_.shortened.search(name, 0, name.size(), &groups)) return;
        const Span s = groups[static_cast<std::size_t>(language_.shortened.group("short"))];
        const std::string form = name.substr(s.begin, s.end - s.begin);
        add_form(form, entity, false);
        shortened_.emplace(form, entity);
    }

    // A short name that its own surroundings have told ("Torwell bought ...") is no second firm,
    // and a person's surname ("Brandt takes over") none at all.
    void join_short_names() {
        for (Found& m : reading_.mentions) {
            if (!m.pattern || m.entity.empty()) continue;
            const std::string name(reading_.surface(m));
            const auto full = shortened_.find(name);
            const auto person = surnames_.find(name);
            if (full == shortened_.end() && person == surnames_.end()) continue;
            const std::string& whole = full == shortened_.end() ? person->second : full->second;
            if (m.entity == whole) continue;
            std::erase_if(forms_[name],
                          [&](const ShortForm& use) { return use.entity == m.entity; });
            m.entity = whole;
            m.type = reading_.entities.at(m.entity).type;
        }
    }

    void add_surnames(const std::string& name, const std::string& entity) {
        text::Groups groups;
        if (language_.surname_first &&
            language_.surname_first.search(name, 0, name.size(), &groups)) {
            const Span s = groups[static_cast<std::size_t>(language_.surname_first.group("short"))];
            add_form(name.substr(s.begin, s.end - s.begin), entity, false);
        }
        const bool hangul = text::is_hangul(text::decode(name, 0).code);
        const std::size_t space = name.rfind(' ');
        if (space != std::string::npos) {
            const std::string last = name.substr(space + 1);
            if (last.size() >= 3) add_form(last, entity, hangul && text::count_chars(last) < 2);
            if (last.size() >= 3 && !hangul) surnames_.emplace(last, entity);
        } else if (hangul && text::count_chars(name) >= 3 && !has_parts(entity)) {
            add_form(name.substr(0, 3), entity, true);  // one syllable: 김 장관
            if (text::count_chars(name) >= 4) add_form(name.substr(0, 6), entity, true);
        }
    }

    // Is the full name written in parts in this language, so that one word of it is no full name?
    bool has_parts(const std::string& id) const {
        const rules::GazetteerEntity* known = reading_.pack.gazetteer.find(id);
        if (!known) return false;
        const auto names = reading_.pack.gazetteer.names_of(*known);
        return std::any_of(names.begin(), names.end(), [&](const rules::DisplayName& name) {
            return name.language == language_.code && name.text.find(' ') != text::nowhere;
        });
    }

    void add_form(const std::string& form, const std::string& entity, bool needs_title) {
        std::vector<ShortForm>& uses = forms_[form];
        if (std::none_of(uses.begin(), uses.end(), [&](auto& u) { return u.entity == entity; }))
            uses.push_back({entity, needs_title});
    }

    // One pass for all forms, however many there are.
    void search() {
        text::Trie::Keys keys;
        std::vector<const std::vector<ShortForm>*> uses;
        for (const auto& [form, of_form] : forms_) {
            keys.emplace_back(form, static_cast<std::int32_t>(uses.size()));
            uses.push_back(&of_form);
        }
        if (keys.empty()) return;
        const text::Trie trie(std::move(keys));
        for (Field field : {Field::title, Field::text})
            for (const text::Line& line : reading_.lines[static_cast<std::size_t>(field)]) {
                const std::string_view text =
                    std::string_view(reading_.text(field)).substr(0, line.span.end);
                for (std::size_t at = line.span.begin; at < line.span.end; ++at) {
                    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
                    trie.matches(text, at, [&](std::size_t size, std::int32_t form) {
                        try_at(field, line, text, {at, at + size},
                               *uses[static_cast<std::size_t>(form)]);
                    });
                }
            }
    }

    void try_at(Field field, const text::Line& line, std::string_view text, Span span,
                const std::vector<ShortForm>& uses) {
        if (!stands_free(language_, text, span.begin, span.end)) return;
        const bool titled = std::any_of(uses.begin(), uses.end(),
                                        [](const ShortForm& use) { return use.needs_title; });
        const std::optional<TypeIndex> title =
            titled ? title_behind(field, text, span.end) : std::nullopt;
        const ShortForm* use = choose(field, line.story, span, uses, title);
        if (!use || (use->needs_title && !title)) return;
        if (is_of_another(field, text, span.begin, *use)) return;
        Found m;
        m.field = field;
        m.span = span;
        m.story = line.story;
        m.entity = use->entity;
        m.type = reading_.entities.at(use->entity).type;
        m.rule = "link.short";
        m.pattern = true;
        named_.note(m);
        reading_.mentions.push_back(std::move(m));
    }

    // In headlines any word may have a capital.
    bool is_of_another(Field field, std::string_view text, std::size_t begin,
                       const ShortForm& use) const {
        return field != Field::title &&
               (reading_.pack.surnamed & rules::bit(reading_.entities.at(use.entity).type)) &&
               behind_given_name(language_, text, begin) && !ends_.count({field, begin - 1}) &&
               !ends_title(reading_, field, begin - 1);
    }

    // The type of the title behind a name; of none where it is no word for an office or a job.
    std::optional<TypeIndex> title_behind(Field field, std::string_view text,
                                          std::size_t end) const {
        const Sentence* sentence = reading_.sentence_at(field, end);
        if (!sentence) return std::nullopt;
        std::string rest;  // patterns know titles as masks
        TypeIndex first = no_type;
        std::size_t at = end;
        for (const Title& title : sentence->titles) {
            if (title.span.begin < at) continue;
            if (title.span.begin - end > max_title) break;
            if (first == no_type) first = title.type;
            rest += text.substr(at, title.span.begin - at);
            rest += rules::mask_char(title.type);
            at = title.span.end;
        }
        rest += text.substr(at, std::min(max_title, sentence->span.end - at));
        if (!language_.title_after.match_at(rest, 0, nullptr)) return std::nullopt;
        return first;
    }

    // Of the story, the one named last; rather one of the type that goes with the title.
    const ShortForm* choose(Field field, std::size_t story, Span span,
                            const std::vector<ShortForm>& uses,
                            std::optional<TypeIndex> title) const {
        if (uses.size() == 1) return &uses.front();
        const ShortForm* best = nullptr;
        std::pair<bool, std::size_t> best_rank;
        for (const ShortForm& use : uses) {
            if (!stories_.at(use.entity).count(story)) continue;
            const std::pair rank{title && goes_with(reading_.entities.at(use.entity).type, *title),
                                 named_.last_before(use.entity, field, story, span.begin)};
            if (!best || rank > best_rank) {
                best = &use;
                best_rank = rank;
            }
        }
        return best;
    }

    bool goes_with(TypeIndex type, TypeIndex title) const {
        return std::any_of(
            reading_.pack.office_types.begin(), reading_.pack.office_types.end(),
            [&](const OfficeType& of) { return of.type == type && of.title == title; });
    }

    Reading& reading_;
    const rules::Language& language_;
    std::map<std::string, std::vector<ShortForm>> forms_;
    std::map<std::string, std::string> shortened_;  // short form of an open name to its entity
    std::map<std::string, std::string> surnames_;   // in Latin letters, to the person
    std::set<std::pair<Field, std::size_t>> ends_;  // of names
    std::map<std::string, std::set<std::size_t>> stories_;
    NamedPlaces named_;
};

}  // namespace

void link_short_forms(Reading& reading) { Linker(reading).run(); }

}  // namespace entente::extract
