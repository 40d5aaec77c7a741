// What reasons about frames and about phrases share.
#include "extract/near.h"

#include <algorithm>

namespace entente::extract {

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string shortened(const std::string& notation) {
    constexpr std::size_t most = 60;  // bytes
    if (notation.size() <= most) return in_quotes(notation);
    std::size_t end = most;
    while ((static_cast<unsigned char>(notation[end]) & 0xC0) == 0x80) --end;
    return in_quotes(notation.substr(0, end) + "…");
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
    return question.wants(rule.relation) && joins_types(scene, question, from, to);
}

bool joins(const Scene& scene, const Question& question, const rules::Phrase& rule) {
    return question.wants(rule.relation) &&
           joins_types(scene, question, rule.from, rule.to | rule.office);
}

std::size_t count_rules(const Scene& scene, const Question& question) {
    const auto count = [&](const auto& rules) {
        return std::count_if(rules.begin(), rules.end(),
                             [&](const auto& rule) { return joins(scene, question, rule); });
    };
    const rules::LanguagePack& pack = scene.reading->rules;
    return static_cast<std::size_t>(count(pack.phrases) + count(pack.frames));
}

}  // namespace entente::extract
