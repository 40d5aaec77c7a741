// The text with its mentions and links marked, then the claims with their rules and sentences; or
// what the document says between two.
#include "cli/command_explain.h"

#include <map>
#include <memory>

#include "cli/answer.h"
#include "cli/explanation.h"
#include "cli/filter_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/rules_folder.h"
#include "cli/terminal.h"
#include "entente/explain.h"
#include "entente/input.h"
#include "entente/json.h"

namespace entente::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string rules;
    std::string lang;  // empty: as the document says, or is told by its words
    std::vector<std::string> between;
    Filter filter;  // its relations alone
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

// The words in blue, and for whom they stand.
std::string marked(const std::vector<Link>& links) {
    std::string entities;
    for (const Link& link : links)
        if (link.kind == links.front().kind)
            entities += (entities.empty() ? "" : ",") + link.entity;
    const std::string words = one_line(links.front().text);
    if (!colours_wanted()) return "[" + words + "→" + entities + "]";
    return coloured(words, Colour::blue) + coloured("[→" + entities + "]", Colour::dim);
}

// What is marked in a field, by place: mentions, and words that stand for some of them.
std::map<Span, std::string> marks_of(Field field, const Extraction& extraction,
                                     const std::vector<Link>& links) {
    std::map<Span, std::vector<Link>> linked;
    for (const Link& link : links)
        if (link.field == field && !link.text.empty()) linked[link.span].push_back(link);
    std::map<Span, std::string> marks;
    for (const Mention& mention : extraction.mentions)
        if (mention.field == field) marks.emplace(mention.span, marked(mention));
    for (const auto& [span, group] : linked) marks.emplace(span, marked(group));
    return marks;
}

std::string marked_field(const std::string& text, Field field, const Extraction& extraction,
                         const std::vector<Link>& links) {
    const auto plain = [&](std::string_view part) {
        const std::string shown = harmless(part);
        return field == Field::title && !shown.empty() ? coloured(shown, Colour::bold) : shown;
    };
    std::string out;
    std::size_t at = 0;
    for (const auto& [span, mark] : marks_of(field, extraction, links)) {
        if (span.begin < at || span.end > text.size()) continue;
        out += plain(std::string_view(text).substr(at, span.begin - at)) + mark;
        at = span.end;
    }
    return out + plain(std::string_view(text).substr(at));
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

std::string reading_text(const Document& document, const Extraction& extraction,
                         const std::vector<Link>& links) {
    std::string out = coloured(document.id, Colour::dim);
    for (const std::string& part : {document.date, document.publisher, extraction.lang})
        if (!part.empty()) out += coloured("  " + one_line(part), Colour::dim);
    out += "\n\n" + marked_field(document.title, Field::title, extraction, links);
    out += "\n\n" + marked_field(document.text, Field::text, extraction, links);
    if (!out.ends_with('\n')) out += '\n';
    out += '\n';
    if (extraction.lang.empty())
        out +=
            "nothing was read: this is neither Korean nor English, or too short to tell (--lang "
            "says it)\n";
    const std::vector<Claim>& claims = extraction.claims;
    for (const Claim& claim : claims) out += claim_text(document, claim);
    return out + std::to_string(claims.size()) + (claims.size() == 1 ? " claim\n" : " claims\n");
}

int run_explain(const Options& options) {
    const Extractor extractor(load_rules(options.rules));
    check_filter(options.filter, extractor.pack().ontology());
    const std::vector<std::string>& relations = options.filter.relations;
    const std::string relation = relations.empty() ? std::string() : relations.front();
    std::size_t failures = 0;
    bool stated = false;
    Progress progress(0);
    read_all(options.inputs, extractor, 1, progress, [&](Read&& read) {
        if (read.failure || !read.error.empty()) {
            ++failures;
            return log(read.failure ? read.failure->place + ": " + read.failure->message
                                    : read.document.id + ": " + read.error);
        }
        if (!options.lang.empty()) {
            read.document.lang = options.lang;
            read.extraction = extractor.extract(read.document);
        }
        if (!options.between.empty()) {
            const Explanation why =
                explain(extractor, read.document, options.between[0], options.between[1], relation);
            stated = stated || states(why);
            return print(options.json ? explanation_json(read.document, why) + "\n"
                                      : explanation_text(read.document, why));
        }
        print(options.json ? to_json(read.extraction) + "\n"
                           : reading_text(read.document, read.extraction,
                                          find_links(extractor, read.document)));
    });
    if (failures) return exit_code::input_failed;
    return stated || options.between.empty() ? exit_code::ok : exit_code::nothing;
}

}  // namespace

void add_explain(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("explain", "Show a text with what was found, and by which rule");
    command->add_option("INPUT", options->inputs, "Files, folders, or - for standard input")
        ->required();
    add_rules_option(*command, options->rules);
    command->add_option("--lang", options->lang, "The language, where a text is too short to tell")
        ->check(CLI::IsMember({"ko", "en"}))
        ->type_name("LANG");
    CLI::Option* between =
        command
            ->add_option("--between", options->between,
                         "Why these two are joined, or what kept each sentence from it")
            ->expected(2)
            ->type_name("A B");
    command->add_option("--relation", options->filter.relations, "With --between: only this one")
        ->expected(1)
        ->needs(between)
        ->type_name("RELATION");
    command->add_flag("--json", options->json,
                      "The lines of `extract`; with --between, the explanations");
    command->footer(
        "Example:\n"
        "  entente explain article.txt --between \"European Commission\" Google\n"
        "prints each sentence that mentions both, and the nearest rule:\n"
        "  The European Commission is investigating Microsoft's cloud licensing after a complaint\n"
        "  by Google.\n"
        "      en.investigates.investigate at “investigating”: slot `to` took “Microsoft”: that\n"
        "      stands nearer than “Google”\n"
        "        it reads: “Nuria investigates chipmaker Nurilab.”");
    command->callback([options, &run] { run = [options] { return run_explain(*options); }; });
}

}  // namespace entente::cli
