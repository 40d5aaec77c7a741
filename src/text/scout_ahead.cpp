#include <algorithm>

#include "text/scout_program.h"
#include "text/utf8.h"

namespace entente::text {

namespace {

using Op = ScoutProgram::Op;

class LookAhead {
  public:
    LookAhead(const ScoutProgram& program, Reads reads) : in_(program), reads_(reads) {}

    // The bytes at a place of a match.
    ByteSet at(std::size_t place) {
        looked_.assign(in_.ops.size(), 0);
        place_ = place;
        out_ = {};
        look(in_.start, place);
        return out_;
    }

  private:
    // Notes which bytes can stand `left` bytes behind the begin of the op.
    void look(std::int32_t id, std::size_t left) {
        std::uint8_t& looked = looked_[static_cast<std::size_t>(id)];
        if (looked >> left & 1) return;
        looked |= static_cast<std::uint8_t>(1U << left);
        const Op& op = in_.ops[static_cast<std::size_t>(id)];
        switch (op.kind) {
            case Op::Kind::done:
                return out_.add(in_.firsts[op.first]);
            case Op::Kind::bytes:
            case Op::Kind::folded:
                if (left >= op.b) return look(op.next, left - op.b);
                return out_.add(
                    first_bytes(in_.literals[op.a + left], op.kind == Op::Kind::folded));
            case Op::Kind::run:
                return look_into_run(op, left);
            case Op::Kind::assertion:
                if (op.a == '^' || (op.a == '(' && left == place_)) return;  // begins a line
                return look(op.next, left);
            case Op::Kind::options:
                return look_at_all(op.a, left);
            case Op::Kind::table:
                for (const std::uint32_t list : in_.tables[op.a]) look_at_all(list, left);
        }
    }

    void look_at_all(std::size_t list, std::size_t left) {
        for (; in_.lists[list] >= 0; ++list) look(in_.lists[list], left);
    }

    void look_into_run(const Op& op, std::size_t left) {
        const ByteSet starts = first_bytes(in_.sets[op.a], reads_);
        if (op.b == 0) look(op.next, left);
        if (left == 0) return out_.add(starts);
        const bool wide = reads_ == Reads::characters && starts.has_wide();
        const bool narrow = reads_ == Reads::bytes || starts.has_ascii();
        if (wide) out_.add(0x80, 0xBF);
        for (std::size_t size = 1; size <= left; ++size) {  // of all characters together
            if (size == 1 ? !narrow : !wide && op.c == 1) continue;
            if (op.c > 1) out_.add(starts);
            if (op.b <= size) look(op.next, left - size);
        }
    }

    const ScoutProgram& in_;
    Reads reads_;
    std::size_t place_ = 0;
    ByteSet out_;
    std::vector<std::uint8_t> looked_;  // per op, by bit: what was left
};

}  // namespace

ByteSet first_bytes(const ScoutProgram::Set& set, Reads reads) {
    ByteSet first = set.bytes;
    if (reads == Reads::bytes) return first;
    first.keep_ascii();
    if (set.negated) first.add(0xC2, 0xF4);
    if (set.negated) return first;
    for (const Range& r : set.wide) {
        std::string low, high;
        append(low, r.first);
        append(high, r.last);
        first.add(static_cast<unsigned char>(low[0]), static_cast<unsigned char>(high[0]));
    }
    return first;
}

ByteSet first_bytes(char literal, bool folded) {
    ByteSet first;
    const auto byte = static_cast<unsigned char>(literal);
    first.add(byte);
    if (folded && is_ascii_letter(byte)) first.add(byte ^ 0x20);
    return first;
}

void look_ahead(ScoutProgram& program, Reads reads) {
    LookAhead look(program, reads);
    for (std::size_t place = 0; place < ScoutProgram::look_ahead; ++place) {
        const ByteSet bytes = look.at(place);
        for (unsigned b = 0; b < 256; ++b)
            if (bytes.has(static_cast<unsigned char>(b)))
                program.ahead[b] |= static_cast<std::uint8_t>(1U << place);
    }
}

}  // namespace entente::text
