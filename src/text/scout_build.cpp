// Built from behind: each piece of a pattern knows what follows it, and with which bytes that goes
// on. Alternatives that begin alike are walked together.
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "text/scout_program.h"
#include "text/utf8.h"

namespace entente::text {

namespace {

using Kind = Expression::Kind;
using Op = ScoutProgram::Op;
using Set = ScoutProgram::Set;

constexpr std::size_t max_ops = 60000;
constexpr int max_copies = 2;  // of a repeated piece; beyond them it is read as endless
constexpr std::size_t few_options = 6;

bool may_be_empty(const Expression& e) {
    const auto part_may_be_empty = [](const Expression::Part& p) { return may_be_empty(*p); };
    switch (e.kind) {
        case Kind::assertion:
            return true;
        case Kind::sequence:
            return std::all_of(e.parts.begin(), e.parts.end(), part_may_be_empty);
        case Kind::choice:
            return std::any_of(e.parts.begin(), e.parts.end(), part_may_be_empty);
        case Kind::repeat:
            return e.least == 0 || may_be_empty(*e.parts[0]);
        default:
            return false;
    }
}

// Ascending and apart.
void join(std::vector<Range>& ranges) {
    std::sort(ranges.begin(), ranges.end(),
              [](const Range& a, const Range& b) { return a.first < b.first; });
    std::vector<Range> out;
    for (const Range& r : ranges) {
        if (!out.empty() && r.first <= out.back().last + 1)
            out.back().last = std::max(out.back().last, r.last);
        else
            out.push_back(r);
    }
    ranges = std::move(out);
}

// Which letters beyond ASCII are cases of each other is not looked up: all could be.
void add_other_cases(Set& set) {
    constexpr char32_t last = 0x10FFFF;
    if (std::any_of(set.wide.begin(), set.wide.end(), may_have_cases)) set.wide = {{0x80, last}};
}

Set set_of(const Expression& e, Reads reads) {
    Set out;
    const bool negated = e.negated || e.kind == Kind::any;
    const char32_t wide = reads == Reads::bytes ? 0x100 : 0x80;
    std::vector<Range> ranges = e.ranges;
    if (e.kind == Kind::text) {
        const char32_t code = decode(e.text, 0).code;
        ranges = {{code, code}};
    }
    for (const Range& r : ranges) {
        for (char32_t c = r.first; c <= r.last && c < wide; ++c) {
            out.bytes.add(c);
            if (e.fold_case && is_ascii_letter(c)) out.bytes.add(c ^ 0x20U);
        }
        if (r.last >= wide) out.wide.push_back({std::max(r.first, wide), r.last});
    }
    if (negated)
        out.bytes.turn();
    else if (e.fold_case)
        add_other_cases(out);
    join(out.wide);
    out.negated = negated && reads == Reads::characters;
    return out;
}

class ScoutBuilder {
  public:
    explicit ScoutBuilder(Reads reads) : reads_(reads) {}

    ScoutProgram build(const Expression& pattern) {
        ByteSet all;
        all.turn();
        Op done;
        done.at_end = true;
        out_.start = compile(pattern, add(done, all));
        if (!out_.beyond) look_ahead(out_, reads_);
        if (!out_.beyond) return std::move(out_);
        ScoutProgram nothing;
        nothing.beyond = true;
        return nothing;
    }

  private:
    // An alternative: literal bytes, and where they lead.
    struct Option {
        std::string lead;
        bool folded;
        int target;
    };

    int add(Op op, const ByteSet& first) {
        const auto [known, is_new] = first_ids_.emplace(first, out_.firsts.size());
        if (is_new) out_.firsts.push_back(first);
        op.first = static_cast<std::uint16_t>(known->second);
        out_.ops.push_back(op);
        if (out_.ops.size() > max_ops) out_.beyond = true;
        return static_cast<int>(out_.ops.size()) - 1;
    }

