// Names of known entities, found by one longest-match pass.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/types.h"
#include "text/trie.h"

namespace entente::rules {

// Strings that stay where they are, whatever is added and wherever the whole moves.
class Texts {
  public:
    Texts() = default;
    Texts(Texts&&) noexcept = default;
    Texts& operator=(Texts&&) noexcept = default;

    std::string_view keep(std::string_view text);
    void take(Texts&& others);

  private:
    std::vector<std::string> chunks_;
};

// Some of a list: [begin, end).
struct Slice {
    std::uint32_t begin = 0, end = 0;
};

struct DisplayName {
    std::string_view language, text;
};

// Its strings are among the gazetteer's texts.
struct GazetteerEntity {
    std::string_view id;
    std::string_view part_of;   // of a body or region: the state or body it belongs to
    std::string_view serves;    // of a person: whom; helps to link an office, is never a claim
    std::string_view home;      // of a firm: its country; tells whom "the Nurian firm" means
    std::string_view kind;      // of a firm: what it does, a word of the pack; "the chipmaker"
    std::string_view by;        // of a product or firm: who makes or owns it; "the Lumo maker"
    std::string_view acts_for;  // of a capital: the state that it stands for when it acts
    std::string_view syllable;  // the syllable for a state in Korean compounds
    TypeIndex type = 0;
    std::uint32_t source = 0;  // index into the gazetteer's sources
    Slice names;               // of the gazetteer's display names, one a language
    Slice short_names;         // of its short names
};

enum class NameKind : std::uint8_t { full, adjective, hanja, context };

struct GazetteerName {
    std::uint32_t entity = 0;
    NameKind kind = NameKind::full;
    std::uint32_t context = 0;  // index into contexts, for kind context
};

// A name counts where one of these stands in the same story.
struct NameContext {
    std::vector<std::string> words;
    std::vector<std::string> ids;
    TypeMask types = 0;

    template <typename Archive, typename Self>  // as packed.h wants it
    static void pack(Archive& archive, Self& self) {
        archive(self.words, self.ids, self.types);
    }
};

struct Gazetteer {
    std::vector<std::string> sources;  // "entities/countries"
    std::vector<GazetteerEntity> entities;
    std::vector<DisplayName> display_names;
    std::vector<std::string_view> short_names;  // count only in a story with a full name
    std::vector<NameContext> contexts;
    text::Trie trie;
    std::vector<GazetteerName> uses;        // of all names, one name's behind the other's
    std::vector<std::uint32_t> first_uses;  // by value of the trie; one more at the end
    std::vector<std::uint32_t> by_id;       // all entities, ascending by id
    Texts texts;

    std::size_t name_count() const { return first_uses.empty() ? 0 : first_uses.size() - 1; }
    // What a name may mean.
    std::span<const GazetteerName> uses_of(std::int32_t value) const {
        const auto name = static_cast<std::size_t>(value);
        return {uses.data() + first_uses[name], uses.data() + first_uses[name + 1]};
    }
    std::span<const DisplayName> names_of(const GazetteerEntity& entity) const {
        return {display_names.data() + entity.names.begin, display_names.data() + entity.names.end};
    }
    std::span<const std::string_view> short_names_of(const GazetteerEntity& entity) const {
        return {short_names.data() + entity.short_names.begin,
                short_names.data() + entity.short_names.end};
    }

    const GazetteerEntity* find(std::string_view id) const;
    // Is the first the second, or a part of it at any depth?
    bool lies_in(std::string_view part, std::string_view whole) const;
};

// As bytes, for Kept, and back into an empty one.
std::string pack_gazetteer(const Gazetteer& gazetteer);
void unpack_gazetteer(std::string_view bytes, Gazetteer& gazetteer);

}  // namespace entente::rules
