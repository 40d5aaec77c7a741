#include "text/scout.h"

#include <algorithm>

#include "text/utf8.h"

namespace entente::text {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_word(unsigned char c) { return is_ascii_alnum(c) || c == '_'; }

// One question to a scout.
class Walk {
  public:
    Walk(const ScoutProgram& program, std::string_view text, std::size_t to, std::int64_t& steps)
        : program_(program),
          ops_(program.ops.data()),
          firsts_(program.firsts.data()),
          text_(text.data()),
          size_(text.size()),
          to_(to),
          steps_(steps) {}

    bool may_begin(int id, std::size_t at) const {
        const Op& op = ops_[id];
        return at < to_ ? firsts_[op.first].has(byte(at)) : op.at_end;
    }

    // Does the pattern match from `at` on? True, too, once effort is spent.
    bool matches(std::size_t at) {
        return may_begin(program_.start, at) && matches(program_.start, at);
    }

    // Where the longest of the matches from `at` on ends, of which there is one; or `to`.
    std::size_t longest(std::size_t at) {
        end_ = at;
        for_longest_ = true;
        matches(program_.start, at);
        for_longest_ = false;
        return steps_ < 0 ? to_ : end_;
    }

  private:
    using Op = ScoutProgram::Op;
    static constexpr int none = -1, found = -2;
    static constexpr int max_depth = 1000;

    // The op, with all that follows it. Calls within calls are bounded: beyond, all effort counts
    // as spent.
    bool matches(int id, std::size_t at) {
        if (depth_ == max_depth) steps_ = 0;
        ++depth_;
        const bool out = walk_on(id, at);
        --depth_;
        return out;
    }

    bool walk_on(int id, std::size_t at) {
        for (;;) {
            if (--steps_ < 0) return true;
            const Op& op = ops_[id];
            switch (op.kind) {
                case Op::Kind::done:
                    end_ = std::max(end_, at);
                    return !for_longest_;  // else the other ways are tried, too
                case Op::Kind::bytes:
                    if (!stands(op, at)) return false;
                    at += op.b;
                    break;
                case Op::Kind::folded:
                    if (!folds(op, at)) return false;
                    at += op.b;
                    break;
                case Op::Kind::run:
                    if (op.b != 1 || op.c != 1) return run(op, at);
                    if (const std::size_t size = size_in(program_.sets[op.a], at); size > 0) {
                        at += size;
                        break;
                    }
                    return false;
                case Op::Kind::assertion:
                    if (!holds(op.a, at)) return false;
                    break;
                case Op::Kind::options:
                case Op::Kind::table:
                    id = option(op, at);
                    if (id < 0) return id == found;
                    continue;
            }
            id = op.next;
            if (!may_begin(id, at)) return false;
        }
    }

    unsigned char byte(std::size_t at) const { return static_cast<unsigned char>(text_[at]); }

    bool stands(const Op& op, std::size_t at) const {
        if (at + op.b > to_) return false;
        const char* wanted = program_.literals.data() + op.a;
        for (std::size_t i = 0; i < op.b; ++i)
            if (text_[at + i] != wanted[i]) return false;
        return true;
    }

    bool folds(const Op& op, std::size_t at) const {
        if (at + op.b > to_) return false;
        const char* wanted = program_.literals.data() + op.a;
        for (std::size_t i = 0; i < op.b; ++i)
            if (lower(text_[at + i]) != wanted[i]) return false;
        return true;
    }

    // The size of the character at `at`, which is one of the set; 0 where it is none.
    std::size_t size_in(const ScoutProgram::Set& set, std::size_t at) const {
        if (at >= to_) return 0;
        const unsigned char first = byte(at);
        if (first < 0x80 || (set.wide.empty() && !set.negated)) return set.bytes.has(first);
        const bool three = first >= 0xE0 && first < 0xF0 && at + 3 <= to_;
        const Char c =
            three ? Char{static_cast<char32_t>((first & 0xF) << 12 | (byte(at + 1) & 0x3F) << 6 |
                                               (byte(at + 2) & 0x3F)),
                         3}
                  : decode({text_, size_}, at);
        if (at + c.size > to_) return 0;
        return is_in(set.wide, c.code) != set.negated ? c.size : 0;
    }

