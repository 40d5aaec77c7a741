// Sentence borders by punctuation, one pass a line.
#include "text/sentences.h"

#include <algorithm>

#include "text/utf8.h"

namespace entente::text {

namespace {

constexpr std::size_t max_quotation = 700;  // bytes; a longer one is split as other text is

Span trim(std::string_view text, Span span) {
    while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\n'))
        ++span.begin;
    while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n'))
        --span.end;
    return span;
}

class Splitter {
  public:
    Splitter(std::string_view text, Span line, const SentenceWords& words)
        : text_(text), line_(line), words_(words) {}

    std::vector<Span> run() {
        begin_ = line_.begin;
        for (std::size_t at = line_.begin; at < line_.end;) at = step(at);
        cut(line_.end);
        return std::move(out_);
    }

  private:
    std::size_t step(std::size_t at) {
        if (at - begin_ >= max_sentence && text_[at] == ' ') {
            cut(at);
        } else if (at - begin_ >= max_sentence + 500 &&
                   (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80) {
            cut(at);
        }
        const char c = text_[at];
        if (c == '"') {
            if (std::size_t close = closing_quote(at); close != line_.end)
                return after_quote(close);
        }
        if (c == '.' || c == '!' || c == '?') {
            std::size_t end = at + 1;
            while (end < line_.end && is_closer(text_[end])) ++end;
            if (ends_here(at, end)) cut(end);
            return end;
        }
        if (text_.substr(at, 3) == "。") {
            cut(at + 3);
            return at + 3;
        }
        return at + 1;
    }

    static bool is_closer(char c) {
        return c == '.' || c == '!' || c == '?' || c == ')' || c == '\'' || c == ']';
    }

    std::size_t closing_quote(std::size_t open) const {
        std::size_t limit = std::min(line_.end, open + 1 + max_quotation);
        std::size_t close = text_.substr(0, limit).find('"', open + 1);
        return close == std::string_view::npos ? line_.end : close;
    }

    // A quotation that ends a sentence ('... it." He') ends ours, too.
    std::size_t after_quote(std::size_t close) {
        const char last = text_[close - 1];
        if ((last == '.' || last == '!' || last == '?') && starts_anew(close + 1)) cut(close + 1);
        return close + 1;
    }

    bool starts_anew(std::size_t at) const {
        if (at >= line_.end) return true;
        if (text_[at] != ' ') return false;
        while (at < line_.end && text_[at] == ' ') ++at;
        if (at >= line_.end) return true;
        return !(text_[at] >= 'a' && text_[at] <= 'z');
    }

    bool ends_here(std::size_t stop, std::size_t end) const {
        if (!starts_anew(end)) return false;
        if (text_[stop] != '.') return true;
        std::size_t word = stop;
        while (word > begin_ && is_ascii_alnum(static_cast<unsigned char>(text_[word - 1]))) --word;
        std::string_view before = text_.substr(word, stop - word);
        const bool initial = before.size() == 1 && before[0] >= 'A' && before[0] <= 'Z';
        if (!initial && !holds(words_.abbreviations, before)) return true;
        return end >= line_.end || opens(end);
    }

    // Does the word behind the space at `at` open a sentence?
    bool opens(std::size_t at) const {
        while (at < line_.end && text_[at] == ' ') ++at;
        const std::size_t end = std::min(text_.find(' ', at), line_.end);
        return holds(words_.openers, text_.substr(at, end - at));
    }

    static bool holds(const std::vector<std::string>& words, std::string_view word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    void cut(std::size_t end) {
        Span span = trim(text_, {begin_, end});
        if (span.begin < span.end) out_.push_back(span);
        begin_ = end;
    }

    std::string_view text_;
    Span line_;
    const SentenceWords& words_;
    std::size_t begin_ = 0;
    std::vector<Span> out_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span line, const SentenceWords& words) {
    return Splitter(text, line, words).run();
}

std::vector<Span> split_lines(std::string_view text) {
    std::vector<Span> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        Span line = trim(text, {at, end});
        if (line.begin < line.end) lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

}  // namespace entente::text
