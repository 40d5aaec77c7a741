// What reasons about frames and about phrases share.
#include "extract/near.h"

#include <algorithm>

#include "extract/marked.h"

namespace entente::extract {

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

namespace {

// Groups without their kind or name, and no borders of words.
std::string simplified(const std::string& notation) {
    std::string out;
    for (std::size_t i = 0; i < notation.size(); ++i) {
        if (notation.compare(i, 2, "\\b") == 0) {
            ++i;
            continue;
        }
        out += notation[i];
        if (notation.compare(i, 3, "(?:") == 0) i += 2;
        if (notation.compare(i, 4, "(?P<") == 0)
            i = std::min(notation.find('>', i), notation.size());
    }
    return out;
}

}  // namespace

std::string shortened(const std::string& notation) {
    constexpr std::size_t most = 60;  // bytes
    const std::string plain = simplified(notation);
    if (plain.size() <= most) return in_quotes(plain);
    std::size_t end = most;
    while ((static_cast<unsigned char>(plain[end]) & 0xC0) == 0x80) --end;
    return in_quotes(plain.substr(0, end) + "…");
}

std::string Scene::words(Span span) const {
    const std::string& field = reading->text(sentence->field);
    span.end = std::min(span.end, field.size());
    std::string out;
    for (std::size_t i = span.begin; i < span.end; ++i) {
        const char c = field[i] == '\n' ? ' ' : field[i];
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string Scene::shown(const Ref& ref) const {
    const Found& named = reading->mentions[ref.mention];
    const std::string name = in_quotes(reading->surface(named));
    if (!ref.link) return name;
    const std::string here = words(ref.place);
    return here.empty() ? name + " by " + ref.link
                        : in_quotes(here) + " (" + ref.link + ": " + name + ")";
}

std::string Scene::shown(const std::string& entity) const {
    for (std::uint32_t index : sentence->mentions)
        if (reading->mentions[index].entity == entity)
            return in_quotes(reading->surface(reading->mentions[index]));
    for (const Found& m : reading->mentions)
        if (m.entity == entity) return in_quotes(reading->surface(m));
    return in_quotes(entity);
}

const Contraction* Scene::swallowed(const std::string& entity) const {
    for (std::uint32_t index : sentence->mentions) {
        const Found& m = reading->mentions[index];
        if (m.entity != entity) continue;
        for (const Contraction& c : contractions)
            if (c.whole.begin <= m.span.begin && m.span.end <= c.whole.end &&
                reading->mentions[c.head.mention].entity != entity)
                return &c;
    }
    return nullptr;
}

std::string Scene::type_of(const std::string& entity) const {
    return reading->pack.types.name(reading->entities.at(entity).type);
}

bool holds(const Reading& reading, const Item& item, const std::string& entity) {
    return std::any_of(item.members.begin(), item.members.end(), [&](const Ref& ref) {
        return reading.mentions[ref.mention].entity == entity;
    });
}

std::vector<std::size_t> places_of(const Reading& reading, const Masked& masked,
                                   const std::string& entity) {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < masked.text().size(); ++at)
        if (const Item* item = masked.at(at); item && holds(reading, *item, entity))
            places.push_back(at);
    return places;
}

namespace {

bool joins_types(const Scene& scene, const Question& question, TypeMask from, TypeMask to) {
    const auto type = [&](const std::string& id) {
        return rules::bit(scene.reading->entities.at(id).type);
    };
    const TypeMask a = type(question.a), b = type(question.b);
    return ((a & from) && (b & to)) || ((b & from) && (a & to));
}

}  // namespace

bool joins(const Scene& scene, const Question& question, const rules::Frame& rule) {
    TypeMask from = 0, to = 0;
    for (const rules::Slot& slot : rule.slots) {
        if (slot.name == "from" || slot.name == "pair") from |= slot.types;
        if (slot.name == "to" || slot.name == "pair") to |= slot.types;
    }
    return question.wants(rule.relation, rule.id) && joins_types(scene, question, from, to);
}

bool joins(const Scene& scene, const Question& question, const rules::Phrase& rule) {
    return question.wants(rule.relation, rule.id) &&
           joins_types(scene, question, rule.from, rule.to | rule.office);
}

std::string leads(const RelationType& relation) {
    const auto listed = [](const std::vector<std::string>& types) {
        std::string out;
        for (const std::string& type : types) out += (out.empty() ? "" : "|") + type;
        return out;
    };
    return relation.name + " leads from " + listed(relation.from) + " to " + listed(relation.to);
}

namespace {

// How many rules could join the two by their types.
std::size_t count_rules(const Scene& scene, const Question& question) {
    const auto count = [&](const auto& rules) {
        return std::count_if(rules.begin(), rules.end(),
                             [&](const auto& rule) { return joins(scene, question, rule); });
    };
    const rules::LanguagePack& pack = scene.reading->rules;
    return static_cast<std::size_t>(count(pack.phrases) + count(pack.frames));
}

std::string reason_for_no_rule(const Scene& scene, const Question& question) {
    const Ontology& ontology = scene.reading->pack.ontology;
    const std::string a = scene.type_of(question.a), b = scene.type_of(question.b);
    const std::string& name = question.relation;
    if (const RelationType* relation = ontology.relation(name)) {
        const auto fits = [&](const std::string& from, const std::string& to) {
            return ontology.fits(from, relation->from) && ontology.fits(to, relation->to);
        };
        if (!fits(a, b) && !fits(b, a))
            return leads(*relation) + ", not between " + a + " and " + b;
    }
    const std::string between = (name.empty() ? "" : name + " between ") + a + " and " + b;
    const std::size_t count = count_rules(scene, question);
    if (count == 0) return "the pack has no rule for " + between;
    return "no rule finds its words in this sentence, none of the " + std::to_string(count) +
           " for " + between;
}

}  // namespace

Miss no_rule(const Scene& scene, const Question& question) {
    return {"no_trigger", {}, question.relation, {}, reason_for_no_rule(scene, question), {}};
}

namespace {

// How much of the word, from its begin, stands in the text.
std::size_t begun(std::string_view word, std::string_view text) {
    std::size_t size = 0;
    while (size < word.size() && text.find(word.substr(0, size + 1)) != std::string_view::npos)
        ++size;
    return size;
}

}  // namespace

std::string example_of(const Reading& reading, const Miss& miss) {
    const auto first = [&](const auto& rules) {
        const auto rule = std::find_if(rules.begin(), rules.end(),
                                       [&](const auto& r) { return r.id == miss.rule; });
        if (rule == rules.end() || rule->yes.empty()) return std::string();
        const auto likest =
            std::max_element(rule->yes.begin(), rule->yes.end(), [&](const auto& x, const auto& y) {
                return begun(miss.trigger, x.text) < begun(miss.trigger, y.text);
            });
        return parse_marked(likest->text, reading.pack.ontology).text;
    };
    const std::string phrase = first(reading.rules.phrases);
    return phrase.empty() ? first(reading.rules.frames) : phrase;
}

}  // namespace entente::extract
