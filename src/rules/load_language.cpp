// language/<lang>/*.json: fragments, borders of names, cleaning, folding, cues, anaphora.
#include <map>

#include "rules/load.h"
#include "text/utf8.h"

namespace entente::rules {

namespace {

using json::Value;
using text::Regex;

class LanguageLoader {
  public:
    LanguageLoader(const CompiledPack& pack, Language& language, std::vector<Diagnostic>& faults)
        : pack_(pack),
          language_(language),
          faults_(faults),
          expander_(pack.types, language.fragments) {}

    void load_fragments(const PackFile& file) {
        Scope scope(file.name, faults_);
        const Value* fragments = file.root.find("fragments");
        if (!fragments) return;
        for (const auto& [name, value] : fragments->members) {
            scope.enter(name);
            if (language_.fragments.count(name))
                scope.fault(value, "fragment \"" + name + "\" stands twice");
            std::string joined;
            for (const std::string& alternative : scope.patterns(*fragments, name))
                joined += (joined.empty() ? "" : "|") + alternative;
            language_.fragments[name] = joined;
        }
    }

    void load_rest(const PackFile& file) {
        Scope scope(file.name, faults_);
        scope.check_keys(file.root, {"fragments", "abbreviations", "openers", "clean", "names",
                                     "tidy", "clauses", "fold", "status", "attribution", "anaphora",
                                     "firm_kinds", "discourse", "voice", "values", "titles"});
        for (const std::string& word : scope.texts(file.root, "abbreviations"))
            language_.sentences.abbreviations.push_back(word);
        for (const std::string& word : scope.texts(file.root, "openers"))
            language_.sentences.openers.push_back(word);
        if (const Value* v = file.root.find("clean")) load_clean(*v, scope);
        if (const Value* v = file.root.find("names")) load_names(*v, scope);
        if (const Value* v = file.root.find("discourse")) load_discourse(*v, scope);
        if (const Value* v = file.root.find("voice")) load_voice(*v, scope);
        if (const Value* v = file.root.find("firm_kinds")) load_firm_kinds(*v, scope);
        if (const Value* v = file.root.find("values")) load_values(*v, scope);
        if (const Value* v = file.root.find("titles")) load_titles(*v, scope);
        each(file, "tidy", scope, language_.tidy, &LanguageLoader::load_tidy);
        each(file, "clauses", scope, language_.clauses, &LanguageLoader::load_clause);
        each(file, "fold", scope, language_.folds, &LanguageLoader::load_fold);
        each(file, "status", scope, language_.status, &LanguageLoader::load_status);
        each(file, "attribution", scope, language_.attribution, &LanguageLoader::load_attribution);
        each(file, "anaphora", scope, language_.anaphora, &LanguageLoader::load_anaphor);
    }

    void check_fragments(const PackFile& file) {
        Scope scope(file.name, faults_);
        const Value* fragments = file.root.find("fragments");
        if (!fragments) return;
        for (const auto& [name, value] : fragments->members) {
            scope.enter(name);
            scope.attempt(value, [&] {
                language_.regexes.make(expander_.expand("{" + name + "}").pattern, false);
            });
        }
    }

  private:
    // Items at fault are left out.
    template <typename Item>
    void each(const PackFile& file, std::string_view key, Scope& scope, std::vector<Item>& out,
              Item (LanguageLoader::*load)(const Value&, Scope&)) {
        const Value* list = file.root.find(key);
        if (!list || !scope.expect(*list, Value::Kind::array, "\"" + std::string(key) + "\""))
            return;
        for (const Value& item : list->items)
            if (scope.expect(item, Value::Kind::object, "an item")) {
                scope.enter(std::string(item.text("id")));
                const std::size_t before = scope.faults();
                Item loaded = (this->*load)(item, scope);
                if (scope.faults() == before) out.push_back(std::move(loaded));
            }
        scope.enter({});
    }

    Regex regex(const Value& object, std::string_view key, Scope& scope, bool fold_case = false,
                bool required = false) {
        Regex out;
        std::string pattern = scope.pattern(object, key, required);
        if (pattern.empty()) return out;
        scope.attempt(*object.find(key), [&] {
            out = language_.regexes.make(expander_.expand(pattern).pattern, fold_case);
        });
        return out;
    }