    const Op& op(int id) const { return out_.ops[static_cast<std::size_t>(id)]; }
    const ByteSet& first(int id) const { return out_.firsts[op(id).first]; }

    std::uint32_t add_list(const std::vector<int>& ids) {
        const auto begin = static_cast<std::uint32_t>(out_.lists.size());
        out_.lists.insert(out_.lists.end(), ids.begin(), ids.end());
        out_.lists.push_back(-1);
        return begin;
    }

    // The op of an expression that `next` follows.
    int compile(const Expression& e, int next) {
        if (out_.beyond) return next;
        switch (e.kind) {
            case Kind::text:
                return literal(e.text, e.fold_case, next);
            case Kind::any:
            case Kind::set:
                return run(e, 1, 1, next);
            case Kind::assertion:
                return assertion(e.mark, next);
            case Kind::sequence:
                return sequence(e.parts, 0, next);
            case Kind::choice:
                return choice(e, next);
            case Kind::repeat:
                return repeat(e, next);
        }
        return next;
    }

    // The parts from `begin` on.
    int sequence(const std::vector<Expression::Part>& parts, std::size_t begin, int next) {
        for (std::size_t at = parts.size(); at > begin; --at) next = compile(*parts[at - 1], next);
        return next;
    }

    int literal(const std::string& text, bool folded, int next) {
        if (text.empty()) return next;
        Op op;
        op.kind = folded ? Op::Kind::folded : Op::Kind::bytes;
        op.next = next;
        op.a = static_cast<std::uint32_t>(out_.literals.size());
        op.b = static_cast<std::uint32_t>(text.size());
        out_.literals += folded ? lower_ascii(text) : text;
        return add(op, first_bytes(text[0], folded));
    }

    int run(const Expression& e, int least, int most, int next) {
        Op op;
        op.kind = Op::Kind::run;
        op.next = next;
        op.a = static_cast<std::uint32_t>(out_.sets.size());
        op.b = static_cast<std::uint32_t>(least);
        op.c =
            most == Expression::endless ? ScoutProgram::endless : static_cast<std::uint32_t>(most);
        out_.sets.push_back(set_of(e, reads_));
        ByteSet starts = first_bytes(out_.sets.back(), reads_);
        if (least == 0) {
            starts.add(first(next));
            op.at_end = this->op(next).at_end;
        }
        return add(op, starts);
    }

    int assertion(char kind, int next) {
        Op op;
        op.kind = Op::Kind::assertion;
        op.next = next;
        op.a = static_cast<unsigned char>(kind);
        op.at_end = this->op(next).at_end;
        return add(op, first(next));
    }

    int choice(const Expression& e, int next) {
        std::vector<Option> options;
        for (const Expression::Part& p : e.parts) {
            const Expression& part = *p;
            if (part.kind != Kind::sequence) {
                options.push_back({{}, false, compile(part, next)});
                continue;
            }
            const bool leads = !part.parts.empty() && part.parts[0]->kind == Kind::text;
            Option option{{}, false, sequence(part.parts, leads, next)};
            if (leads) {
                option.folded = part.parts[0]->fold_case;
                option.lead =
                    option.folded ? lower_ascii(part.parts[0]->text) : part.parts[0]->text;
            }
            options.push_back(std::move(option));
        }
        return any_of(std::move(options));
    }

    // Those with the same first byte share what they have in common.
    int any_of(std::vector<Option> options) {
        std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
            return std::tie(a.folded, a.lead) < std::tie(b.folded, b.lead);
        });
        std::vector<int> targets;
        for (auto o = options.begin(); o != options.end();) {
            if (o->lead.empty()) {
                targets.push_back(o++->target);
                continue;
            }
            auto end = o + 1;  // of those that begin alike
            while (end != options.end() && end->folded == o->folded && end->lead[0] == o->lead[0])
                ++end;
            targets.push_back(alike({std::move_iterator(o), std::move_iterator(end)}));
            o = end;
        }
        return one_of(std::move(targets));
    }

