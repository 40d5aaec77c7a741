// Documents in, one line each out, in order.
#include "cli/command_extract.h"

#include <memory>

#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/rules_folder.h"
#include "entente/input.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

struct Options {
    std::vector<std::string> inputs = {"-"};
    std::string rules;
    std::size_t jobs = 0;
    bool json = true;
};

std::string error_line(const std::string& id, const std::string& error) {
    return "{\"id\":" + id + ",\"error\":" + json_string(error) + "}";
}

// The line of what was read; `failed` where it reports an error. A record that could not be read
// has no id: its place stands in the error.
std::string line_of(const Read& read, bool& failed) {
    failed = true;
    if (read.failure) return error_line("null", read.failure->place + ": " + read.failure->message);
    if (!read.error.empty()) return error_line(json_string(read.document.id), read.error);
    failed = false;
    return to_json(read.extraction);
}

int extract(const Options& options) {
    const Extractor extractor(load_rules(options.rules));
    std::size_t failures = 0;
    {
        Progress progress(input_size(options.inputs));
        read_all(options.inputs, extractor, threads_for(options.jobs), progress, [&](Read&& read) {
            bool failed = false;
            print(line_of(read, failed) + "\n");
            if (!failed) return;
            ++failures;
            log(read.failure ? read.failure->place + ": " + read.failure->message
                             : read.document.id + ": " + read.error);
        });
    }
    return failures ? exit_code::input_failed : exit_code::ok;
}

}  // namespace

void add_extract(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("extract", "Filter: articles in, entities and claims as JSON lines out");
    command->add_option("INPUT", options->inputs, "Files, folders, or - for standard input")
        ->capture_default_str();
    add_rules_option(*command, options->rules);
    add_jobs_option(*command, options->jobs);
    command->add_flag("--json", options->json, "Changes nothing: the output is JSON");
    command->footer("Example:\n  entente extract < articles.jsonl > extracted.jsonl");
    command->callback([options, &run] { run = [options] { return extract(*options); }; });
}

}  // namespace entente::cli
