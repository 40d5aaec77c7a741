// What fills a slot that the clause leaves empty: who speaks, the topic, what was said before.
#include "extract/frame_match.h"

namespace entente::extract {

// Who speaks is the subject of what a quotation says of "us", or, in Korean, of nobody.
void FrameMatch::take_speaker(std::size_t i) {
    const std::string_view said =
        std::string_view(masked_.text()).substr(window_.begin, trigger_.begin - window_.begin);
    if (!language_.speaker.search(said)) return;
    if (!is_english() && language_.subject.search(said)) return;
    for (const Source& source : sources_) {
        if (trigger_.begin < source.said.begin || trigger_.begin >= source.said.end) continue;
        const Found& named = reading_.mentions[source.ref.mention];
        if (!(rules::bit(named.type) & frame_.slots[i].types)) continue;
        const Span place = masked_.origin(trigger_.begin, trigger_.begin);
        const Item speaker{named.type, {{source.ref.mention, place, "speaker"}}};
        fillers_[i] = Filler{stand_in(frame_.slots[i], speaker), {text::nowhere, text::nowhere}};
        return;
    }
}

// Only where the sentence has no subject of its own at all.
void FrameMatch::take_topic(std::size_t i) {
    if (is_english()) return;
    if (has_subject_ || language_.own_head.match_at(masked_.text(), trigger_.end, nullptr)) return;
    if (language_.plain_subject.search(std::string_view(masked_.text()).substr(0, trigger_.begin)))
        return;
    const Item* topic = discourse_.last_topic(frame_.slots[i].types);
    if (!topic) return;
    Item item = *topic;
    const Span place = masked_.origin(trigger_.begin, trigger_.begin);
    for (Ref& member : item.members) member = {member.mention, place, "topic"};
    fillers_[i] = Filler{std::move(item), {text::nowhere, text::nowhere}};
}

// What goes without saying was named before in this sentence, or it is whom the person before the
// trigger serves, or it was named in the last sentences.
void FrameMatch::take_unsaid(std::size_t i) {
    const TypeMask types = frame_.slots[i].types;
    const Span place = masked_.origin(trigger_.begin, trigger_.begin);
    std::optional<Ref> ref, served;
    for (std::size_t at = trigger_.begin; at-- > window_.begin && !ref;) {
        const Item* item = masked_.at(at);
        if (!item || item->members.size() != 1 || is_used(at)) continue;
        const Ref& named = item->members.front();
        bool strange = false;
        if (rules::bit(item->type) & types)
            ref = named;
        else if (!served && (rules::bit(item->type) & reading_.pack.surnamed))
            served = discourse_.known_holder(reading_.mentions[named.mention].entity, types, place,
                                             strange);
    }
    if (!ref) ref = served;
    if (const Item* named = ref ? nullptr : discourse_.last_named(types))
        ref = named->members.front();
    if (!ref) return;
    const TypeIndex type = reading_.mentions[ref->mention].type;
    fillers_[i] = Filler{{type, {{ref->mention, place, "unsaid"}}}, {text::nowhere, text::nowhere}};
}

// Does the sentence name a thing of these types that no slot took?
bool FrameMatch::names_another(TypeMask types) const {
    for (std::size_t at = window_.begin; at < window_.end; ++at)
        if (const Item* item = masked_.at(at);
            item && !item->members.empty() && (rules::bit(item->type) & types) && !is_used(at))
            return true;
    return false;
}

// "The tariffs hit B, too": whose they are was stated before.
void FrameMatch::take_again(std::size_t i) {
    const rules::Slot& slot = frame_.slots[i];
    if (!slot.deeds.empty() && names_another(slot.types)) return;
    auto ref = slot.deeds.empty()
                   ? discourse_.last_stated(frame_.relation, slot.name == "from", slot.types)
                   : discourse_.last_to_do(slot.deeds, slot.types);
    if (!ref) return;
    const Span place = masked_.origin(trigger_.begin, trigger_.begin);
    const TypeIndex type = reading_.mentions[ref->mention].type;
    fillers_[i] = Filler{{type, {{ref->mention, place, "again"}}}, {text::nowhere, text::nowhere}};
}

}  // namespace entente::extract
