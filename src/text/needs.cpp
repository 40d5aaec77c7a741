// A small reader of regular expressions: sequences, alternatives, groups, classes, repeats.
#include "text/needs.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace entente::text {

namespace {

constexpr std::size_t max_alternatives = 4000;  // strings in one demand
constexpr std::size_t max_ways = 12;

std::size_t shortest(const AnyOf& any) {
    std::size_t size = std::string::npos;
    for (const std::string& s : any) size = std::min(size, s.size());
    return size;
}

// What a piece of a pattern demands in each of its ways, and its text where it can only be one.
struct Piece {
    std::vector<Needs> ways = {{}};
    std::optional<std::string> literal = {};
};

Piece literal(std::string text) { return {{{}}, std::move(text)}; }
Piece demand(AnyOf any) { return {{{std::move(any)}}, std::nullopt}; }

// One way that demands the most telling of each; nothing where a way demands nothing.
Needs united(const std::vector<Needs>& ways) {
    AnyOf all;
    for (const Needs& needs : ways) {
        const auto best = std::max_element(
            needs.begin(), needs.end(),
            [](const AnyOf& a, const AnyOf& b) { return shortest(a) < shortest(b); });
        if (best == needs.end()) return {};
        all.insert(all.end(), best->begin(), best->end());
    }
    return all.size() <= max_alternatives ? Needs{std::move(all)} : Needs{};
}

class NeedsReader {
  public:
    NeedsReader(std::string_view pattern, bool fold_case) : in_(pattern), fold_case_(fold_case) {}

    std::vector<Needs> read() { return alternatives().ways; }

  private:
    bool done() const { return at_ >= in_.size(); }

    // a|b|c up to the end or a closing bracket.
    Piece alternatives() {
        Piece first = sequence();
        if (done() || in_[at_] != '|') return first;
        std::vector<Needs> ways = std::move(first.ways);
        while (!done() && in_[at_] == '|') {
            ++at_;
            for (Needs& way : sequence().ways) ways.push_back(std::move(way));
        }
        // Apart they say more than united only where one demands several things.
        const bool apart =
            ways.size() <= max_ways &&
            std::any_of(ways.begin(), ways.end(), [](const Needs& way) { return way.size() > 1; });
        return {apart ? std::move(ways) : std::vector<Needs>{united(ways)}, std::nullopt};
    }

    // `piece` behind each way.
    static void follow(std::vector<Needs>& ways, std::vector<Needs> next) {
        if (ways.size() * next.size() > max_ways) next = {united(next)};
        std::vector<Needs> out;
        for (const Needs& way : ways)
            for (const Needs& more : next) {
                out.push_back(way);
                out.back().insert(out.back().end(), more.begin(), more.end());
            }
        ways = std::move(out);
    }

    Piece sequence() {
        Piece out;
        std::string run;  // literal text that is being collected
        bool pure = true;
        while (!done() && in_[at_] != '|' && in_[at_] != ')') {
            Piece piece = atom();
            const bool optional = repeat(piece);
            if (piece.literal && !optional) {
                run += *piece.literal;
                continue;
            }
            pure = false;
            flush(run, out.ways);
            if (!optional) follow(out.ways, std::move(piece.ways));
        }
        if (pure) out.literal = run;
        flush(run, out.ways);
        return out;
    }

    static void flush(std::string& run, std::vector<Needs>& ways) {
        const bool mask = run.size() == 1 && static_cast<unsigned char>(run[0]) < 0x20;
        if (run.size() >= 2 || mask)
            for (Needs& way : ways) way.push_back({run});
        run.clear();
    }

    // Reads a repeat behind an atom; true where the atom may be missing. A repeated atom is no
    // literal any more, but its demands stand.
    bool repeat(Piece& piece) {
        bool optional = false;
        while (!done() && std::string_view("?*+{").find(in_[at_]) != std::string_view::npos) {
            const char c = in_[at_];
            if (c == '{') {
                const std::size_t close = std::min(in_.find('}', at_), in_.size() - 1);
                optional = optional || in_[at_ + 1] == '0' || in_[at_ + 1] == ',';
                at_ = close + 1;
            } else {
                optional = optional || c != '+';
                ++at_;
            }
            if (piece.literal) {
                std::string run = *piece.literal;
                piece.literal.reset();
                if (piece.ways.front().empty()) flush(run, piece.ways);
            }
        }
        return optional;
    }