    // Sorted options with a common beginning.
    int alike(std::vector<Option> options) {
        const std::string low = options.front().lead, &high = options.back().lead;
        const bool folded = options.front().folded;
        if (options.size() == 1) return literal(low, folded, options.front().target);
        const auto common = static_cast<std::size_t>(
            std::mismatch(low.begin(), low.end(), high.begin(), high.end()).first - low.begin());
        for (Option& o : options) o.lead.erase(0, common);
        return literal(low.substr(0, common), folded, any_of(std::move(options)));
    }

    int one_of(std::vector<int> targets) {
        std::sort(targets.begin(), targets.end());
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        if (targets.size() == 1) return targets[0];
        Op op;
        ByteSet starts;
        for (const int t : targets) {
            starts.add(first(t));
            op.at_end = op.at_end || this->op(t).at_end;
        }
        op.kind = targets.size() > few_options ? Op::Kind::table : Op::Kind::options;
        if (op.kind == Op::Kind::table)
            lay_table(op, targets);
        else
            op.a = add_list(targets);
        return add(op, starts);
    }

    void lay_table(Op& op, const std::vector<int>& targets) {
        std::array<std::vector<int>, 256> fitting;
        std::vector<int> at_end;
        for (const int t : targets) {
            if (this->op(t).at_end) at_end.push_back(t);
            for (unsigned b = 0; b < 256; ++b)
                if (first(t).has(static_cast<unsigned char>(b))) fitting[b].push_back(t);
        }
        constexpr std::uint32_t empty_list = 0;
        std::array<std::uint32_t, 256> table{};
        for (unsigned b = 0; b < 256; ++b) {
            const bool same = b > 0 && fitting[b] == fitting[b - 1];
            table[b] = same ? table[b - 1] : fitting[b].empty() ? empty_list : add_list(fitting[b]);
        }
        op.a = static_cast<std::uint32_t>(out_.tables.size());
        op.b = add_list(at_end);
        out_.tables.push_back(table);
    }

    int repeat(const Expression& e, int next) {
        const Expression* body = e.parts[0].get();
        while (body->kind == Kind::sequence && body->parts.size() == 1) body = body->parts[0].get();
        const bool one_character =
            body->kind == Kind::text && decode(body->text, 0).size == body->text.size();
        const bool single = one_character || body->kind == Kind::set || body->kind == Kind::any;
        if (single) return run(*body, e.least, e.most, next);
        int out = next;
        if (e.most == Expression::endless || e.most > max_copies)
            out = star(*body, next);
        else
            for (int i = e.least; i < e.most; ++i) out = one_of({compile(*body, out), next});
        for (int i = 0; i < std::min(e.least, max_copies); ++i) out = compile(*body, out);
        return out;
    }

    // The op stands before its body is known.
    int star(const Expression& body, int next) {
        if (may_be_empty(body)) {
            out_.beyond = true;
            return next;
        }
        ByteSet all;
        all.turn();
        Op op;
        op.kind = Op::Kind::options;
        op.at_end = this->op(next).at_end;
        const int loop = add(op, all);
        const int once = compile(body, loop);
        ByteSet starts = first(once);
        starts.add(first(next));
        op.a = add_list({once, next});
        const int copy = add(op, starts);
        out_.ops[static_cast<std::size_t>(loop)] = this->op(copy);
        out_.ops.pop_back();
        return loop;
    }

    struct Hash {
        std::size_t operator()(const ByteSet& set) const { return set.hash(); }
    };

    Reads reads_;
    ScoutProgram out_;
    std::unordered_map<ByteSet, std::size_t, Hash> first_ids_;
};

}  // namespace

ScoutProgram build_scout(std::string_view pattern, bool fold_case, Reads reads) {
    return ScoutBuilder(reads).build(*Notation().read(pattern, fold_case));
}

}  // namespace entente::text
