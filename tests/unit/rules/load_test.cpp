// Loading: every mistake is one fault, with its place, and all faults come in one run.
#include "entente/json.h"
#include "entente/rule_pack.h"
#include "packs.h"

namespace entente {
namespace {

using testing::shown;
using testing::TemporaryPack;
using testing::world;

TEST(Load, TheWorld) {
    EXPECT_EQ(shown(TemporaryPack().faults()), "");
    EXPECT_EQ(world().ontology().types.size(), 15u);
    EXPECT_EQ(world().entity_count(), 22u);
    EXPECT_GT(world().name_count(), world().entity_count());
    EXPECT_EQ(world().hash().substr(0, 5), "xxh3:");
    const std::vector<RuleInfo> rules = world().rules();
    EXPECT_TRUE(std::is_sorted(rules.begin(), rules.end(),
                               [](const auto& a, const auto& b) { return a.id < b.id; }));
    const auto funds = std::find_if(rules.begin(), rules.end(),
                                    [](const RuleInfo& r) { return r.id == "en.funds"; });
    ASSERT_NE(funds, rules.end());
    EXPECT_EQ(funds->kind + " " + funds->lang + " " + funds->yields + " " + funds->file,
              "frame en funds frames/en/deeds.json");
    EXPECT_EQ(funds->line, 4u);
}

TEST(Load, TheHashIsOfTheContent) {
    TemporaryPack same, other;
    EXPECT_EQ(RulePack::load(same.folder()).hash(), world().hash());
    other.with("frames/en/more.json", "{\"frames\": []}");
    EXPECT_NE(RulePack::load(other.folder()).hash(), world().hash());
}

// What is read of a text with a pack that keeps its tables in a folder.
std::string reading_with(const TemporaryPack& pack, const std::string& lang,
                         const std::string& text) {
    const Extractor extractor(RulePack::load(pack.folder(), pack.folder() / "cache"));
    Document document;
    document.lang = lang;
    document.text = text;
    return to_json(extractor.extract(document));
}

std::vector<std::filesystem::path> kept_files(const TemporaryPack& pack) {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(pack.folder() / "cache"))
        out.push_back(entry.path());
    return out;
}

TEST(Load, WhatIsKeptReadsTheSame) {
    const TemporaryPack plain, keeping;
    for (const auto& [lang, text] :
         {std::pair("ko", "아르덴은 소금길드에 300만 크라운을 투자했다."),
          std::pair("en", "Arden funded the Brine Guild.")}) {
        Document document;
        document.lang = lang;
        document.text = text;
        const std::string wanted =
            to_json(Extractor(RulePack::load(plain.folder())).extract(document));
        EXPECT_NE(wanted.find("\"claims\":[{"), std::string::npos) << wanted;
        EXPECT_EQ(reading_with(keeping, lang, text), wanted);
        EXPECT_EQ(reading_with(keeping, lang, text), wanted) << "as it was kept";
    }
    EXPECT_EQ(kept_files(keeping).size(), 5u);  // the names; of each language two gates
    for (const std::filesystem::path& file : kept_files(keeping))
        std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    const std::string again = reading_with(keeping, "en", "Arden funded the Brine Guild.");
    EXPECT_NE(again.find("\"claims\":[{"), std::string::npos) << again;
}

TEST(Load, WhatIsKeptGivesWayToNewNamesAndRules) {
    TemporaryPack pack;
    const std::string text = "Arden funded Brandnew.";
    EXPECT_EQ(reading_with(pack, "en", text).find("guild:brandnew"), std::string::npos);
    pack.with("entities/more.json",
              R"({"entities": [{"id": "guild:brandnew", "names": {"en": ["Brandnew"]}}]})");
    EXPECT_NE(reading_with(pack, "en", text).find("guild:brandnew"), std::string::npos);
    pack.without("frames/en");
    EXPECT_NE(reading_with(pack, "en", text).find("\"claims\":[]"), std::string::npos);
}

TEST(Load, WithoutAPackItThrows) {
    std::vector<Diagnostic> faults;
    EXPECT_THROW(RulePack::load("/nowhere/at/all", faults), Error);
    EXPECT_THROW(RulePack::load(TemporaryPack().without("pack.json").folder(), faults), Error);
    try {
        TemporaryPack pack;
        RulePack::load(pack.with("entities/x.json", "{\"entites\": []}").folder());
        FAIL();
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("unknown key \"entites\""), std::string::npos);
    }
}