    // A list of patterns.
    std::vector<Regex> regexes(const Value& object, std::string_view key, Scope& scope) {
        std::vector<Regex> out;
        for (const std::string& pattern : scope.patterns(object, key))
            scope.attempt(*object.find(key), [&] {
                out.push_back(
                    language_.regexes.make(expander_.expand(pattern).pattern, fold_case()));
            });
        return out;
    }

    // Faults a pattern without a group that it must have, and lets it match nothing.
    void need_group(const Value& object, Regex& r, std::string_view name, Scope& scope) {
        if (!r || r.has_group(name)) return;
        scope.fault(object, "the pattern has no group \"" + std::string(name) + "\"");
        r = Regex();
    }

    // The pattern of an item that cannot do without.
    Regex own_pattern(const Value& item, Scope& scope) {
        return regex(item, "pattern", scope, fold_case(), true);
    }

    bool fold_case() const { return language_.code == "en"; }

    void load_clean(const Value& object, Scope& scope) {
        scope.check_keys(object, {"furniture", "tail", "credit"});
        auto load = [&](std::string_view key, std::vector<Regex>& out) {
            const Value* list = object.find(key);
            if (!list) return;
            for (const Value& item : list->items)
                scope.attempt(item,
                              [&] { out.emplace_back(expander_.expand(item.string).pattern); });
        };
        load("furniture", language_.clean.furniture);
        load("tail", language_.clean.tail);
        load("credit", language_.clean.credit);
    }

    void load_names(const Value& object, Scope& scope) {
        scope.check_keys(object,
                         {"before", "after", "adjective_not_before", "syllables", "shortened",
                          "surname_first", "given_before", "name_before", "no_name_before",
                          "title_after", "place_before", "acts_after", "home", "not_names"});
        language_.before_name = regex(object, "before", scope);
        language_.after_name = regex(object, "after", scope);
        language_.after_adjective_refused = regex(object, "adjective_not_before", scope);
        for (const std::string& pattern : scope.patterns(object, "syllables"))
            scope.attempt(object, [&] {
                Regex made(expander_.expand(pattern).pattern);
                need_group(object, made, "states", scope);
                if (made) language_.syllables.push_back(std::move(made));
            });
        language_.home = scope.text(object, "home");
        if (!language_.home.empty() && !pack_.gazetteer.find(language_.home))
            scope.fault(*object.find("home"), "no entry has the id \"" + language_.home + "\"");
        language_.not_names = regex(object, "not_names", scope);
        language_.shortened = regex(object, "shortened", scope);
        need_group(object, language_.shortened, "short", scope);
        language_.surname_first = regex(object, "surname_first", scope);
        need_group(object, language_.surname_first, "short", scope);
        language_.given_before = regex(object, "given_before", scope);
        language_.name_before = regex(object, "name_before", scope);
        language_.no_name_before = regex(object, "no_name_before", scope);
        language_.title_after = regex(object, "title_after", scope);
        language_.place_before = regex(object, "place_before", scope, fold_case());
        language_.acts_after = regex(object, "acts_after", scope);
    }

    void load_discourse(const Value& object, Scope& scope) {
        scope.check_keys(
            object, {"subject",    "speaker",    "plain_subject", "clause_end",    "aside",
                     "governed",   "owned",      "actor_before",  "actor_after",   "goods",
                     "sum_before", "worth",      "in_turn",       "gapped",        "next_verb",
                     "last_day",   "own_clause", "own_head",      "joined_before", "joined_after"});
        language_.own_clause = regex(object, "own_clause", scope, fold_case());
        language_.own_head = regex(object, "own_head", scope, fold_case());
        language_.gapped = regexes(object, "gapped", scope);
        for (Regex& gapped : language_.gapped)
            for (const char* group : {"a", "b", "c", "d"}) need_group(object, gapped, group, scope);
        language_.in_turn = regex(object, "in_turn", scope, fold_case());
        language_.next_verb = regex(object, "next_verb", scope, fold_case());
        language_.last_day = regex(object, "last_day", scope, fold_case());
        need_group(object, language_.last_day, "date", scope);
        language_.worth = regex(object, "worth", scope, fold_case());
        need_group(object, language_.worth, "sum", scope);
        language_.joined_before = regex(object, "joined_before", scope);
        language_.joined_after = regex(object, "joined_after", scope);
        language_.sum_before = regex(object, "sum_before", scope, fold_case());
        need_group(object, language_.sum_before, "sum", scope);
        language_.goods = regex(object, "goods", scope, fold_case());
        need_group(object, language_.goods, "goods", scope);
        language_.subject = regex(object, "subject", scope, fold_case());
        language_.free_refused = regex(object, "governed", scope, fold_case());
        language_.owned_refused = regex(object, "owned", scope, fold_case());
        language_.speaker = regex(object, "speaker", scope, fold_case());
        language_.clause_end = regex(object, "clause_end", scope, fold_case());
        language_.aside = regex(object, "aside", scope, fold_case());
        language_.plain_subject = regex(object, "plain_subject", scope, fold_case());
        language_.actor_before = regex(object, "actor_before", scope, fold_case());
        language_.actor_after = regex(object, "actor_after", scope, fold_case());
        need_group(object, language_.subject, "subject", scope);
    }

