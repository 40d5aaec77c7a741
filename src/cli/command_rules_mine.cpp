// `rules mine`: what stands between known entities of which nothing was said, most frequent first.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "cli/command_rules.h"
#include "cli/output.h"
#include "cli/rules_folder.h"
#include "cli/terminal.h"
#include "entente/input.h"
#include "entente/json.h"
#include "entente/mining.h"

namespace entente::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string rules;
    std::size_t limit = 30;
    bool json = false;
};

struct Group {
    UnreadPair first;
    std::string sentence;  // of the first
    std::string document;
    std::set<std::size_t> sentences;  // hashes: one that is told again counts once
};

using Groups = std::map<std::tuple<std::string, std::string, std::string, std::string>, Group>;

void gather(const RulePack& pack, const Document& document, Groups& groups) {
    for (UnreadPair& pair : unread_pairs(pack, document)) {
        Group& group = groups[{pair.lang, pair.words, pair.a_type, pair.b_type}];
        const std::string& text = pair.field == Field::title ? document.title : document.text;
        std::string sentence =
            text.substr(pair.sentence.begin, pair.sentence.end - pair.sentence.begin);
        group.sentences.insert(std::hash<std::string>{}(sentence));
        if (!group.document.empty()) continue;
        group.sentence = std::move(sentence);
        group.document = document.id;
        group.first = std::move(pair);
    }
}

std::string group_json(const Group& group) {
    const UnreadPair& pair = group.first;
    return "{\"count\":" + std::to_string(group.sentences.size()) +
           ",\"words\":" + json_string(pair.words) + ",\"lang\":" + json_string(pair.lang) +
           ",\"a_type\":" + json_string(pair.a_type) + ",\"b_type\":" + json_string(pair.b_type) +
           ",\"a\":" + json_string(pair.a) + ",\"b\":" + json_string(pair.b) +
           ",\"document\":" + json_string(group.document) +
           ",\"sentence\":" + json_string(group.sentence) + "}\n";
}

std::string group_text(const Group& group) {
    const UnreadPair& pair = group.first;
    std::string count = std::to_string(group.sentences.size());
    count.insert(0, count.size() < 5 ? 5 - count.size() : 0, ' ');
    return count + "  " + coloured(one_line(pair.words), Colour::bold) + "  " +
           coloured(pair.a_type + ", " + pair.b_type, Colour::dim) + "\n" +
           wrapped(group.sentence, 7, terminal_width());
}

int mine(const Options& options) {
    const RulePack pack = load_rules(options.rules);
    Groups groups;
    std::size_t failures = 0;
    InputSink sink;
    sink.document = [&](Document&& document) { gather(pack, document, groups); };
    sink.failure = [&](Failure&& failure) {
        ++failures;
        log(failure.place + ": " + failure.message);
    };
    read_inputs(options.inputs, std::cin, sink);
    std::vector<const Group*> order;
    for (const auto& [key, group] : groups) order.push_back(&group);
    std::stable_sort(order.begin(), order.end(), [](const Group* a, const Group* b) {
        return a->sentences.size() > b->sentences.size();
    });
    if (order.size() > options.limit) order.resize(options.limit);
    std::string out;
    for (const Group* group : order) out += options.json ? group_json(*group) : group_text(*group);
    print(out);
    return failures ? exit_code::input_failed : order.empty() ? exit_code::nothing : exit_code::ok;
}

}  // namespace

void add_rules_mine(CLI::App& rules, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = rules.add_subcommand(
        "mine", "What stands between known entities of which nothing was said");
    command->add_option("INPUT", options->inputs, "Files, folders, or - for standard input")
        ->required();
    add_rules_option(*command, options->rules);
    command->add_option("--limit", options->limit, "At most so many groups")->capture_default_str();
    command->add_flag("--json", options->json, "One JSON object a group");
    command->footer(
        "Example:\n"
        "  entente rules mine examples/articles --limit 1\n"
        "      2  A signed a B  Country, Material\n"
        "         PERTH — Australia and India signed a Critical Minerals Partnership on Tuesday "
        "that\n"
        "         gives Indian manufacturers a claim on Australian rare earths.\n\n"
        "Sentences that say the same are counted together, a sentence that is told again once.");
    command->callback([options, &run] { run = [options] { return mine(*options); }; });
}

}  // namespace entente::cli