    Piece atom() {
        const char c = in_[at_];
        if (c == '(') return group();
        if (c == '[') return character_class();
        if (c == '\\') return escape();
        if (c == '.' || c == '^' || c == '$') {
            ++at_;
            return c == '.' ? Piece{} : literal({});
        }
        const Char character = decode(in_, at_);
        std::string text(in_.substr(at_, character.size));
        at_ += character.size;
        // The text is put into small letters for ASCII alone.
        const bool cased = character.code >= 0x80 && !is_hangul(character.code);
        if (fold_case_ && cased) return {};
        return literal(fold_case_ ? lower_ascii(text) : text);
    }

    Piece group() {
        ++at_;
        if (in_.substr(at_).starts_with("?P<")) {
            at_ = in_.find('>', at_) + 1;
        } else if (in_.substr(at_).starts_with("?")) {
            const std::size_t colon = in_.find_first_of(":)", at_);
            if (in_.substr(at_, colon - at_).find('i') != std::string_view::npos)
                folded_part_ = true;
            at_ = colon;
            if (in_[at_] == ')') {  // "(?i)": flags for what follows
                ++at_;
                return literal({});
            }
            ++at_;
        }
        Piece inside = alternatives();
        if (!done()) ++at_;  // ')'
        return inside;
    }

    Piece escape() {
        const char c = at_ + 1 < in_.size() ? in_[at_ + 1] : '\\';
        at_ += 2;
        if (c == 'x') {
            const bool braced = at_ < in_.size() && in_[at_] == '{';
            const std::size_t end = braced ? in_.find('}', at_) + 1 : at_ + 2;
            const std::string digits(in_.substr(at_ + braced, end - at_ - 2 * braced));
            at_ = end;
            std::string text;
            append(text, static_cast<char32_t>(std::stoul("0" + digits, nullptr, 16)));
            return literal(text);
        }
        if (c == 'b' || c == 'B' || c == 'A' || c == 'z') return literal({});
        if (c == 'p' || c == 'P') {
            at_ = in_[at_] == '{' ? in_.find('}', at_) + 1 : at_ + 1;
            return {};
        }
        if (c == 'd') return demand(digits());
        if (is_ascii_alnum(static_cast<unsigned char>(c))) return {};
        return literal(std::string(1, c));
    }

    static AnyOf digits() { return {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}; }

    // "Aa]", the rest of a class.
    static bool is_letter_in_both_cases(std::string_view rest) {
        return rest.size() == 3 && rest[2] == ']' && (rest[0] ^ 0x20) == rest[1] &&
               is_ascii_alnum(static_cast<unsigned char>(rest[0])) && (rest[0] | 0x20) >= 'a';
    }

    // A class of masks or of digits demands one of them; another demands nothing.
    Piece character_class() {
        ++at_;
        if (in_.substr(at_).starts_with("0-9]")) {
            at_ += 4;
            return demand(digits());
        }
        if (fold_case_ && is_letter_in_both_cases(in_.substr(at_, 3))) {
            at_ += 3;
            return literal(lower_ascii(in_.substr(at_ - 2, 1)));
        }
        AnyOf masks;
        bool only_masks = true;
        for (bool first = true; !done() && (in_[at_] != ']' || first); first = false) {
            if (in_.substr(at_).starts_with("\\x") && in_.substr(at_ + 2, 1) != "{") {
                const Piece mask = escape();
                only_masks = only_masks && static_cast<unsigned char>((*mask.literal)[0]) < 0x20;
                masks.push_back(*mask.literal);
                continue;
            }
            only_masks = false;
            skip_in_class();
        }
        ++at_;
        return only_masks && !masks.empty() ? demand(std::move(masks)) : Piece{};
    }

    void skip_in_class() {
        if (in_[at_] == '\\' && at_ + 2 < in_.size() && in_[at_ + 2] == '{')
            at_ = in_.find('}', at_) + 1;
        else if (in_[at_] == '\\')
            at_ += 2;
        else if (in_.substr(at_).starts_with("[:"))
            at_ = in_.find(":]", at_) + 2;
        else
            at_ += decode(in_, at_).size;
    }

  public:
    // A part folds case though the whole does not: its literals say nothing of the text as it is.
    bool folded_part() const { return folded_part_; }

  private:
    std::string_view in_;
    bool fold_case_;
    bool folded_part_ = false;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Needs> needs_of(std::string_view pattern, bool fold_case) {
    NeedsReader reader(pattern, fold_case);
    std::vector<Needs> ways = reader.read();
    if (!reader.folded_part() || fold_case) return ways;
    // Only masks mean the same in either case.
    const auto cased = [](const AnyOf& any) {
        return std::any_of(any.begin(), any.end(), [](const std::string& s) {
            return std::any_of(s.begin(), s.end(), [](char c) {
                return is_ascii_alnum(static_cast<unsigned char>(c));
            });
        });
    };
    for (Needs& way : ways) std::erase_if(way, cased);
    return ways;
}

}  // namespace entente::text
