// Offices are found last, and tell more than the words beside a name.
#include "extract/people.h"

#include <algorithm>

namespace entente::extract {

namespace {

// The type that goes with an office there; -1 where none does.
int type_by_office(const Reading& reading, const std::string& holder) {
    const TypeMask own = rules::bit(reading.entities.at(holder).type);
    for (const OfficeType& of : reading.pack.office_types)
        if (of.holders & own) return of.type;
    return -1;
}

// By person: the type that all their offices agree on, else that of people at large.
std::map<std::string, TypeIndex> types_by_office(const Reading& reading,
                                                 const std::vector<Claim>& claims) {
    std::map<std::string, TypeIndex> types;
    for (const Claim& claim : claims) {
        if (claim.type != reading.pack.office || claim.status == "denied") continue;
        const int type = type_by_office(reading, claim.to);
        if (type < 0) continue;
        const auto [known, is_new] = types.emplace(claim.from, static_cast<TypeIndex>(type));
        if (!is_new && known->second != type)
            known->second = reading.pack.types.root(known->second);
    }
    return types;
}

}  // namespace

void settle_people(Reading& reading, const std::vector<Claim>& claims) {
    const std::map<std::string, TypeIndex> types = types_by_office(reading, claims);
    if (types.empty()) return;
    const auto told = [&](const Found& m) {
        const auto type = types.find(m.entity);
        const bool other = type != types.end() && m.pattern && m.type != type->second &&
                           m.type != reading.pack.types.root(m.type) &&
                           !reading.pack.gazetteer.find(m.entity);
        return other ? type : types.end();
    };
    for (Found& m : reading.mentions)
        if (const auto type = told(m); type != types.end()) {
            m.type = type->second;
            reading.entities.at(m.entity).type = type->second;
        }
}

}  // namespace entente::extract
