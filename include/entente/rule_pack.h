// A rule pack: ontology, gazetteers, patterns, phrases, frames and language data of one folder.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entente/error.h"
#include "entente/ontology.h"

namespace entente {

struct CompiledPack;  // of the rules layer

// What `rules list` shows of a rule.
struct RuleInfo {
    std::string id;
    std::string kind;  // "pattern", "phrase" or "frame"
    std::string lang;
    std::string yields;  // relation or entity type
    std::string says;
    std::string file;
    std::size_t line = 0;
};

// Immutable after loading; threads share it freely; copies share one state.
class RulePack {
  public:
    // Reads and validates the whole folder. Every fault found is appended to `faults`; the result
    // is empty exactly when there is one. Throws Error only where the folder cannot be read.
    static std::optional<RulePack> load(const std::filesystem::path& folder,
                                        std::vector<Diagnostic>& faults);

    // As above, for use rather than for authors: throws Error that carries the first faults in its
    // message, and reads patterns when they are first needed (extraction throws on a bad one).
    // In the folder `cache`, made where it is missing, files keep what takes long to make, for the
    // next load by the same build of the same pack; that they cannot be read or written is no
    // error. None is kept where `cache` is empty.
    static RulePack load(const std::filesystem::path& folder,
                         const std::filesystem::path& cache = {});

    const std::string& hash() const;  // "xxh3:..." over all files, by name
    const Ontology& ontology() const;
    std::vector<RuleInfo> rules() const;  // sorted by id
    std::size_t entity_count() const;
    std::size_t name_count() const;

    const CompiledPack& compiled() const { return *compiled_; }  // for the extract layer

  private:
    explicit RulePack(std::shared_ptr<const CompiledPack> compiled);
    std::shared_ptr<const CompiledPack> compiled_;
};

}  // namespace entente
