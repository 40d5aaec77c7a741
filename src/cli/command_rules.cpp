// `rules list` and `rules check`; the other two have files of their own.
#include "cli/command_rules.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "cli/output.h"
#include "cli/rules_folder.h"
#include "cli/terminal.h"
#include "entente/check.h"
#include "entente/extractor.h"
#include "entente/input.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

struct Options {
    std::string rules;
    std::vector<std::string> inputs;  // of `list --on`
    bool unused = false;
    bool json = false;
};

// How often a rule read something, and in how many documents.
struct Use {
    std::size_t times = 0, documents = 0;
};
using Uses = std::map<std::pair<std::string, std::string>, Use>;  // by language and id

Uses uses_of(const Extractor& extractor, const std::vector<std::string>& inputs,
             std::size_t& failures) {
    Uses uses;
    InputSink sink;
    sink.document = [&](Document&& document) {
        std::map<std::string, std::size_t> times;
        const Extraction extraction = extractor.extract(document, times);
        for (const Mention& mention : extraction.mentions) ++times[mention.rule];
        for (const auto& [rule, count] : times) {
            Use& use = uses[{extraction.lang, rule}];
            use.times += count;
            ++use.documents;
        }
    };
    sink.failure = [&](Failure&& failure) {
        ++failures;
        log(failure.place + ": " + failure.message);
    };
    read_inputs(inputs, std::cin, sink);
    return uses;
}

std::string rule_json(const RuleInfo& rule, const Use* use) {
    return "{\"id\":" + json_string(rule.id) + ",\"kind\":" + json_string(rule.kind) +
           ",\"lang\":" + json_string(rule.lang) + ",\"yields\":" + json_string(rule.yields) +
           ",\"says\":" + json_string(rule.says) + ",\"file\":" + json_string(rule.file) +
           ",\"line\":" + std::to_string(rule.line) +
           (use ? ",\"documents\":" + std::to_string(use->documents) +
                      ",\"times\":" + std::to_string(use->times)
                : "") +
           "}\n";
}

// "12 in 7": times, documents.
std::string shown(const Use& use) {
    return use.times ? std::to_string(use.times) + " in " + std::to_string(use.documents) : "0";
}

// In no language: one that stands for both counts where either reads it.
bool reads_nothing(const RuleInfo& rule, const std::vector<RuleInfo>& rules, const Uses& uses) {
    return std::none_of(rules.begin(), rules.end(), [&](const RuleInfo& r) {
        return r.id == rule.id && uses.count({r.lang, r.id});
    });
}

std::vector<RuleInfo> unused_of(const std::vector<RuleInfo>& rules, const Uses& uses) {
    std::vector<RuleInfo> out;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(out),
                 [&](const RuleInfo& r) { return reads_nothing(r, rules, uses); });
    return out;
}

int list(const Options& options) {
    const Extractor extractor(load_rules(options.rules));
    std::vector<RuleInfo> rules = extractor.pack().rules();
    Uses uses;
    std::size_t failures = 0;
    const bool counted = !options.inputs.empty();
    if (counted) {
        uses = uses_of(extractor, options.inputs, failures);
        log(std::to_string(unused_of(rules, uses).size()) + " of " + std::to_string(rules.size()) +
            " rules read nothing there");
    }
    if (options.unused) rules = unused_of(rules, uses);
    std::size_t ids = 0, yields = 0;
    for (const RuleInfo& rule : rules) {
        ids = std::max(ids, columns(rule.id));
        yields = std::max(yields, columns(rule.yields));
    }
    std::string out;
    for (const RuleInfo& rule : rules) {
        if (options.json)
            out += rule_json(rule, counted ? &uses[{rule.lang, rule.id}] : nullptr);
        else
            out += (counted ? padded(shown(uses[{rule.lang, rule.id}]), 15) : "") +
                   padded(rule.id, ids) + "  " + padded(rule.kind, 7) + "  " +
                   padded(rule.lang, 3) + "  " + padded(rule.yields, yields) + "  " +
                   one_line(rule.says) + "\n";
    }
    print(out);
    return failures ? exit_code::input_failed : exit_code::ok;
}

int check(const Options& options) {
    const std::filesystem::path folder = find_rules(options.rules);
    const PackCheck found = check_pack(folder);
    const std::size_t faults = found.faults.size();
    std::string out;
    for (const Diagnostic& fault : found.faults)
        out += (options.json ? fault_json(fault) : fault.text()) + "\n";
    if (!options.json)
        out += folder.string() + ": " + std::to_string(found.rules) + " rules, " +
               std::to_string(found.entities) + " entities, " + std::to_string(found.names) +
               " names, " +
               (faults == 0   ? "no faults"
                : faults == 1 ? "1 fault"
                              : std::to_string(faults) + " faults") +
               (found.partial
                    ? "; what did not load was left out, and an example may fail for want of it"
                    : "") +
               "\n";
    print(out);
    return found.faults.empty() ? exit_code::ok : exit_code::nothing;
}

std::shared_ptr<Options> add(CLI::App& rules, Run& run, const char* name, const char* says,
                             const char* example, int (*command)(const Options&)) {
    auto options = std::make_shared<Options>();
    CLI::App* sub = rules.add_subcommand(name, says);
    CLI::Option* folder = sub->add_option("DIR", options->rules, "Folder of the rule pack");
    sub->add_option("--rules", options->rules, "The same")->type_name("DIR")->excludes(folder);
    sub->add_flag("--json", options->json, "One JSON object a line");
    sub->footer(std::string("Example:\n  ") + example);
    sub->callback([options, &run, command] { run = [=] { return command(*options); }; });
    return options;
}

}  // namespace

std::string fault_json(const Diagnostic& fault) {
    return "{\"file\":" + json_string(fault.file) + ",\"line\":" + std::to_string(fault.line) +
           ",\"rule\":" + json_string(fault.rule) + ",\"message\":" + json_string(fault.message) +
           "}";
}

void add_rules(CLI::App& app, Run& run) {
    CLI::App* rules = app.add_subcommand("rules", "Look at a rule pack, check it");
    rules->require_subcommand(1);
    rules->footer("Example:\n  entente rules check rules/");
    const auto options = add(*rules, run, "list", "List the rules, or count what they read",
                             "entente rules list --on archive.jsonl | sort -nr\n"
                             "  entente rules list --on archive.jsonl --unused\n\n"
                             "With --on, \"12 in 7\" in front: it read 12 things in 7 documents.",
                             list);
    CLI::App* list_rules = rules->get_subcommand("list");
    CLI::Option* on =
        list_rules
            ->add_option("--on", options->inputs,
                         "Count how often each rule read something here, and in how many documents")
            ->type_name("INPUT");
    list_rules->add_flag("--unused", options->unused, "Only rules that read nothing there")
        ->needs(on);
    add(*rules, run, "check", "Load a pack, run its examples, print every fault",
        "entente rules check rules/", check);
    add_rules_test(*rules, run);
    add_rules_mine(*rules, run);
}

}  // namespace entente::cli
