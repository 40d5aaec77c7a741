// One scan of the text with a trie over all demanded strings; then, for each way in which a pattern
// can match and whose rarest demand stands, whether its demands can follow each other.
#include "text/gate.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstring>
#include <future>
#include <map>

#include "text/late.h"
#include "text/needs.h"
#include "text/packed.h"
#include "text/trie.h"
#include "text/utf8.h"

namespace entente::text {

namespace {

// Rows of numbers, packed: row i is data[begin[i] .. begin[i + 1]).
struct Rows {
    std::vector<std::uint32_t> begin;
    std::vector<std::int32_t> data;

    Rows() = default;
    explicit Rows(const std::vector<std::vector<std::int32_t>>& rows) {
        for (const auto& row : rows) {
            begin.push_back(static_cast<std::uint32_t>(data.size()));
            data.insert(data.end(), row.begin(), row.end());
        }
        begin.push_back(static_cast<std::uint32_t>(data.size()));
    }
    const std::int32_t* first(std::int32_t row) const {
        return data.data() + begin[static_cast<std::size_t>(row)];
    }
    const std::int32_t* last(std::int32_t row) const {
        return data.data() + begin[static_cast<std::size_t>(row) + 1];
    }
    template <typename Archive, typename Self>
    static void pack(Archive& archive, Self& self) {
        archive(self.begin, self.data);
    }
};

// Where no word begins is passed over at once, by the hash of a word's first bytes: of hangul and
// hanja two letters, else four bytes. Shorter words have a filter of their own.
constexpr std::size_t max_start = 6;
constexpr unsigned start_bits = 16;
using Starts = std::bitset<1U << start_bits>;

bool is_wide(const char* text) { return static_cast<unsigned char>(*text) >= 0xE0; }

std::size_t hash(const char* text, std::size_t size) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, size);
    return (bytes * 0x9E3779B97F4A7C15U) >> (64 - start_bits);
}

std::size_t start_of(const char* text) {
    return is_wide(text) ? hash(text, max_start) : hash(text, 4);
}
std::size_t short_start_of(const char* text) {
    return is_wide(text) ? hash(text, 4) : hash(text, 2);
}

// Position of a letter of three bytes in a table; 0 for any other.
constexpr std::size_t letter_count = 0x10000;
std::size_t letter_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0xE0 || first > 0xEF || at + 3 > text.size()) return 0;
    return (first & 0xFU) << 12 | (static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6 |
           (static_cast<unsigned char>(text[at + 2]) & 0x3FU);
}

// Few and long strings are rare; masks stand in every sentence.
double rarity(const AnyOf& any) {
    const auto size = static_cast<double>(any.shortest());
    return size * size / static_cast<double>(any.size() + 4);
}

}  // namespace

struct Gate::Impl {
    explicit Impl(Unpacker packed) { pack(packed, *this); }
    Impl(const std::vector<std::vector<Pattern>>& groups, bool fold) : fold_case(fold) {
        std::vector<const Pattern*> patterns;
        std::vector<Place> owners;
        for (const std::vector<Pattern>& group : groups) {
            for (std::size_t i = 0; i < group.size(); ++i) {
                patterns.push_back(&group[i]);
                owners.push_back(
                    {static_cast<std::int32_t>(group_count), static_cast<std::int32_t>(i)});
            }
            ++group_count;
        }
        const std::vector<std::vector<Needs>> ways = ways_of(patterns);
        for (std::size_t i = 0; i < patterns.size(); ++i)
            for (const Needs& way : ways[i]) add_way(way, patterns[i]->words, owners[i]);
        needs = Rows(needs_of_word_);
        chains = Rows(chain_of_way_);
        by_key = Rows(ways_of_key_);
        index();
    }

    // All but what is of use only while it is made.
    template <typename Archive, typename Self>
    static void pack(Archive& archive, Self& self) {
        archive(self.fold_case, self.group_count, self.words, self.short_words, self.letters,
                self.single, self.starts, self.short_starts, self.needs, self.chains, self.by_key,
                self.shortest, self.word_of_way, self.leads, self.places, self.always);
    }

    // Fills `sight` for a text that it has not seen.
    void look(std::string_view text, Sight& sight) const {
        clear(sight);
        sight.text_ = text;
        sight.looked_ = true;
        find_words(fold_case ? lower_ascii(text) : sight.text_, sight);
        for (std::int32_t word : sight.standing_words_) {
            const Sight::Seen& seen = sight.words_[static_cast<std::size_t>(word)];
            for (auto need = needs.first(word); need != needs.last(word); ++need) {
                Sight::Seen& all = sight.needs_[static_cast<std::size_t>(*need)];
                if (all.first_end == 0) {
                    sight.standing_needs_.push_back(*need);
                    all = seen;
                    continue;
                }
                all.first_begin = std::min(all.first_begin, seen.first_begin);
                all.first_end = std::min(all.first_end, seen.first_end);
                all.last_begin = std::max(all.last_begin, seen.last_begin);
            }
        }
        const auto maybe = [&](std::int32_t way) {
            const Place place = places[static_cast<std::size_t>(way)];
            sight.maybe_[static_cast<std::size_t>(place.group)].push_back(way);
        };
        for (std::int32_t need : sight.standing_needs_)
            std::for_each(by_key.first(need), by_key.last(need), maybe);
        std::for_each(always.begin(), always.end(), maybe);
    }

