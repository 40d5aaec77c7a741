// Bottom up over the notation: what each piece demands, and how long it can be.
#include "text/needs.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "text/notation.h"
#include "text/utf8.h"

namespace entente::text {

namespace {

using Kind = Expression::Kind;

constexpr std::size_t max_alternatives = 4000;  // strings in one demand
constexpr std::size_t max_ways = 12;
constexpr std::size_t endless = Needs::endless;

std::size_t sum(std::size_t a, std::size_t b) {
    return a == endless || b == endless ? endless : a + b;
}

// What a piece of a pattern demands in each of its ways, and its text where it can only be one.
struct Piece {
    std::vector<Needs> ways = {{}};
    std::optional<std::string> literal = {};
    std::size_t longest = 0;  // bytes
};

Piece literal(std::string text) {
    const std::size_t size = text.size();
    return {{{}}, std::move(text), size};
}
Piece demand(AnyOf::Strings any) { return {{{{AnyOf(std::move(any))}, 0}}, std::nullopt, 1}; }
Piece anything(std::size_t longest) { return {{{{}, longest}}, std::nullopt, longest}; }

// One way that demands the most telling of each; nothing where a way demands nothing.
Needs united(const std::vector<Needs>& ways, std::size_t longest) {
    AnyOf::Strings all;
    std::size_t lead = 0;
    for (const Needs& needs : ways) {
        const auto best = std::max_element(
            needs.all.begin(), needs.all.end(),
            [](const AnyOf& a, const AnyOf& b) { return a.shortest() < b.shortest(); });
        if (best == needs.all.end()) return {{}, longest};
        lead = std::max(lead, best == needs.all.begin() ? needs.lead : endless);
        all.insert(all.end(), best->begin(), best->end());
    }
    if (all.size() > max_alternatives) return {{}, longest};
    return {{AnyOf(std::move(all))}, lead};
}

// `next` behind each way.
void follow(std::vector<Needs>& ways, const Piece& next) {
    std::vector<Needs> nexts = next.ways;
    if (ways.size() * nexts.size() > max_ways) nexts = {united(nexts, next.longest)};
    std::vector<Needs> out;
    for (const Needs& way : ways)
        for (const Needs& more : nexts) {
            Needs both = way;
            if (way.all.empty()) both.lead = sum(way.lead, more.lead);
            both.all.insert(both.all.end(), more.all.begin(), more.all.end());
            out.push_back(std::move(both));
        }
    ways = std::move(out);
}

// Literal text behind each way, which is demanded where it says enough.
void flush(std::string& run, std::vector<Needs>& ways) {
    const bool mask = run.size() == 1 && static_cast<unsigned char>(run[0]) < 0x20;
    std::vector<AnyOf> said;
    if (run.size() >= 2 || mask) said.emplace_back(AnyOf::Strings{run});
    for (Needs& way : ways) {
        if (!said.empty())
            way.all.push_back(said[0]);
        else if (way.all.empty())
            way.lead = sum(way.lead, run.size());
    }
    run.clear();
}

class NeedsReader {
  public:
    explicit NeedsReader(bool fold_case) : fold_case_(fold_case) {}

    std::vector<Needs> read(std::string_view pattern) {
        Piece piece = read(notation_.read(pattern, false));
        if (piece.literal) flush(*piece.literal, piece.ways);
        return std::move(piece.ways);
    }

  private:
    static constexpr std::size_t max_character = 4;  // bytes

    Piece read(const Expression::Part& part) {
        const bool once = part.use_count() == 1;
        if (once) return read(*part);
        const auto known = pieces_.find(part.get());
        if (known != pieces_.end()) return known->second;
        return pieces_.emplace(part.get(), read(*part)).first->second;
    }

    Piece read(const Expression& e) {
        switch (e.kind) {
            case Kind::text:
                return text(e);
            case Kind::set:
                return set(e);
            case Kind::any:
                return anything(max_character);
            case Kind::assertion:
                return literal({});
            case Kind::sequence:
                return sequence(e);
            case Kind::choice:
                return choice(e);
            case Kind::repeat:
                return repeat(e);
        }
        return anything(endless);
    }

