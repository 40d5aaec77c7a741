// The way of a document, step by step.
#include "extract/extractor.h"

#include <algorithm>
#include <cstring>

#include "entente/extractor.h"
#include "extract/anaphora.h"
#include "extract/clauses.h"
#include "extract/compose.h"
#include "extract/cues.h"
#include "extract/discourse.h"
#include "extract/frames.h"
#include "extract/link.h"
#include "extract/names.h"
#include "extract/open_classes.h"
#include "extract/people.h"
#include "extract/phrases.h"
#include "extract/titles.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace entente {

namespace extract {

namespace {

// By the words that every English text has, and other languages in Latin letters have not. A line
// or two may lack the article; a line without any such word is taken for a headline, unless it has
// one of another language.
bool reads_as_english(const std::string& text) {
    constexpr std::size_t few = 400;  // bytes
    const auto stands = [&](const char* word) { return text.find(word) != std::string::npos; };
    if (stands(" the ") || stands("The ")) return true;
    if (text.size() >= few) return false;
    const auto words = {" and ", " with ", " said ", " will ", " has ", " by ", " from ", " for "};
    const auto shared = {" a ", " in ", " is ", " of ", " to ", " at ", " was ", " on "};  // two
    const auto foreign = {" de ",  " la ",  " el ",    " los ",   " der ",  " die ", " das ",
                          " und ", " ein ", " einen ", " nicht ", " le ",   " les ", " des ",
                          " et ",  " un ",  " une ",   " il ",    " di ",   " che ", " per ",
                          " van ", " het ", " een ",   " que ",   " por ",  " con ", " och ",
                          " mit ", " von ", " pour ",  " dans ",  " yang ", " dan "};
    constexpr std::size_t headline = 160;  // bytes
    return std::any_of(words.begin(), words.end(), stands) ||
           std::count_if(shared.begin(), shared.end(), stands) > 1 ||
           (text.size() < headline && std::none_of(foreign.begin(), foreign.end(), stands));
}

// "ko", "en" or "": by the share of Hangul and of Latin letters.
std::string guess_language(const Document& document) {
    if (document.lang == "ko" || document.lang == "en") return document.lang;
    if (!document.lang.empty()) return {};
    std::size_t hangul = 0, latin = 0, other = 0;
    const std::string text = document.title + "\n" + document.text.substr(0, 20000);
    for (std::size_t at = 0; at < text.size();) {
        const text::Char c = text::decode(text, at);
        if (text::is_hangul(c.code))
            ++hangul;
        else if (text::is_latin_word(c.code) && !(c.code >= '0' && c.code <= '9'))
            ++latin;
        else if (c.code > 0x24F && !(c.code >= 0x2000 && c.code <= 0x206F))
            ++other;
        at += c.size;
    }
    if (hangul > 0 && hangul * 5 >= latin) return "ko";
    return latin > other * 4 && reads_as_english(text) ? "en" : "";
}

void lay_out(Reading& reading) {
    const rules::Language& language = reading.rules.language;
    reading.fields[0] = text::normalise(reading.document.title);
    reading.fields[1] = text::normalise(reading.document.text);
    for (Span line : text::split_lines(reading.text(Field::title)))
        reading.lines[0].push_back({line, true, 0});
    reading.lines[1] =
        text::clean(reading.text(Field::text), reading.text(Field::title), language.clean);
    std::size_t paragraph = 0;
    for (Field field : {Field::title, Field::text})
        for (const text::Line& line : reading.lines[static_cast<std::size_t>(field)]) {
            ++paragraph;
            for (Span span :
                 text::split_sentences(reading.text(field), line.span, language.sentences))
                reading.sentences.push_back({field,
                                             span,
                                             line.story,
                                             paragraph,
                                             line.heading,
                                             find_titles(language, reading.text(field), span),
                                             {}});
        }
}

void find_mentions(Reading& reading) {
    find_names(reading);
    settle(reading);
    find_open_classes(reading);
    settle(reading);
    link_short_forms(reading);
    settle(reading);
}

// The place in the normalised text of a byte of the original.
std::size_t normal_place(const text::Normalised& field, std::size_t byte) {
    return static_cast<std::size_t>(
        std::lower_bound(field.origin.begin(), field.origin.end(), byte) - field.origin.begin());
}

void take_given(Reading& reading, const std::vector<Given>& given) {
    for (const Given& g : given) {
        const text::Normalised& field = reading.fields[static_cast<std::size_t>(g.field)];
        Found m;
        m.field = g.field;
        m.span = {normal_place(field, g.span.begin), normal_place(field, g.span.end)};
        m.type = static_cast<TypeIndex>(std::max(0, reading.pack.types.find(g.type)));
        m.entity = g.entity;
        m.value = g.value;
        m.unit = g.unit;
        m.date = g.date;
        m.rule = "given";
        if (!g.entity.empty()) reading.entities.try_emplace(g.entity, KnownEntity{m.type, {}});
        reading.mentions.push_back(std::move(m));
    }
    settle(reading);
}

void show(const Reading& reading, const Sentence& sentence, const Masked& masked) {
    if (reading.trace) reading.trace->see(sentence, masked);
}

void quote(Statement& s, const Source& source) {
    s.source = source.entity;
    if (!s.account) return;
    Account account = *s.account;
    account.source = source.cue;
    s.account = std::make_shared<const Account>(std::move(account));
}

// Adds what a clause states that the sentence as a whole has not.
void read_clause(Masked clause, const Reading& reading, const Sentence& sentence,
                 const Discourse& discourse, std::size_t first, std::vector<Statement>& out) {
    std::vector<Statement> said;
    PhraseReader(clause, reading, sentence, discourse, said).run(Pass::with_offices);
    read_frames(clause, reading, sentence, discourse, find_sources(clause, reading), said);
    const auto entity = [&](const Ref& ref) { return reading.mentions[ref.mention].entity; };
    for (Statement& s : said) {
        const bool known = std::any_of(
            out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), [&](const Statement& o) {
                return o.relation == s.relation && entity(o.from) == entity(s.from) &&
                       entity(o.to) == entity(s.to);
            });
        if (!known) out.push_back(std::move(s));
    }
}

// What is stated; whose office people hold: not whose they have left; where firms are at home.
void note_statements(const Reading& reading, Discourse& discourse,
                     const std::vector<Statement>& statements, std::size_t first) {
    for (std::size_t i = first; i < statements.size(); ++i) {
        const Statement& s = statements[i];
        discourse.note_stated(s.relation, s.from, s.to);
        if (s.relation == reading.pack.office && s.status != "ended" && s.status != "denied")
            discourse.note_holder(s.from, s.to);
        if (s.relation == reading.pack.maker) discourse.note_owner(s.to, s.from);
        if (s.relation == reading.pack.whole) discourse.note_owner(s.from, s.to);
        if (s.relation == reading.pack.home && !s.from.link) discourse.note_home(s.from, s.to);
    }
}

// "The deal is worth $3bn": the sum of what was last stated, in this sentence or the two before,
// of a relation that has a price.
void note_worth(const Masked& masked, const Reading& reading, const Sentence& sentence,
                std::vector<Statement>& statements) {
    constexpr std::ptrdiff_t back = 2;  // sentences
    text::Groups groups;
    const text::Regex& worth = reading.rules.language.worth;
    if (!worth.search(masked.text(), 0, masked.text().size(), &groups)) return;
    const Item* sum = masked.at(groups[static_cast<std::size_t>(worth.group("sum"))].begin);
    if (!sum) return;
    const Found& m = reading.mentions[sum->members.front().mention];
    const Sentence* deal = nullptr;
    for (auto s = statements.rbegin(); s != statements.rend(); ++s) {
        const bool near = &sentence - s->sentence <= back && s->sentence->story == sentence.story;
        if (!near || (deal && s->sentence != deal)) break;
        if (!reading.pack.priced.count(s->relation)) continue;
        deal = s->sentence;
        if (!s->amount) s->amount = Amount{m.value, m.unit};
    }
}

// Steps 8a to 8h for one sentence.
void read_sentence(const Reading& reading, const Sentence& sentence, Discourse& discourse,
                   std::vector<Statement>& out) {
    Masked masked(reading, sentence);
    discourse.begin(sentence);
    const std::size_t first = out.size();
    tidy(masked, reading);
    show(reading, sentence, masked);
    PhraseReader phrases(masked, reading, sentence, discourse, out);
    phrases.run(Pass::before_folding);
    fold_lists(masked, reading, sentence.heading);
    show(reading, sentence, masked);
    phrases.run(Pass::after_folding);
    resolve_anaphora(masked, discourse, reading);
    show(reading, sentence, masked);
    phrases.run(Pass::with_offices);
    std::vector<Masked> clauses = clauses_of(masked, reading);
    tidy(masked, reading, true);
    fold_lists(masked, reading, sentence.heading);
    note_statements(reading, discourse, out, first);
    const std::size_t first_of_frames = out.size();
    show(reading, sentence, masked);
    const std::vector<Source> sources = find_sources(masked, reading);
    read_frames(masked, reading, sentence, discourse, sources, out);
    for (Masked& clause : clauses)
        read_clause(std::move(clause), reading, sentence, discourse, first, out);
    for (std::size_t i = first_of_frames; i < out.size(); ++i)
        for (const Source& source : sources) {
            const Span said = masked.origin(source.said.begin, source.said.end);
            const auto speaks = [&](const Ref& end) {
                const auto& all = source.speakers;
                return std::find(all.begin(), all.end(), reading.mentions[end.mention].entity) !=
                       all.end();
            };
            const bool inside =
                said.begin <= out[i].trigger.begin && out[i].trigger.begin < said.end;
            const bool own = speaks(out[i].from) || speaks(out[i].to);
            if (inside && !own && out[i].source.empty()) quote(out[i], source);
        }
    note_statements(reading, discourse, out, first_of_frames);
    note_worth(masked, reading, sentence, out);
    discourse.note(masked, sentence);
}

// Does it name somebody, or speak of somebody named before ("The two sides signed a pact")?
bool speaks_of_any(const Reading& reading, const Sentence& sentence) {
    if (!sentence.mentions.empty()) return true;
    std::vector<text::Gate::Candidate> candidates;
    reading.candidates(rules::gate_anaphora, Masked(reading, sentence).text(), candidates);
    return !candidates.empty();
}

std::vector<Claim> read_claims(const Reading& reading,
                               std::map<std::string, std::size_t>* stating) {
    std::vector<Statement> statements;
    Discourse discourse(reading);
    std::size_t story = 0;
    for (const Sentence& sentence : reading.sentences) {
        if (sentence.story != story) discourse.begin_story();
        story = sentence.story;
        if (speaks_of_any(reading, sentence))
            read_sentence(reading, sentence, discourse, statements);
    }
    if (stating)
        for (const Statement& s : statements) ++(*stating)[s.rule];
    return make_claims(reading, std::move(statements));
}

Mention to_mention(const Reading& reading, const Found& found) {
    const text::Normalised& field = reading.fields[static_cast<std::size_t>(found.field)];
    Mention m;
    m.field = found.field;
    m.span = field.original(found.span);
    const std::string& bytes =
        found.field == Field::title ? reading.document.title : reading.document.text;
    m.text = bytes.substr(m.span.begin, m.span.end - m.span.begin);
    m.type = reading.pack.types.name(found.type);
    m.entity = found.entity;
    m.value = found.value;
    m.unit = found.unit;
    m.date = found.date;
    m.rule = found.rule;
    return m;
}

void write_out(Reading& reading, Extraction& out, std::map<std::string, std::size_t>* stating) {
    out.claims = read_claims(reading, stating);
    settle_people(reading, out.claims);
    std::map<std::string, Entity> entities;
    for (const Found& found : reading.mentions) {
        out.mentions.push_back(to_mention(reading, found));
        if (found.entity.empty()) continue;
        const KnownEntity& known = reading.entities.at(found.entity);
        entities.try_emplace(found.entity,
                             Entity{found.entity, reading.pack.types.name(known.type), known.name});
    }
    for (auto& [id, entity] : entities) out.entities.push_back(std::move(entity));
}

Extraction blank(const CompiledPack& pack, const Document& document) {
    Extraction out;
    out.id = document.id;
    out.date = document.date;
    out.pack = pack.hash;
    out.lang = guess_language(document);
    return out;
}

}  // namespace

