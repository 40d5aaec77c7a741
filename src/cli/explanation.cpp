// A sentence, what stands for whom in it, then the rules that read it or came near.
#include "cli/explanation.h"

#include <algorithm>

#include "cli/terminal.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

std::string in_quotes(const std::string& text) { return "“" + one_line(text) + "”"; }

std::string link_text(const Link& link) {
    return "      " +
           coloured(link.text.empty() ? "left out" : in_quotes(link.text), Colour::blue) +
           " stands for " + coloured(link.entity, Colour::bold) + ", " + in_quotes(link.name) +
           " (" + link.kind + ")\n";
}

std::string filling_text(const Filling& f) {
    std::string out = "          " + padded(f.name, 8);
    if (!f.text.empty()) out += in_quotes(f.text);
    if (!f.entity.empty()) out += (f.text.empty() ? "" : " ") + coloured(f.entity, Colour::bold);
    if (!f.link.empty()) out += " by " + f.link + ", named as " + in_quotes(f.named);
    return out + "\n";
}

std::string ground_text(const char* name, const std::string& value, const Ground& ground) {
    std::string out = std::string("          ") + padded(name, 8) + coloured(value, Colour::yellow);
    if (!ground.text.empty()) out += ": " + in_quotes(ground.text);
    if (!ground.rule.empty()) out += " " + coloured(ground.rule, Colour::dim);
    return out + "\n";
}

std::string stated_text(const Stated& s) {
    std::string out = "      " + coloured(s.relation, Colour::green) + "  " +
                      coloured(s.from + " → " + s.to, Colour::bold) + "\n        " + s.rule +
                      " at " + in_quotes(s.trigger) + "\n";
    for (const Filling& f : s.fillings) out += filling_text(f);
    out += ground_text("status", s.status, s.status_ground);
    if (!s.source.empty()) out += ground_text("source", s.source, s.source_ground);
    if (!s.dropped.empty())
        out += "          " + coloured("dropped: " + s.dropped, Colour::dim) + "\n";
    return out;
}

std::string miss_text(const Miss& m) {
    std::string text = m.rule;
    if (!m.trigger.empty()) text += " at " + in_quotes(m.trigger);
    if (!text.empty()) text += ": ";
    constexpr std::size_t indent = 6;
    std::string out = wrapped(one_line(text + m.reason), indent, terminal_width());
    // The rule stands whole on the first line, and colour is no column.
    if (!m.rule.empty()) out.replace(indent, m.rule.size(), coloured(m.rule, Colour::cyan));
    if (!m.example.empty())
        out += wrapped("it reads: " + in_quotes(m.example), indent + 2, terminal_width());
    return out;
}

class JsonLine {
  public:
    JsonLine& open(const char* bracket) {
        separate();
        out_ += bracket;
        first_ = true;
        return *this;
    }
    JsonLine& close(const char* bracket) {
        out_ += bracket;
        first_ = false;
        return *this;
    }
    JsonLine& key(const char* name) {
        separate();
        out_ += json_string(name) + ":";
        first_ = true;
        return *this;
    }
    JsonLine& text(const char* name, const std::string& value) {
        if (value.empty()) return *this;
        key(name);
        out_ += json_string(value);
        first_ = false;
        return *this;
    }
    JsonLine& span(const char* name, Span span) {
        key(name).open("[");
        out_ += std::to_string(span.begin) + "," + std::to_string(span.end);
        return close("]");
    }
    std::string take() { return std::move(out_); }

  private:
    void separate() {
        if (!first_) out_ += ',';
        first_ = false;
    }
    std::string out_;
    bool first_ = true;
};

void write(JsonLine& w, const Link& link) {
    w.open("{").text("text", link.text).span("span", link.span).text("kind", link.kind);
    w.text("entity", link.entity).text("name", link.name).close("}");
}

void write(JsonLine& w, const char* name, const Ground& ground) {
    if (ground.rule.empty() && ground.text.empty()) return;
    w.key(name).open("{").text("rule", ground.rule).text("text", ground.text).close("}");
}

void write(JsonLine& w, const Stated& s) {
    w.open("{").text("relation", s.relation).text("from", s.from).text("to", s.to);
    w.text("rule", s.rule).text("trigger", s.trigger).key("fillings").open("[");
    for (const Filling& f : s.fillings)
        w.open("{")
            .text("name", f.name)
            .text("text", f.text)
            .text("entity", f.entity)
            .text("link", f.link)
            .text("named", f.named)
            .close("}");
    w.close("]").text("status", s.status);
    write(w, "status_ground", s.status_ground);
    w.text("source", s.source);
    write(w, "source_ground", s.source_ground);
    w.text("dropped", s.dropped).close("}");
}

void write(JsonLine& w, const Miss& m) {
    w.open("{").text("kind", m.kind).text("rule", m.rule).text("relation", m.relation);
    w.text("trigger", m.trigger).text("reason", m.reason).text("example", m.example).close("}");
}

template <class Item>
void write_all(JsonLine& w, const char* name, const std::vector<Item>& items) {
    w.key(name).open("[");
    for (const Item& item : items) write(w, item);
    w.close("]");
}

void write(JsonLine& w, const ExplainedSentence& s) {
    w.open("{").text("field", s.field == Field::title ? "title" : "text").span("span", s.span);
    w.text("text", s.text);
    write_all(w, "links", s.links);
    write_all(w, "stated", s.stated);
    write_all(w, "misses", s.misses);
    w.close("}");
}

}  // namespace

std::string explanation_text(const Document& document, const Explanation& explanation) {
    const auto asked = [](const std::string& id) { return id.empty() ? std::string("?") : id; };
    std::string out = coloured(document.id, Colour::dim) + "  " +
                      coloured(asked(explanation.a) + " — " + asked(explanation.b), Colour::bold) +
                      "\n";
    for (const Miss& miss : explanation.misses) out += miss_text(miss);
    for (const ExplainedSentence& sentence : explanation.sentences) {
        if (&sentence != &explanation.sentences.front()) out += "\n";
        out += wrapped(sentence.text, 2, terminal_width());
        for (const Link& link : sentence.links) out += link_text(link);
        for (const Stated& stated : sentence.stated) out += stated_text(stated);
        for (const Miss& miss : sentence.misses) out += miss_text(miss);
    }
    return out + "\n";
}

std::string explanation_json(const Document& document, const Explanation& explanation) {
    JsonLine w;
    w.open("{").text("id", document.id).text("a", explanation.a).text("b", explanation.b);
    write_all(w, "sentences", explanation.sentences);
    write_all(w, "misses", explanation.misses);
    w.close("}");
    return w.take();
}

bool states(const Explanation& explanation) {
    return std::any_of(explanation.sentences.begin(), explanation.sentences.end(),
                       [](const ExplainedSentence& s) { return !s.stated.empty(); });
}

}  // namespace entente::cli
