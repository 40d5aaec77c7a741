// A check: whatever is wrong with a pack is said in one run.
#include "entente/check.h"

#include "packs.h"

namespace entente {
namespace {

using testing::shown;
using testing::TemporaryPack;
using testing::world_folder;

// Rules of their own, each on a line.
struct Rule {
    std::string id = "x.hires", trigger = "\\\\bhired\\\\b", from = "< {Power}", more = "";
    std::string yes = "[[Arden|realm:a]] hired the [[Quill House|guild:q]].";
    std::string no = "Hands were hired in [[Arden|realm:a]] for [[Velm|guild:q]].";

    std::string text() const {
        return R"({"id": ")" + id + R"(", "relation": "funds", "trigger": ")" + trigger +
               R"(", "from": ")" + from + R"(", "to": "{Band}", )" + more +
               R"("examples": {"yes": [[")" + yes +
               R"(", "funds | realm:a | guild:q"]], "no": [")" + no + R"("]}})";
    }
};

std::string file_of(const std::vector<Rule>& rules) {
    std::string out = "{\"frames\": [";
    for (std::size_t i = 0; i < rules.size(); ++i) out += (i ? ",\n" : "\n") + rules[i].text();
    return out + "\n]}\n";
}

// Each fault begins with one of these, in this order.
void expect_faults(const PackCheck& check, const std::vector<std::string>& wanted) {
    ASSERT_EQ(check.faults.size(), wanted.size()) << shown(check.faults);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        EXPECT_EQ(check.faults[i].text().substr(0, wanted[i].size()), wanted[i]);
}

TEST(Check, TheWorldIsWell) {
    const PackCheck check = check_pack(world_folder());
    EXPECT_EQ(shown(check.faults), "");
    EXPECT_FALSE(check.partial);
    EXPECT_EQ(check.rules, testing::world().rules().size());
    EXPECT_EQ(check.entities, testing::world().entity_count());
    EXPECT_EQ(check.names, testing::world().name_count());
}

TEST(Check, TenKindsOfFaultsComeInOneRun) {
    TemporaryPack pack;
    pack.with("frames/en/typing.json", "{\"frames\": [\n{]\n}\n");
    pack.with("frames/en/twice.json", file_of({{.more = R"("from": "< {Band}", )"}}));
    pack.with("frames/en/x.json",
              file_of({{},
                       {.id = "x.type", .from = "< {Company}"},
                       {.id = "x.key", .more = R"("stats": "ended", )"},
                       {.id = "x.fragment", .trigger = "{verb}"},
                       {.id = "en.funds"},
                       {.id = "x.group", .trigger = "(?P<a>hired)(?P<a>)"},
                       {.id = "x.re2", .trigger = "hired("},
                       {.id = "x.fails", .yes = "[[Arden|realm:a]] met [[Ash|guild:q]]."},
                       {.id = "x.idle", .no = "[[Arden|realm:a]] met [[Ash|guild:q]]."}}));
    const PackCheck check = check_pack(pack.folder());
    EXPECT_TRUE(check.partial);
    expect_faults(check,
                  {"frames/en/twice.json:2: key \"from\" stands twice in one object",
                   "frames/en/typing.json:2: no valid JSON",
                   "frames/en/x.json:3: x.type: unknown type \"Company\"",
                   "frames/en/x.json:4: x.key: unknown key \"stats\" (did you mean \"status\"?)",
                   "frames/en/x.json:5: x.fragment: unknown fragment \"verb\"",
                   "frames/en/x.json:6: en.funds: id \"en.funds\" stands already at",
                   "frames/en/x.json:7: x.group: group \"a\" stands twice in one pattern",
                   "frames/en/x.json:8: x.re2: RE2 refuses the pattern",
                   "frames/en/x.json:9: x.fails: yes example fails: missing funds",
                   "frames/en/x.json:10: x.idle: no example fails: it proves nothing"});
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(RulePack::load(pack.folder(), faults));
    EXPECT_EQ(faults.size(), 8u) << shown(faults);
    EXPECT_THROW(RulePack::load(pack.folder()), Error);
}

TEST(Check, FaultsOfOtherPartsHideNoExample) {
    const Rule fails = {.yes = "[[Arden|realm:a]] met [[Ash|guild:q]]."};
    const std::string fault = "frames/en/x.json:2: x.hires: yes example fails";
    const struct {
        const char *file, *content, *fault;
    } rows[] = {
        {"entities/x.json", R"({"entities": [{"id": "soul:x", "type": "Wight"}]})",
         "entities/x.json:1: soul:x: an entry needs"},
        {"language/ko/x.json", R"({"fragments": {"bad": "(a"}})",
         "language/ko/x.json:1: bad: RE2 refuses"},
        {"language/en/x.json", R"({"tidy": [{"id": "t", "pattern": "a"}]})",
         "language/en/x.json:1: t: the pattern has no group \"drop\""},
        {"language/en/x.json", R"({"status": [{"id": "s", "status": "ended", "side": "behind"}]})",
         "language/en/x.json:1: s: key \"pattern\" is missing"},
        {"language/en/x.json", R"({"voice": {"relative": ["a"]}})",
         "language/en/x.json:1: the pattern has no group \"subject\""},
        {"patterns/any/x.json", R"({"patterns": 3})", "patterns/any/x.json:1: \"patterns\" must"},
    };
    for (const auto& row : rows) {
        TemporaryPack pack;
        pack.with("frames/en/x.json", file_of({fails})).with(row.file, row.content);
        const std::string found = shown(check_pack(pack.folder()).faults);
        EXPECT_NE(found.find(fault), std::string::npos) << found;
        EXPECT_NE(found.find(row.fault), std::string::npos) << found;
    }
}

TEST(Check, WithoutAnOntologyNoExampleRuns) {
    TemporaryPack pack;
    pack.with("frames/en/typing.json", "{").with("ontology.json", "{");
    const PackCheck check = check_pack(pack.folder());
    expect_faults(check, {"frames/en/typing.json:1: no valid JSON", "ontology.json:1: no valid"});
    EXPECT_EQ(check.rules, 0u);
}

}  // namespace
}  // namespace entente
