// `rules list` and `rules check`.
#include "cli/command_rules.h"

#include <algorithm>
#include <memory>

#include "cli/output.h"
#include "cli/rules_folder.h"
#include "cli/terminal.h"
#include "entente/extractor.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

struct Options {
    std::string rules;
    bool json = false;
};

std::string rule_json(const RuleInfo& rule) {
    return "{\"id\":" + json_string(rule.id) + ",\"kind\":" + json_string(rule.kind) +
           ",\"lang\":" + json_string(rule.lang) + ",\"yields\":" + json_string(rule.yields) +
           ",\"says\":" + json_string(rule.says) + ",\"file\":" + json_string(rule.file) +
           ",\"line\":" + std::to_string(rule.line) + "}\n";
}

int list(const Options& options) {
    const std::vector<RuleInfo> rules = load_rules(options.rules).rules();
    std::size_t ids = 0, yields = 0;
    for (const RuleInfo& rule : rules) {
        ids = std::max(ids, columns(rule.id));
        yields = std::max(yields, columns(rule.yields));
    }
    std::string out;
    for (const RuleInfo& rule : rules)
        out += options.json ? rule_json(rule)
                            : padded(rule.id, ids) + "  " + padded(rule.kind, 7) + "  " +
                                  padded(rule.lang, 3) + "  " + padded(rule.yields, yields) + "  " +
                                  one_line(rule.says) + "\n";
    print(out);
    return exit_code::ok;
}

std::string fault_json(const Diagnostic& fault) {
    return "{\"file\":" + json_string(fault.file) + ",\"line\":" + std::to_string(fault.line) +
           ",\"rule\":" + json_string(fault.rule) + ",\"message\":" + json_string(fault.message) +
           "}\n";
}

int check(const Options& options) {
    const std::filesystem::path folder = find_rules(options.rules);
    std::vector<Diagnostic> faults;
    const std::optional<RulePack> pack = RulePack::load(folder, faults);
    std::string summary = folder.string() + ": ";
    if (pack) {
        for (Diagnostic& fault : check_examples(*pack)) faults.push_back(std::move(fault));
        summary += std::to_string(pack->rules().size()) + " rules, " +
                   std::to_string(pack->entity_count()) + " entities, " +
                   std::to_string(pack->name_count()) + " names, ";
    }
    summary += faults.empty()       ? "no faults"
               : faults.size() == 1 ? "1 fault"
                                    : std::to_string(faults.size()) + " faults";
    std::string out;
    for (const Diagnostic& fault : faults)
        out += options.json ? fault_json(fault) : fault.text() + "\n";
    if (!options.json) out += summary + "\n";
    print(out);
    return faults.empty() ? exit_code::ok : exit_code::nothing;
}

void add(CLI::App& rules, Run& run, const char* name, const char* says, const char* example,
         int (*command)(const Options&)) {
    auto options = std::make_shared<Options>();
    CLI::App* sub = rules.add_subcommand(name, says);
    CLI::Option* folder = sub->add_option("DIR", options->rules, "Folder of the rule pack");
    sub->add_option("--rules", options->rules, "The same")->type_name("DIR")->excludes(folder);
    sub->add_flag("--json", options->json, "One JSON object a line");
    sub->footer(std::string("Example:\n  ") + example);
    sub->callback([options, &run, command] { run = [=] { return command(*options); }; });
}

}  // namespace

void add_rules(CLI::App& app, Run& run) {
    CLI::App* rules = app.add_subcommand("rules", "Look at a rule pack, check it");
    rules->require_subcommand(1);
    rules->footer("Example:\n  entente rules check rules/");
    add(*rules, run, "list", "List the rules", "entente rules list | grep invests_in", list);
    add(*rules, run, "check", "Load a pack, run its examples, print every fault",
        "entente rules check rules/", check);
}

}  // namespace entente::cli