// A rule on line 3 of a file, with what it needs to be well.
std::string frame(const std::string& members) {
    return "{\n\"frames\": [\n{" + members +
           ", \"examples\": {\"yes\": [[\"x\", \"x\"]], \"no\": [\"x\"]}}\n]\n}\n";
}
std::string phrase(const std::string& members) {
    std::string out = frame(members);
    return out.replace(out.find("frames"), 6, "phrases");
}
std::string pattern(const std::string& members) {
    std::string out = frame(members);
    return out.replace(out.find("frames"), 6, "patterns");
}
std::string entity(const std::string& members) {
    return "{\n\"entities\": [\n{" + members + "}\n]\n}\n";
}

const char* const frame_file = "frames/en/x.json";
const char* const phrase_file = "phrases/ko/x.json";
const char* const pattern_file = "patterns/en/x.json";
const char* const entity_file = "entities/x.json";
const char* const language_file = "language/ko/x.json";

struct Mistake {
    const char* file;
    std::string content;
    std::string fault;  // "line: rule: message", or the beginning of it
};

std::vector<Mistake> mistakes_in_frames() {
    const std::string ends = R"("from": "< {Power}", "to": "{Guild}")";
    return {
        {frame_file, "{\n\"frames\": [\n{]\n}", "3: no valid JSON"},
        {frame_file, "{\n\"frames\": 3}", "2: \"frames\" must be a list"},
        {frame_file, frame(R"("id": "x", "id": "y")"), "3: key \"id\" stands twice"},
        {frame_file,
         frame(R"("id": "x", "relation": "funds", "triger": "a", "trigger": "a", )" + ends),
         "3: x: unknown key \"triger\" (did you mean \"trigger\"?)"},
        {frame_file, "[\n]\n", "1: the file must be an object: {\"frames\": [...]}"},
        {frame_file, frame(R"("id": "x", "relation": "funds", "trigger": ["a", 3], )" + ends),
         "3: x: a piece of \"trigger\" must be a string"},
        {frame_file,
         frame(R"("id": "x", "relation": "funds", "trigger": "a", "from": "{Power}", "to": [[]])"),
         "3: x: a piece of a slot must be a string"},
        {"frames/x.json", "{\"frames\": []}",
         "1: no part of a pack is read from here, but from entities/, language/ko/, language/en/"},
        {"more.json", "{}", "1: no part of a pack is read from here"},
        {frame_file, frame(R"("id": "x", "relation": "levy", "trigger": "a", )" + ends),
         "3: x: unknown relation \"levy\" (did you mean \"levies\"?)"},
        {frame_file,
         frame(R"("id": "x", "relation": "funds", "when": "a", "trigger": "a", )" + ends),
         "3: x: unknown key \"when\"; known here: id, relation, says, trigger, from"},
        {frame_file, frame(R"("id": "x", "relation": "funds", "trigger": "{realm}", )" + ends),
         "3: x: unknown fragment \"realm\": fragments stand in rules/language/*/, types begin with "
         "a capital: {Realm}"},
        {frame_file, frame(R"("id": "x", "relation": "befriends", "trigger": "a", )" + ends),
         "3: x: unknown relation \"befriends\": relations stand in ontology.json"},
        {frame_file, frame(R"("id": "en.funds", "relation": "funds", "trigger": "a", )" + ends),
         "3: en.funds: id \"en.funds\" stands already at frames/en/deeds.json:4"},
        {frame_file, frame(R"("id": "x", "relation": "funds", "trigger": "a(b", )" + ends),
         "3: x: RE2 refuses the pattern: missing )"},
        {frame_file, frame(R"~("id": "x", "relation": "funds", "trigger": "(?!a)", )~" + ends),
         "3: x: RE2 refuses the pattern"},
        {frame_file, frame(R"("id": "x", "relation": "funds", "trigger": "{verb}", )" + ends),
         "3: x: unknown fragment \"verb\""},
        {frame_file,
         frame(
             R"("id": "x", "relation": "funds", "trigger": "a", "from": "< {Company}", "to": "{Guild}")"),
         "3: x: unknown type \"Company\""},
        {frame_file,
         frame(
             R"("id": "x", "relation": "funds", "trigger": "a", "from": "< {Power}", "to": "{Ship}")"),
         "3: x: funds cannot end at what \"to\" accepts"},
        {frame_file,
         frame(
             R"("id": "x", "relation": "funds", "trigger": "a", "from": "< {Charter}", "to": "{Guild}")"),
         "3: x: funds cannot begin at what \"from\" accepts"},
        {frame_file,
         frame(R"("id": "x", "relation": "funds", "trigger": "a", "from": "< {Power}")"),
         "3: x: a frame needs \"from\" and \"to\", or \"pair\""},
        {frame_file, frame(R"("id": "x", "relation": "funds", "trigger": "a", "pair": "{Power}")"),
         "3: x: \"pair\" is for symmetric relations"},
        {frame_file,
         frame(R"("id": "x", "relation": "funds", "trigger": "a", "majority": "captures", )" +
               ends),
         "3: x: \"majority\" needs a \"stake\" of {Percent}"},
        {frame_file,
         frame(
             R"("id": "x", "relation": "funds", "trigger": "a", "stake?": "{Percent}", "majority": "buys", )" +
             ends),
         "3: x: \"majority\": no relation is called \"buys\""},
        {frame_file,
         frame(R"("id": "x", "relation": "funds", "trigger": "a", "status": "done", )" + ends),
         "3: x: unknown status \"done\""},
        {frame_file,
         R"({"frames": [{"id": "x", "relation": "funds", "trigger": "a", )" + ends + "}]}",
         "1: x: a rule needs \"examples\""},
        {frame_file,
         R"({"frames": [{"id": "x", "relation": "funds", "trigger": "a", "examples": {"yes": ["a"]}, )" +
             ends + "}]}",
         "1: x: a rule needs a \"no\" example"},
        {frame_file,
         R"({"frames": [{"id": "x", "relation": "funds", "trigger": "a", "examples": {"no": ["a"]}, )" +
             ends + "}]}",
         "1: x: a rule needs a \"yes\" example"},
    };
}

std::vector<Mistake> mistakes_in_phrases() {
    return {
        {phrase_file,
         phrase(
             R"("id": "x", "relation": "funds", "phrase": "{from:Guild} {from:Guild} {to:Guild}")"),
         "3: x: group \"from\" stands twice in one pattern"},
        {phrase_file,
         phrase(R"("id": "x", "relation": "funds", "phrase": "{from:Guild} {to:Realm}", )"
                R"("deed": "yes")"),
         "3: x: \"deed\" must be true or false"},
        {phrase_file, phrase(R"("id": "x", "relation": "funds", "phrase": "{from:Guild} a")"),
         "3: x: the phrase has no end {to:...}"},
        {phrase_file,
         phrase(
             R"("id": "x", "relation": "funds", "phrase": "{from:Guild} {to:Guild}", "head": "x")"),
         "3: x: the phrase has no group \"x\""},
        {phrase_file,
         phrase(
             R"("id": "x", "relation": "funds", "phrase": "{from:Guild} {to:Guild}", "list": "all")"),
         "3: x: \"list\" is each, from or to"},
        {phrase_file,
         phrase(
             R"("id": "x", "relation": "funds", "phrase": "{from:Guild} {to:Guild}", "also": [{"relation": "funds", "from": "from", "to": "place"}])"),
         "3: x: the phrase has no group \"place\""},
        {phrase_file,
         phrase(
             R"("id": "x", "relation": "serves_at", "phrase": "{from:Soul} a", "office": "Country")"),
         "3: x: unknown type \"Country\""},
        {pattern_file, pattern(R"("id": "x", "type": "Chip", "pattern": "a")"),
         "3: x: unknown type \"Chip\""},
        {pattern_file, pattern(R"("id": "x", "type": "Ship", "pattern": "a**")"),
         "3: x: RE2 refuses the pattern"},
        {pattern_file, pattern(R"("id": "x", "type": "Ship", "pattern": "a", "refuse": "(")"),
         "3: x: RE2 refuses the pattern"},
        {pattern_file, pattern(R"("id": "x", "type": "Date", "pattern": "a", "shift": "day")"),
         "3: x: \"shift\" is a number with y, m, w or d"},
        {pattern_file, pattern(R"("type": "Ship", "pattern": "a")"), "3: key \"id\" is missing"},
        {"patterns/any/x.json", pattern(R"("id": "x", "type": "Chip", "pattern": "a")"),
         "3: x: unknown type \"Chip\""},
    };
}

std::vector<Mistake> mistakes_in_data() {
    return {
        {entity_file, entity(R"("id": "guild:x", "part_of": "realm:lost", "names": {"en": ["X"]})"),
         "3: guild:x: no entry has the id \"realm:lost\""},
        {entity_file, entity(R"("id": "guild:x", "part_of": "Velm", "names": {"en": ["X"]})"),
         "3: guild:x: no entry has the id \"Velm\" (an id has a prefix, as \"guild:x\" has)"},
        {entity_file, "{\"id\": \"guild:x\"}", "1: unknown key \"id\"; known here: home, entities"},
        {language_file, "{\n\"names\": {\n\"home\": \"realm:lost\"}\n}\n",
         "3: no entry has the id \"realm:lost\""},
        {entity_file, entity(R"("id": "guild:brine", "names": {"en": ["X"]})"),
         "3: guild:brine: id \"guild:brine\" stands already at entities/bands.json:5"},
        {entity_file, entity(R"("id": "guild:salt", "names": {"en": ["Brine Guild"]})"),
         "3: guild:salt: \"Brine Guild\" is there already: guild:brine at entities/bands.json:5"},
        {entity_file, entity(R"("id": "company:x", "names": {"en": ["X"]})"),
         "3: company:x: the id begins with no type's prefix: realm:, isle:"},
        {entity_file, entity(R"("id": "soul:x", "type": "Wight", "names": {"en": ["X"]})"),
         "3: soul:x: unknown type \"Wight\""},
        {entity_file, entity(R"("id": "guild:x", "name": {"en": ["X"]}, "names": {"en": ["X"]})"),
         "3: guild:x: unknown key \"name\" (did you mean \"names\"?)"},
        {entity_file, entity(R"("id": "guild:x")"),
         "3: guild:x: an entry needs \"names\" or \"context\""},
        {entity_file, entity(R"("id": "guild:x", "names": {"en": [""]})"),
         "3: guild:x: a name is empty"},
        {entity_file, entity(R"("id": "guild:x", "names": {"en": ["Y"], "ko": "X"})"),
         "3: guild:x: names of a language must be a list"},
        {entity_file, entity(R"("id": "guild:x", "context": [{"name": "X"}])"),
         "3: guild:x: a context needs \"near\""},
        {language_file, R"({"fragments": {"subj": "a"}})",
         "1: subj: fragment \"subj\" stands twice"},
        {language_file, R"({"fragments": {"bad": [["a", 3]]}})",
         "1: bad: a piece of an item of \"bad\" must be a string"},
        {language_file, R"({"fragments": {"bad": "(a"}})", "1: bad: RE2 refuses the pattern"},
        {language_file, R"({"fragments": {"bad": "{Chip}"}})", "1: bad: unknown type \"Chip\""},
        {language_file, R"({"statuses": []})",
         "1: unknown key \"statuses\" (did you mean \"status\"?)"},
        {language_file,
         R"({"status": [{"id": "c", "status": "done", "side": "behind", "pattern": "a"}]})",
         "1: c: unknown status \"done\""},
        {language_file,
         R"({"status": [{"id": "c", "status": "ended", "side": "beside", "pattern": "a"}]})",
         "1: c: \"side\" is before, behind, around or within"},
        {language_file,
         R"({"status": [{"id": "c", "status": "ended", "side": "behind", "except": ["fund"], "pattern": "a"}]})",
         "1: c: \"except\": no relation is called \"fund\""},
        {language_file, R"({"attribution": [{"id": "c", "pattern": "{Soul} said"}]})",
         "1: c: the pattern has no group \"source\""},
        {language_file,
         R"~({"anaphora": [{"id": "c", "types": "Firm", "pattern": "(?P<ref>a)"}]})~",
         "1: c: unknown type \"Firm\""},
        {language_file, R"({"tidy": [{"id": "c", "pattern": "a"}]})",
         "1: c: the pattern has no group \"drop\""},
        {language_file, R"({"fold": [{"separator": ", ", "mixes": {"Fleet": "League"}}]})",
         "1: unknown type \"Fleet\""},
        {language_file, R"({"fold": [{"separator": ", ", "mixes": {"Realm": "Fleet"}}]})",
         "1: unknown type \"Fleet\""},
        {"pack.json", "{\"format\": 2}", "1: \"format\" must be 1"},
    };
}

TEST(Load, EachMistakeIsOneFaultWithItsPlace) {
    for (const auto& table : {mistakes_in_frames(), mistakes_in_phrases(), mistakes_in_data()})
        for (const Mistake& mistake : table) {
            TemporaryPack pack;
            const std::vector<Diagnostic> faults =
                pack.with(mistake.file, mistake.content).faults();
            ASSERT_EQ(faults.size(), 1u) << shown(faults) << "for " << mistake.content;
            EXPECT_EQ(faults[0].file, mistake.file);
            const std::string wanted = mistake.file + (":" + mistake.fault);
            EXPECT_EQ(faults[0].text().substr(0, wanted.size()), wanted);
        }
}

TEST(Load, AllFaultsComeInOneRunSorted) {
    TemporaryPack pack;
    pack.with(frame_file, mistakes_in_frames()[3].content);
    pack.with(phrase_file, mistakes_in_phrases()[0].content);
    pack.with(entity_file, entity(R"("id": "guild:x", "part_of": "realm:lost")"));
    pack.with("frames/ko/x.json", "{");
    const std::vector<Diagnostic> faults = pack.faults();
    EXPECT_EQ(faults.size(), 5u) << shown(faults);
    EXPECT_TRUE(
        std::is_sorted(faults.begin(), faults.end(),
                       [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; }));
}

std::string ontology(const std::string& types, const std::string& more = "") {
    return "{\"types\": [" + types + "]" + more +
           ", \"relations\": [{\"name\": \"r\", \"from\": [\"A\"], \"to\": [\"A\"]}]}";
}

std::string fault_of_ontology(const std::string& content) {
    TemporaryPack pack;
    for (const char* folder : {"entities", "language", "patterns", "phrases", "frames"})
        pack.without(folder);
    const std::string faults = shown(pack.with("ontology.json", content).faults());
    return faults.substr(0, faults.find('\n'));
}

TEST(Load, Ontology) {
    const std::string a = R"({"name": "A", "prefix": "a"})";
    std::string many = a;
    for (int i = 0; i < 90; ++i) many += ", {\"name\": \"T" + std::to_string(i) + "\"}";
    const struct {
        std::string content, fault;
    } rows[] = {
        {ontology(a), ""},
        {"{", "ontology.json:1: no valid JSON"},
        {ontology(a + R"(, {"name": "A"})"), "ontology.json:1: A: type \"A\" stands twice"},
        {ontology(a + R"(, {"name": "B", "parent": "C"})"),
         "ontology.json:1: B: parent \"C\" is no type that stands above"},
        {ontology(a + R"(, {"name": "B", "parent": "B"})"),
         "ontology.json:1: B: parent \"B\" is no type that stands above"},
        {ontology(a + R"(, {"name": "B", "parent": "C"}, {"name": "C", "parent": "B"})"),
         "ontology.json:1: B: parent \"C\" is no type that stands above"},
        {ontology(a + R"(, {"says": "nameless"})"), "ontology.json:1: key \"name\" is missing"},
        {ontology(R"({"name": "B"})"), "ontology.json:1: r: unknown type \"A\""},
        {ontology(many), "ontology.json:1: the ontology has too many types"},
        {ontology(a, R"(, "groups": {"G": ["B"]})"), "ontology.json:1: G: unknown type \"B\""},
        {ontology(a, R"(, "groups": {"A": ["A"]})"), "ontology.json:1: A: \"A\" is a type already"},
        {ontology(a, R"(, "groups": {"G": ["A"]})"), ""},
    };
    for (const auto& row : rows)
        EXPECT_EQ(
            fault_of_ontology(row.content).substr(0, row.fault.empty() ? 1000 : row.fault.size()),
            row.fault)
            << row.content;
}

TEST(Load, ABrokenOntologyIsTheOnlyFault) {
    EXPECT_EQ(TemporaryPack().with("ontology.json", "{\"types\": [}").faults().size(), 1u);
    EXPECT_EQ(shown(TemporaryPack().without("ontology.json").faults()),
              "ontology.json: the pack has no ontology.json\n");
}

}  // namespace
}  // namespace entente
