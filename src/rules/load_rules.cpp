// patterns/*.json, phrases/<lang>/*.json and frames/<lang>/*.json.
#include <algorithm>

#include "rules/load.h"

namespace entente::rules {

namespace {

using json::Value;
using text::Regex;

template <typename Load>
void each(const PackFile& file, std::string_view key, Scope& scope, Load&& load) {
    scope.check_keys(file.root, {key});
    const Value* list = file.root.find(key);
    if (!list || !scope.expect(*list, Value::Kind::array, "\"" + std::string(key) + "\"")) return;
    for (const Value& item : list->items)
        if (scope.expect(item, Value::Kind::object, "a rule")) load(item);
}

std::vector<Example> load_examples(const Value& examples, std::string_view key, Scope& scope) {
    std::vector<Example> out;
    const Value* list = examples.find(key);
    if (!list || !scope.expect(*list, Value::Kind::array, "examples")) return out;
    for (const Value& item : list->items) {
        Example example;
        example.line = item.line;
        if (item.is(Value::Kind::string)) example.text = item.string;
        for (std::size_t i = 0; i < item.items.size(); ++i)
            (i == 0 ? example.text : example.claims.emplace_back()) = item.items[i].string;
        if (example.text.empty()) scope.fault(item, "an example is a text or [text, claim, ...]");
        out.push_back(std::move(example));
    }
    return out;
}

const RelationType* relation_of(const Value& object, const CompiledPack& pack, Scope& scope) {
    std::string name = scope.text(object, "relation", true);
    const RelationType* relation = pack.ontology.relation(name);
    if (relation || name.empty()) return relation;
    std::vector<std::string_view> known;
    for (const RelationType& r : pack.ontology.relations) known.push_back(r.name);
    std::string hint = did_you_mean(name, known, 3);
    if (hint.empty()) hint = ": relations stand in ontology.json";
    scope.fault(*object.find("relation"), "unknown relation \"" + name + "\"" + hint);
    return relation;
}

std::string status_of(const Value& object, Scope& scope) {
    std::string status = scope.text(object, "status");
    if (!status.empty() && !is_status(status))
        scope.fault(*object.find("status"), "unknown status \"" + status + "\"");
    return status;
}

// Types that can stand at an end: the intersection of what the rule and the relation say.
TypeMask masks_of(const std::vector<std::string>& names, const TypeTable& types) {
    TypeMask mask = 0;
    for (const std::string& name : names)
        if (int type = types.find(name); type >= 0)
            mask |= types.family(static_cast<TypeIndex>(type));
    return mask;
}

TypeMask group_types(const Expanded& expanded, std::string_view name) {
    for (const auto& [group, types] : expanded.groups)
        if (group == name) return types;
    return 0;
}

}  // namespace

void load_base(const Value& object, RuleBase& rule, const std::string& lang, Ids& ids,
               Scope& scope) {
    rule.id = scope.text(object, "id", true);
    scope.enter(rule.id);
    ids.check(object, rule.id, scope);
    rule.lang = lang;
    rule.says = scope.text(object, "says");
    rule.file = scope.file();
    rule.line = object.line;
    const Value* examples = object.find("examples");
    if (!examples) return scope.fault(object, "a rule needs \"examples\" with \"yes\" and \"no\"");
    scope.check_keys(*examples, {"yes", "no", "todo"});
    rule.yes = load_examples(*examples, "yes", scope);
    rule.no = load_examples(*examples, "no", scope);
    rule.todo = load_examples(*examples, "todo", scope);
    if (rule.yes.empty()) scope.fault(*examples, "a rule needs a \"yes\" example");
    if (rule.no.empty()) scope.fault(*examples, "a rule needs a \"no\" example");
}

namespace {

void load_shift(const Value& object, Pattern& pattern, Scope& scope) {
    pattern.shift.which = scope.text(object, "which");
    if (const std::string& w = pattern.shift.which; !w.empty() && w != "next" && w != "last")
        scope.fault(*object.find("which"), "\"which\" is next or last");
    if (std::string precision = scope.text(object, "precision"); !precision.empty())
        pattern.shift.precision = precision[0];
    std::string shift = scope.text(object, "shift");  // "-1d", "+1y"
    if (shift.empty()) return;
    const char unit = shift.back();
    char* end = nullptr;
    pattern.shift.amount = static_cast<int>(std::strtol(shift.c_str(), &end, 10));
    pattern.shift.unit = unit;
    if (end != shift.c_str() + shift.size() - 1 ||
        std::string_view("ymwd").find(unit) == std::string_view::npos)
        scope.fault(*object.find("shift"), "\"shift\" is a number with y, m, w or d: \"-1d\"");
}

void load_pattern(const Value& object, const TypeTable& types, LanguagePack& pack, Ids& ids,
                  Scope& scope) {
    const std::size_t faults = scope.faults();
    Pattern pattern;
    load_base(object, pattern, pack.language.code, ids, scope);
    scope.check_keys(object, {"id", "type", "says", "pattern", "refuse", "over_names", "needs",
                              "shift", "precision", "which", "currency", "examples"});
    std::string type = scope.text(object, "type", true);
    if (int index = types.find(type); index >= 0)
        pattern.type = static_cast<TypeIndex>(index);
    else
        return scope.fault(object, "unknown type \"" + type + "\"");
    for (const std::string& word : scope.texts(object, "needs"))
        if (word == "digit")
            for (char digit = '0'; digit <= '9'; ++digit) pattern.needs.emplace_back(1, digit);
        else
            pattern.needs.push_back(word);
    pattern.currency = scope.text(object, "currency");
    load_shift(object, pattern, scope);
    std::string notation = scope.pattern(object, "pattern", true);
    Expander expander(types, pack.language.fragments);
    text::RegexCache& regexes = pack.language.regexes;
    const std::string refuse = scope.pattern(object, "refuse");
    scope.attempt(object, [&] {
        pattern.regex = regexes.make(expander.expand(notation).pattern, false);
        if (!refuse.empty()) pattern.refuse = regexes.make(expander.expand(refuse).pattern, false);
    });
    if (scope.faults() > faults) return;
    const bool plain = scope.flag(object, "over_names");
    (plain ? pack.plain_patterns : pack.patterns).push_back(std::move(pattern));
}

}  // namespace

void load_patterns(const PackFile& file, const TypeTable& types, LanguagePack& pack, Ids& ids,
                   std::vector<Diagnostic>& faults) {
    Scope scope(file.name, faults);
    each(file, "patterns", scope,
         [&](const Value& v) { load_pattern(v, types, pack, ids, scope); });
}

namespace {

void load_also(const Value& object, const CompiledPack& pack, Phrase& phrase, Scope& scope) {
    const Value* list = object.find("also");
    if (!list || !scope.expect(*list, Value::Kind::array, "\"also\"")) return;
    for (const Value& item : list->items) {
        scope.check_keys(item, {"relation", "from", "to", "role", "status"});
        Also also;
        if (const RelationType* relation = relation_of(item, pack, scope))
            also.relation = relation->name;
        also.from = scope.text(item, "from", true);
        also.to = scope.text(item, "to", true);
        also.role = scope.text(item, "role");
        also.status = status_of(item, scope);
        for (const std::string& group : {also.from, also.to})
            if (!phrase.regex.has_group(group))
                scope.fault(item, "the phrase has no group \"" + group + "\"");
        phrase.also.push_back(std::move(also));
    }
}

void check_phrase(const Value& object, const Phrase& phrase, const Expanded& expanded,
                  const RelationType& relation, const TypeTable& types, Scope& scope) {
    for (const std::string& name : {phrase.head, phrase.trigger})
        if (!name.empty() && !phrase.regex.has_group(name))
            scope.fault(object, "the phrase has no group \"" + name + "\"");
    if (phrase.regex.has_group(phrase.head) && !group_types(expanded, phrase.head))
        scope.fault(object, "the head must be a mention");
    if (!phrase.from) scope.fault(object, "the phrase has no end {from:...}");
    if (!phrase.to && !phrase.office) scope.fault(object, "the phrase has no end {to:...}");
    if (phrase.from && !(phrase.from & masks_of(relation.from, types)))
        scope.fault(object, relation.name + " cannot begin at what {from:...} accepts");
    if (phrase.to && !(phrase.to & masks_of(relation.to, types)))
        scope.fault(object, relation.name + " cannot end at what {to:...} accepts");
}

void load_phrase(const Value& object, const CompiledPack& pack, LanguagePack& language, Ids& ids,
                 Scope& scope) {
    const std::size_t faults = scope.faults();
    Phrase phrase;
    load_base(object, phrase, language.language.code, ids, scope);
    scope.check_keys(object, {"id", "relation", "says", "phrase", "head", "trigger", "status",
                              "deed", "office", "again", "role", "list", "also", "examples"});
    const RelationType* relation = relation_of(object, pack, scope);
    if (!relation) return;
    phrase.relation = relation->name;
    phrase.head = scope.text(object, "head");
    phrase.trigger = scope.text(object, "trigger");
    phrase.role = scope.text(object, "role");
    phrase.status = status_of(object, scope);
    phrase.deed = scope.flag(object, "deed");
    phrase.again = scope.flag(object, "again");
    const std::string list = scope.text(object, "list");
    phrase.list_from = list == "each" || list == "from";
    phrase.list_to = list == "each" || list == "to";
    if (!list.empty() && !phrase.list_from && !phrase.list_to)
        scope.fault(*object.find("list"), "\"list\" is each, from or to");
    Expander expander(pack.types, language.language.fragments);
    const std::string office = scope.text(object, "office");
    std::string notation = scope.pattern(object, "phrase", true);
    Expanded expanded;
    const bool good = scope.attempt(object, [&] {
        if (!office.empty()) phrase.office = expander.parse_types(office);
        expanded = expander.expand(notation);
        phrase.regex =
            language.language.regexes.make(expanded.pattern, language.language.code == "en");
    });
    if (!good) return;
    phrase.notation = std::move(notation);
    phrase.from = group_types(expanded, "from");
    phrase.to = group_types(expanded, "to");
    check_phrase(object, phrase, expanded, *relation, pack.types, scope);
    load_also(object, pack, phrase, scope);
    if (scope.faults() == faults) language.phrases.push_back(std::move(phrase));
}

constexpr std::string_view slot_names[] = {"from", "to",   "pair",  "amount", "date",
                                           "item", "role", "stake", "rate"};

// "= attacks|sanctions {Actor}": the relations before the mention.
void read_deeds(std::string& pattern, Slot& slot) {
    const std::size_t end = pattern.find(" {");
    if (end == std::string::npos) return;
    for (std::size_t at = 0; at < end;) {
        const std::size_t bar = std::min(pattern.find('|', at), end);
        slot.deeds.push_back(pattern.substr(at, bar - at));
        at = bar + 1;
    }
    pattern.erase(0, end + 1);
}

// "< {Actor}" and "> {Actor}" name the side, "~ {Actor}" and "= {Actor}" say that there is none;
// Korean slots stand before the trigger, English ones behind it unless marked.
void read_side(std::string& pattern, Slot& slot, const std::string& lang) {
    slot.side = lang == "ko" ? Slot::Side::before : Slot::Side::behind;
    if (pattern.starts_with("< ")) {
        slot.subject = true;
        slot.side = Slot::Side::before;
        pattern.erase(0, 2);
    } else if (pattern.starts_with("> ")) {
        slot.side = lang == "ko" ? Slot::Side::next : Slot::Side::behind;
        pattern.erase(0, 2);
    } else if (pattern.starts_with("~ ") || pattern.starts_with("= ")) {
        slot.unsaid = pattern[0] == '~';
        slot.again = pattern[0] == '=';
        pattern.erase(0, 2);
        if (slot.again) read_deeds(pattern, slot);
    }
}

bool ends_open(std::string_view pattern) {
    return !pattern.empty() && pattern.back() != ' ' && pattern.back() != '$';
}

bool load_slot(const std::string& key, const Value& value, const CompiledPack& pack,
               Language& language, Frame& frame, Scope& scope) {
    Slot slot;
    slot.optional = key.ends_with('?');
    slot.name = key.substr(0, key.size() - (slot.optional ? 1 : 0));
    std::string pattern;
    if (!scope.read_pattern(value, "a slot", pattern)) return false;
    read_side(pattern, slot, language.code);
    slot.object = language.code == "en" && !slot.subject && !slot.unsaid && !slot.again &&
                  pattern.starts_with("{") && (slot.name == "to" || slot.name == "from");
    Expander expander(pack.types, language.fragments);
    const bool good = scope.attempt(value, [&] {
        const bool named = pattern.find("(?P<filler>") != std::string::npos;
        Expanded expanded = expander.expand(pattern, named ? "" : "filler");
        // A Korean slot ends where its particle ends.
        if (language.code == "ko" && !slot.unsaid && !slot.again &&
            slot.side == Slot::Side::before && ends_open(pattern))
            expanded.pattern = "(?:" + expanded.pattern + ")(?:[^\\p{Hangul}]|$)";
        slot.types = group_types(expanded, "filler");
        slot.actors = expanded.actors;
        slot.acts_for = expanded.acts_for;
        slot.regex = language.regexes.make(expanded.pattern, language.code == "en");
    });
    slot.notation = std::move(pattern);
    if (good) frame.slots.push_back(std::move(slot));
    return good;
}

void check_frame(const Value& object, const Frame& frame, const RelationType& relation,
                 const TypeTable& types, const Ontology& ontology, Scope& scope) {
    auto slot = [&](std::string_view name) -> const Slot* {
        for (const Slot& s : frame.slots)
            if (s.name == name) return &s;
        return nullptr;
    };
    for (const Slot& s : frame.slots)
        for (const std::string& deed : s.deeds)
            if (!ontology.relation(deed))
                scope.fault(object, "no relation is called \"" + deed + "\"");
    const Slot *from = slot("from"), *to = slot("to"), *pair = slot("pair");
    if (!pair && (!from || !to))
        scope.fault(object, "a frame needs \"from\" and \"to\", or \"pair\"");
    const Slot* stake = slot("stake");
    if (!frame.majority.empty() && !(stake && stake->types == bit(types.find("Percent"))))
        scope.fault(object, "\"majority\" needs a \"stake\" of {Percent}");
    if (pair && !relation.symmetric) scope.fault(object, "\"pair\" is for symmetric relations");
    if (from && !((from->types | from->acts_for) & masks_of(relation.from, types)))
        scope.fault(object, relation.name + " cannot begin at what \"from\" accepts");
    if (to && !((to->types | to->acts_for) & masks_of(relation.to, types)))
        scope.fault(object, relation.name + " cannot end at what \"to\" accepts");
}

void load_frame(const Value& object, const CompiledPack& pack, LanguagePack& language, Ids& ids,
                Scope& scope) {
    const std::size_t faults = scope.faults();
    Frame frame;
    load_base(object, frame, language.language.code, ids, scope);
    const RelationType* relation = relation_of(object, pack, scope);
    if (!relation) return;
    frame.relation = relation->name;
    scope.check_keys(object, {"id",     "relation", "says",  "trigger", "from",     "from?",
                              "to",     "to?",      "pair",  "amount",  "amount?",  "date",
                              "date?",  "item",     "item?", "role",    "role?",    "stake",
                              "stake?", "rate",     "rate?", "status",  "majority", "examples"});
    frame.majority = scope.text(object, "majority");
    if (!frame.majority.empty() && !pack.ontology.relation(frame.majority))
        scope.fault(object, "\"majority\": no relation is called \"" + frame.majority + "\"");
    frame.status = status_of(object, scope);
    std::string trigger = scope.pattern(object, "trigger", true);
    Expander expander(pack.types, language.language.fragments);
    bool good = scope.attempt(object, [&] {
        frame.trigger = language.language.regexes.make(expander.expand(trigger).pattern,
                                                       language.language.code == "en");
    });
    frame.notation = std::move(trigger);
    for (const auto& [key, value] : object.members) {
        std::string_view name(key);
        if (name.ends_with('?')) name.remove_suffix(1);
        if (std::find(std::begin(slot_names), std::end(slot_names), name) != std::end(slot_names))
            good = load_slot(key, value, pack, language.language, frame, scope) && good;
    }
    if (!good) return;
    std::stable_partition(frame.slots.begin(), frame.slots.end(),
                          [](const Slot& s) { return !s.optional; });
    check_frame(object, frame, *relation, pack.types, pack.ontology, scope);
    for (const Slot& slot : frame.slots)
        if (!slot.optional && !slot.subject && !slot.unsaid && !slot.again && slot.types)
            frame.needed.push_back(slot.types);
    if (scope.faults() == faults) language.frames.push_back(std::move(frame));
}

}  // namespace

void load_phrases(const PackFile& file, const CompiledPack& pack, LanguagePack& language, Ids& ids,
                  std::vector<Diagnostic>& faults) {
    Scope scope(file.name, faults);
    each(file, "phrases", scope,
         [&](const Value& v) { load_phrase(v, pack, language, ids, scope); });
}

void load_frames(const PackFile& file, const CompiledPack& pack, LanguagePack& language, Ids& ids,
                 std::vector<Diagnostic>& faults) {
    Scope scope(file.name, faults);
    each(file, "frames", scope, [&](const Value& v) { load_frame(v, pack, language, ids, scope); });
}

}  // namespace entente::rules
