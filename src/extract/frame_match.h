// One frame at one trigger: how each slot finds its filler.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/cues.h"
#include "extract/discourse.h"
#include "extract/masked.h"

namespace entente::extract {

// What a slot took.
struct Filler {
    Item item;
    Span span;  // in the masked text; `nowhere` where the discourse filled it
};

// Keeps references to all that it is given.
class FrameMatch {
  public:
    // `has_subject`: the sentence names a subject, so that the topic is none.
    FrameMatch(const Masked& masked, const Reading& reading, const Discourse& discourse,
               const rules::Frame& frame, Span trigger, const std::vector<Span>& quotes,
               const std::vector<Source>& sources, bool has_subject);
    // Reads the voice and fills the slots; false where a slot that must be filled stays empty.
    bool fill();
    // What the slot of this name took; null where there is none or it is empty.
    const Filler* filler(std::string_view name) const;
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
    void take_subject(std::size_t i);
    void take_speaker(std::size_t i);
    void take_topic(std::size_t i);
    void fill_from_head();

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
    std::optional<Span> by_;
    bool adnominal_ = false;
    Span head_;
};

}  // namespace entente::extract
