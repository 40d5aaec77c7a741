// `rules test`: how near the rules come to documents that people have marked.
#include "cli/command_rules.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "cli/output.h"
#include "cli/rules_folder.h"
#include "cli/terminal.h"
#include "entente/extractor.h"
#include "entente/gold.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> paths;
    std::string rules;
    std::string floors;
    bool errors = false;
    bool json = false;
};

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) throw Error("cannot read the file", path.string());
    return std::move(out).str();
}

// The files named, and those of folders that end in .gold, by name.
std::vector<fs::path> gold_files(const std::vector<std::string>& paths) {
    std::vector<fs::path> files;
    for (const std::string& path : paths) {
        if (!fs::is_directory(path)) {
            files.emplace_back(path);
            continue;
        }
        const std::size_t first = files.size();
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.path().extension() == ".gold") files.push_back(entry.path());
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

// Scores all documents without fault; the faults of the others.
std::vector<Diagnostic> score(const std::vector<std::string>& paths, const Extractor& extractor,
                              Scorer& scorer) {
    std::vector<Diagnostic> faults;
    std::map<std::string, std::string> files;  // by the id of their document
    for (const fs::path& path : gold_files(paths)) try {
            const auto gold =
                read_gold(read_file(path), path.string(), extractor.pack().ontology(), faults);
            if (!gold) continue;
            const auto [at, fresh] = files.emplace(gold->document.id, path.string());
            if (fresh)
                scorer.add(*gold, extractor.extract(gold->document));
            else
                faults.push_back({path.string(), 1, {}, "its id stands already in " + at->second});
        } catch (const Error& e) {
            faults.push_back({{}, 0, {}, e.what()});
        }
    return faults;
}

std::string row(const std::string& name, double p, double r, double f1, const Score* counts) {
    char line[120];
    std::snprintf(line, sizeof line, "  %5.2f  %5.2f  %5.2f", p, r, f1);
    std::string out = padded(name, 24) + line;
    if (counts)
        out += "   " + std::to_string(counts->right) + " of " + std::to_string(counts->found) +
               " right, " + std::to_string(counts->wanted) + " wanted";
    return out + "\n";
}

std::string row(const std::string& name, const Score& s) {
    return row(name, s.precision(), s.recall(), s.f1(), &s);
}

std::string table(const Scores& scores) {
    const std::string documents = scores.documents == 1 ? " document" : " documents";
    std::string out = padded(std::to_string(scores.documents) + documents, 24) +
                      coloured("      P      R     F1\n", Colour::dim);
    out += row("mentions", scores.mentions) + row("mentions, exact", scores.strict) +
           row("entities", scores.entities) +
           row("linking", scores.linking_precision, scores.linking_recall, scores.linking_f1(),
               nullptr) +
           row("relations", scores.relations);
    for (const auto& [name, score] : scores.attributes)
        if (score.found + score.wanted) out += row("  " + name, score);
    out += coloured("relations by type\n", Colour::dim);
    for (const auto& [name, score] : scores.by_relation) out += row("  " + name, score);
    return out;
}

std::string score_json(const Score& s) {
    return "{\"p\":" + json_number(s.precision()) + ",\"r\":" + json_number(s.recall()) +
           ",\"f1\":" + json_number(s.f1()) + ",\"right\":" + std::to_string(s.right) +
           ",\"found\":" + std::to_string(s.found) + ",\"wanted\":" + std::to_string(s.wanted) +
           "}";
}

template <typename Named>
std::string scores_json(const Named& named) {
    std::string out;
    for (const auto& [name, score] : named)
        out += (out.empty() ? "" : ",") + json_string(name) + ":" + score_json(score);
    return "{" + out + "}";
}

std::string errors_json(const std::vector<Diagnostic>& errors) {
    std::string out;
    for (const Diagnostic& error : errors) out += (out.empty() ? "" : ",") + fault_json(error);
    return "[" + out + "]";
}

std::string to_json(const Scores& scores, bool errors) {
    return "{\"documents\":" + std::to_string(scores.documents) +
           ",\"mentions\":" + score_json(scores.mentions) +
           ",\"strict\":" + score_json(scores.strict) +
           ",\"entities\":" + score_json(scores.entities) +
           ",\"linking\":{\"p\":" + json_number(scores.linking_precision) +
           ",\"r\":" + json_number(scores.linking_recall) +
           ",\"f1\":" + json_number(scores.linking_f1()) +
           "},\"relations\":" + score_json(scores.relations) +
           ",\"attributes\":" + scores_json(scores.attributes) +
           ",\"by_relation\":" + scores_json(scores.by_relation) +
           (errors ? ",\"errors\":" + errors_json(scores.errors) : "") + "}\n";
}

int test(const Options& options) {
    const Extractor extractor(load_rules(options.rules));
    Scorer scorer(extractor.pack().ontology());
    const std::vector<Diagnostic> faults = score(options.paths, extractor, scorer);
    for (const Diagnostic& fault : faults) log(fault.text());
    const Scores scores = scorer.scores();
    if (scores.documents == 0) {
        if (!faults.empty()) return exit_code::input_failed;
        throw Error("no marked document there", {}, "their names end in .gold");
    }
    std::vector<std::string> low;
    if (!options.floors.empty())
        low = below_floors(scores, read_file(options.floors), options.floors);
    std::string out;
    if (options.errors && !options.json)
        for (const Diagnostic& error : scores.errors) out += one_line(error.text()) + "\n";
    out += options.json ? to_json(scores, options.errors) : table(scores);
    print(out);
    for (const std::string& line : low) log(line);
    return !faults.empty() ? exit_code::input_failed
           : low.empty()   ? exit_code::ok
                           : exit_code::nothing;
}

}  // namespace

void add_rules_test(CLI::App& rules, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        rules.add_subcommand("test", "Measure a pack on marked documents (tests/gold/README.md)");
    command->add_option("PATH", options->paths, "Marked files, or folders of .gold files")
        ->required();
    add_rules_option(*command, options->rules);
    command
        ->add_option("--floors", options->floors,
                     "JSON object of figures and the least that each may be; exit 1 below one")
        ->type_name("FILE");
    command->add_flag("--errors", options->errors, "List what is missed and what is wrong");
    command->add_flag("--json", options->json, "The figures as one JSON object");
    command->footer(
        "Examples:\n"
        "  entente rules test tests/gold/ko --floors tests/gold/ko.floors.json\n"
        "  entente rules test tests/gold/en --errors | grep 'wrong relation'\n\n"
        "An error: FILE:LINE: RULE: wrong relation: RELATION | FROM | TO, “SENTENCE”. A file with "
        "a\n"
        "fault is reported with its line and left out; the exit code is 3 then.");
    command->callback([options, &run] { run = [options] { return test(*options); }; });
}

}  // namespace entente::cli
