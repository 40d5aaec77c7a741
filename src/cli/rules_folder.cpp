// The first that exists counts, but what somebody named must exist.
#include "cli/rules_folder.h"

#include <cstdlib>

#include "entente/error.h"

namespace entente::cli {

namespace fs = std::filesystem;

void add_rules_option(CLI::App& command, std::string& given) {
    command.add_option("--rules", given, "Folder of the rule pack (else ENTENTE_RULES)")
        ->type_name("DIR");
}

fs::path find_rules(const std::string& given) {
    const char* named = std::getenv("ENTENTE_RULES");
    fs::path folder = !given.empty() ? given : named && *named ? named : "";
    std::error_code ignored;
    if (!folder.empty()) {
        if (fs::is_directory(folder, ignored)) return folder;
        throw Error("no such folder of rules", folder.string(),
                    given.empty() ? "check ENTENTE_RULES" : "check --rules");
    }
    const fs::path self = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path installed = self.parent_path() / "../share/entente/rules";
    if (!self.empty() && fs::is_directory(installed, ignored)) return installed.lexically_normal();
    if (fs::is_directory(ENTENTE_SOURCE_RULES, ignored)) return ENTENTE_SOURCE_RULES;
    throw Error("no rules found", installed.lexically_normal().string(),
                "name their folder with --rules or ENTENTE_RULES");
}

// Where no folder is named and there is no home, nothing is kept.
static fs::path find_cache() {
    if (const char* named = std::getenv("ENTENTE_CACHE")) return named;
    if (const char* caches = std::getenv("XDG_CACHE_HOME"); caches && *caches)
        return fs::path(caches) / "entente";
    const char* home = std::getenv("HOME");
    return home && *home ? fs::path(home) / ".cache/entente" : fs::path();
}

RulePack load_rules(const std::string& given) {
    // Kept until the process ends: taking a pack apart takes longer than reading a document.
    static const RulePack* kept = nullptr;
    kept = new RulePack(RulePack::load(find_rules(given), find_cache()));
    return *kept;
}

}  // namespace entente::cli
