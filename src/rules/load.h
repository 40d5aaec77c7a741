// Loading the parts of a pack from JSON. Each function reports every fault it finds and goes on.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/error.h"
#include "json/value.h"
#include "rules/compiled.h"

namespace entente::rules {

// One parsed file of the pack.
struct PackFile {
    std::string name;  // relative to the pack, with '/'
    json::Value root;
};

// Where we are in a file, and where faults go.
class Scope {
  public:
    Scope(std::string file, std::vector<Diagnostic>& faults)
        : file_(std::move(file)), faults_(faults) {}

    void enter(std::string rule) { rule_ = std::move(rule); }
    const std::string& file() const { return file_; }
    std::size_t faults() const { return faults_.size(); }  // so far, of all that shares the list
    void fault(const json::Value& at, std::string message) {
        faults_.push_back({file_, at.line, rule_, std::move(message)});
    }

    // Faults for keys that are not among `allowed`, suggesting the nearest.
    void check_keys(const json::Value& object, std::initializer_list<std::string_view> allowed);
    bool expect(const json::Value& value, json::Value::Kind kind, std::string_view what);
    std::string text(const json::Value& object, std::string_view key, bool required = false);
    // A member that is a pattern: a string, or a list of pieces that are joined as they stand.
    std::string pattern(const json::Value& object, std::string_view key, bool required = false);
    // A member that is a string or a list of patterns, of which each may be a list of pieces.
    std::vector<std::string> patterns(const json::Value& object, std::string_view key);
    // A pattern by its value; false where it is neither.
    bool read_pattern(const json::Value& value, std::string_view what, std::string& out);
    // A member that is true or false; `otherwise` where there is none.
    bool flag(const json::Value& object, std::string_view key, bool otherwise = false);
    // A member that is a string or a list of strings.
    std::vector<std::string> texts(const json::Value& object, std::string_view key);
    // Runs `make`; an Error that it throws becomes a fault at `at`.
    template <typename Make>
    bool attempt(const json::Value& at, Make&& make) {
        try {
            make();
            return true;
        } catch (const Error& e) {
            fault(at, e.what());
            return false;
        }
    }

  private:
    template <typename Read>
    std::vector<std::string> items(const json::Value& object, std::string_view key,
                                   const Read& read);

    std::string file_;
    std::string rule_;
    std::vector<Diagnostic>& faults_;
};

// ` (did you mean "x"?)`, where one of the known is at most so many letters away.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known,
                         std::size_t most);

// Ids seen so far, over the whole pack.
class Ids {
  public:
    // Faults where the id stands twice.
    void check(const json::Value& object, const std::string& id, Scope& scope);

  private:
    std::unordered_map<std::string, std::string> seen_;
};

// What is good of the pack in a folder; rules at fault are left out, so it is whole only where
// `faults` has not grown. Null without an ontology. Appends all faults, by file and line. Throws
// Error only where the folder cannot be read. With a `cache` as RulePack::load says.
std::shared_ptr<const CompiledPack> load_pack(const std::filesystem::path& folder,
                                              text::Validate validate,
                                              std::vector<Diagnostic>& faults,
                                              const std::filesystem::path& cache = {});
// Orders faults by file and line, keeping one of each, from the one at `first` on.
void sort_faults(std::vector<Diagnostic>& faults, std::size_t first = 0);

// Fills the ontology, the table of types and what the ontology marks for the engine.
void load_ontology(const PackFile& file, CompiledPack& pack, std::vector<Diagnostic>& faults);
// What one file of entities holds; numbers of entities and contexts are those of the file.
struct GazetteerPart {
    struct Reference {
        std::string id;    // an entry of any file should have it
        std::string from;  // the entry that names it; empty: the file as a whole
        std::size_t line = 0;
    };
    std::string file;
    std::vector<GazetteerEntity> entities;
    std::vector<std::size_t> lines;  // of the entities
    std::vector<DisplayName> display_names;
    std::vector<std::string_view> short_names;
    Texts texts;
    std::vector<NameContext> contexts;
    std::vector<std::pair<std::string, GazetteerName>> names;
    std::vector<Reference> references;
};
GazetteerPart load_gazetteer(const PackFile& file, const Ontology& ontology, const TypeTable& types,
                             std::vector<Diagnostic>& faults);
// Both take the parts in the order of their files; they may run side by side.
void join_entities(std::vector<GazetteerPart>& parts, Gazetteer& gazetteer,
                   std::vector<Diagnostic>& faults);
void join_names(std::vector<GazetteerPart>& parts, Gazetteer& gazetteer);
void load_language(const std::vector<const PackFile*>& files, const CompiledPack& pack,
                   Language& language, std::vector<Diagnostic>& faults);
// Faults fragments that are no patterns of their own, whether a rule uses them or not.
void check_fragments(const std::vector<const PackFile*>& files, const CompiledPack& pack,
                     Language& language, std::vector<Diagnostic>& faults);
void load_patterns(const PackFile& file, const TypeTable& types, LanguagePack& pack, Ids& ids,
                   std::vector<Diagnostic>& faults);
void load_phrases(const PackFile& file, const CompiledPack& pack, LanguagePack& language, Ids& ids,
                  std::vector<Diagnostic>& faults);
void load_frames(const PackFile& file, const CompiledPack& pack, LanguagePack& language, Ids& ids,
                 std::vector<Diagnostic>& faults);

// What patterns, phrases and frames share: id, says, examples.
void load_base(const json::Value& object, RuleBase& rule, const std::string& lang, Ids& ids,
               Scope& scope);

bool is_status(std::string_view status);

}  // namespace entente::rules
