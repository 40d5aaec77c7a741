// A name that only begins like the one asked for is never taken for it: H20 is not H200.
#include "cli/names.h"

#include <algorithm>
#include <iostream>

#include "cli/output.h"
#include "cli/terminal.h"

namespace entente::cli {

namespace {

constexpr std::size_t most_candidates = 12;

enum class Fit { id, name, alias, beginning };

std::string folded(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

Fit fit_of(const StoredEntity& entity, const std::string& asked) {
    if (entity.id == asked) return Fit::id;
    bool alias = false, longer = false;
    auto look = [&](const std::string& name) {
        const std::string other = folded(name);
        longer = longer || (other.size() > asked.size() && other.starts_with(asked));
        return other == asked;
    };
    for (const auto& [lang, name] : entity.name)
        if (look(name)) return Fit::name;
    for (const std::string& name : entity.aliases) alias = look(name) || alias;
    // The store also knows letter cases beyond ASCII: what it found without a longer name is one.
    return alias || !longer ? Fit::alias : Fit::beginning;
}

void list(const std::vector<StoredEntity>& candidates, std::string_view lang) {
    std::size_t width = 0;
    const std::size_t shown = std::min(candidates.size(), most_candidates);
    for (std::size_t i = 0; i < shown; ++i) width = std::max(width, candidates[i].id.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const StoredEntity& e = candidates[i];
        std::string names = e.label(lang);
        for (const auto& [other, name] : e.name)
            if (name != e.label(lang)) names += ", " + name;
        std::cerr << "  " << padded(e.id, width) << "  " << padded(e.type, 14) << "  " << names
                  << "  (" << e.documents << (e.documents == 1 ? " document)\n" : " documents)\n");
    }
    if (candidates.size() > shown) std::cerr << "  and " << candidates.size() - shown << " more\n";
}

}  // namespace

std::optional<StoredEntity> find_entity(const Store& store, const std::string& name) {
    const std::vector<StoredEntity> found = store.find(name);
    const std::string asked = folded(name), lang = language_of(name);
    std::vector<StoredEntity> best, near;
    Fit best_fit = Fit::beginning;
    for (const StoredEntity& entity : found) {
        const Fit fit = fit_of(entity, asked);
        if (fit == Fit::beginning) near.push_back(entity);
        if (fit < best_fit) best.clear();
        best_fit = std::min(fit, best_fit);
        if (fit == best_fit && fit != Fit::beginning) best.push_back(entity);
    }
    if (best.size() == 1) return best.front();
    if (best.empty()) {
        log("nothing in the store is called " + name +
            (near.empty() ? "" : "; names that begin so:"));
        list(near, lang);
    } else {
        log(name + " is the name of several; say which by its id:");
        list(best, lang);
    }
    return std::nullopt;
}

std::string language_of(const std::string& name) {
    // In UTF-8 Hangul syllables, and little else that people type as a name, begin with EA to ED.
    return std::any_of(name.begin(), name.end(),
                       [](unsigned char c) { return c >= 0xEA && c <= 0xED; })
               ? "ko"
               : "en";
}

}  // namespace entente::cli
