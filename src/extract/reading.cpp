// Settling which of overlapping mentions stand.
#include "extract/reading.h"

#include <algorithm>
#include <tuple>

namespace entente::extract {

namespace {

std::size_t length(const Found& m) { return m.span.end - m.span.begin; }

// Of two patterns that found the same place, the one that says more of it.
bool tells_more(const Found& m, const Found& other, const rules::TypeTable& types) {
    return m.pattern && other.pattern && m.type != other.type &&
           (types.family(other.type) & rules::bit(m.type));
}

void drop_overlaps(std::vector<Found>& mentions, const rules::TypeTable& types) {
    std::stable_sort(mentions.begin(), mentions.end(), [](const Found& a, const Found& b) {
        const auto key = [](const Found& m) {
            return std::make_tuple(m.field, m.span.begin, ~length(m), m.pattern);
        };
        return key(a) < key(b);
    });
    std::vector<Found> kept;
    for (Found& m : mentions) {
        while (true) {
            const bool overlaps = !kept.empty() && kept.back().field == m.field &&
                                  kept.back().span.end > m.span.begin;
            if (!overlaps) {
                kept.push_back(std::move(m));
                break;
            }
            const Found& other = kept.back();
            const bool wins = length(m) > length(other) ||
                              (length(m) == length(other) &&
                               ((other.pattern && !m.pattern) || tells_more(m, other, types)));
            if (!wins) break;
            kept.pop_back();
        }
    }
    mentions = std::move(kept);
}

}  // namespace

const Sentence* Reading::sentence_at(Field field, std::size_t end) const {
    const auto before = [&](const Sentence& s) {
        return s.field < field || (s.field == field && s.span.end < end);
    };
    const auto sentence = std::partition_point(sentences.begin(), sentences.end(), before);
    return sentence == sentences.end() ? nullptr : &*sentence;
}

void settle(Reading& reading) {
    drop_overlaps(reading.mentions, reading.pack.types);
    std::size_t next = 0;
    for (Sentence& sentence : reading.sentences) {
        sentence.mentions.clear();
        while (next < reading.mentions.size()) {
            const Found& m = reading.mentions[next];
            if (m.field != sentence.field || m.span.begin >= sentence.span.end) break;
            if (m.span.begin >= sentence.span.begin && m.span.end <= sentence.span.end)
                sentence.mentions.push_back(static_cast<std::uint32_t>(next));
            ++next;
        }
    }
}

}  // namespace entente::extract