    // The searched text is put into small letters for ASCII alone; a letter that folds though that
    // text does not says nothing of it.
    Piece text(const Expression& e) const {
        if (!fold_case_) {
            const bool folds = e.fold_case && std::any_of(e.text.begin(), e.text.end(), [](char c) {
                                   return is_ascii_letter(static_cast<unsigned char>(c));
                               });
            return folds ? anything(e.text.size()) : literal(e.text);
        }
        Piece out;
        std::string run;
        bool pure = true;
        for (std::size_t at = 0; at < e.text.size();) {
            const Char c = decode(e.text, at);
            if (c.code < 0x80 || !may_have_cases({c.code, c.code})) {
                run += e.text.substr(at, c.size);
            } else {  // in a case of its own
                pure = false;
                flush(run = lower_ascii(run), out.ways);
                follow(out.ways, anything(max_character));
            }
            at += c.size;
        }
        if (pure) return literal(lower_ascii(run));
        flush(run = lower_ascii(run), out.ways);
        out.longest = e.text.size() * 2;
        return out;
    }

    // Masks or digits demand one of them; another set demands nothing.
    Piece set(const Expression& e) const {
        const auto is = [&](std::size_t i, char32_t first, char32_t last) {
            return e.ranges[i].first == first && e.ranges[i].last == last;
        };
        const bool ascii = std::all_of(e.ranges.begin(), e.ranges.end(),
                                       [](const Range& r) { return r.last < 0x80; });
        if (e.negated || e.ranges.empty()) return anything(max_character);
        if (e.ranges.size() == 1 && is(0, '0', '9'))
            return demand({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"});
        const char32_t letter = e.ranges[0].first | 0x20;
        if (fold_case_ && e.ranges.size() == 2 && is_ascii_letter(letter) &&
            is(0, letter ^ 0x20, letter ^ 0x20) && is(1, letter, letter))
            return literal(std::string(1, static_cast<char>(letter)));
        AnyOf::Strings masks;
        for (const Range& r : e.ranges) {
            if (r.last >= 0x20 || r.first != r.last)
                return anything(ascii && !e.fold_case ? 1 : max_character);
            masks.push_back(std::string(1, static_cast<char>(r.first)));
        }
        return demand(std::move(masks));
    }

    Piece sequence(const Expression& e) {
        Piece out;
        std::string run;  // literal text that is being collected
        bool pure = true;
        for (const Expression::Part& part : e.parts) {
            const Piece piece = read(part);
            out.longest = sum(out.longest, piece.longest);
            if (piece.literal) {
                run += *piece.literal;
                continue;
            }
            pure = false;
            flush(run, out.ways);
            follow(out.ways, piece);
        }
        if (pure) return literal(run);
        flush(run, out.ways);
        return out;
    }

    Piece choice(const Expression& e) {
        Piece out;
        out.ways.clear();
        for (const Expression::Part& part : e.parts) {
            Piece piece = read(part);
            out.longest = std::max(out.longest, piece.longest);
            if (piece.literal) flush(*piece.literal, piece.ways);
            for (Needs& way : piece.ways) out.ways.push_back(std::move(way));
        }
        // Apart they say more than united only where one demands several things.
        const bool apart = out.ways.size() <= max_ways &&
                           std::any_of(out.ways.begin(), out.ways.end(),
                                       [](const Needs& way) { return way.all.size() > 1; });
        if (!apart) out.ways = {united(out.ways, out.longest)};
        return out;
    }

    // A repeated piece is no literal, but its demands stand.
    Piece repeat(const Expression& e) {
        Piece piece = read(e.parts[0]);
        if (e.most == Expression::endless || piece.longest == endless)
            piece.longest = e.most == 0 ? 0 : endless;
        else
            piece.longest *= static_cast<std::size_t>(e.most);
        if (e.least == 0) return anything(piece.longest);
        if (piece.literal) flush(*piece.literal, piece.ways);
        piece.literal.reset();
        for (Needs& way : piece.ways)
            if (way.all.empty()) way.lead = piece.longest;
        return piece;
    }

    bool fold_case_;
    Notation notation_;
    std::unordered_map<const Expression*, Piece> pieces_;  // of parts that patterns share
};

}  // namespace

AnyOf::AnyOf(Strings strings) {
    std::sort(strings.begin(), strings.end());
    strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
    shortest_ = strings.front().size();
    for (const std::string& s : strings) shortest_ = std::min(shortest_, s.size());
    strings_ = std::make_shared<const Strings>(std::move(strings));
}

std::vector<Needs> needs_of(std::string_view pattern, bool fold_case) {
    return NeedsReader(fold_case).read(pattern);
}

std::vector<std::vector<Needs>> needs_of(const std::vector<std::string_view>& patterns,
                                         bool fold_case) {
    NeedsReader reader(fold_case);
    std::vector<std::vector<Needs>> out;
    for (std::string_view pattern : patterns) out.push_back(reader.read(pattern));
    return out;
}

}  // namespace entente::text
