// Runs the examples of a pack: what a rule says it reads, it must read.
#include "entente/check.h"

#include <algorithm>
#include <future>

#include "entente/extractor.h"
#include "extract/extractor.h"
#include "extract/marked.h"
#include "extract/near.h"
#include "rules/load.h"

namespace entente {

namespace {

using extract::Given;
using extract::Marked;
using rules::Example;
using rules::RuleBase;

constexpr const char* example_date = "2026-01-15";

class Checker {
  public:
    explicit Checker(const CompiledPack& pack) : pack_(pack) {}

    std::vector<Diagnostic> run(const rules::LanguagePack& language) {
        language_ = &language;
        for (const rules::Pattern& rule : language.patterns) check(rule, &Checker::check_pattern);
        for (const rules::Pattern& rule : language.plain_patterns)
            check(rule, &Checker::check_pattern);
        for (const rules::Phrase& rule : language.phrases) check(rule, &Checker::check_phrase);
        for (const rules::Frame& rule : language.frames) check(rule, &Checker::check_frame);
        return std::move(faults_);
    }

  private:
    // Runs one example; the text of what is wrong, or nothing.
    template <typename Rule>
    using Check = std::string (Checker::*)(const Rule&, const Marked&, const Example&, bool yes);

    template <typename Rule>
    void check(const Rule& rule, Check<Rule> run_example) {
        auto each = [&](const std::vector<Example>& examples, bool yes, bool todo) {
            for (const Example& example : examples) {
                std::string wrong;
                try {
                    Marked marked = extract::parse_marked(example.text, pack_.ontology);
                    wrong = (this->*run_example)(rule, marked, example, yes);
                } catch (const Error& e) {
                    wrong = e.what();
                }
                if (todo && wrong.empty())
                    fault(rule, example, "a \"todo\" example passes: make it a \"yes\"");
                if (!todo && !wrong.empty())
                    fault(rule, example,
                          std::string(yes ? "yes" : "no") + " example fails: " + wrong + ": " +
                              example.text);
            }
        };
        each(rule.yes, true, false);
        each(rule.no, false, false);
        each(rule.todo, true, true);
    }

    void fault(const RuleBase& rule, const Example& example, std::string message) {
        faults_.push_back({rule.file, example.line, rule.id, std::move(message)});
    }

    Document document(const Marked& marked) const {
        Document d;
        d.id = "example";
        d.lang = language_->language.code;
        d.date = example_date;
        d.text = marked.text;
        return d;
    }

    std::string check_pattern(const rules::Pattern& rule, const Marked& marked, const Example&,
                              bool yes) {
        const Extraction found = extract::read(pack_, document(marked), nullptr);
        if (!yes) {
            if (!rule.needs.empty() &&
                std::none_of(rule.needs.begin(), rule.needs.end(), [&](const std::string& word) {
                    return marked.text.find(word) != std::string::npos;
                }))
                return "it proves nothing: what the pattern needs is not there";
            for (const Mention& m : found.mentions)
                if (m.rule == rule.id) return "it finds \"" + m.text + "\"";
            return {};
        }
        if (marked.marks.empty()) return "it marks nothing";
        for (const Given& mark : marked.marks) {
            auto is_it = [&](const Mention& m) {
                return m.rule == rule.id && m.span == mark.span && m.type == mark.type &&
                       (mark.date.empty() || m.date == mark.date);
            };
            if (std::none_of(found.mentions.begin(), found.mentions.end(), is_it))
                return "\"" + marked.text.substr(mark.span.begin, mark.span.end - mark.span.begin) +
                       "\" is not found";
        }
        return {};
    }

    std::string check_claims(const RuleBase& rule, const Marked& marked, const Example& example,
                             bool yes) {
        std::map<std::string, std::size_t> stating;
        const Extraction found = extract::read(pack_, document(marked), &marked.marks, &stating);
        auto by_rule = [&](const Claim& claim) {
            return std::any_of(claim.evidence.begin(), claim.evidence.end(),
                               [&](const Evidence& e) { return e.rule == rule.id; });
        };
        if (!yes) {
            for (const Claim& claim : found.claims)
                if (by_rule(claim))
                    return "it states " + claim.type + " | " + claim.from + " | " + claim.to;
            return {};
        }
        if (example.claims.empty())
            return "it wants no claim: write [\"text\", \"relation | from | to\"]";
        for (const std::string& line : example.claims) {
            const Claim wanted = extract::parse_claim(line, pack_.ontology);
            const auto fits = [&](const Claim& claim) {
                return extract::states(claim, wanted, pack_.ontology);
            };
            if (std::none_of(found.claims.begin(), found.claims.end(), fits))
                return "missing " + line + described(found.claims) +
                       (stating.count(rule.id) ? "" : lacks(rule, marked, wanted));
        }
        if (!stating.count(rule.id))
            return "another rule gives the claim, this one nothing" + described(found.claims) +
                   lacks(rule, marked,
                         extract::parse_claim(example.claims.front(), pack_.ontology));
        return {};
    }