    // Where a match may begin if the demands of the way follow each other in the text that was
    // seen; not `matched` where they cannot.
    Span begins(std::int32_t way, const Sight& sight) const {
        constexpr Span none{nowhere, nowhere};
        const std::int32_t word = word_of_way[static_cast<std::size_t>(way)];
        if (word >= 0 && sight.needs_[static_cast<std::size_t>(word)].first_end == 0) return none;
        Span out{0, sight.text_.size()};
        std::uint32_t at = 0;  // where the next demand may begin at the earliest
        for (auto need = chains.first(way); need != chains.last(way); ++need) {
            const Sight::Seen& s = sight.needs_[static_cast<std::size_t>(*need)];
            if (s.first_end == 0 || s.last_begin < at) return none;
            if (need == chains.first(way)) {
                const std::size_t lead = leads[static_cast<std::size_t>(way)];
                out.begin = s.first_begin - std::min<std::size_t>(lead, s.first_begin);
            }
            out.end = std::min<std::size_t>(out.end, s.last_begin);
            at = std::max(s.first_end, at + shortest[static_cast<std::size_t>(*need)]);
        }
        return out;
    }

    struct Place {
        std::int32_t group, index;
    };

    bool fold_case;
    std::size_t group_count = 0;
    Trie words, short_words;                // of two bytes and more
    std::vector<std::int32_t> letters;      // words of one letter of three bytes
    std::array<std::int32_t, 0x80> single;  // words of one byte
    Starts starts, short_starts;            // of `words`, of `short_words`
    Rows needs, chains, by_key;             // of a word, of a way, of a need
    std::vector<std::uint32_t> shortest;    // per need: bytes
    std::vector<std::int32_t> word_of_way;  // the need of its `words`; -1: none
    std::vector<std::size_t> leads;         // per way: bytes before its first need, at most
    std::vector<Place> places;              // per way
    std::vector<std::int32_t> always;       // ways that demand nothing

  private:
    void clear(Sight& sight) const {
        sight.words_.resize(needs.begin.size());
        sight.needs_.resize(shortest.size());
        sight.maybe_.resize(group_count);
        for (std::int32_t word : sight.standing_words_)
            sight.words_[static_cast<std::size_t>(word)] = {};
        for (std::int32_t need : sight.standing_needs_)
            sight.needs_[static_cast<std::size_t>(need)] = {};
        for (auto& ways : sight.maybe_) ways.clear();
        sight.standing_words_.clear();
        sight.standing_needs_.clear();
    }

    void find_words(std::string_view text, Sight& sight) const {
        const auto note = [&](std::size_t at, std::size_t size, std::int32_t word) {
            Sight::Seen& s = sight.words_[static_cast<std::size_t>(word)];
            if (s.first_end == 0) {
                s.first_end = static_cast<std::uint32_t>(at + size);
                s.first_begin = static_cast<std::uint32_t>(at);
                sight.standing_words_.push_back(word);
            }
            s.last_begin = static_cast<std::uint32_t>(at);
        };
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if ((byte & 0xC0) == 0x80) continue;
            if (byte < 0x80 && single[byte] >= 0) note(at, 1, single[byte]);
            if (const std::int32_t word = letters[letter_at(text, at)]; word >= 0)
                note(at, 3, word);
            const auto note_at = [&](std::size_t size, std::int32_t word) { note(at, size, word); };
            const bool near_end = at + max_start > text.size();
            if (near_end || short_starts[short_start_of(text.data() + at)])
                short_words.matches(text, at, note_at);
            if (near_end || starts[start_of(text.data() + at)]) words.matches(text, at, note_at);
        }
    }

    // What each pattern demands: most of the time that a gate takes to make, so two halves are
    // read side by side.
    std::vector<std::vector<Needs>> ways_of(const std::vector<const Pattern*>& patterns) const {
        const std::size_t middle = patterns.size() / 2;
        const auto read = [&](std::size_t begin, std::size_t end) {
            std::vector<std::string_view> notations;
            for (std::size_t i = begin; i < end; ++i)
                notations.push_back(patterns[i]->regex.pattern());
            return needs_of(notations, fold_case);
        };
        auto half = std::async(std::launch::async, read, middle, patterns.size());
        std::vector<std::vector<Needs>> ways = read(0, middle);
        for (std::vector<Needs>& more : half.get()) ways.push_back(std::move(more));
        return ways;
    }

    void add_way(const Needs& way, const std::vector<std::string>& also, Place place) {
        const auto id = static_cast<std::int32_t>(places.size());
        places.push_back(place);
        auto& chain = chain_of_way_.emplace_back();
        std::int32_t key = -1;
        double best = 0;
        const auto demand = [&](const AnyOf& any) {
            const std::int32_t need = need_id(any);
            if (key < 0 || rarity(any) > best) {
                best = rarity(any);
                key = need;
            }
            return need;
        };
        leads.push_back(way.lead);
        for (const AnyOf& any : way.all) chain.push_back(demand(any));
        word_of_way.push_back(-1);
        if (!also.empty()) {
            AnyOf::Strings any = also;
            if (fold_case)
                for (std::string& word : any) word = lower_ascii(word);
            word_of_way.back() = demand(AnyOf(std::move(any)));
        }
        ways_of_key_.resize(need_ids_.size());
        (key < 0 ? always : ways_of_key_[static_cast<std::size_t>(key)]).push_back(id);
    }

    std::int32_t need_id(const AnyOf& any) {
        const auto [need, is_new] =
            need_ids_.emplace(any.strings(), static_cast<std::int32_t>(need_ids_.size()));
        if (!is_new) return need->second;
        for (const std::string& word : any) {
            const auto id =
                word_ids_.emplace(word, static_cast<std::int32_t>(word_ids_.size())).first->second;
            needs_of_word_.resize(word_ids_.size());
            needs_of_word_[static_cast<std::size_t>(id)].push_back(need->second);
        }
        shortest.push_back(static_cast<std::uint32_t>(any.shortest()));
        return need->second;
    }

    void index() {
        single.fill(-1);
        letters.assign(letter_count, -1);
        Trie::Keys keys, short_keys;
        for (const auto& [word, id] : word_ids_) {
            if (word.size() == 1) {
                single[static_cast<unsigned char>(word[0])] = id;
                continue;
            }
            if (word.size() == 3 && letter_at(word, 0) != 0) {
                letters[letter_at(word, 0)] = id;
                continue;
            }
            const bool is_short = word.size() < (is_wide(word.data()) ? max_start : 4);
            (is_short ? short_keys : keys).emplace_back(word, id);
            if (is_short)
                short_starts.set(short_start_of(word.data()));
            else
                starts.set(start_of(word.data()));
        }
        words = Trie(std::move(keys));
        short_words = Trie(std::move(short_keys));
    }

    // While it is made.
    std::map<std::string, std::int32_t> word_ids_;
    std::map<AnyOf::Strings, std::int32_t> need_ids_;
    std::vector<std::vector<std::int32_t>> needs_of_word_, chain_of_way_, ways_of_key_;
};

