// Each slot takes its nearest filler.
#include "extract/frame_match.h"

#include <algorithm>

#include "text/utf8.h"

namespace entente::extract {

using rules::Frame;
using rules::Slot;

namespace {

constexpr std::size_t max_masks_between = 2;  // between a trigger and what stands behind it
constexpr std::size_t max_modified = 48;      // bytes from a trigger to the noun it modifies

}  // namespace

FrameMatch::FrameMatch(const Masked& masked, const Reading& reading, const Discourse& discourse,
                       const Frame& frame, Span trigger, const std::vector<Span>& quotes,
                       const std::vector<Source>& sources, bool has_subject)
    : masked_(masked),
      reading_(reading),
      language_(reading.rules.language),
      discourse_(discourse),
      frame_(frame),
      trigger_(trigger),
      quotes_(quotes),
      sources_(sources),
      has_subject_(has_subject) {
    window_ = {0, masked.text().size()};
    if (const Span* quote = span_at(quotes, trigger.begin)) window_ = *quote;
    fillers_.resize(frame.slots.size());
}

bool FrameMatch::fill() {
    read_voice();
    for (std::size_t i = 0; i < frame_.slots.size(); ++i) {
        fill_slot(i);
        const bool hopeless = !fillers_[i] && !frame_.slots[i].optional && !adnominal_;
        if (hopeless && !reading_.trace) return false;
    }
    if (adnominal_) fill_from_head();
    for (std::size_t i = 0; i < frame_.slots.size(); ++i)
        if (!fillers_[i] && !frame_.slots[i].optional) return false;
    return true;
}

std::vector<Part> FrameMatch::parts() const {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < fillers_.size(); ++i) {
        if (!fillers_[i]) continue;
        const Filler& f = *fillers_[i];
        const bool here = text::matched(f.span);
        parts.push_back({frame_.slots[i].name, f.item.members,
                         here ? masked_.origin(f.span.begin, f.span.end) : Span{}});
    }
    return parts;
}

Bar FrameMatch::bar(std::size_t i, std::size_t at) const {
    const Slot& slot = frame_.slots[i];
    if (!(rules::bit(masked_.at(at)->type) & slot.types)) return Bar::type;
    if (is_used(at)) return Bar::used;
    if (at < window_.begin || at >= window_.end || is_shut(at)) return Bar::quote;
    if (passive_ && slot.subject) return Bar::passive;
    const bool as_subject = (passive_ && slot.object) || (slot.subject && is_english());
    const bool before = as_subject || slot.side == Slot::Side::before;
    if (before != (at < trigger_.begin)) return Bar::side;
    if (as_subject) return is_free(masked_, at, language_) ? Bar::none : Bar::governed;
    if (adnominal_ && slot.subject && is_topic(at + 1)) return Bar::topic;
    if (slot.side == Slot::Side::next) return Bar::adjacent;
    if (!before && masked_.count_masks(trigger_.end, at) > max_masks_between) return Bar::far;
    return reads(slot, at) ? Bar::none : Bar::form;
}

// Does the slot's own pattern take the mention at `at`, wherever it stands?
bool FrameMatch::reads(const Slot& slot, std::size_t at) const {
    text::Groups groups;
    const std::string& text = masked_.text();
    for (std::size_t from = 0; slot.regex.search(text, from, text.size(), &groups);) {
        if (groups[filler_group(slot)].begin == at) return true;
        if (groups[0].begin > at) return false;
        from = groups[0].begin + 1;
        while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80)
            ++from;
    }
    return false;
}

const Filler* FrameMatch::filler(std::string_view name) const {
    for (std::size_t i = 0; i < frame_.slots.size(); ++i)
        if (frame_.slots[i].name == name && fillers_[i]) return &*fillers_[i];
    return nullptr;
}

Scope FrameMatch::scope() const {
    std::size_t subject_end = window_.begin;
    for (std::size_t i = 0; i < fillers_.size(); ++i)
        if (fillers_[i] && frame_.slots[i].subject && fillers_[i]->span.end <= trigger_.begin)
            subject_end = std::max(subject_end, fillers_[i]->span.end);
    return {window_, trigger_, subject_end};
}

