// The text with its mentions marked, then the claims with their rules and sentences.
#include "cli/command_explain.h"

#include <algorithm>
#include <memory>

#include "cli/answer.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/rules_folder.h"
#include "cli/terminal.h"
#include "entente/input.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string rules;
    std::vector<std::string> between;
    bool json = false;
};

std::string value_text(const Mention& mention) {
    if (mention.type == "Date") return "@" + mention.date;
    std::string text = "=" + json_number(mention.value);
    return mention.unit.empty() ? text : text + " " + mention.unit;
}

Colour colour_of(const Mention& mention) {
    if (mention.entity.empty()) return Colour::yellow;
    const std::string kind = mention.entity.substr(0, mention.entity.find(':'));
    if (kind == "person") return Colour::magenta;
    if (kind == "country" || kind == "region" || kind == "alliance") return Colour::green;
    return kind == "company" || kind == "gov" || kind == "institution" || kind == "media"
               ? Colour::cyan
               : Colour::blue;
}

std::string marked(const Mention& mention) {
    if (colours_wanted()) return coloured(one_line(mention.text), colour_of(mention));
    return "[" + one_line(mention.text) + "|" +
           (mention.entity.empty() ? value_text(mention) : mention.entity) + "]";
}

std::string marked_field(const std::string& text, Field field, const Extraction& extraction) {
    std::string out;
    std::size_t at = 0;
    for (const Mention& mention : extraction.mentions) {
        if (mention.field != field || mention.span.begin < at || mention.span.end > text.size())
            continue;
        out += harmless(std::string_view(text).substr(at, mention.span.begin - at));
        out += marked(mention);
        at = mention.span.end;
    }
    return out + harmless(std::string_view(text).substr(at));
}

const std::string& text_of(const Document& document, Field field) {
    return field == Field::title ? document.title : document.text;
}

std::string slice(const std::string& text, Span span) {
    return span.begin < text.size() ? text.substr(span.begin, span.end - span.begin) : "";
}

// Where an end is not named in its sentence: "from: the place (anaphor) is 오픈AI".
std::string link_text(const Document& document, const Evidence& evidence, const char* name,
                      const EvidenceEnd& end) {
    if (end.link.empty()) return {};
    std::string out = std::string(name) + " by " + end.link;
    const std::string here = slice(text_of(document, evidence.field), end.span);
    if (!here.empty()) out += " \"" + one_line(here) + "\"";
    if (end.antecedent_field)
        out += ", named as \"" +
               one_line(slice(text_of(document, *end.antecedent_field), end.antecedent)) + "\"";
    return "      " + out + "\n";
}

std::string attributes_text(const Claim& claim) {
    std::string out;
    auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) out += std::string("  ") + name + "=" + one_line(value);
    };
    add("status", claim.status);
    add("amount", claim.amount ? amount_text(*claim.amount) : "");
    add("date", claim.date);
    add("source", claim.source);
    add("role", claim.role);
    add("item", claim.item);
    add("stake", claim.stake);
    add("rate", claim.rate);
    return out;
}

std::string claim_text(const Document& document, const Claim& claim) {
    std::string out = coloured(claim.type, Colour::green) + "  " +
                      coloured(claim.from + " → " + claim.to, Colour::bold) +
                      coloured(attributes_text(claim), Colour::yellow) + "\n";
    for (const Evidence& evidence : claim.evidence) {
        const std::string& text = text_of(document, evidence.field);
        out += "    " + coloured(evidence.rule, Colour::dim) + "  \"" +
               one_line(slice(text, evidence.trigger)) + "\"\n";
        out += wrapped(slice(text, evidence.sentence), 6, terminal_width());
        out += link_text(document, evidence, "from", evidence.from);
        out += link_text(document, evidence, "to", evidence.to);
    }
    return out;
}

// Does `asked` name the entity: by id, by a name, or by a surface in this text?
bool names(const Extraction& extraction, const std::string& id, const std::string& asked) {
    if (id == asked) return true;
    for (const Entity& entity : extraction.entities)
        if (entity.id == id)
            for (const auto& [lang, name] : entity.name)
                if (name == asked) return true;
    return std::any_of(extraction.mentions.begin(), extraction.mentions.end(),
                       [&](const Mention& m) { return m.entity == id && m.text == asked; });
}

std::vector<const Claim*> chosen(const Extraction& extraction,
                                 const std::vector<std::string>& between) {
    std::vector<const Claim*> claims;
    for (const Claim& claim : extraction.claims) {
        auto joins = [&](const std::string& a, const std::string& b) {
            return names(extraction, claim.from, a) && names(extraction, claim.to, b);
        };
        if (between.empty() || joins(between[0], between[1]) || joins(between[1], between[0]))
            claims.push_back(&claim);
    }
    return claims;
}

std::string explanation(const Document& document, const Extraction& extraction,
                        const std::vector<const Claim*>& claims) {
    std::string out = coloured(document.id, Colour::dim);
    for (const std::string& part : {document.date, document.publisher, extraction.lang})
        if (!part.empty()) out += coloured("  " + one_line(part), Colour::dim);
    out += "\n\n" + coloured(marked_field(document.title, Field::title, extraction), Colour::bold);
    out += "\n\n" + marked_field(document.text, Field::text, extraction);
    if (!out.ends_with('\n')) out += '\n';
    out += '\n';
    for (const Claim* claim : claims) out += claim_text(document, *claim);
    return out + std::to_string(claims.size()) + (claims.size() == 1 ? " claim\n" : " claims\n");
}

int explain(const Options& options) {
    const Extractor extractor(load_rules(options.rules));
    std::size_t found = 0, failures = 0;
    Progress progress(0);
    read_all(options.inputs, extractor, 1, progress, [&](Read&& read) {
        if (read.failure || !read.error.empty()) {
            ++failures;
            return log(read.failure ? read.failure->place + ": " + read.failure->message
                                    : read.document.id + ": " + read.error);
        }
        const std::vector<const Claim*> claims = chosen(read.extraction, options.between);
        found += claims.size();
        print(options.json ? to_json(read.extraction) + "\n"
                           : explanation(read.document, read.extraction, claims));
    });
    if (failures) return exit_code::input_failed;
    return found || options.between.empty() ? exit_code::ok : exit_code::nothing;
}

}  // namespace

void add_explain(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("explain", "Show a text with what was found, and by which rule");
    command->add_option("INPUT", options->inputs, "Files, folders, or - for standard input")
        ->required();
    add_rules_option(*command, options->rules);
    command->add_option("--between", options->between, "Only claims between these two")
        ->expected(2)
        ->type_name("A B");
    command->add_flag("--json", options->json, "The lines of `extract`");
    command->footer("Example:\n  entente explain article.txt --between Nvidia OpenAI");
    command->callback([options, &run] { run = [options] { return explain(*options); }; });
}

}  // namespace entente::cli
