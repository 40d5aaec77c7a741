// An entity is only found if the document mentions it; else the nearest reason why it does not.
#include "extract/asked.h"

#include <algorithm>
#include <set>

#include "text/normalise.h"
#include "text/utf8.h"

namespace entente::extract {

namespace {

// Ids that go by this name in the gazetteer.
std::set<std::string> ids_of_name(const rules::Gazetteer& gazetteer, const std::string& name) {
    std::set<std::string> ids;
    gazetteer.trie.matches(name, 0, [&](std::size_t length, std::int32_t value) {
        if (length != name.size()) return;
        for (const rules::GazetteerName& n : gazetteer.uses_of(value))
            ids.emplace(gazetteer.entities[n.entity].id);
    });
    return ids;
}

std::set<std::string> mentioned(const Reading& reading, const std::string& name) {
    const std::string folded = text::lower_ascii(name);
    const auto is = [&](std::string_view other) { return text::lower_ascii(other) == folded; };
    const std::set<std::string> known = ids_of_name(reading.pack.gazetteer, name);
    std::set<std::string> ids;
    for (const Found& m : reading.mentions) {
        if (m.entity.empty()) continue;
        bool fits = is(m.entity) || known.count(m.entity) || is(reading.surface(m));
        for (const auto& [lang, shown] : reading.entities.at(m.entity).name)
            fits = fits || is(shown);
        if (fits) ids.insert(m.entity);
    }
    return ids;
}

constexpr const char* no_list = "no list of names has it, no pattern finds it";

// The mention that covers the first place where the text has `name`.
const Found* covering(const Reading& reading, Field field, std::size_t at, std::size_t size) {
    for (const Found& m : reading.mentions)
        if (m.field == field && m.span.begin < at + size && at < m.span.end) return &m;
    return nullptr;
}

// Of an id that no mention has: a name of it that another one has taken; empty where none stands.
std::string taken_name(const Reading& reading, const std::string& id) {
    const rules::GazetteerEntity* known = reading.pack.gazetteer.find(id);
    if (!known) return {};
    for (const auto& [lang, name] : reading.pack.gazetteer.names_of(*known))
        for (const Found& m : reading.mentions)
            if (!m.entity.empty() && reading.surface(m) == name)
                return "“" + std::string(name) + "” of " + id + " is read as " + m.entity + " here";
    return {};
}

std::string reason_for_none(const Reading& reading, const std::string& name) {
    if (std::string taken = taken_name(reading, name); !taken.empty()) return taken;
    for (Field field : {Field::title, Field::text}) {
        const std::size_t at = reading.text(field).find(name);
        if (at == std::string::npos) continue;
        if (const Found* m = covering(reading, field, at, name.size()))
            return "“" + name + "” is no mention of its own: it is read as part of “" +
                   std::string(reading.surface(*m)) + "”" +
                   (m->entity.empty() ? "" : ", " + m->entity);
        const bool known = !ids_of_name(reading.pack.gazetteer, name).empty();
        return "“" + name + "” stands in the text, but is no mention: " +
               (known ? "the gazetteer knows the name, and what stands around it speaks against it"
                      : no_list);
    }
    const std::set<std::string> ids = ids_of_name(reading.pack.gazetteer, name);
    const rules::GazetteerEntity* known =
        reading.pack.gazetteer.find(ids.empty() ? name : *ids.begin());
    return "“" + name + "” is not mentioned here" +
           (known ? ": no name of " + std::string(known->id) + " stands in the text"
                  : std::string(": ") + no_list);
}

}  // namespace

Asked find_asked(const Reading& reading, const std::string& asked) {
    const std::string name = text::normal_form(asked);
    const std::set<std::string> ids = mentioned(reading, name);
    if (ids.size() == 1) return {*ids.begin(), {}};
    if (ids.empty()) return {{}, {"not_a_mention", {}, {}, {}, reason_for_none(reading, name)}};
    std::string reason = "“" + name + "” is the name of several here; say which by its id:";
    for (const std::string& id : ids) reason += " " + id;
    return {{}, {"ambiguous_name", {}, {}, {}, std::move(reason)}};
}

}  // namespace entente::extract
