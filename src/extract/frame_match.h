// One frame at one trigger: how each slot finds its filler.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/cues.h"
#include "extract/discourse.h"
#include "extract/masked.h"
#include "extract/trace.h"

namespace entente::extract {

// What a slot took.
struct Filler {
    Item item;
    Span span;  // in the masked text; `nowhere` where the discourse filled it
};

// What keeps a mention out of a slot. `none`: nothing but a nearer one.
enum class Bar {
    none,
    type,      // not of the types that the slot takes
    used,      // another slot took it
    quote,     // inside or outside of a quotation
    passive,   // the verb is passive, and no "by" leads to the mention
    side,      // on the other side of the trigger
    adjacent,  // not directly behind the trigger
    far,       // too many mentions between
    governed,  // no subject: behind a preposition, before a possessive or hyphen
    topic,     // a topic does not reach into a relative clause
    form       // the words around it are not those of the slot
};

// Keeps references to all that it is given.
class FrameMatch {
  public:
    // `has_subject`: the sentence names a subject, so that the topic is none.
    FrameMatch(const Masked& masked, const Reading& reading, const Discourse& discourse,
               const rules::Frame& frame, Span trigger, const std::vector<Span>& quotes,
               const std::vector<Source>& sources, bool has_subject);
    const rules::Frame& frame() const { return frame_; }
    Span trigger() const { return trigger_; }
    bool has_subject() const { return has_subject_; }
    bool is_passive() const { return passive_; }

    // Reads the voice and fills the slots; false where a slot that must be filled stays empty.
    bool fill();
    // What the slot of this name took; null where there is none or it is empty.
    const Filler* filler(std::string_view name) const;
    // What slot `i` took; null where it is empty.
    const Filler* filler(std::size_t i) const { return fillers_[i] ? &*fillers_[i] : nullptr; }
    std::vector<Part> parts() const;
    // Why slot `i` did not take the mention at this byte, once the slots have been filled.
    Bar bar(std::size_t i, std::size_t at) const;
    // Where cues for this statement's status may stand.
    Scope scope() const;

  private:
    bool is_english() const { return language_.code == "en"; }
    void read_voice();
    bool ends_adnominal(std::size_t head) const;
    void fill_slot(std::size_t i);
    static std::size_t filler_group(const rules::Slot& slot);
    bool is_used(std::size_t at) const;
    bool is_shut(std::size_t at) const;
    void take_at(std::size_t i, Span at);
    Item stand_in(const rules::Slot& slot, const Item& item) const;
    void take(std::size_t i, Span filler);
    void take_before(std::size_t i);
    bool is_topic(std::size_t end) const;
    void take_behind(std::size_t i);
    bool reads(const rules::Slot& slot, std::size_t at) const;
    void take_subject(std::size_t i);
    bool has_own_subject(std::size_t behind) const;
    std::size_t described() const;
    void take_dangling(std::size_t i);
    void take_speaker(std::size_t i);
    void take_topic(std::size_t i);
    void take_sum_before(std::size_t i);
    void take_unsaid(std::size_t i);
    bool names_another(TypeMask types) const;
    void take_again(std::size_t i);
    void fill_from_head();
    void drop_far_subject(const Item& head);

    const Masked& masked_;
    const Reading& reading_;
    const rules::Language& language_;
    const Discourse& discourse_;
    const rules::Frame& frame_;
    Span trigger_;
    const std::vector<Span>& quotes_;
    const std::vector<Source>& sources_;
    bool has_subject_;
    Span window_;
    std::vector<std::optional<Filler>> fillers_;
    bool passive_ = false;
    bool reduced_ = false;  // a participle alone: "B, bought by A"
    std::optional<Span> by_;
    bool adnominal_ = false;
    Span head_;
};

}  // namespace entente::extract
