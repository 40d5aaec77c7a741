// The command: parses, runs what was asked, and alone turns exceptions into exit codes.
#include <csignal>
#include <exception>
#include <iostream>
#include <new>

#include "cli/command_between.h"
#include "cli/command_build.h"
#include "cli/command_explain.h"
#include "cli/command_export.h"
#include "cli/command_extract.h"
#include "cli/command_path.h"
#include "cli/command_rules.h"
#include "cli/command_stats.h"
#include "cli/command_who.h"
#include "cli/output.h"
#include "entente/error.h"

namespace {

using namespace entente::cli;

int parse_and_run(int argc, char** argv) {
    CLI::App app("Korean and English news into a graph with a sentence behind every edge");
    app.name("entente");
    app.set_version_flag("--version", "entente " ENTENTE_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Example:\n  entente build articles/ && entente who Nvidia\n\n"
        "Environment:\n"
        "  ENTENTE_RULES  folder of the rule pack\n"
        "  ENTENTE_CACHE  folder that keeps what takes long to load, for the next run (else\n"
        "                 XDG_CACHE_HOME/entente, else ~/.cache/entente; empty: none)\n\n"
        "Exit codes: 0 ok, 1 nothing found or a check failed, 2 misuse, 3 some input failed");
    Run run;
    for (auto add : {add_build, add_extract, add_explain, add_who, add_between, add_path,
                     add_export, add_stats, add_rules})
        add(app, run);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_code::ok : exit_code::misuse;
    }
    return run();
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen when writing
    std::ios::sync_with_stdio(false);
    try {
        return parse_and_run(argc, argv);
    } catch (const ClosedPipe&) {
        return exit_code::ok;
    } catch (const entente::Error& error) {
        log(error.what());
        return exit_code::misuse;
    } catch (const std::bad_alloc&) {
        log("out of memory: fewer --jobs need less");
        return exit_code::input_failed;
    } catch (const std::exception& error) {
        log(error.what());
        return exit_code::input_failed;
    }
}
