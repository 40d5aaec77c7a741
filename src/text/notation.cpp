#include "text/notation.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace entente::text {

namespace {

using Kind = Expression::Kind;

Expression of_kind(Kind kind, char mark = 0) {
    Expression out;
    out.kind = kind;
    out.mark = mark;
    return out;
}

class NotationReader {
  public:
    NotationReader(std::string_view pattern, bool fold_case)
        : in_(pattern), flags_{fold_case, false} {}

    Expression read() {
        Expression out = choice();
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
    Expression choice() {
        Expression first = sequence();
        if (!stands("|")) return first;
        Expression out = of_kind(Kind::choice);
        out.parts.push_back(std::move(first));
        while (take("|")) out.parts.push_back(sequence());
        return out;
    }

    Expression sequence() {
        Expression out;
        while (!done() && !stands("|") && !stands(")")) {
            Expression part = repeated(atom());
            const bool goes_on = part.kind == Kind::text && !out.parts.empty() &&
                                 out.parts.back().kind == Kind::text &&
                                 out.parts.back().fold_case == part.fold_case;
            if (goes_on)
                out.parts.back().text += part.text;
            else
                out.parts.push_back(std::move(part));
        }
        return out;
    }

    Expression repeated(Expression atom) {
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
            atom = std::move(out);
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

    Expression atom() {
        if (stands("(")) return group();
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
        if (flags_.fold_case && code >= 0x80 && may_have_cases({code, code}))
            return of_kind(Kind::any);
        Expression out = of_kind(Kind::text);
        out.fold_case = flags_.fold_case;
        append(out.text, code);
        return out;
    }

    Expression group() {
        ++at_;
        const Flags outer = flags_;
        if (take("?P<") || take("?<")) {
            at_ = std::min(in_.find('>', at_), in_.size() - 1) + 1;
        } else if (take("?")) {
            read_flags();
            if (take(")")) return {};  // for what follows in the group around it
            take(":");
        }
        Expression inside = choice();
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
    std::size_t at_ = 0;
};

}  // namespace

bool may_have_cases(Range characters) {
    // Blocks of Unicode that hold a letter with two cases.
    constexpr Range cased[] = {{0xB5, 0xB5},     {0xC0, 0x1FFF},     {0x2100, 0x24FF},
                               {0x2C00, 0x2DFF}, {0xA640, 0xABBF},   {0xFB00, 0xFB1F},
                               {0xFF21, 0xFF5A}, {0x10400, 0x10FFFF}};
    return std::any_of(std::begin(cased), std::end(cased), [&](Range block) {
        return characters.first <= block.last && block.first <= characters.last;
    });
}

Expression read_notation(std::string_view pattern, bool fold_case) {
    return NotationReader(pattern, fold_case).read();
}

}  // namespace entente::text
