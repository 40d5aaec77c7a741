// Loading a whole pack: files in the order of their names, faults all in one run.
#include <algorithm>
#include <fstream>
#include <future>
#include <map>
#include <optional>
#include <sstream>

#include "entente/rule_pack.h"
#include "json/content_hash.h"
#include "rules/load.h"

namespace entente {

namespace {

namespace fs = std::filesystem;
using rules::PackFile;

constexpr double pack_format = 1;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) throw Error("cannot read the file", path.string());
    return std::move(out).str();
}

constexpr std::string_view gazetteer_folder = "entities/";

// A file of the pack; parsed when it is needed.
class File {
  public:
    File(std::string name, const fs::path& path)
        : name_(std::move(name)), bytes_(read_file(path)) {}

    const std::string& name() const { return name_; }
    std::string hash() const { return name_ + '\0' + content_hash(bytes_) + '\n'; }

    std::optional<PackFile> parse(std::vector<Diagnostic>& faults) const {
        try {
            return PackFile{name_, json::parse(bytes_, name_)};
        } catch (const Error& e) {
            const std::size_t colon = e.where().rfind(':');
            faults.push_back({name_, std::stoul("0" + e.where().substr(colon + 1)), {}, e.what()});
            return std::nullopt;
        }
    }

  private:
    std::string name_, bytes_;
};

struct Files {
    std::vector<File> gazetteer;   // big: parsed one by one
    std::vector<PackFile> parsed;  // all others; sorted by name
    std::string hash;

    std::vector<const PackFile*> under(std::string_view folder) const {
        std::vector<const PackFile*> out;
        for (const PackFile& file : parsed)
            if (std::string_view(file.name).starts_with(folder)) out.push_back(&file);
        return out;
    }
    const PackFile* named(std::string_view name) const {
        for (const PackFile& file : parsed)
            if (file.name == name) return &file;
        return nullptr;
    }
};

std::map<std::string, fs::path> find_files(const fs::path& folder) {
    if (!fs::is_directory(folder))
        throw Error("no rule pack there", folder.string(), "give a folder that holds pack.json");
    std::map<std::string, fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".json")
            paths.emplace(fs::relative(entry.path(), folder).generic_string(), entry.path());
    if (!paths.count("pack.json"))
        throw Error("the folder holds no pack.json", folder.string(), "is it a rule pack?");
    return paths;
}

Files read_files(const fs::path& folder, std::vector<Diagnostic>& faults) {
    Files files;
    std::string hashes;
    for (const auto& [name, path] : find_files(folder)) {
        File file(name, path);
        hashes += file.hash();
        if (name.starts_with(gazetteer_folder))
            files.gazetteer.push_back(std::move(file));
        else if (auto parsed = file.parse(faults))
            files.parsed.push_back(std::move(*parsed));
    }
    files.hash = "xxh3:" + content_hash(hashes);
    return files;
}

template <typename Rule>
void add_to(text::Gate& gate, const std::vector<Rule>& rules, text::Regex Rule::*regex) {
    std::vector<text::Gate::Pattern> patterns;
    for (const Rule& rule : rules) {
        patterns.push_back({rule.*regex, {}});
        if constexpr (std::is_same_v<Rule, rules::Pattern>) patterns.back().words = rule.needs;
    }
    gate.add(std::move(patterns));
}

void make_gates(rules::LanguagePack& pack) {
    const bool fold_case = pack.language.code == "en";
    pack.gate = text::Gate(fold_case);
    add_to(pack.gate, pack.language.tidy, &rules::Tidy::regex);
    add_to(pack.gate, pack.language.status, &rules::StatusCue::regex);
    add_to(pack.gate, pack.language.attribution, &rules::Attribution::regex);
    add_to(pack.gate, pack.language.anaphora, &rules::Anaphor::regex);
    add_to(pack.gate, pack.patterns, &rules::Pattern::regex);
    add_to(pack.gate, pack.phrases, &rules::Phrase::regex);
    add_to(pack.gate, pack.frames, &rules::Frame::trigger);
    add_to(pack.gate, pack.language.clauses, &rules::Clause::regex);
    pack.language.clean.prepare();
    pack.plain_gate = text::Gate(fold_case);
    add_to(pack.plain_gate, pack.plain_patterns, &rules::Pattern::regex);
}

void load_language_pack(const Files& files, const std::string& lang, CompiledPack& pack,
                        rules::LanguagePack& language, text::Validate validate,
                        std::vector<Diagnostic>& faults) {
    language.language.code = lang;
    language.language.regexes.validate = validate;
    rules::load_language(files.under("language/" + lang + "/"), pack.types, language.language,
                         faults);
    rules::Ids ids;
    for (const PackFile* file : files.under("patterns/any/"))
        rules::load_patterns(*file, pack.types, language, ids, faults);
    for (const PackFile* file : files.under("patterns/" + lang + "/"))
        rules::load_patterns(*file, pack.types, language, ids, faults);
    for (const PackFile* file : files.under("phrases/" + lang + "/"))
        rules::load_phrases(*file, pack, language, ids, faults);
    for (const PackFile* file : files.under("frames/" + lang + "/"))
        rules::load_frames(*file, pack, language, ids, faults);
    if (validate == text::Validate::now || !faults.empty())
        rules::check_fragments(files.under("language/" + lang + "/"), pack.types, language.language,
                               faults);
    make_gates(language);
}

