// Matching mentions by overlap, ids by the mentions they share, claims by their ids.
#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "entente/error.h"
#include "entente/gold.h"
#include "extract/marked.h"
#include "json/value.h"
#include "text/utf8.h"

namespace entente {

namespace {

using Key = std::tuple<std::string, std::string, std::string>;

std::string shown(const Key& key) {
    return std::get<0>(key) + " | " + std::get<1>(key) + " | " + std::get<2>(key);
}

// Words in small letters, without punctuation.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    const std::string low = text::lower_ascii(text);
    for (std::size_t at = 0; at < low.size();) {
        const text::Char c = text::decode(low, at);
        if (text::is_latin_word(c.code) || text::is_hangul(c.code) || text::is_hanja(c.code))
            words.back() += low.substr(at, c.size);
        else if (!words.back().empty())
            words.emplace_back();
        at += c.size;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// Roles, items, stakes, rates: one inside the other, or half of the words shared.
bool same_text(std::string_view found, std::string_view wanted) {
    const auto a = words_of(found), b = words_of(wanted);
    std::string x, y;
    for (const std::string& word : a) x += word;
    for (const std::string& word : b) y += word;
    if (x.empty() || y.empty()) return false;
    if (x.find(y) != std::string::npos || y.find(x) != std::string::npos) return true;
    const std::set<std::string> left(a.begin(), a.end()), right(b.begin(), b.end());
    const auto shared = static_cast<std::size_t>(std::count_if(
        left.begin(), left.end(), [&](const std::string& word) { return right.count(word); }));
    return 2 * shared >= std::min(left.size(), right.size());
}

bool same_amount(const Claim& found, const Claim& wanted) {
    return std::fabs(found.amount->value - wanted.amount->value) <= 0.01 * wanted.amount->value &&
           found.amount->currency == wanted.amount->currency;
}

// One document under comparison.
class Comparison {
  public:
    Comparison(const Ontology& ontology, const GoldDocument& gold, const Extraction& found,
               Scores& sums, std::vector<std::pair<std::string, std::string>>& linked)
        : ontology_(ontology), gold_(gold), found_(found), sums_(sums), linked_(linked) {}

    void run() {
        compare_mentions();
        compare_claims();
    }

  private:
    void error(std::size_t line, const std::string& rule, std::string what) {
        sums_.errors.push_back({gold_.file, line, rule, std::move(what)});
    }

    void error(const std::string& what, const Mention& m) {
        error(gold_.line_of(m.field, m.span.begin), m.rule,
              what + " mention: " + m.text + " (" + m.type + " " + m.entity + ")");
    }

    // Of a claim that was found, where its first evidence stands.
    std::size_t line_of(const Claim& claim) const {
        if (claim.evidence.empty()) return 0;
        const Evidence& first = claim.evidence.front();
        return gold_.line_of(first.field, first.trigger.begin);
    }

    std::string quoted(const Claim& claim) const {
        if (claim.evidence.empty()) return {};
        const Evidence& first = claim.evidence.front();
        return ", “" + std::string(in(first.field, first.sentence)) + "”";
    }

    std::string_view in(Field field, Span span) const {
        const std::string& text =
            field == Field::title ? gold_.document.title : gold_.document.text;
        return std::string_view(text).substr(span.begin, span.end - span.begin);
    }

    std::size_t chars(Field field, Span span) const { return text::count_chars(in(field, span)); }

    bool are_kin(const std::string& a, const std::string& b) const {
        return ontology_.is_a(a, b) || ontology_.is_a(b, a);
    }

    // Share of the union that both cover; 0 under a half.
    double overlap(const Mention& a, const Mention& b) const {
        if (a.field != b.field || !are_kin(a.type, b.type)) return 0;
        const Span both{std::max(a.span.begin, b.span.begin), std::min(a.span.end, b.span.end)};
        if (both.begin >= both.end) return 0;
        const auto shared = static_cast<double>(chars(a.field, both));
        const auto all = static_cast<double>(chars(
            a.field, {std::min(a.span.begin, b.span.begin), std::max(a.span.end, b.span.end)}));
        return shared * 2 >= all ? shared / all : 0;
    }

    void compare_mentions() {
        std::vector<const Mention*> found;
        for (const Mention& m : found_.mentions)
            if (!m.entity.empty()) found.push_back(&m);
        std::vector<bool> used(found.size());
        std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> votes;
        std::set<std::string> found_ids, wanted_ids;
        for (const Mention& m : gold_.mentions) {
            wanted_ids.insert(m.entity);
            std::size_t best = found.size();
            double most = 0;
            for (std::size_t i = 0; i < found.size(); ++i)
                if (!used[i] && overlap(m, *found[i]) > most) {
                    most = overlap(m, *found[i]);
                    best = i;
                }
            if (best == found.size()) {
                error("missed", m);
                continue;
            }
            used[best] = true;
            const Mention& hit = *found[best];
            ++sums_.mentions.right;
            sums_.strict.right +=
                hit.span.begin == m.span.begin && hit.span.end == m.span.end && hit.type == m.type;
            linked_.emplace_back(hit.entity, m.entity);
            vote(votes[hit.entity], m.entity);
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            found_ids.insert(found[i]->entity);
            if (!used[i]) error("wrong", *found[i]);
        }
        for (Score* score : {&sums_.mentions, &sums_.strict}) {
            score->found += found.size();
            score->wanted += gold_.mentions.size();
        }
        std::set<std::string> right;
        for (const auto& [id, wanted] : votes) {
            const auto most =
                std::max_element(wanted.begin(), wanted.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            gold_id_[id] = most->first;
            right.insert(most->first);
        }
        sums_.entities += {right.size(), found_ids.size(), wanted_ids.size()};
    }

    static void vote(std::vector<std::pair<std::string, std::size_t>>& votes,
                     const std::string& id) {
        for (auto& [voted, count] : votes)
            if (voted == id) return void(++count);
        votes.emplace_back(id, 1);
    }

    std::string gold_id(const std::string& id) const {
        const auto known = gold_id_.find(id);
        return known == gold_id_.end() ? "?" + id : known->second;
    }

    Key key(const std::string& type, std::string from, std::string to) const {
        const RelationType* relation = ontology_.relation(type);
        if (relation && relation->symmetric && to < from) std::swap(from, to);
        return {type, std::move(from), std::move(to)};
    }

    void compare_claims() {
        std::map<Key, const Claim*> have;
        for (const Claim& claim : found_.claims) {
            const Key k = key(claim.type, gold_id(claim.from), gold_id(claim.to));
            ++sums_.by_relation[claim.type].found;
            have.emplace(k, &claim);  // a second one for the same counts as wrong
        }
        std::set<Key> wanted;
        for (std::size_t i = 0; i < gold_.claims.size(); ++i) {
            const Claim& claim = gold_.claims[i];
            const Key k = key(claim.type, claim.from, claim.to);
            wanted.insert(k);
            Score& score = sums_.by_relation[claim.type];
            ++score.wanted;
            const auto found = have.find(k);
            if (found == have.end()) {
                error(gold_.claim_lines[i], {}, "missed relation: " + shown(k));
                continue;
            }
            ++score.right;
            compare_attributes(*found->second, claim, k);
        }
        for (const auto& [k, claim] : have)
            if (!wanted.count(k))
                error(line_of(*claim), claim->rule, "wrong relation: " + shown(k) + quoted(*claim));
    }

    void compare_attributes(const Claim& found, const Claim& wanted, const Key& k) {
        for (auto& [name, score] : sums_.attributes) {
            const std::string has = extract::attribute_of(found, name),
                              wants = extract::attribute_of(wanted, name);
            const bool right =
                !has.empty() && !wants.empty() && is_right(name, found, wanted, has, wants);
            score += {right, !has.empty(), !wants.empty()};
            if (!right && !(has.empty() && wants.empty()))
                error(line_of(found), found.rule,
                      name + " \"" + has + "\" for \"" + wants + "\": " + shown(k));
        }
    }

    bool is_right(const std::string& name, const Claim& found, const Claim& wanted,
                  const std::string& has, const std::string& wants) const {
        if (name == "status") return has == wants;
        if (name == "amount") return same_amount(found, wanted);
        if (name == "date") return has.starts_with(wants);
        const auto known = gold_id_.find(has);
        const std::string& means = known == gold_id_.end() ? has : known->second;
        if (means == wants) return true;
        return name != "source" && same_text(means, wants.substr(wants.rfind(':') + 1));
    }

    const Ontology& ontology_;
    const GoldDocument& gold_;
    const Extraction& found_;
    Scores& sums_;
    std::vector<std::pair<std::string, std::string>>& linked_;
    std::map<std::string, std::string> gold_id_;  // of an id that was found
};

// B-cubed: for each mention, the share of its cluster that shares its cluster on the other side.
double b_cubed(const std::vector<std::pair<std::string, std::string>>& linked, bool turned) {
    std::map<std::string, std::map<std::string, double>> clusters;
    std::map<std::string, double> sizes;
    const auto own = [&](const auto& link) { return turned ? link.second : link.first; };
    const auto other = [&](const auto& link) { return turned ? link.first : link.second; };
    for (const auto& link : linked) {
        ++clusters[own(link)][other(link)];
        ++sizes[own(link)];
    }
    double sum = 0;
    for (const auto& link : linked) sum += clusters[own(link)][other(link)] / sizes[own(link)];
    return linked.empty() ? 0 : sum / static_cast<double>(linked.size());
}

double part_of(const Score& score, std::string_view part, std::string_view name) {
    if (part == "p") return score.precision();
    if (part == "r") return score.recall();
    if (part == "f1") return score.f1();
    throw Error("no figure \"" + std::string(name) + "\"", {}, "it ends in .p, .r or .f1");
}

}  // namespace

Score& Score::operator+=(const Score& other) {
    right += other.right;
    found += other.found;
    wanted += other.wanted;
    return *this;
}

double Scores::linking_f1() const {
    const double sum = linking_precision + linking_recall;
    return sum > 0 ? 2 * linking_precision * linking_recall / sum : 0;
}

double Scores::figure(std::string_view name) const {
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    const std::string_view what = name.substr(0, dot);
    const std::string_view part = name.substr(std::min(dot + 1, name.size()));
    if (what == "linking")
        return part == "p" ? linking_precision : part == "r" ? linking_recall : linking_f1();
    for (const auto& [known, score] : {std::pair{"mentions", &mentions},
                                       {"strict", &strict},
                                       {"entities", &entities},
                                       {"relations", &relations}})
        if (what == known) return part_of(*score, part, name);
    for (const auto& [known, score] : attributes)
        if (what == known) return part_of(score, part, name);
    if (const auto found = by_relation.find(std::string(what)); found != by_relation.end())
        return part_of(found->second, part, name);
    throw Error("no figure \"" + std::string(name) + "\"", {},
                "mentions, strict, entities, linking, relations, an attribute or a relation");
}

void Scorer::add(const GoldDocument& gold, const Extraction& found) {
    if (sums_.attributes.empty())
        for (const char* name : extract::attribute_names)
            sums_.attributes.emplace_back(name, Score{});
    ++sums_.documents;
    Comparison(ontology_, gold, found, sums_, linked_).run();
}

Scores Scorer::scores() const {
    Scores out = sums_;
    for (const auto& [relation, score] : out.by_relation) out.relations += score;
    out.linking_precision = b_cubed(linked_, false);
    out.linking_recall = b_cubed(linked_, true);
    return out;
}

std::vector<std::string> below_floors(const Scores& scores, std::string_view floors,
                                      const std::string& name) {
    std::vector<std::string> out;
    for (const auto& [figure, floor] : json::parse(floors, name).members) {
        const double is = scores.figure(figure);
        if (is >= floor.number) continue;
        std::string line = figure + " is ";
        json::append_number(line, std::round(is * 1000) / 1000);
        line += ", under its floor of ";
        json::append_number(line, floor.number);
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace entente
