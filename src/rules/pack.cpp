// Loading a whole pack: files in the order of their names, faults all in one run.
#include <algorithm>
#include <fstream>
#include <future>
#include <map>
#include <optional>

#include "entente/rule_pack.h"
#include "json/content_hash.h"
#include "rules/load.h"
#include "rules/parallel.h"

namespace entente {

namespace {

namespace fs = std::filesystem;
using rules::PackFile;

constexpr double pack_format = 1;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::error_code unknown;
    const auto size = fs::file_size(path, unknown);
    std::string bytes(unknown ? 0 : size, '\0');
    if (unknown || !in.read(bytes.data(), static_cast<std::streamsize>(size)))
        throw Error("cannot read the file", path.string());
    return bytes;
}

constexpr const char* pack_file = "pack.json";
constexpr const char* ontology_file = "ontology.json";
constexpr std::string_view gazetteer_folder = "entities/";

// A file of the pack and what became of it.
struct File {
    std::string name, bytes, hash;
    std::optional<PackFile> tree;  // empty where it is no JSON
    rules::GazetteerPart entities;
    std::vector<Diagnostic> faults;
};

// Parts whose files hold a list by the name of their folder.
bool is_list(std::string_view part) {
    return part == "entities" || part == "patterns" || part == "phrases" || part == "frames";
}

bool parse(File& file, std::vector<Diagnostic>& faults) {
    try {
        PackFile tree{file.name, json::parse(file.bytes, file.name)};
        if (!tree.root.is(json::Value::Kind::object)) {
            const std::string part = file.name.substr(0, file.name.find('/'));
            faults.push_back({file.name,
                              1,
                              {},
                              "the file must be an object" +
                                  (is_list(part) ? ": {\"" + part + "\": [...]}" : "")});
            return false;
        }
        file.tree = std::move(tree);
        return true;
    } catch (const Error& e) {
        const std::size_t colon = e.where().rfind(':');
        faults.push_back({file.name, std::stoul("0" + e.where().substr(colon + 1)), {}, e.what()});
        return false;
    }
}

struct Files {
    std::vector<File> all;  // sorted by name

