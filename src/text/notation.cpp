#include "text/notation.h"

#include <algorithm>
#include <cstdint>

#include "text/utf8.h"

namespace entente::text {

namespace {

using Kind = Expression::Kind;

using Part = Expression::Part;

constexpr std::size_t long_group = 40;  // bytes

Expression of_kind(Kind kind, char mark = 0) {
    Expression out;
    out.kind = kind;
    out.mark = mark;
    return out;
}

Part part(Expression e) { return std::make_shared<const Expression>(std::move(e)); }

// Where the set that begins at `at` ends.
std::size_t end_of_set(std::string_view in, std::size_t at) {
    at += at + 1 < in.size() && in[at + 1] == '^' ? 2 : 1;
    for (bool first = true; at < in.size() && (first || in[at] != ']'); first = false)
        at = in[at] == '\\'                    ? at + 2
             : in.substr(at).starts_with("[:") ? std::min(in.find(":]", at), in.size()) + 2
                                               : at + 1;
    return at;
}

// The end of the group that begins at each bracket; 0 where it is not closed.
std::vector<std::uint32_t> ends_of_groups(std::string_view in) {
    std::vector<std::uint32_t> ends(in.size());
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < in.size(); ++at) {
        if (in[at] == '\\') {
            ++at;
        } else if (in[at] == '[') {
            at = end_of_set(in, at);
        } else if (in[at] == '(') {
            open.push_back(at);
        } else if (in[at] == ')' && !open.empty()) {
            ends[open.back()] = static_cast<std::uint32_t>(at + 1);
            open.pop_back();
        }
    }
    return ends;
}

}  // namespace

class NotationReader {
  public:
    NotationReader(std::string_view pattern, bool fold_case, Notation& known)
        : in_(pattern), flags_{fold_case, false}, ends_(ends_of_groups(pattern)), known_(known) {}

    Part read() {
        Part out = choice();
        while (!done()) {  // a bracket too many: RE2 refuses it
            ++at_;
            choice();
        }
        return out;
    }

  private:
    struct Flags {
        bool fold_case, lines;
    };

    bool done() const { return at_ >= in_.size(); }
    bool stands(std::string_view what) const { return in_.substr(at_).starts_with(what); }
    bool take(std::string_view what) {
        const bool here = stands(what);
        if (here) at_ += what.size();
        return here;
    }

    // a|b|c up to the end or a closing bracket.
    Part choice() {
        Part first = sequence();
        if (!stands("|")) return first;
        Expression out = of_kind(Kind::choice);
        out.parts.push_back(std::move(first));
        while (take("|")) out.parts.push_back(sequence());
        return part(std::move(out));
    }

    Part sequence() {
        Expression out;
        Expression run = of_kind(Kind::text);  // of characters, while it is collected
        const auto flush = [&] {
            if (!run.text.empty()) out.parts.push_back(part(run));
            run.text.clear();
        };
        const auto collect = [&](std::string_view text, bool fold_case) {
            if (run.fold_case != fold_case) flush();
            run.fold_case = fold_case;
            run.text += text;
        };
        while (!done() && !stands("|") && !stands(")")) {
            if (const std::string_view text = plain_run(); !text.empty()) {
                collect(text, flags_.fold_case);
                continue;
            }
            Part next = repeated(atom());
            if (next->kind == Kind::text) {
                collect(next->text, next->fold_case);
                continue;
            }
            flush();
            out.parts.push_back(std::move(next));
        }
        flush();
        return part(std::move(out));
    }

    // The characters ahead that stand for themselves and are not repeated.
    std::string_view plain_run() {
        constexpr std::string_view marks = "|()[\\.^$?*+{", repeats = "?*+{";
        const std::size_t begin = at_;
        while (!done() && marks.find(in_[at_]) == std::string_view::npos) {
            const Char c = decode(in_, at_);
            const std::size_t end = at_ + c.size;
            if (end < in_.size() && repeats.find(in_[end]) != std::string_view::npos) break;
            if (folds_beyond_ascii(c.code)) break;
            at_ = end;
        }
        return in_.substr(begin, at_ - begin);
    }

    bool folds_beyond_ascii(char32_t code) const {
        return flags_.fold_case && code >= 0x80 && may_have_cases({code, code});
    }

    Part repeated(Part atom) {
        while (!done()) {
            Expression out = of_kind(Kind::repeat);
            if (take("?"))
                out.least = 0;
            else if (take("*"))
                out.least = 0, out.most = Expression::endless;
            else if (take("+"))
                out.most = Expression::endless;
            else if (!counted(out))
                break;
            take("?");  // lazy
            out.parts.push_back(std::move(atom));
            atom = part(std::move(out));
        }
        return atom;
    }

    // {2}, {2,} or {2,5}; any other brace is a character.
    bool counted(Expression& out) {
        std::size_t at = at_ + 1;
        const auto number = [&] {
            int n = 0;
            for (; at < in_.size() && in_[at] >= '0' && in_[at] <= '9'; ++at)
                n = std::min(n * 10 + (in_[at] - '0'), 1000);
            return n;
        };
        const auto is = [&](char c) { return at < in_.size() && in_[at] == c; };
        if (!stands("{") || !is_digit(at)) return false;
        out.least = out.most = number();
        if (is(',')) {
            ++at;
            out.most = is_digit(at) ? number() : Expression::endless;
        }
        if (!is('}')) return false;
        at_ = at + 1;
        return true;
    }

    bool is_digit(std::size_t at) const {
        return at < in_.size() && in_[at] >= '0' && in_[at] <= '9';
    }

    Part atom() {
        if (stands("(")) return group();
        return part(single());
    }

