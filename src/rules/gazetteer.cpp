// Looking things up, and the gazetteer as bytes: its strings one behind the other, with their
// sizes.
#include "rules/gazetteer.h"

#include <algorithm>

#include "text/packed.h"

namespace entente::rules {

std::string_view Texts::keep(std::string_view text) {
    constexpr std::size_t chunk = 1 << 16;  // bytes; none grows, so that none moves
    if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < text.size())
        chunks_.emplace_back().reserve(std::max(chunk, text.size()));
    std::string& last = chunks_.back();
    last += text;
    return std::string_view(last).substr(last.size() - text.size());
}

void Texts::take(Texts&& others) {
    for (std::string& one : others.chunks_) chunks_.push_back(std::move(one));
    others.chunks_.clear();
}

const GazetteerEntity* Gazetteer::find(std::string_view id) const {
    const auto found =
        std::lower_bound(by_id.begin(), by_id.end(), id,
                         [&](std::uint32_t i, std::string_view x) { return entities[i].id < x; });
    return found != by_id.end() && entities[*found].id == id ? &entities[*found] : nullptr;
}

bool Gazetteer::lies_in(std::string_view part, std::string_view whole) const {
    constexpr int deepest = 8;
    for (int depth = 0; depth < deepest && !part.empty(); ++depth) {
        if (part == whole) return true;
        const GazetteerEntity* known = find(part);
        part = known ? known->part_of : std::string_view();
    }
    return false;
}

namespace {

// All its strings, in an order of their own.
template <typename SomeGazetteer, typename Visit>
void each_text(SomeGazetteer& gazetteer, const Visit& visit) {
    for (auto& e : gazetteer.entities)
        for (auto* text :
             {&e.id, &e.part_of, &e.serves, &e.home, &e.kind, &e.by, &e.acts_for, &e.syllable})
            visit(*text);
    for (auto& name : gazetteer.display_names) {
        visit(name.language);
        visit(name.text);
    }
    for (auto& name : gazetteer.short_names) visit(name);
}

// What an entity has beside its strings.
struct Numbers {
    TypeIndex type;
    std::uint32_t source;
    Slice names, short_names;
};

// What needs no strings, or has its own.
template <typename Archive, typename SomeGazetteer>
void pack_rest(Archive& archive, SomeGazetteer& gazetteer) {
    archive(gazetteer.sources, gazetteer.contexts, gazetteer.trie, gazetteer.uses,
            gazetteer.first_uses, gazetteer.by_id);
}

}  // namespace

std::string pack_gazetteer(const Gazetteer& gazetteer) {
    std::string texts;
    std::vector<std::uint32_t> sizes;
    each_text(gazetteer, [&](std::string_view text) {
        texts += text;
        sizes.push_back(static_cast<std::uint32_t>(text.size()));
    });
    std::vector<Numbers> numbers;
    for (const GazetteerEntity& e : gazetteer.entities)
        numbers.push_back({e.type, e.source, e.names, e.short_names});
    text::Packer packer;
    pack_rest(packer, gazetteer);
    packer(numbers, gazetteer.display_names.size(), gazetteer.short_names.size(), texts, sizes);
    return std::move(packer.bytes);
}

void unpack_gazetteer(std::string_view bytes, Gazetteer& gazetteer) {
    text::Unpacker unpacker(bytes);
    pack_rest(unpacker, gazetteer);
    std::vector<Numbers> numbers;
    std::size_t display_names = 0, short_names = 0;
    std::string texts;
    std::vector<std::uint32_t> sizes;
    unpacker(numbers, display_names, short_names, texts, sizes);
    gazetteer.entities.resize(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        GazetteerEntity& e = gazetteer.entities[i];
        e.type = numbers[i].type;
        e.source = numbers[i].source;
        e.names = numbers[i].names;
        e.short_names = numbers[i].short_names;
    }
    gazetteer.display_names.resize(display_names);
    gazetteer.short_names.resize(short_names);
    std::string_view rest = gazetteer.texts.keep(texts);
    auto size = sizes.begin();
    each_text(gazetteer, [&](std::string_view& text) {
        text = rest.substr(0, *size);
        rest.remove_prefix(*size++);
    });
}

}  // namespace entente::rules