    // Of the files whose names begin so, with the ontology.
    std::string hash(std::string_view folder = {}) const {
        std::string hashes;
        for (const File& file : all)
            if (file.name.starts_with(folder) || file.name == ontology_file)
                hashes += file.name + '\0' + file.hash + '\n';
        return content_hash(hashes);
    }
    std::vector<const PackFile*> under(std::string_view folder) const {
        std::vector<const PackFile*> out;
        for (const File& file : all)
            if (file.tree && file.name.starts_with(folder)) out.push_back(&*file.tree);
        return out;
    }
    File* named(std::string_view name) {
        for (File& file : all)
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
            paths.emplace(entry.path().lexically_relative(folder).generic_string(), entry.path());
    if (!paths.count(pack_file))
        throw Error("the folder holds no pack.json", folder.string(), "is it a rule pack?");
    return paths;
}

Files read_files(const fs::path& folder) {
    Files files;
    std::vector<fs::path> paths;
    for (auto& [name, path] : find_files(folder)) {
        files.all.push_back({name, {}, {}, {}, {}, {}});
        paths.push_back(path);
    }
    rules::in_parallel(paths.size(), [&](std::size_t i) {
        files.all[i].bytes = read_file(paths[i]);
        files.all[i].hash = content_hash(files.all[i].bytes);
    });
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

// Where a pack's files in a cache are: one for each folder and thing that is kept.
struct Cache {
    fs::path folder;   // empty: nothing is kept
    std::string pack;  // by the pack's folder

    text::Kept file(const std::string& thing) const {
        return folder.empty() ? text::Kept() : text::Kept(folder / (pack + "." + thing));
    }
};

void make_gates(rules::LanguagePack& pack, const Cache& cache) {
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
    pack.gate.keep_in(cache.file(pack.language.code + ".gate"));
    pack.language.clean.prepare();
    pack.plain_gate = text::Gate(fold_case);
    add_to(pack.plain_gate, pack.plain_patterns, &rules::Pattern::regex);
    pack.plain_gate.keep_in(cache.file(pack.language.code + ".plain-gate"));
}

void load_language_pack(const Files& files, const std::string& lang, const CompiledPack& pack,
                        rules::LanguagePack& language, text::Validate validate, const Cache& cache,
                        std::vector<Diagnostic>& faults) {
    language.language.code = lang;
    language.language.regexes.validate = validate;
    rules::load_language(files.under("language/" + lang + "/"), pack, language.language, faults);
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
        rules::check_fragments(files.under("language/" + lang + "/"), pack, language.language,
                               faults);
    make_gates(language, cache);
}

void check_format(Files& files, std::vector<Diagnostic>& faults) {
    File* const file = files.named(pack_file);
    if (!parse(*file, faults)) return;
    const json::Value& root = file->tree->root;
    rules::Scope scope(file->name, faults);
    scope.check_keys(root, {"format", "name", "says"});
    const json::Value* format = root.find("format");
    if (!format || format->number != pack_format)
        scope.fault(root, "\"format\" must be 1: this pack is for another version");
}

// Faults a file that stands where nothing of a pack is read.
void check_place(File& file) {
    static constexpr std::string_view read[] = {
        gazetteer_folder, "language/ko/", "language/en/", "patterns/any/", "patterns/ko/",
        "patterns/en/",   "phrases/ko/",  "phrases/en/",  "frames/ko/",    "frames/en/"};
    std::string folders;
    for (std::string_view folder : read) {
        if (file.name.starts_with(folder)) return;
        folders += (folders.empty() ? "" : ", ") + std::string(folder);
    }
    file.faults.push_back(
        {file.name, 1, {}, "no part of a pack is read from here, but from " + folders});
}

// Trees of entities are big: their names are read off and the tree is let go.
void read_entities(File& file, const CompiledPack& pack) {
    if (!file.tree) return;
    file.entities = rules::load_gazetteer(*file.tree, pack.ontology, pack.types, file.faults);
    file.tree.reset();
}

// False where the pack has none.
bool parse_ontology(Files& files, CompiledPack& pack, std::vector<Diagnostic>& faults) {
    File* const file = files.named(ontology_file);
    if (!file) faults.push_back({ontology_file, 0, {}, "the pack has no ontology.json"});
    if (!file || !parse(*file, faults)) return false;
    rules::load_ontology(*file->tree, pack, faults);
    return true;
}

// The rest of the files. Without an ontology everything in them would be at fault.
void parse_files(Files& files, const CompiledPack& pack, bool known, bool with_entities,
                 std::vector<Diagnostic>& faults) {
    rules::in_parallel(files.all.size(), [&](std::size_t i) {
        File& file = files.all[i];
        if (file.name == ontology_file || file.name == pack_file) return;
        const bool holds_entities = file.name.starts_with(gazetteer_folder);
        if (holds_entities && !with_entities) return;
        check_place(file);
        parse(file, file.faults);
        if (known && holds_entities) read_entities(file, pack);
    });
    for (const File& file : files.all)
        faults.insert(faults.end(), file.faults.begin(), file.faults.end());
}

void load_languages(const Files& files, CompiledPack& pack, text::Validate validate,
                    const Cache& cache, std::vector<Diagnostic>& faults) {
    std::vector<Diagnostic> of_korean;
    auto korean = std::async(std::launch::async, [&] {
        load_language_pack(files, "ko", pack, pack.ko, validate, cache, of_korean);
    });
    load_language_pack(files, "en", pack, pack.en, validate, cache, faults);
    korean.get();
    faults.insert(faults.end(), of_korean.begin(), of_korean.end());
}

// The names take as long as the entities, which know nothing of them.
void join_gazetteer(Files& files, rules::Gazetteer& gazetteer, std::vector<Diagnostic>& faults) {
    std::vector<rules::GazetteerPart> parts;
    for (File& file : files.all) parts.push_back(std::move(file.entities));
    auto entities =
        std::async(std::launch::async, [&] { rules::join_entities(parts, gazetteer, faults); });
    rules::join_names(parts, gazetteer);
    entities.get();
}

// Of a pack that has an ontology.
void load_parts(Files& files, CompiledPack& pack, text::Validate validate, const Cache& cache,
                std::vector<Diagnostic>& faults) {
    const text::Kept file = cache.file("names");
    const std::string key = files.hash(gazetteer_folder);
    const std::string kept = file.read(key);
    std::future<void> unpacked;
    if (!kept.empty())
        unpacked =
            std::async(std::launch::async, [&] { rules::unpack_gazetteer(kept, pack.gazetteer); });
    parse_files(files, pack, true, kept.empty(), faults);
    if (kept.empty())
        join_gazetteer(files, pack.gazetteer, faults);
    else
        unpacked.get();
    if (file && kept.empty() && faults.empty())
        file.write(key, rules::pack_gazetteer(pack.gazetteer));
    load_languages(files, pack, validate, cache, faults);
}

}  // namespace

namespace rules {

void sort_faults(std::vector<Diagnostic>& faults, std::size_t first) {
    const auto begin = faults.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.file, a.line, a.rule, a.message) <
               std::tie(b.file, b.line, b.rule, b.message);
    });
    // Files that both languages read are faulted once.
    const auto same = [](const Diagnostic& x, const Diagnostic& y) { return x.text() == y.text(); };
    faults.erase(std::unique(begin, faults.end(), same), faults.end());
}

std::shared_ptr<const CompiledPack> load_pack(const fs::path& folder, text::Validate validate,
                                              std::vector<Diagnostic>& faults,
                                              const fs::path& cache) {
    const std::size_t first = faults.size();
    Files files = read_files(folder);
    auto pack = std::make_shared<CompiledPack>();
    pack->hash = "xxh3:" + files.hash();
    check_format(files, faults);
    const bool known = parse_ontology(files, *pack, faults);
    if (known)
        load_parts(files, *pack, validate, {cache, content_hash(fs::absolute(folder).string())},
                   faults);
    else
        parse_files(files, *pack, false, true, faults);
    sort_faults(faults, first);
    return known ? pack : nullptr;
}

}  // namespace rules

RulePack::RulePack(std::shared_ptr<const CompiledPack> compiled) : compiled_(std::move(compiled)) {}

std::optional<RulePack> RulePack::load(const fs::path& folder, std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    auto pack = rules::load_pack(folder, text::Validate::now, faults);
    return faults.size() == before ? std::optional(RulePack(std::move(pack))) : std::nullopt;
}

RulePack RulePack::load(const fs::path& folder, const fs::path& cache) {
    std::vector<Diagnostic> faults;
    auto pack = rules::load_pack(folder, text::Validate::late, faults, cache);
    if (faults.empty()) return RulePack(std::move(pack));
    constexpr std::size_t shown = 5;
    std::string message = "the rule pack has " + std::to_string(faults.size()) + " faults:";
    for (std::size_t i = 0; i < std::min(shown, faults.size()); ++i)
        message += "\n  " + faults[i].text();
    throw Error(message, folder.string(), "run `entente rules check` for all of them");
}

const std::string& RulePack::hash() const { return compiled_->hash; }
const Ontology& RulePack::ontology() const { return compiled_->ontology; }
std::size_t RulePack::entity_count() const { return compiled_->gazetteer.entities.size(); }
std::size_t RulePack::name_count() const { return compiled_->gazetteer.name_count(); }

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
