// The one file that names RE2.
#include "text/regex.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "entente/error.h"
#include "text/needs.h"
#include "text/trie.h"
#include "text/utf8.h"

namespace entente::text {

struct Regex::Impl {
    std::string pattern;
    bool fold_case = false;

    const re2::RE2& compiled() const;
    const std::vector<std::string>& names() const {
        compiled();
        return names_;
    }

  private:
    mutable std::once_flag once_;
    mutable std::unique_ptr<re2::RE2> re_;
    mutable std::vector<std::string> names_;  // of groups, by index
};

namespace {

// Unicode folds k and s with rare letters outside ASCII, which doubles the program of a pattern
// full of English words: one that is all ASCII is read byte by byte.
bool is_bytewise(std::string_view pattern, bool fold_case) {
    return fold_case && pattern.find("\\x{") == std::string_view::npos &&
           pattern.find("\\p") == std::string_view::npos &&
           pattern.find("\\P") == std::string_view::npos &&
           std::all_of(pattern.begin(), pattern.end(), [](char c) { return c > 0; });
}

re2::RE2::Options options(std::string_view pattern, bool fold_case) {
    re2::RE2::Options o;
    o.set_log_errors(false);
    o.set_case_sensitive(!fold_case);
    o.set_max_mem(32 << 20);
    if (is_bytewise(pattern, fold_case)) o.set_encoding(re2::RE2::Options::EncodingLatin1);
    return o;
}

void refuse_repeated_names(std::string_view pattern) {
    std::vector<std::string_view> seen;
    for (std::size_t at = pattern.find("(?P<"); at != std::string_view::npos;
         at = pattern.find("(?P<", at + 1)) {
        std::string_view name = pattern.substr(at + 4, pattern.find('>', at) - at - 4);
        if (std::find(seen.begin(), seen.end(), name) != seen.end())
            throw Error("group \"" + std::string(name) + "\" stands twice in one pattern", {},
                        "give each end one place");
        seen.push_back(name);
    }
}

bool run(const re2::RE2& re, std::string_view text, std::size_t from, std::size_t to,
         re2::RE2::Anchor anchor, Groups* groups) {
    constexpr int max_groups = 24;
    re2::StringPiece found[max_groups];
    const int wanted = groups ? std::min(max_groups, re.NumberOfCapturingGroups() + 1) : 0;
    if (!re.Match({text.data(), text.size()}, from, to, anchor, found, wanted)) return false;
    if (!groups) return true;
    groups->assign(static_cast<std::size_t>(wanted), Span{nowhere, nowhere});
    for (int i = 0; i < wanted; ++i) {
        if (!found[i].data()) continue;
        auto begin = static_cast<std::size_t>(found[i].data() - text.data());
        (*groups)[static_cast<std::size_t>(i)] = {begin, begin + found[i].size()};
    }
    return true;
}

}  // namespace

const re2::RE2& Regex::Impl::compiled() const {
    std::call_once(once_, [this] {
        auto re = std::make_unique<re2::RE2>(pattern, options(pattern, fold_case));
        if (!re->ok())
            throw Error("RE2 refuses the pattern " + pattern.substr(0, 80) + ": " + re->error(), {},
                        "run `entente rules check` to see where it stands");
        re_ = std::move(re);
        names_.resize(static_cast<std::size_t>(re_->NumberOfCapturingGroups()) + 1);
        for (const auto& [index, name] : re_->CapturingGroupNames())
            names_[static_cast<std::size_t>(index)] = name;
    });
    return *re_;
}

Regex::Regex(std::string_view pattern, bool fold_case, Validate validate) {
    refuse_repeated_names(pattern);
    if (validate == Validate::now) {
        // A set parses what is added and compiles nothing yet.
        re2::RE2::Set parser(options(pattern, fold_case), re2::RE2::UNANCHORED);
        std::string error;
        if (parser.Add({pattern.data(), pattern.size()}, &error) < 0)
            throw Error("RE2 refuses the pattern: " + error);
    }
    auto impl = std::make_shared<Impl>();
    impl->pattern = pattern;
    impl->fold_case = fold_case;
    impl_ = std::move(impl);
}

bool Regex::search(std::string_view text, std::size_t from, std::size_t to, Groups* groups) const {
    return impl_ && run(impl_->compiled(), text, from, to, re2::RE2::UNANCHORED, groups);
}

bool Regex::match_at(std::string_view text, std::size_t from, Groups* groups) const {
    return impl_ && run(impl_->compiled(), text, from, text.size(), re2::RE2::ANCHOR_START, groups);
}

int Regex::group(std::string_view name) const {
    if (!impl_) return -1;
    const std::vector<std::string>& names = impl_->names();
    auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

bool Regex::has_group(std::string_view name) const {
    return impl_ && impl_->pattern.find("(?P<" + std::string(name) + ">") != std::string::npos;
}

const Regex& RegexCache::make(const std::string& pattern, bool fold_case) {
    auto found = made_[fold_case].find(pattern);
    if (found == made_[fold_case].end())
        found = made_[fold_case].emplace(pattern, Regex(pattern, fold_case, validate)).first;
    return found->second;
}

struct Gate::Impl {
    explicit Impl(const std::vector<Regex>& regexes, bool fold) : fold_case(fold) {
        std::map<std::string, int> ids;
        for (const Regex& regex : regexes) {
            std::vector<std::vector<int>>& all = needs.emplace_back();
            for (const AnyOf& any : needs_of(regex.impl_->pattern, fold_case)) {
                std::vector<int>& some = all.emplace_back();
                for (const std::string& word : any)
                    some.push_back(ids.emplace(word, static_cast<int>(ids.size())).first->second);
            }
        }
        word_count = ids.size();
        words = Trie({ids.begin(), ids.end()});
    }

    bool fold_case = false;
    Trie words;  // all strings that are demanded
    std::size_t word_count = 0;
    std::vector<std::vector<std::vector<int>>> needs;  // per pattern: all of any of these words
};

// Made at the first text: a run may never meet one of its language.
struct Gate::Lazy {
    std::vector<Regex> regexes;
    bool fold_case = false;

    const Impl& made() const {
        std::call_once(once_, [this] { impl_ = std::make_unique<Impl>(regexes, fold_case); });
        return *impl_;
    }

  private:
    mutable std::once_flag once_;
    mutable std::unique_ptr<const Impl> impl_;
};

Gate::Gate(std::vector<Regex> regexes, bool fold_case) {
    if (regexes.empty()) return;
    auto lazy = std::make_unique<Lazy>();
    lazy->regexes = std::move(regexes);
    lazy->fold_case = fold_case;
    lazy_ = std::move(lazy);
}

Gate::Gate() = default;
Gate::~Gate() = default;
Gate::Gate(Gate&&) noexcept = default;
Gate& Gate::operator=(Gate&&) noexcept = default;

void Gate::candidates(std::string_view text, std::vector<int>& out) const {
    out.clear();
    if (!lazy_) return;
    const Impl& impl = lazy_->made();
    const std::string low = impl.fold_case ? lower_ascii(text) : std::string();
    const std::string_view view = impl.fold_case ? std::string_view(low) : text;
    std::vector<bool> stands(impl.word_count);
    for (std::size_t at = 0; at < view.size(); ++at)
        impl.words.matches(view, at, [&](std::size_t, std::int32_t word) {
            stands[static_cast<std::size_t>(word)] = true;
        });
    const auto met = [&](const std::vector<int>& any) {
        return std::any_of(any.begin(), any.end(),
                           [&](int word) { return stands[static_cast<std::size_t>(word)]; });
    };
    for (std::size_t i = 0; i < impl.needs.size(); ++i)
        if (std::all_of(impl.needs[i].begin(), impl.needs[i].end(), met))
            out.push_back(static_cast<int>(i));
}

}  // namespace entente::text