    Expression single() {
        if (take("[")) return set();
        if (stands("\\")) return escape();
        if (take(".")) return of_kind(Kind::any);
        if (take("^")) return of_kind(Kind::assertion, flags_.lines ? '(' : '^');
        if (take("$")) return of_kind(Kind::assertion, flags_.lines ? ')' : '$');
        return character(plain());
    }

    char32_t plain() {
        const Char c = decode(in_, at_);
        at_ += c.size;
        return c.code;
    }

    Expression character(char32_t code) const {
        if (folds_beyond_ascii(code)) return of_kind(Kind::any);
        Expression out = of_kind(Kind::text);
        out.fold_case = flags_.fold_case;
        append(out.text, code);
        return out;
    }

    Part group() {
        const std::size_t end = ends_[at_];
        if (end < at_ + long_group) return new_group();
        std::string key(in_.substr(at_, end - at_));
        key += static_cast<char>('0' + flags_.fold_case + 2 * flags_.lines);
        Part& known = known_.groups_[std::move(key)];
        if (known)
            at_ = end;
        else
            known = new_group();
        return known;
    }

    Part new_group() {
        ++at_;
        const Flags outer = flags_;
        if (take("?P<") || take("?<")) {
            at_ = std::min(in_.find('>', at_), in_.size() - 1) + 1;
        } else if (take("?")) {
            read_flags();
            if (take(")")) return part({});  // for what follows in the group around it
            take(":");
        }
        Part inside = choice();
        take(")");
        flags_ = outer;
        return inside;
    }

    void read_flags() {
        for (bool on = true; !done() && !stands(":") && !stands(")"); ++at_) {
            if (in_[at_] == '-') on = false;
            if (in_[at_] == 'i') flags_.fold_case = on;
            if (in_[at_] == 'm') flags_.lines = on;
        }
    }

    Expression escape() {
        const std::size_t begin = at_;
        if (const long code = escaped(); code >= 0) return character(static_cast<char32_t>(code));
        const char c = begin + 1 < in_.size() ? in_[begin + 1] : '\\';
        if (c == 'b' || c == 'B') return of_kind(Kind::assertion, c);
        if (c == 'A' || c == 'z') return of_kind(Kind::assertion, c == 'A' ? '^' : '$');
        Expression out = of_kind(Kind::set);
        out.negated = c == 'D' || c == 'S' || c == 'W';
        return add_perl_set(out.ranges, c) ? out : of_kind(Kind::any);
    }

    // Behind a backslash: the character that is meant, or -1 where none is.
    long escaped() {
        const char c = at_ + 1 < in_.size() ? in_[at_ + 1] : '\\';
        at_ = std::min(at_ + 2, in_.size());
        if (c == 'x') {
            const bool braced = take("{");
            const std::size_t end = std::min(braced ? in_.find('}', at_) : at_ + 2, in_.size());
            const std::string digits(in_.substr(at_, end - at_));
            at_ = std::min(end + braced, in_.size());
            return static_cast<long>(std::strtoul(digits.c_str(), nullptr, 16));
        }
        constexpr std::string_view names = "atnrfv", meant = "\a\t\n\r\f\v";
        if (const std::size_t at = names.find(c); at != std::string_view::npos) return meant[at];
        if (c == 'p' || c == 'P')
            at_ = std::min(stands("{") ? in_.find('}', at_) : at_, in_.size() - 1) + 1;
        return is_ascii_alnum(static_cast<unsigned char>(c)) ? -1 : static_cast<unsigned char>(c);
    }

    // \d, \s and \w, or what their capitals leave out; false for another letter.
    static bool add_perl_set(std::vector<Range>& ranges, char c) {
        switch (c | 0x20) {
            case 'd':
                ranges.push_back({'0', '9'});
                return true;
            case 's':
                ranges.insert(ranges.end(), {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}});
                return true;
            case 'w':
                ranges.insert(ranges.end(), {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}});
                return true;
            default:
                return false;
        }
    }

    Expression set() {
        Expression out = of_kind(Kind::set);
        out.fold_case = flags_.fold_case;
        out.negated = take("^");
        bool known = true;
        for (bool first = true; !done() && (first || !stands("]")); first = false) {
            if (take("[:")) {
                at_ = std::min(in_.find(":]", at_), in_.size() - 2) + 2;
                known = false;
                continue;
            }
            const std::size_t begin = at_;
            const long from = in_set();
            if (from < 0) {
                const char c = in_[begin + 1];
                known = known && c >= 'a' && add_perl_set(out.ranges, c);
                continue;
            }
            const bool is_range = stands("-") && at_ + 1 < in_.size() && in_[at_ + 1] != ']';
            if (is_range) ++at_;
            const long to = is_range ? in_set() : from;
            out.ranges.push_back({static_cast<char32_t>(from), static_cast<char32_t>(to)});
        }
        take("]");
        return known ? out : of_kind(Kind::any);
    }

    long in_set() { return stands("\\") ? escaped() : static_cast<long>(plain()); }

    std::string_view in_;
    Flags flags_;
    std::vector<std::uint32_t> ends_;
    Notation& known_;
    std::size_t at_ = 0;
};

bool may_have_cases(Range characters) {
    // Blocks of Unicode that hold a letter with two cases.
    constexpr Range cased[] = {{0xB5, 0xB5},     {0xC0, 0x1FFF},     {0x2100, 0x24FF},
                               {0x2C00, 0x2DFF}, {0xA640, 0xABBF},   {0xFB00, 0xFB1F},
                               {0xFF21, 0xFF5A}, {0x10400, 0x10FFFF}};
    return std::any_of(std::begin(cased), std::end(cased), [&](Range block) {
        return characters.first <= block.last && block.first <= characters.last;
    });
}

Part Notation::read(std::string_view pattern, bool fold_case) {
    return NotationReader(pattern, fold_case, *this).read();
}

}  // namespace entente::text