void FrameMatch::read_voice() {
    std::string_view text = masked_.text();
    text::Groups groups;
    if (is_english()) {
        const bool turns = std::any_of(frame_.slots.begin(), frame_.slots.end(),
                                       [](const Slot& s) { return s.subject; }) &&
                           std::any_of(frame_.slots.begin(), frame_.slots.end(),
                                       [](const Slot& s) { return s.object; });
        if (!turns) return;
        const std::string_view trigger = text.substr(trigger_.begin, trigger_.end - trigger_.begin);
        passive_ = language_.passive_before && !language_.never_passive.search(trigger) &&
                   language_.passive_before.search(text.substr(0, trigger_.begin));
        if (language_.passive_after &&
            language_.passive_after.match_at(text, trigger_.end, &groups)) {
            reduced_ = !passive_;
            passive_ = true;
            by_ = groups[static_cast<std::size_t>(language_.passive_after.group("by"))];
        }
    } else if (language_.adnominal &&
               masked_.count_masks(trigger_.end, trigger_.end + max_modified) > 0 &&
               language_.adnominal.match_at(text, trigger_.end, &groups)) {
        head_ = groups[static_cast<std::size_t>(language_.adnominal.group("head"))];
        adnominal_ = ends_adnominal(head_.begin);
    }
}

// A verb before a noun is its modifier where it ends in ㄴ or ㄹ (한, 하는, 할), not in 해 or
// 하고.
bool FrameMatch::ends_adnominal(std::size_t head) const {
    std::size_t end = head;
    while (end > 0 && masked_.text()[end - 1] == ' ') --end;
    if (end == 0) return false;
    const char final_letter = text::final_consonant(text::decode_before(masked_.text(), end).code);
    return final_letter == 4 || final_letter == 8;
}

void FrameMatch::fill_slot(std::size_t i) {
    const Slot& slot = frame_.slots[i];
    if (slot.unsaid) return take_unsaid(i);
    if (slot.again) return take_again(i);
    if (passive_ && slot.subject) {
        if (by_) take_at(i, *by_);
        return;
    }
    if ((passive_ && slot.object) || (slot.subject && is_english()))
        take_subject(i);
    else if (slot.side == Slot::Side::before)
        take_before(i);
    else
        take_behind(i);
    if (!fillers_[i] && slot.name == "amount") take_sum_before(i);
    const bool may_inherit = slot.subject && !fillers_[i] && !adnominal_;
    if (!may_inherit) return;
    if (span_at(quotes_, trigger_.begin))
        take_speaker(i);
    else
        take_topic(i);
}

std::size_t FrameMatch::filler_group(const Slot& slot) {
    return static_cast<std::size_t>(std::max(0, slot.regex.group("filler")));
}

bool FrameMatch::is_used(std::size_t at) const {
    return std::any_of(fillers_.begin(), fillers_.end(), [&](const std::optional<Filler>& f) {
        return f && f->span.begin <= at && at < f->span.end;
    });
}

// A place that this trigger may not reach into: a quotation that it stands outside of.
bool FrameMatch::is_shut(std::size_t at) const {
    const Span* quote = span_at(quotes_, at);
    return quote && !(quote->begin <= trigger_.begin && trigger_.begin < quote->end) &&
           masked_.count_masks(quote->begin, quote->end) > 1;
}

void FrameMatch::take_at(std::size_t i, Span at) {
    const Item* item = masked_.at(at.begin);
    if (!item || !(rules::bit(item->type) & frame_.slots[i].types)) return;
    fillers_[i] = Filler{stand_in(frame_.slots[i], *item), {at.begin, at.begin + 1}};
}

