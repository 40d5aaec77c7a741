// A header, a blank line, the text, a line of three dashes, a relation a line.
#include "entente/gold.h"

#include <algorithm>

#include "entente/error.h"
#include "extract/marked.h"

namespace entente {

namespace {

class GoldReader {
  public:
    GoldReader(std::string_view bytes, const std::string& name, const Ontology& ontology)
        : rest_(bytes), name_(name), ontology_(ontology) {}

    GoldDocument read() {
        read_header();
        std::string body;
        std::string_view line;
        while (true) {
            if (!next(line)) fail("there is no line of three dashes behind the text");
            if (line == "---") break;
            check([&] { extract::parse_marked(line, ontology_); });
            body += std::string(line) + "\n";
        }
        while (!body.empty() && body.back() == '\n') body.pop_back();
        mark(body, Field::text, gold_.document.text);
        while (next(line))
            if (!line.empty()) read_claim(line);
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

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(what, name_ + ":" + std::to_string(line_),
                    "tests/gold/README.md describes the format");
    }

    template <typename Step>
    void check(Step&& step) const {
        try {
            step();
        } catch (const Error& e) {
            if (!e.where().empty()) throw;
            fail(e.what());
        }
    }

    void read_header() {
        std::map<std::string, std::string, std::less<>> header;
        std::string_view line;
        while (next(line) && !line.empty()) {
            const std::size_t colon = line.find(": ");
            if (colon == std::string_view::npos) fail("a header line is \"key: value\"");
            header.emplace(line.substr(0, colon), line.substr(colon + 2));
        }
        for (const char* key : {"id", "lang", "date", "title"})
            if (!header.count(key)) fail(std::string("the header lacks \"") + key + "\"");
        gold_.document.id = header["id"];
        gold_.document.lang = header["lang"];
        gold_.document.date = header["date"];
        check([&] { mark(header["title"], Field::title, gold_.document.title); });
    }

    void mark(std::string_view marked, Field field, std::string& plain) {
        extract::Marked parsed = extract::parse_marked(marked, ontology_);
        for (extract::Given& g : parsed.marks) {
            if (g.entity.empty()) continue;
            Mention m;
            m.field = field;
            m.span = g.span;
            m.text = parsed.text.substr(g.span.begin, g.span.end - g.span.begin);
            m.type = std::move(g.type);
            m.entity = std::move(g.entity);
            gold_.mentions.push_back(std::move(m));
        }
        plain = std::move(parsed.text);
    }

    void read_claim(std::string_view line) {
        Claim claim;
        check([&] { claim = extract::parse_claim(line, ontology_); });
        for (const std::string& end : {claim.from, claim.to})
            if (std::none_of(gold_.mentions.begin(), gold_.mentions.end(),
                             [&](const Mention& m) { return m.entity == end; }))
                fail("\"" + end + "\" is marked nowhere in the text");
        gold_.claims.push_back(std::move(claim));
    }

    std::string_view rest_;
    const std::string& name_;
    const Ontology& ontology_;
    std::size_t line_ = 0;
    GoldDocument gold_;
};

}  // namespace

GoldDocument read_gold(std::string_view bytes, const std::string& name, const Ontology& ontology) {
    return GoldReader(bytes, name, ontology).read();
}

}  // namespace entente