Extraction read(const CompiledPack& pack, const Document& document, const std::vector<Given>* given,
                std::map<std::string, std::size_t>* stating, Trace* trace) {
    Extraction out = blank(pack, document);
    const rules::LanguagePack* language = pack.language(out.lang);
    if (!language) return out;
    Reading reading{pack, *language, document, {}, {}, {}, {}, {}, {}, {}};
    lay_out(reading);
    if (given)
        take_given(reading, *given);
    else
        find_mentions(reading);
    reading.trace = trace;
    if (trace) trace->begin(reading);
    write_out(reading, out, stating);
    if (trace) trace->end();
    return out;
}

void read_and(const CompiledPack& pack, const Document& document,
              const std::function<void(const Reading&, const Extraction&)>& look) {
    Extraction out = blank(pack, document);
    const rules::LanguagePack* language = pack.language(out.lang);
    if (!language) return;
    Reading reading{pack, *language, document, {}, {}, {}, {}, {}, {}, {}};
    lay_out(reading);
    find_mentions(reading);
    write_out(reading, out, nullptr);
    look(reading, out);
}

std::vector<std::string> masked_sentences(const CompiledPack& pack, const Document& document,
                                          const std::vector<Given>& given) {
    std::vector<std::string> out;
    const rules::LanguagePack* language = pack.language(document.lang);
    if (!language) return out;
    Reading reading{pack, *language, document, {}, {}, {}, {}, {}, {}, {}};
    lay_out(reading);
    take_given(reading, given);
    for (const Sentence& sentence : reading.sentences) {
        Masked masked(reading, sentence);
        tidy(masked, reading);
        out.push_back(masked.text());
    }
    return out;
}

}  // namespace extract

struct Extractor::Impl {
    RulePack pack;
};

Extractor::Extractor(RulePack pack) : impl_(new Impl{std::move(pack)}) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

const RulePack& Extractor::pack() const { return impl_->pack; }

Extraction Extractor::extract(const Document& document) const {
    return extract::read(impl_->pack.compiled(), document, nullptr);
}

Extraction Extractor::extract(const Document& document,
                              std::map<std::string, std::size_t>& fired) const {
    return extract::read(impl_->pack.compiled(), document, nullptr, &fired);
}

}  // namespace entente
