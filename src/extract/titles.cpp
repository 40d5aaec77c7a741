// One pass over the sentence in small letters.
#include "extract/titles.h"

#include "extract/names.h"
#include "text/utf8.h"

namespace entente::extract {

namespace {

constexpr int max_modifiers = 6;

class TitleFinder {
  public:
    TitleFinder(const rules::Language& language, std::string_view text, Span sentence)
        : language_(language),
          offset_(sentence.begin),
          low_(text::lower_ascii(text.substr(sentence.begin, sentence.end - sentence.begin))) {}

    std::vector<Title> run() {
        bool in_word = false;
        for (std::size_t at = 0; at < low_.size();) {
            const auto byte = static_cast<unsigned char>(low_[at]);
            const bool latin = text::is_ascii_alnum(byte);
            Title title;
            if (latin ? !in_word : byte >= 0x80) title = title_at(at);
            const std::size_t size = title.span.end - title.span.begin;
            if (size) titles_.push_back({{offset_ + at, offset_ + at + size}, title.type});
            in_word = latin && size == 0;
            at += size ? size : byte < 0x80 ? 1 : text::decode(low_, at).size;
        }
        return std::move(titles_);
    }

  private:
    // The longest title that begins here; an empty span where none does.
    Title title_at(std::size_t begin) const {
        Title best;
        std::size_t at = begin;
        for (int modifiers = 0; modifiers <= max_modifiers; ++modifiers) {
            const Title head = longest(language_.titles.heads, at);
            if (head.span.end > best.span.end) best = {{begin, head.span.end}, head.type};
            const std::size_t end = longest(language_.titles.modifiers, at).span.end;
            if (end == 0 || end >= low_.size() || (low_[end] != ' ' && low_[end] != '-')) break;
            at = end + 1;
        }
        if (best.span.end) best.span.end = field_end(best.span.end);
        return best.span.end ? best : Title{};
    }

    // "for trade and industry" behind a head.
    std::size_t field_end(std::size_t end) const {
        text::Groups groups;
        if (!language_.titles.field_link.match_at(low_, end, &groups)) return end;
        std::size_t at = groups[0].end;
        for (int words = 0; words < max_modifiers; ++words) {
            const std::size_t word = longest(language_.titles.modifiers, at).span.end;
            if (word == 0) break;
            end = word;
            if (word >= low_.size() || low_[word] != ' ') break;
            at = word + 1;
        }
        return end;
    }

    Title longest(const text::Trie& words, std::size_t at) const {
        Title found;
        words.matches(low_, at, [&](std::size_t length, std::int32_t value) {
            if (ends_word(language_, low_, at + length))
                found = {{at, at + length}, static_cast<TypeIndex>(value)};
        });
        return found;
    }

    const rules::Language& language_;
    std::size_t offset_;
    std::string low_;
    std::vector<Title> titles_;
};

}  // namespace

std::vector<Title> find_titles(const rules::Language& language, std::string_view text,
                               Span sentence) {
    return TitleFinder(language, text, sentence).run();
}

}  // namespace entente::extract
