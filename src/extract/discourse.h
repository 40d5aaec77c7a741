// What a story has said so far: its topics, and what pronouns and offices link to.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/masked.h"

namespace entente::extract {

// What a pronoun or description says of whom it means.
struct Description {
    TypeMask types = 0;
    bool plural = false;            // a list of two and more
    bool main = false;              // opens a paragraph with what the headline is about, if it may
    std::string_view at_home = {};  // id of a place; empty where none is said
    std::string_view kind = {};     // of a firm; empty where none is said
};

// Memory of one story while its sentences are read in order. Preferences, written here and nowhere
// else: agreement in type and number first, then the latest topic or subject, then the headline's.
class Discourse {
  public:
    explicit Discourse(const Reading& reading) : reading_(reading) {}

    void begin_story();
    // The sentence that is read now.
    void begin(const Sentence& sentence) { paragraph_ = sentence.paragraph; }
    // Notes what the sentence was about. `masked` is the sentence after folding and contraction.
    void note(const Masked& masked, const Sentence& sentence);

    // The last mention of these types in the sentence before, whatever its role.
    const Item* in_last_sentence(TypeMask types, bool plural) const;
    // The two distinct things of these types that were named last: in `before`, then sentence by
    // sentence back; nothing where a sentence brings a third.
    std::optional<Item> last_pair(const std::vector<Item>& before, TypeMask types) const;
    // The last single mention of these types in the sentences just before; null where there is
    // none.
    const Item* last_named(TypeMask types) const;
    // The last subject or topic that the description may mean.
    const Item* antecedent(const Description& wanted) const;
    // The last thing named in the story that is known to be at home where the description says and
    // of the kind that it says; else the last that is at home there, if it says where.
    const Item* known_to_fit(const Description& wanted) const;
    // May the description mean this by its place? Not where all that is known says otherwise.
    bool may_be_at_home(const Item& item, const Description& wanted) const;
    // Notes where a firm was said to be at home.
    void note_home(const Ref& firm, const Ref& place);
    // The topic of the sentence just before, for a sentence without a subject.
    const Item* last_topic(TypeMask types) const;
    // Notes what a sentence stated.
    void note_stated(const std::string& relation, const Ref& from, const Ref& to);
    // An end of what was last stated with this relation, in the sentences just before.
    std::optional<Ref> last_stated(const std::string& relation, bool from, TypeMask types) const;
    // Who was last stated to do one of these, in the sentences just before.
    std::optional<Ref> last_to_do(const std::vector<std::string>& relations, TypeMask types) const;
    // Notes whose office a person was said to hold.
    void note_holder(const Ref& person, const Ref& holder);
    // Whose office a person holds: the holder that the document has named, else the one that the
    // gazetteer knows if the text names it. Empty where neither is; `strange` then tells whether
    // nothing at all is known of the person, so that a topic may be taken.
    std::optional<Ref> known_holder(const std::string& person, TypeMask types, Span place,
                                    bool& strange) const;

    // Notes whose a thing or body was said to be.
    void note_owner(const Ref& thing, const Ref& owner);
    // Who makes a thing, or of what a body is part: by what the document has said, else by the
    // gazetteer where the text names that maker or whole.
    std::optional<Ref> known_owner(const std::string& thing, TypeMask types, Span place) const;

    // The first mention of an entity in the document, if it is of these types.
    std::optional<std::uint32_t> mention_of(const std::string& entity, TypeMask types) const;

    // Whom the last topic serves that is a person and serves one of these: "Nuria's President
    // Brandt named ...".
    std::optional<Ref> served_by_topic(TypeMask types, Span place) const;

  private:
    struct Topic {
        Item item;
        std::size_t sentence = 0, paragraph = 0;
        bool heading = false;
    };

    struct Stated {
        Ref from, to;
        std::size_t sentence = 0;
    };

    // Of the topics for which `counts` is true.
    template <typename Counts>
    const Item* latest(const Description& wanted, Counts counts) const;
    bool is_at_home(const std::string& firm, std::string_view place) const;
    const std::string& entity_of(const Item& item) const {
        return reading_.mentions[item.members.front().mention].entity;
    }
    void note_english(const Masked& masked, const Sentence& sentence);

    const Reading& reading_;
    std::vector<Topic> topics_;  // oldest first
    std::map<std::string, std::vector<std::uint32_t>>
        holders_;  // of a person: mentions, oldest first
    std::unordered_map<std::string, std::uint32_t>
        owners_;                            // of a thing or body: a mention, the first
    std::map<std::string, Stated> stated_;  // by relation
    std::map<std::string, std::vector<std::string>> homes_;  // of a firm: as the document says
    std::size_t sentence_ = 0, paragraph_ = 0;
    std::vector<std::vector<Item>> items_;  // of the story's sentences, by place
};

// The first mention of the sentence that nothing governs; `nowhere` where there is none.
std::size_t first_free_mention(const Masked& masked, const rules::Language& language);
// Is the mention at `at` free: no preposition before, no possessive or hyphen behind?
bool is_free(const Masked& masked, std::size_t at, const rules::Language& language);

}  // namespace entente::extract
