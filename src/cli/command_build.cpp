// One writer; documents reach the disk in batches.
#include "cli/command_build.h"

#include <iostream>
#include <memory>

#include "cli/filter_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/rules_folder.h"
#include "entente/input.h"
#include "entente/json.h"
#include "entente/store.h"

namespace entente::cli {

namespace {

constexpr std::size_t batch = 200;          // documents a disk commit
constexpr std::size_t failures_shown = 20;  // in the closing summary

struct Options {
    std::vector<std::string> inputs;
    std::string store = "graph.db";
    std::string rules;
    std::size_t jobs = 0;
    bool replace = false;
    bool json = false;
};

struct Summary {
    std::size_t added = 0, replaced = 0, unchanged = 0, kept_other = 0;
    std::size_t other_language = 0, claims = 0;
    std::vector<Failure> failures;
};

// Takes what was read into the store. What is in a batch is flushed whatever happens.
class Keeper {
  public:
    Keeper(Store& store, bool replace) : store_(store), replace_(replace) { store_.begin_batch(); }

    void take(Read&& read) {
        if (read.failure) return fail(std::move(*read.failure));
        if (!read.error.empty()) return fail({read.document.id, read.error});
        summary_.claims += read.extraction.claims.size();
        summary_.other_language += read.extraction.lang.empty();
        ++count(store_.add(read.document, read.extraction, replace_));
        if (++in_batch_ < batch) return;
        store_.flush();
        store_.begin_batch();
        in_batch_ = 0;
    }

    const Summary& summary() const { return summary_; }

  private:
    std::size_t& count(Store::Added added) {
        switch (added) {
            case Store::Added::added:
                return summary_.added;
            case Store::Added::replaced:
                return summary_.replaced;
            case Store::Added::unchanged:
                return summary_.unchanged;
            case Store::Added::kept_other:
                break;
        }
        return summary_.kept_other;
    }

    void fail(Failure failure) {
        store_.add(failure);
        summary_.failures.push_back(std::move(failure));
    }

    Store& store_;
    bool replace_;
    std::size_t in_batch_ = 0;
    Summary summary_;
};

std::string in_words(const Summary& s, const std::string& store) {
    std::string text = store + ": " + std::to_string(s.added) + " added, " +
                       std::to_string(s.replaced) + " replaced, " + std::to_string(s.unchanged) +
                       " unchanged";
    if (s.kept_other) text += ", " + std::to_string(s.kept_other) + " older than what is there";
    text += "; " + std::to_string(s.claims) + " claims read";
    if (s.other_language)
        text += "; " + std::to_string(s.other_language) + " neither Korean nor English";
    return text;
}

void print_summary(const Summary& summary, const std::string& store) {
    log(in_words(summary, store));
    if (summary.failures.empty()) return;
    log(std::to_string(summary.failures.size()) + " failed:");
    for (std::size_t i = 0; i < summary.failures.size() && i < failures_shown; ++i)
        std::cerr << "  " << summary.failures[i].place << ": " << summary.failures[i].message
                  << '\n';
    if (summary.failures.size() > failures_shown)
        std::cerr << "  and " << summary.failures.size() - failures_shown
                  << " more: entente stats --failures -d " << store << '\n';
}

std::string to_json(const Summary& s) {
    std::string out = "{\"added\":" + std::to_string(s.added) +
                      ",\"replaced\":" + std::to_string(s.replaced) +
                      ",\"unchanged\":" + std::to_string(s.unchanged) +
                      ",\"kept_other\":" + std::to_string(s.kept_other) +
                      ",\"claims\":" + std::to_string(s.claims) +
                      ",\"other_language\":" + std::to_string(s.other_language) + ",\"failures\":[";
    for (std::size_t i = 0; i < s.failures.size(); ++i)
        out += (i ? ",{\"place\":" : "{\"place\":") + json_string(s.failures[i].place) +
               ",\"message\":" + json_string(s.failures[i].message) + "}";
    return out + "]}\n";
}

int build(const Options& options) {
    const Extractor extractor(load_rules(options.rules));
    Store store(options.store, Store::Mode::write);
    store.set_ontology(extractor.pack().ontology());
    Keeper keeper(store, options.replace);
    try {
        Progress progress(input_size(options.inputs));
        read_all(options.inputs, extractor, threads_for(options.jobs), progress,
                 [&](Read&& read) { keeper.take(std::move(read)); });
    } catch (...) {
        store.flush();
        throw;
    }
    store.flush();
    print_summary(keeper.summary(), options.store);
    if (options.json) print(to_json(keeper.summary()));
    return keeper.summary().failures.empty() ? exit_code::ok : exit_code::input_failed;
}

}  // namespace

void add_build(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("build", "Read articles and keep what they say");
    command->add_option("INPUT", options->inputs, "Files, folders, or - for standard input")
        ->required();
    add_store_option(*command, options->store);
    add_rules_option(*command, options->rules);
    add_jobs_option(*command, options->jobs);
    command->add_flag("--replace", options->replace,
                      "Keep these versions of documents even where later ones are there");
    command->add_flag("--json", options->json, "Summary as JSON on standard output");
    command->footer("Example:\n  entente build articles/ wire.jsonl -d graph.db");
    command->callback([options, &run] { run = [options] { return build(*options); }; });
}

}  // namespace entente::cli
