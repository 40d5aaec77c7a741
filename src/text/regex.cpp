// The one file that names RE2.
#include "text/regex.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "entente/error.h"
#include "text/late.h"
#include "text/scout.h"

namespace entente::text {

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

constexpr std::size_t max_groups = 24;  // with the whole match

// The name of each group, by index; the first is the whole match. Throws Error where a name stands
// twice, and where there are more groups than a match gives back: those behind would be lost in
// silence.
std::vector<std::string> read_groups(std::string_view pattern) {
    std::vector<std::string> names(1);
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
        } else if (c == '(' && pattern.substr(at).starts_with("(?P<")) {
            std::string name(pattern.substr(at + 4, pattern.find('>', at) - at - 4));
            if (std::find(names.begin() + 1, names.end(), name) != names.end())
                throw Error("group \"" + name + "\" stands twice in one pattern", {},
                            "give each end one place");
            names.resize(groups++);
            names.push_back(std::move(name));
        } else if (c == '(') {
            groups += pattern.substr(at + 1, 1) != "?";
        }
    }
    if (groups > max_groups)
        throw Error("the pattern has " + std::to_string(groups - 1) + " groups, more than " +
                        std::to_string(max_groups - 1),
                    {}, "make two rules of it");
    names.resize(groups);
    return names;
}

bool run(const re2::RE2& re, std::string_view text, std::size_t from, std::size_t to,
         re2::RE2::Anchor anchor, std::size_t wanted, Groups* groups) {
    re2::StringPiece found[max_groups];
    const int count = groups ? static_cast<int>(wanted) : 0;
    if (!re.Match({text.data(), text.size()}, from, to, anchor, found, count)) return false;
    if (!groups) return true;
    groups->assign(wanted, Span{nowhere, nowhere});
    for (std::size_t i = 0; i < wanted; ++i) {
        if (!found[i].data()) continue;
        const auto begin = static_cast<std::size_t>(found[i].data() - text.data());
        (*groups)[i] = {begin, begin + found[i].size()};
    }
    return true;
}

}  // namespace

struct Regex::Impl {
    Impl(std::string_view notation, bool fold) : pattern(notation), fold_case(fold) {}

    bool search(std::string_view text, std::size_t from, std::size_t to, Groups* groups,
                std::size_t begin_by) const {
        Scout::Effort effort(to - from);
        for (;;) {
            const Span place = scout().next(text, {from, to, begin_by}, effort);
            if (!matched(place)) return false;
            if (effort.spent())
                return run(compiled(), text, place.begin, to, re2::RE2::UNANCHORED, names().size(),
                           groups);
            if (match(text, place, groups)) return true;
            if (place.begin == to) return false;
            from = place.begin + 1;
        }
    }

    bool match_at(std::string_view text, std::size_t from, Groups* groups) const {
        const Span place = scout().at(text, from, text.size());
        return matched(place) && match(text, place, groups);
    }

    // Of the groups, by index.
    const std::vector<std::string>& names() const {
        return names_.get(
            [this] { return std::make_unique<std::vector<std::string>>(read_groups(pattern)); });
    }

    std::string pattern;
    bool fold_case;

  private:
    bool match(std::string_view text, Span place, Groups* groups) const {
        return run(compiled(), text, place.begin, place.end, re2::RE2::ANCHOR_START, names().size(),
                   groups);
    }
    const re2::RE2& compiled() const;
    const Scout& scout() const;

    Late<std::vector<std::string>> names_;
    Late<re2::RE2> re_;
    Late<Scout> scout_;
};

const re2::RE2& Regex::Impl::compiled() const {
    return re_.get([this] {
        auto re = std::make_unique<re2::RE2>(pattern, options(pattern, fold_case));
        if (!re->ok())
            throw Error("RE2 refuses the pattern " + pattern.substr(0, 80) + ": " + re->error(), {},
                        "run `entente rules check` to see where it stands");
        return re;
    });
}

const Scout& Regex::Impl::scout() const {
    return scout_.get([this] {
        const Reads reads = is_bytewise(pattern, fold_case) ? Reads::bytes : Reads::characters;
        return std::make_unique<Scout>(pattern, fold_case, reads);
    });
}

Regex::Regex(std::string_view pattern, bool fold_case, Validate validate) {
    auto impl = std::make_shared<const Impl>(pattern, fold_case);
    if (validate == Validate::now) {
        impl->names();
        // A set parses what is added and compiles nothing yet.
        re2::RE2::Set parser(options(pattern, fold_case), re2::RE2::UNANCHORED);
        std::string error;
        if (parser.Add({pattern.data(), pattern.size()}, &error) < 0)
            throw Error("RE2 refuses the pattern: " + error);
    }
    impl_ = std::move(impl);
}

bool Regex::search(std::string_view text, std::size_t from, std::size_t to, Groups* groups,
                   std::size_t begin_by) const {
    return impl_ && impl_->search(text, from, to, groups, begin_by);
}

bool Regex::match_at(std::string_view text, std::size_t from, Groups* groups) const {
    return impl_ && impl_->match_at(text, from, groups);
}

int Regex::group(std::string_view name) const {
    if (!impl_) return -1;
    const std::vector<std::string>& names = impl_->names();
    auto found = std::find(names.begin() + 1, names.end(), name);
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