    void load_voice(const Value& object, Scope& scope) {
        scope.check_keys(object, {"passive_before", "passive_after", "never_passive", "relative",
                                  "reduced", "dangling", "finite_after", "adnominal"});
        language_.passive_before = regex(object, "passive_before", scope, fold_case());
        language_.relative = regexes(object, "relative", scope);
        for (Regex& relative : language_.relative) need_group(object, relative, "subject", scope);
        language_.reduced = regex(object, "reduced", scope, fold_case());
        language_.dangling = regex(object, "dangling", scope, fold_case());
        language_.finite_after = regex(object, "finite_after", scope, fold_case());
        language_.never_passive = regex(object, "never_passive", scope, fold_case());
        language_.passive_after = regex(object, "passive_after", scope, fold_case());
        language_.adnominal = regex(object, "adnominal", scope, fold_case());
        need_group(object, language_.passive_after, "by", scope);
        need_group(object, language_.adnominal, "head", scope);
        need_group(object, language_.reduced, "subject", scope);
    }

    void load_firm_kinds(const Value& object, Scope& scope) {
        for (const auto& [kind, pattern] : object.members)
            language_.firm_kinds.push_back({kind, regex(object, kind, scope, fold_case())});
    }

    void load_values(const Value& object, Scope& scope) {
        scope.check_keys(object, {"scales", "numbers", "currencies", "months", "weekdays"});
        auto numbers = [&](std::string_view key, std::map<std::string, double, std::less<>>& out) {
            if (const Value* map = object.find(key))
                for (const auto& [word, value] : map->members)
                    if (scope.expect(value, Value::Kind::number, word)) out[word] = value.number;
        };
        numbers("scales", language_.values.scales);
        numbers("numbers", language_.values.numbers);
        numbers("months", language_.values.months);
        numbers("weekdays", language_.values.weekdays);
        if (const Value* map = object.find("currencies"))
            for (const auto& [word, value] : map->members)
                if (scope.expect(value, Value::Kind::string, word))
                    language_.values.currencies[word] = value.string;
    }

    // A word that is both an office and a job counts as an office.
    void load_titles(const Value& object, Scope& scope) {
        scope.check_keys(object, {"office", "job", "modifiers", "field_link"});
        std::map<std::string, std::int32_t> heads, modifiers;
        for (const std::string& word : scope.texts(object, "office"))
            heads.emplace(text::lower_ascii(word), pack_.types.find("Office"));
        for (const std::string& word : scope.texts(object, "job"))
            heads.emplace(text::lower_ascii(word), pack_.types.find("Job"));
        for (const std::string& word : scope.texts(object, "modifiers"))
            modifiers.emplace(text::lower_ascii(word), 0);
        language_.titles.heads = text::Trie({heads.begin(), heads.end()});
        language_.titles.modifiers = text::Trie({modifiers.begin(), modifiers.end()});
        language_.titles.field_link = regex(object, "field_link", scope);
    }

    Tidy load_tidy(const Value& object, Scope& scope) {
        scope.check_keys(object, {"id", "says", "pattern", "late"});
        Tidy tidy;
        tidy.late = scope.flag(object, "late");
        tidy.id = scope.text(object, "id", true);
        tidy.regex = own_pattern(object, scope);
        need_group(object, tidy.regex, "drop", scope);
        return tidy;
    }

    Clause load_clause(const Value& object, Scope& scope) {
        scope.check_keys(object, {"id", "says", "pattern", "leaves"});
        Clause clause;
        clause.id = scope.text(object, "id", true);
        clause.regex = own_pattern(object, scope);
        need_group(object, clause.regex, "noun", scope);
        need_group(object, clause.regex, "clause", scope);
        clause.leaves = scope.text(object, "leaves");
        return clause;
    }

