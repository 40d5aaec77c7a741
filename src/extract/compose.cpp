// Tidying and folding, driven by language data.
#include "extract/compose.h"

#include <algorithm>

namespace entente::extract {

void tidy(Masked& masked, const Reading& reading, bool late) {
    const rules::Language& language = reading.rules.language;
    text::Groups groups;
    std::vector<text::Gate::Candidate> candidates;
    reading.candidates(rules::gate_tidy, masked.text(), candidates);
    for (const text::Gate::Candidate& candidate : candidates) {
        const rules::Tidy& rule = language.tidy[static_cast<std::size_t>(candidate.index)];
        if (rule.late != late) continue;
        const auto drop_group = static_cast<std::size_t>(rule.regex.group("drop"));
        const int sum_group = rule.regex.group("sum");
        for (std::size_t at = 0;
             rule.regex.search(masked.text(), at, masked.text().size(), &groups);) {
            const Span drop = groups[drop_group];
            at = groups[0].begin + 1;
            if (!text::matched(drop) || drop.begin == drop.end) continue;
            if (sum_group >= 0 && masked.is_mask(groups[0].begin))
                if (const Item* sum = masked.at(groups[static_cast<std::size_t>(sum_group)].begin))
                    masked.note_sum(groups[0].begin, sum->members.front().mention);
            masked.erase(drop.begin, drop.end);
            at = std::min(groups[0].begin, masked.text().size());
        }
    }
}

namespace {

constexpr std::size_t max_join = 48;  // bytes between two members of a list

struct List {
    std::size_t end = 0;  // behind the last member
    Item item;
};

class Folder {
  public:
    Folder(Masked& masked, const Reading& reading, bool heading)
        : masked_(masked), reading_(reading), heading_(heading) {}

    void run() {
        for (std::size_t at = 0; at < masked_.text().size(); ++at) {
            if (!masked_.is_mask(at)) continue;
            for (const rules::Fold& fold : reading_.rules.language.folds)
                if ((fold.heading || !heading_) && fold_at(at, fold)) break;
        }
    }

  private:
    bool fold_at(std::size_t at, const rules::Fold& fold) {
        const Item& first = *masked_.at(at);
        if (first.members.empty() || reading_.pack.types.is_value(first.type)) return false;
        List list = read(at, fold);
        std::size_t end = list.end;
        if (end == at + 1) return false;
        text::Groups groups;
        if (fold.tail && fold.tail.match_at(masked_.text(), end, &groups)) end = groups[0].end;
        masked_.replace(at, end, std::move(list.item));
        return true;
    }

    // The longest list that begins at `at`; a list that must close with a last join is cut there.
    List read(std::size_t at, const rules::Fold& fold) const {
        List open{at + 1, *masked_.at(at)};
        List closed = open;
        text::Groups groups;
        while (mask_is_near(open.end)) {
            const bool last = fold.last && fold.last.match_at(masked_.text(), open.end, &groups);
            if (!last && !fold.separator.match_at(masked_.text(), open.end, &groups)) break;
            const std::size_t next = groups[0].end;
            const Item* item = masked_.at(next);
            if (!item || item->members.empty()) break;
            const int type = common_type(open.item.type, item->type, fold, last || !fold.last);
            if (type < 0) break;
            open.item.type = static_cast<TypeIndex>(type);
            open.item.members.insert(open.item.members.end(), item->members.begin(),
                                     item->members.end());
            open.end = next + 1;
            if (last || !fold.last) closed = open;
        }
        if (fold.rest && fold.rest.match_at(masked_.text(), open.end, &groups)) {
            closed = open;
            closed.end = groups[0].end;
        }
        return closed;
    }

    // What a list counts as that goes on with `next`; -1 where it does not. A list that begins with
    // another kind than its own may be an apposition ("members of C, A and B") but at its last
    // join.
    int common_type(TypeIndex list, TypeIndex next, const rules::Fold& fold, bool at_last) const {
        if (list == next) return list;
        for (const rules::Mix& mix : fold.mixes) {
            if (list == mix.type && (rules::bit(next) & mix.others)) return list;
            if (at_last && next == mix.type && (rules::bit(list) & mix.others)) return next;
        }
        return root(list) == root(next) ? root(list) : -1;
    }

    // Most mentions stand alone: a look ahead spares the patterns.
    bool mask_is_near(std::size_t at) const {
        const std::size_t end = std::min(masked_.text().size(), at + max_join);
        for (; at < end; ++at)
            if (masked_.is_mask(at)) return true;
        return false;
    }

    TypeIndex root(TypeIndex type) const { return reading_.pack.types.root(type); }

    Masked& masked_;
    const Reading& reading_;
    bool heading_;
};

// "A has B, C D" becomes "A and C have B and D", pair by pair.
void join_gapped(Masked& masked, const Reading& reading) {
    const rules::TypeTable& types = reading.pack.types;
    const auto are_alike = [&](const Item* a, const Item* b) {
        return a && b && !a->members.empty() && !b->members.empty() && !types.is_value(a->type) &&
               types.root(a->type) == types.root(b->type);
    };
    const auto join = [&](const Item& a, const Item& b) {
        Item out{a.type == b.type ? a.type : types.root(a.type), a.members, true};
        out.members.insert(out.members.end(), b.members.begin(), b.members.end());
        return out;
    };
    text::Groups groups;
    for (const text::Regex& gapped : reading.rules.language.gapped) {
        const auto place = [&](const char* name) {
            return groups[static_cast<std::size_t>(gapped.group(name))].begin;
        };
        for (std::size_t at = 0; gapped.search(masked.text(), at, masked.text().size(), &groups);) {
            const std::size_t a = place("a"), b = place("b"), c = place("c"), d = place("d");
            at = a + 1;
            if (!are_alike(masked.at(a), masked.at(c)) || !are_alike(masked.at(b), masked.at(d)))
                continue;
            Item first = join(*masked.at(a), *masked.at(c));
            masked.replace(d, d + 1, join(*masked.at(b), *masked.at(d)));
            masked.erase(b, d);
            masked.replace(a, a + 1, std::move(first));
            at = a;  // perhaps another pair follows
        }
    }
}

}  // namespace

void fold_lists(Masked& masked, const Reading& reading, bool heading) {
    if (masked.count_masks(0, masked.text().size()) >= 4) join_gapped(masked, reading);
    Folder(masked, reading, heading).run();
}

}  // namespace entente::extract