// Made at the first text: a run may never meet one of its language.
struct Gate::Lazy {
    std::vector<std::vector<Pattern>> groups;
    bool fold_case = false;
    Kept file;

    const Impl& made() const {
        return impl_.get([this] { return file ? restored() : make(); });
    }

  private:
    std::unique_ptr<Impl> make() const { return std::make_unique<Impl>(groups, fold_case); }

    std::unique_ptr<Impl> restored() const {
        const std::string key = patterns();
        if (const std::string packed = file.read(key); !packed.empty())
            return std::make_unique<Impl>(Unpacker(packed));
        std::unique_ptr<Impl> impl = make();
        Packer packer;
        packer(*impl);
        file.write(key, packer.bytes);
        return impl;
    }

    // All that the tables are made of.
    std::string patterns() const {
        std::string out(1, fold_case ? 'f' : '-');
        for (const std::vector<Pattern>& group : groups) {
            for (const Pattern& pattern : group) {
                out += pattern.regex.pattern() + '\n';
                for (const std::string& word : pattern.words) out += word + '\t';
            }
            out += '\f';
        }
        return out;
    }

    Late<Impl> impl_;
};

Gate::Gate(bool fold_case) : lazy_(std::make_unique<Lazy>()) { lazy_->fold_case = fold_case; }
Gate::~Gate() = default;
Gate::Gate(Gate&&) noexcept = default;
Gate& Gate::operator=(Gate&&) noexcept = default;

int Gate::add(std::vector<Pattern> patterns) {
    lazy_->groups.push_back(std::move(patterns));
    return static_cast<int>(lazy_->groups.size()) - 1;
}

void Gate::keep_in(Kept file) { lazy_->file = std::move(file); }

void Gate::candidates(int group, std::string_view text, Sight& sight,
                      std::vector<Candidate>& out) const {
    const Impl& impl = lazy_->made();
    if (!sight.looked_ || sight.text_ != text) impl.look(text, sight);
    out.clear();
    for (std::int32_t way : sight.maybe_[static_cast<std::size_t>(group)])
        if (const Span begins = impl.begins(way, sight); matched(begins))
            out.push_back(
                {impl.places[static_cast<std::size_t>(way)].index, begins.begin, begins.end});
    std::sort(out.begin(), out.end(),
              [](const Candidate& a, const Candidate& b) { return a.index < b.index; });
    std::size_t count = 0;  // of patterns, each with all of its ways
    for (const Candidate& c : out) {
        if (count == 0 || out[count - 1].index != c.index) {
            out[count++] = c;
            continue;
        }
        Candidate& one = out[count - 1];
        one.begin_from = std::min(one.begin_from, c.begin_from);
        one.begin_by = std::max(one.begin_by, c.begin_by);
    }
    out.resize(count);
}

}  // namespace entente::text