// For a person who acts for a state or body that state, for a body its state, for a thing its
// maker, where the document or the gazetteer tells it; else the person or thing, which the relation
// may refuse.
Item FrameMatch::stand_in(const Slot& slot, const Item& item) const {
    if (!(rules::bit(item.type) & slot.actors)) return item;
    Item out = item;
    for (Ref& member : out.members) {
        bool strange = false;
        const std::string& actor = reading_.mentions[member.mention].entity;
        auto holder = discourse_.known_holder(actor, slot.acts_for, member.place, strange);
        if (!holder) holder = discourse_.known_owner(actor, slot.acts_for, member.place);
        if (holder) member = *holder;
    }
    return out;
}

void FrameMatch::take(std::size_t i, Span filler) {
    const bool one_mask = filler.end - filler.begin == 1;
    const Item* item = one_mask ? masked_.at(filler.begin) : nullptr;
    fillers_[i] = Filler{item ? stand_in(frame_.slots[i], *item) : Item{}, filler};
}

// The last match that ends before the trigger.
void FrameMatch::take_before(std::size_t i) {
    const Slot& slot = frame_.slots[i];
    std::optional<Span> best;
    text::Groups groups;
    const std::string& text = masked_.text();
    // The character behind the slot may be the trigger's first: particles end where words end.
    const std::size_t limit = std::min(text.size(), trigger_.begin + 3);
    for (std::size_t at = window_.begin; slot.regex.search(text, at, limit, &groups);) {
        const Span filler = groups[filler_group(slot)];
        at = groups[0].begin + 1;
        while (at < limit && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
        if (!text::matched(filler) || filler.end > trigger_.begin) continue;
        if (is_used(filler.begin) || is_shut(filler.begin)) continue;
        if (adnominal_ && slot.subject && is_topic(filler.end)) continue;
        best = filler;
    }
    if (best) take(i, *best);
}

// Korean 은/는 does not reach into a relative clause.
bool FrameMatch::is_topic(std::size_t end) const {
    std::string_view rest = std::string_view(masked_.text()).substr(end);
    return rest.starts_with("은") || rest.starts_with("는");
}

void FrameMatch::take_behind(std::size_t i) {
    const Slot& slot = frame_.slots[i];
    text::Groups groups;
    const std::string& text = masked_.text();
    for (std::size_t at = trigger_.end; slot.regex.search(text, at, window_.end, &groups);) {
        const Span filler = groups[filler_group(slot)];
        if (slot.side == Slot::Side::next && groups[0].begin != trigger_.end) return;
        if (!text::matched(filler)) return;  // an alternative without a mention to take
        if (slot.types && masked_.count_masks(trigger_.end, filler.begin) > max_masks_between)
            return;
        if (!is_used(filler.begin)) return take(i, filler);
        at = filler.end;
    }
}

// "A won a $2m contract to supply B".
void FrameMatch::take_sum_before(std::size_t i) {
    const std::string_view before =
        std::string_view(masked_.text()).substr(window_.begin, trigger_.begin - window_.begin);
    text::Groups groups;
    if (!language_.sum_before.search(before, 0, before.size(), &groups)) return;
    const Span sum = groups[static_cast<std::size_t>(language_.sum_before.group("sum"))];
    take_at(i, {window_.begin + sum.begin, window_.begin + sum.end});
}

// English: the nearest free mention before the trigger.
void FrameMatch::take_subject(std::size_t i) {
    const TypeMask types = frame_.slots[i].types;
    if (const std::size_t at = described(); at != text::nowhere) {
        const Item* item = masked_.at(at);
        const bool fits = item && (rules::bit(item->type) & types) && !is_used(at) && !is_shut(at);
        if (fits) take_at(i, {at, at + 1});
        return;
    }
    for (std::size_t at = trigger_.begin; at-- > window_.begin;) {
        if (!masked_.is_mask(at)) continue;
        const Item* item = masked_.at(at);
        if (!(rules::bit(item->type) & types) || is_used(at) || is_shut(at)) continue;
        if (!is_free(masked_, at, language_)) continue;
        if (has_own_subject(at + 1)) break;
        return take_at(i, {at, at + 1});
    }
    take_dangling(i);
}

// English: "A said the firms bought B": between the mention and the trigger a clause begins that
// has a subject, and it is no mention.
bool FrameMatch::has_own_subject(std::size_t behind) const {
    const std::string_view text = masked_.text();
    return language_.plain_subject.search(text.substr(behind, trigger_.begin - behind));
}

// What the trigger's relative clause describes, whatever governs it ("a deal with B, which bought
// ...", "with B, bought by ..."); the trigger's own place where that is no mention ("a firm bought
// by ..."), `nowhere` where it stands in no such clause.
std::size_t FrameMatch::described() const {
    const std::string_view before =
        std::string_view(masked_.text()).substr(window_.begin, trigger_.begin - window_.begin);
    const auto described_by = [&](const text::Regex& clause) {
        text::Groups groups;
        if (!clause.search(before, 0, before.size(), &groups)) return text::nowhere;
        const Span subject = groups[static_cast<std::size_t>(clause.group("subject"))];
        if (!text::matched(subject)) return trigger_.begin;
        const std::size_t at = window_.begin + subject.begin;
        return masked_.at(at) && !masked_.at(at)->members.empty() ? at : text::nowhere;
    };
    for (const text::Regex& relative : language_.relative)
        if (const std::size_t at = described_by(relative); at != text::nowhere) return at;
    return reduced_ && language_.reduced ? described_by(language_.reduced) : text::nowhere;
}

// "Having invested in B, A": the subject opens the clause behind.
void FrameMatch::take_dangling(std::size_t i) {
    constexpr std::size_t reach = 24;  // bytes from the comma to the subject
    const std::string& text = masked_.text();
    const std::string_view before =
        std::string_view(text).substr(window_.begin, trigger_.begin - window_.begin);
    if (!language_.dangling.search(before)) return;
    for (std::size_t comma = text.find(", ", trigger_.end); comma != std::string::npos;
         comma = text.find(", ", comma + 1))
        for (std::size_t at = comma + 2; at < std::min(text.size(), comma + 2 + reach); ++at) {
            const Item* item = masked_.at(at);
            if (!item || item->members.empty()) continue;
            const bool fits = (rules::bit(item->type) & frame_.slots[i].types) && !is_shut(at) &&
                              is_free(masked_, at, language_) &&
                              language_.finite_after.match_at(text, at + 1, nullptr);
            if (fits) return take_at(i, {at, at + 1});
            break;
        }
}

// "C가 결정한 배경엔 B를 창업한 A": a subject that other words part from the object is none of the
// clause, where the noun behind could be it.
void FrameMatch::drop_far_subject(const Item& head) {
    for (std::size_t i = 0; i < frame_.slots.size(); ++i) {
        const Slot& slot = frame_.slots[i];
        if (!slot.subject || !(rules::bit(head.type) & slot.types)) continue;
        if (!fillers_[i] || !text::matched(fillers_[i]->span)) continue;
        const std::size_t end = fillers_[i]->span.end;
        std::size_t next = trigger_.begin;  // the object, behind the subject
        for (std::size_t j = 0; j < fillers_.size(); ++j)
            if (const auto& f = fillers_[j]; f && !frame_.slots[j].optional && f->span.begin >= end)
                next = std::min(next, f->span.begin);
        if (next == trigger_.begin) continue;
        const std::string_view between = std::string_view(masked_.text()).substr(end, next - end);
        if (std::count(between.begin(), between.end(), ' ') > 1) fillers_[i].reset();
    }
}

// "B에 투자한 A", "A가 투자한 B": the noun behind is the end that the clause lacks.
void FrameMatch::fill_from_head() {
    const Item* head = masked_.at(head_.begin);
    if (!head || is_used(head_.begin)) return;
    drop_far_subject(*head);
    for (std::size_t i = 0; i < frame_.slots.size(); ++i) {
        const Slot& slot = frame_.slots[i];
        if (fillers_[i] || slot.optional || !(rules::bit(head->type) & slot.types)) continue;
        take_at(i, head_);
        return;
    }
}

}  // namespace entente::extract
