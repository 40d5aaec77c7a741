// A header, a blank line, the text, a line of three dashes, a relation a line.
#include "entente/gold.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "extract/marked.h"

namespace entente {

namespace {

class GoldReader {
  public:
    GoldReader(std::string_view bytes, const std::string& name, const Ontology& ontology,
               std::vector<Diagnostic>& faults)
        : rest_(bytes), ontology_(ontology), faults_(faults) {
        gold_.file = name;
    }

    std::optional<GoldDocument> read() {
        const std::size_t before = faults_.size();
        read_header();
        read_text();
        complete_ = faults_.size() == before;
        std::string_view line;
        while (next(line))
            if (!line.empty()) checked([&] { read_claim(line); });
        if (faults_.size() > before) return std::nullopt;
        return std::move(gold_);
    }

  private:
    bool next(std::string_view& line) {
        if (rest_.empty()) return false;
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        line = rest_.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        ++line_;
        return true;
    }

    void fault(std::string what) { faults_.push_back({gold_.file, line_, {}, std::move(what)}); }

    template <typename Step>
    void checked(Step&& step) {
        try {
            step();
        } catch (const Error& e) {
            fault(e.what());
        }
    }

    void read_header() {
        std::map<std::string, std::string, std::less<>> header;
        std::string_view line;
        while (next(line) && !line.empty()) {
            const std::size_t colon = line.find(": ");
            if (colon == std::string_view::npos) {
                fault("a header line is \"key: value\"");
                continue;
            }
            const std::string_view key = line.substr(0, colon), value = line.substr(colon + 2);
            header.emplace(key, value);
            if (key != "title") continue;
            gold_.title_line = line_;
            read_marked(value, Field::title, gold_.document.title);
        }
        for (const char* key : {"id", "lang", "date", "title"})
            if (!header.count(key)) fault(std::string("the header lacks \"") + key + "\"");
        gold_.document.id = header["id"];
        gold_.document.lang = header["lang"];
        gold_.document.date = header["date"];
    }

    void read_text() {
        std::string& text = gold_.document.text;
        std::string_view line;
        while (next(line)) {
            if (line == "---") {
                while (text.ends_with('\n')) text.pop_back();
                return;
            }
            if (text.empty() && line.empty()) continue;
            if (text.empty()) gold_.text_line = line_;
            read_marked(line, Field::text, text);
            text += '\n';
        }
        fault("there is no line of three dashes behind the text");
    }

    // Appends the line without its marks to `plain`.
    void read_marked(std::string_view line, Field field, std::string& plain) {
        checked([&] {
            extract::Marked parsed = extract::parse_marked(line, ontology_);
            for (extract::Given& mark : parsed.marks) note(mark, parsed.text, field, plain.size());
            plain += parsed.text;
        });
    }

    void note(extract::Given& mark, const std::string& line, Field field, std::size_t offset) {
        const std::string surface = line.substr(mark.span.begin, mark.span.end - mark.span.begin);
        if (extract::is_value(mark)) return;
        if (mark.entity.empty()) throw Error("\"" + surface + "\" has a type, but no id");
        std::string& type = types_[mark.entity];
        if (!type.empty() && !ontology_.is_a(type, mark.type) && !ontology_.is_a(mark.type, type))
            throw Error("\"" + mark.entity + "\" is both " + type + " and " + mark.type);
        if (type.empty() || ontology_.is_a(mark.type, type)) type = mark.type;
        Mention m;
        m.field = field;
        m.span = {offset + mark.span.begin, offset + mark.span.end};
        m.text = surface;
        m.type = std::move(mark.type);
        m.entity = std::move(mark.entity);
        gold_.mentions.push_back(std::move(m));
    }

    void read_claim(std::string_view line) {
        Claim claim = extract::parse_claim(line, ontology_);
        const RelationType& relation = *ontology_.relation(claim.type);
        check_end(claim.from, relation.from, claim.type + " from");
        check_end(claim.to, relation.to, claim.type + " to");
        if (claim.from == claim.to) throw Error("\"" + claim.from + "\" relates to itself");
        auto [a, b] = std::pair(claim.from, claim.to);
        if (relation.symmetric && b < a) std::swap(a, b);
        if (!seen_.emplace(claim.type, a, b).second) throw Error("that is stated above");
        gold_.claims.push_back(std::move(claim));
        gold_.claim_lines.push_back(line_);
    }

    // Where a mark is at fault, ends that lack one prove nothing.
    void check_end(const std::string& id, const std::vector<std::string>& accepted,
                   const std::string& end) const {
        if (!complete_) return;
        const auto type = types_.find(id);
        if (type == types_.end()) throw Error("\"" + id + "\" is marked nowhere in the text");
        if (!ontology_.fits(type->second, accepted))
            throw Error(end + " takes no " + type->second + " (\"" + id + "\")");
    }

    std::string_view rest_;
    const Ontology& ontology_;
    std::vector<Diagnostic>& faults_;
    std::size_t line_ = 0;
    bool complete_ = true;                                   // header and text are without fault
    std::map<std::string, std::string, std::less<>> types_;  // of an id, the narrowest
    std::set<std::tuple<std::string, std::string, std::string>> seen_;
    GoldDocument gold_;
};

}  // namespace

std::size_t GoldDocument::line_of(Field field, std::size_t offset) const {
    if (field == Field::title) return title_line;
    const auto begin = document.text.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(offset, document.text.size()));
    return text_line + static_cast<std::size_t>(std::count(begin, end, '\n'));
}

std::optional<GoldDocument> read_gold(std::string_view bytes, const std::string& name,
                                      const Ontology& ontology, std::vector<Diagnostic>& faults) {
    return GoldReader(bytes, name, ontology, faults).read();
}

}  // namespace entente