    Fold load_fold(const Value& object, Scope& scope) {
        scope.check_keys(object, {"says", "separator", "last", "tail", "rest", "mixes", "heading"});
        Fold fold;
        fold.separator = regex(object, "separator", scope, fold_case());
        fold.last = regex(object, "last", scope, fold_case());
        fold.tail = regex(object, "tail", scope, fold_case());
        fold.rest = regex(object, "rest", scope, fold_case());
        if (const Value* mixes = object.find("mixes")) load_mixes(*mixes, fold, scope);
        fold.heading = scope.flag(object, "heading", fold.heading);
        return fold;
    }

    void load_mixes(const Value& object, Fold& fold, Scope& scope) {
        if (!scope.expect(object, Value::Kind::object, "\"mixes\"")) return;
        for (const auto& [name, others] : object.members)
            scope.attempt(others, [&] {
                const int type = pack_.types.find(name);
                if (type < 0) throw Error("unknown type \"" + name + "\"");
                fold.mixes.push_back(
                    {static_cast<TypeIndex>(type), expander_.parse_types(others.string)});
            });
    }

    StatusCue load_status(const Value& object, Scope& scope) {
        scope.check_keys(object, {"id", "says", "status", "side", "except", "pattern"});
        StatusCue cue;
        cue.except = scope.texts(object, "except");
        for (const std::string& relation : cue.except)
            if (!pack_.ontology.relation(relation))
                scope.fault(object, "\"except\": no relation is called \"" + relation + "\"");
        cue.id = scope.text(object, "id", true);
        cue.status = scope.text(object, "status", true);
        if (!cue.status.empty() && !is_status(cue.status))
            scope.fault(object, "unknown status \"" + cue.status + "\"");
        std::string side = scope.text(object, "side", true);
        if (side == "before")
            cue.side = StatusCue::Side::before;
        else if (side == "around")
            cue.side = StatusCue::Side::around;
        else if (side == "within")
            cue.side = StatusCue::Side::within;
        else if (side != "behind")
            scope.fault(object, "\"side\" is before, behind, around or within");
        cue.regex = own_pattern(object, scope);
        return cue;
    }

    Attribution load_attribution(const Value& object, Scope& scope) {
        scope.check_keys(object, {"id", "says", "pattern"});
        Attribution attribution;
        attribution.id = scope.text(object, "id", true);
        attribution.regex = own_pattern(object, scope);
        need_group(object, attribution.regex, "source", scope);
        return attribution;
    }

    Anaphor load_anaphor(const Value& object, Scope& scope) {
        scope.check_keys(object, {"id", "says", "pattern", "types", "plural", "take", "leaves"});
        Anaphor anaphor;
        anaphor.id = scope.text(object, "id", true);
        anaphor.regex = own_pattern(object, scope);
        need_group(object, anaphor.regex, "ref", scope);
        anaphor.plural = scope.flag(object, "plural");
        const std::string take = scope.text(object, "take");
        anaphor.nearest = take == "nearest";
        anaphor.main = take == "main";
        anaphor.pair = take == "pair";
        anaphor.by_thing = take == "by";
        if (anaphor.by_thing) need_group(object, anaphor.regex, "thing", scope);
        anaphor.leaves = scope.text(object, "leaves");
        if (anaphor.pair) anaphor.plural = true;
        if (!take.empty() && take != "nearest" && take != "topic" && take != "main" &&
            take != "pair" && take != "by")
            scope.fault(object, "\"take\" is nearest, main, pair, by or topic");
        std::string types = scope.text(object, "types", true);
        scope.attempt(object, [&] { anaphor.types = expander_.parse_types(types); });
        return anaphor;
    }

    const CompiledPack& pack_;
    Language& language_;
    std::vector<Diagnostic>& faults_;
    Expander expander_;
};

}  // namespace

void load_language(const std::vector<const PackFile*>& files, const CompiledPack& pack,
                   Language& language, std::vector<Diagnostic>& faults) {
    LanguageLoader loader(pack, language, faults);
    for (const PackFile* file : files) loader.load_fragments(*file);
    for (const PackFile* file : files) loader.load_rest(*file);
}

void check_fragments(const std::vector<const PackFile*>& files, const CompiledPack& pack,
                     Language& language, std::vector<Diagnostic>& faults) {
    LanguageLoader loader(pack, language, faults);
    for (const PackFile* file : files) loader.check_fragments(*file);
}

}  // namespace entente::rules