    static std::string described(const std::vector<Claim>& claims) {
        std::string out;
        for (const Claim& c : claims)
            out += (out.empty() ? "" : "; ") + extract::claim_line(c) + " by " + c.rule;
        return " (found: " + (out.empty() ? "nothing" : out) + ")";
    }

    // What keeps the rule from the claim.
    std::string lacks(const RuleBase& rule, const Marked& marked, const Claim& wanted) const {
        const Document d = document(marked);
        const std::string why =
            extract::why_not(pack_, d, marked.marks, {wanted.from, wanted.to, {}, rule.id});
        if (!why.empty()) return "; " + why;
        std::string seen;
        for (const std::string& sentence : extract::masked_sentences(pack_, d, marked.marks))
            seen += (seen.empty() ? "" : " ") + sentence;
        return "; its words are not in “" + unmasked(seen) + "”";
    }

    // "{Company} hired": a masked sentence as a rule writes it.
    std::string unmasked(const std::string& sentence) const {
        std::string out;
        for (const char c : sentence) {
            rules::TypeIndex type = 0;
            while (type < pack_.types.size() && rules::mask_char(type) != c) ++type;
            out +=
                type < pack_.types.size() ? "{" + pack_.types.name(type) + "}" : std::string(1, c);
        }
        return out;
    }

    rules::TypeMask types_of(const Marked& marked) const {
        rules::TypeMask types = 0;
        for (const Given& mark : marked.marks)
            if (int type = pack_.types.find(mark.type); type >= 0)
                types |= rules::bit(static_cast<rules::TypeIndex>(type));
        return types;
    }

    std::string check_phrase(const rules::Phrase& rule, const Marked& marked,
                             const Example& example, bool yes) {
        const rules::TypeMask types = types_of(marked);
        if (!yes && (!(rule.from & types) || (rule.to && !(rule.to & types))))
            return "it proves nothing: a mention of a required type is not marked";
        return check_claims(rule, marked, example, yes);
    }

    std::string check_frame(const rules::Frame& rule, const Marked& marked, const Example& example,
                            bool yes) {
        if (!yes) {
            const auto sentences = extract::masked_sentences(pack_, document(marked), marked.marks);
            if (std::none_of(sentences.begin(), sentences.end(),
                             [&](const std::string& s) { return rule.trigger.search(s); }))
                return "it proves nothing: the trigger is not there";
            const rules::TypeMask types = types_of(marked);
            for (const rules::Slot& slot : rule.slots)
                if (!slot.optional && slot.types && !(slot.types & types))
                    return "it proves nothing: no mention for slot \"" + slot.name +
                           "\" is marked, as in [[name|" + prefix_of(slot.types) + ":x]]";
        }
        return check_claims(rule, marked, example, yes);
    }

    // Of ids of the first of these types that has one.
    std::string prefix_of(rules::TypeMask types) const {
        for (const EntityType& type : pack_.ontology.types) {
            const int index = pack_.types.find(type.name);
            if (!type.prefix.empty() && (types & rules::bit(static_cast<rules::TypeIndex>(index))))
                return type.prefix;
        }
        return {};
    }

    const CompiledPack& pack_;
    const rules::LanguagePack* language_ = nullptr;
    std::vector<Diagnostic> faults_;
};

// Both languages side by side; Korean faults first.
std::vector<Diagnostic> run_examples(const CompiledPack& pack) {
    auto english = std::async(std::launch::async, [&] { return Checker(pack).run(pack.en); });
    std::vector<Diagnostic> faults = Checker(pack).run(pack.ko);
    for (Diagnostic& fault : english.get()) faults.push_back(std::move(fault));
    return faults;
}

}  // namespace

std::vector<Diagnostic> check_examples(const RulePack& pack) {
    return run_examples(pack.compiled());
}

PackCheck check_pack(const std::filesystem::path& folder) {
    PackCheck out;
    const auto pack = rules::load_pack(folder, text::Validate::now, out.faults);
    out.partial = !out.faults.empty();
    if (!pack) return out;
    for (const rules::LanguagePack* language : {&pack->ko, &pack->en})
        out.rules += language->patterns.size() + language->plain_patterns.size() +
                     language->phrases.size() + language->frames.size();
    out.entities = pack->gazetteer.entities.size();
    out.names = pack->gazetteer.name_count();
    for (Diagnostic& fault : run_examples(*pack)) out.faults.push_back(std::move(fault));
    rules::sort_faults(out.faults);
    return out;
}

}  // namespace entente