void check_format(const Files& files, std::vector<Diagnostic>& faults) {
    const PackFile* file = files.named("pack.json");
    if (!file) return;
    rules::Scope scope(file->name, faults);
    scope.check_keys(file->root, {"format", "name", "says"});
    const json::Value* format = file->root.find("format");
    if (!format || format->number != pack_format)
        scope.fault(file->root, "\"format\" must be 1: this pack is for another version");
}

}  // namespace

RulePack::RulePack(std::shared_ptr<const CompiledPack> compiled) : compiled_(std::move(compiled)) {}

namespace {

// The three parts know nothing of each other.
void load_parts(const Files& files, CompiledPack& pack, text::Validate validate,
                std::vector<Diagnostic>& faults) {
    std::vector<Diagnostic> ko_faults, en_faults;
    auto ko = std::async(std::launch::async, [&] {
        load_language_pack(files, "ko", pack, pack.ko, validate, ko_faults);
    });
    auto en = std::async(std::launch::async, [&] {
        load_language_pack(files, "en", pack, pack.en, validate, en_faults);
    });
    std::size_t next = 0;
    rules::load_gazetteer(
        [&]() -> std::optional<PackFile> {
            while (next < files.gazetteer.size())
                if (auto parsed = files.gazetteer[next++].parse(faults)) return parsed;
            return std::nullopt;
        },
        pack.ontology, pack.types, pack.gazetteer, faults);
    ko.get();
    en.get();
    for (auto* part : {&ko_faults, &en_faults})
        faults.insert(faults.end(), part->begin(), part->end());
}

// Empty exactly where `faults` has grown.
std::shared_ptr<const CompiledPack> load_pack(const fs::path& folder, text::Validate validate,
                                              std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    const Files files = read_files(folder, faults);
    auto pack = std::make_shared<CompiledPack>();
    pack->hash = files.hash;
    check_format(files, faults);
    // Without an ontology every other file would be at fault.
    if (const PackFile* ontology = files.named("ontology.json")) {
        rules::load_ontology(*ontology, *pack, faults);
        load_parts(files, *pack, validate, faults);
    } else if (faults.size() == before) {
        faults.push_back({"ontology.json", 0, {}, "the pack has no ontology.json"});
    }
    if (faults.size() == before) return pack;
    std::stable_sort(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                         return std::tie(a.file, a.line, a.rule, a.message) <
                                std::tie(b.file, b.line, b.rule, b.message);
                     });
    // Files that both languages read are faulted once.
    const auto same = [](const Diagnostic& x, const Diagnostic& y) { return x.text() == y.text(); };
    faults.erase(
        std::unique(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end(), same),
        faults.end());
    return nullptr;
}

}  // namespace

std::optional<RulePack> RulePack::load(const fs::path& folder, std::vector<Diagnostic>& faults) {
    auto pack = load_pack(folder, text::Validate::now, faults);
    return pack ? std::optional(RulePack(std::move(pack))) : std::nullopt;
}

RulePack RulePack::load(const fs::path& folder) {
    std::vector<Diagnostic> faults;
    if (auto pack = load_pack(folder, text::Validate::late, faults))
        return RulePack(std::move(pack));
    constexpr std::size_t shown = 5;
    std::string message = "the rule pack has " + std::to_string(faults.size()) + " faults:";
    for (std::size_t i = 0; i < std::min(shown, faults.size()); ++i)
        message += "\n  " + faults[i].text();
    throw Error(message, folder.string(), "run `entente rules check` for all of them");
}

const std::string& RulePack::hash() const { return compiled_->hash; }
const Ontology& RulePack::ontology() const { return compiled_->ontology; }
std::size_t RulePack::entity_count() const { return compiled_->gazetteer.entities.size(); }
std::size_t RulePack::name_count() const { return compiled_->gazetteer.names.size(); }

std::vector<RuleInfo> RulePack::rules() const {
    std::vector<RuleInfo> out;
    auto add = [&](const rules::RuleBase& r, const char* kind, const std::string& yields) {
        out.push_back({r.id, kind, r.lang, yields, r.says, r.file, r.line});
    };
    for (const rules::LanguagePack* language : {&compiled_->ko, &compiled_->en}) {
        for (const auto& r : language->patterns) add(r, "pattern", compiled_->types.name(r.type));
        for (const auto& r : language->plain_patterns)
            add(r, "pattern", compiled_->types.name(r.type));
        for (const auto& r : language->phrases) add(r, "phrase", r.relation);
        for (const auto& r : language->frames) add(r, "frame", r.relation);
    }
    std::sort(out.begin(), out.end(), [](const RuleInfo& a, const RuleInfo& b) {
        return std::tie(a.id, a.lang) < std::tie(b.id, b.lang);
    });
    return out;
}

}  // namespace entente
