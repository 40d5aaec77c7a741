// The one file that names RE2.
#include "text/regex.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>

#include "entente/error.h"

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

constexpr std::size_t max_groups = 24;  // with the whole match

// Groups behind the last that a match gives back would be lost in silence.
void refuse_many_groups(std::string_view pattern) {
    std::size_t groups = 1;
    bool in_class = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\') {
            ++at;
        } else if (in_class) {
            in_class = c != ']';
        } else if (c == '[') {
            in_class = true;
            if (pattern.substr(at + 1, 1) == "^") ++at;
            if (pattern.substr(at + 1, 1) == "]") ++at;
        } else if (c == '(') {
            groups += pattern.substr(at + 1, 1) != "?" || pattern.substr(at + 1, 2) == "?P";
        }
    }
    if (groups > max_groups)
        throw Error("the pattern has " + std::to_string(groups - 1) + " groups, more than " +
                        std::to_string(max_groups - 1),
                    {}, "make two rules of it");
}

bool run(const re2::RE2& re, std::string_view text, std::size_t from, std::size_t to,
         re2::RE2::Anchor anchor, Groups* groups) {
    re2::StringPiece found[max_groups];
    const int wanted = groups ? re.NumberOfCapturingGroups() + 1 : 0;
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
    refuse_many_groups(pattern);
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

const std::string& Regex::pattern() const { return impl_->pattern; }

const Regex& RegexCache::make(const std::string& pattern, bool fold_case) {
    auto found = made_[fold_case].find(pattern);
    if (found == made_[fold_case].end())
        found = made_[fold_case].emplace(pattern, Regex(pattern, fold_case, validate)).first;
    return found->second;
}

}  // namespace entente::text