    static bool is_in(const std::vector<Range>& ranges, char32_t code) {
        for (const Range& r : ranges) {
            if (code < r.first) return false;
            if (code <= r.last) return true;
        }
        return false;
    }

    // Answers for what follows, too.
    bool run(const Op& op, std::size_t at) {
        const ScoutProgram::Set& set = program_.sets[op.a];
        for (std::uint32_t count = 0;; ++count) {
            if (--steps_ < 0) return true;
            if (count >= op.b && may_begin(op.next, at) && matches(op.next, at)) return true;
            if (count == op.c) return false;
            const std::size_t size = size_in(set, at);
            if (size == 0) return false;
            at += size;
        }
    }

    // Tries all options but the last that can go on, which is left to the caller.
    int option(const Op& op, std::size_t at) {
        const std::int32_t* list = program_.lists.data();
        if (op.kind == Op::Kind::options)
            list += op.a;
        else
            list += at < to_ ? program_.tables[op.a][byte(at)] : op.b;
        int last = none;
        for (; *list >= 0; ++list) {
            if (op.kind == Op::Kind::options && !may_begin(*list, at)) continue;
            if (last >= 0 && matches(last, at)) return found;
            last = *list;
        }
        return last;
    }

    bool holds(std::uint32_t assertion, std::size_t at) const {
        const bool begin = at == 0, end = at == size_;
        const auto word_border = [&] {
            return (!begin && is_word(byte(at - 1))) != (!end && is_word(byte(at)));
        };
        switch (assertion) {
            case '^':
                return begin;
            case '$':
                return end;
            case '(':
                return begin || text_[at - 1] == '\n';
            case ')':
                return end || text_[at] == '\n';
            case 'b':
                return word_border();
            default:
                return !word_border();
        }
    }

    const ScoutProgram& program_;
    const Op* ops_;
    const ByteSet* firsts_;
    const char* text_;
    std::size_t size_, to_;
    std::int64_t& steps_;
    int depth_ = 0;
    bool for_longest_ = false;
    std::size_t end_ = 0;
};

// The first place where a match may begin that begins no line: the bytes of a beginning stand one
// behind the other.
std::size_t next_in_line(const ScoutProgram& program, std::string_view text, Scout::Reach reach,
                         Walk& walk) {
    constexpr std::size_t ahead = ScoutProgram::look_ahead;
    constexpr unsigned all_stand = 1U << (ahead - 1);
    const std::size_t end = std::min(reach.to, reach.begin_by + ahead);
    unsigned standing = 0;
    for (std::size_t at = reach.from; at < end; ++at) {
        standing = (standing << 1 | 1) & program.ahead[static_cast<unsigned char>(text[at])];
        if ((standing & all_stand) && walk.matches(at + 1 - ahead)) return at + 1 - ahead;
    }
    const std::size_t last = std::min(reach.to, reach.begin_by);  // too near to the end for that
    for (std::size_t at = std::max(reach.from, reach.to - std::min(reach.to, ahead - 1));
         at <= last; ++at)
        if (walk.matches(at)) return at;
    return nowhere;
}

bool begins_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

}  // namespace

Span Scout::next(std::string_view text, Reach reach, Effort& effort) const {
    reach.begin_by = std::min(reach.begin_by, reach.to);
    if (reach.from > reach.begin_by) return {nowhere, nowhere};
    if (program_.beyond) {
        effort.steps = -1;
        return {reach.from, reach.to};
    }
    Walk walk(program_, text, reach.to, effort.steps);
    std::size_t found = reach.from;
    if (!begins_line(text, found) || !walk.matches(found)) {
        found = next_in_line(program_, text, reach, walk);
        for (std::size_t end = text.find('\n', reach.from); end < std::min(found, reach.begin_by);
             end = text.find('\n', end + 1))
            if (walk.matches(end + 1)) found = end + 1;
    }
    if (found == nowhere) return {nowhere, nowhere};
    return {found, effort.spent() ? reach.to : walk.longest(found)};
}

Span Scout::at(std::string_view text, std::size_t from, std::size_t to) const {
    if (program_.beyond) return {from, to};
    Effort effort(to - from);
    Walk walk(program_, text, to, effort.steps);
    if (!walk.matches(from)) return {nowhere, nowhere};
    return {from, walk.longest(from)};
}

}  // namespace entente::text
