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

re2::RE2::Options options(bool fold_case) {
    re2::RE2::Options o;
    o.set_log_errors(false);
    o.set_case_sensitive(!fold_case);
    o.set_max_mem(32 << 20);
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
        re_ = std::make_unique<re2::RE2>(pattern, options(fold_case));
        names_.resize(static_cast<std::size_t>(re_->NumberOfCapturingGroups()) + 1);
        for (const auto& [index, name] : re_->CapturingGroupNames())
            names_[static_cast<std::size_t>(index)] = name;
    });
    return *re_;
}

Regex::Regex(std::string_view pattern, bool fold_case) {
    refuse_repeated_names(pattern);
    re2::RE2::Set parser(options(fold_case), re2::RE2::UNANCHORED);  // parses, compiles nothing
    std::string error;
    if (parser.Add({pattern.data(), pattern.size()}, &error) < 0)
        throw Error("RE2 refuses the pattern: " + error);
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

struct Gate::Impl {
    static re2::RE2::Options gate_options(bool fold_case) {
        re2::RE2::Options o = options(fold_case);
        o.set_max_mem(128 << 20);
        return o;
    }

    bool fold_case;
    std::vector<std::string> patterns;

    const re2::RE2::Set& compiled() const {
        std::call_once(once_, [this] {
            set_ = std::make_unique<re2::RE2::Set>(gate_options(fold_case), re2::RE2::UNANCHORED);
            for (const std::string& pattern : patterns) set_->Add(pattern, nullptr);
            set_->Compile();
        });
        return *set_;
    }

  private:
    mutable std::once_flag once_;
    mutable std::unique_ptr<re2::RE2::Set> set_;
};

Gate::Gate(const std::vector<Regex>& regexes, bool fold_case) {
    if (regexes.empty()) return;
    auto impl = std::make_unique<Impl>();
    impl->fold_case = fold_case;
    for (const Regex& regex : regexes) impl->patterns.push_back(regex.impl_->pattern);
    impl_ = std::move(impl);
}

Gate::Gate() = default;
Gate::~Gate() = default;
Gate::Gate(Gate&&) noexcept = default;
Gate& Gate::operator=(Gate&&) noexcept = default;

void Gate::candidates(std::string_view text, std::vector<int>& out) const {
    out.clear();
    if (!impl_) return;
    re2::RE2::Set::ErrorInfo error{};
    if (impl_->compiled().Match({text.data(), text.size()}, &out, &error)) {
        std::sort(out.begin(), out.end());
    } else if (error.kind != re2::RE2::Set::kNoError) {
        // The automaton outgrew its memory on this text: every pattern may match.
        for (std::size_t i = 0; i < impl_->patterns.size(); ++i) out.push_back(static_cast<int>(i));
    }
}

}  // namespace entente::text
