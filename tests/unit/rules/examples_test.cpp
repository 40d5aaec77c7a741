// Running the examples of a pack: what fails, and what proves nothing.
#include "entente/check.h"
#include "entente/extractor.h"
#include "packs.h"

namespace entente {
namespace {

using testing::shown;
using testing::TemporaryPack;
using testing::world;

TEST(Examples, OfTheWorldPass) { EXPECT_EQ(shown(check_examples(world())), ""); }

// The faults of a frame or pattern with these examples, which stand on line 5.
std::string faults_of(const std::string& file, const std::string& head,
                      const std::string& examples) {
    TemporaryPack pack;
    const std::string kind = file.substr(0, file.find('/'));
    pack.with(file, "{\n\"" + kind + "\": [\n{" + head + ",\n\"examples\": {\n" + examples +
                        "}}\n]\n}\n");
    return shown(check_examples(RulePack::load(pack.folder())));
}

std::string faults_of_frame(const std::string& yes, const std::string& no,
                            const std::string& todo = "") {
    return faults_of("frames/en/x.json",
                     R"("id": "x.hires", "relation": "funds", "trigger": "\\bhired\\b",
                        "from": "< {Power}", "to": "{Band}")",
                     "\"yes\": [" + yes + "], \"no\": [" + no + "], \"todo\": [" + todo + "]");
}

const std::string good_yes =
    R"(["[[Arden|realm:a]] hired the [[Quill House|guild:q]].", "funds | realm:a | guild:q"])";

TEST(Examples, OfAPhraseWhoseHeadStandsInOneAlternative) {
    EXPECT_EQ(faults_of("phrases/en/x.json",
                        R"x("id": "x.patron", "relation": "funds", "head": "from",
                     "phrase": "(?:{from:Power}, patron of {to:Band},|{to2:Band}'s patron {from2:Power})",
                     "also": [{"relation": "funds", "from": "from2", "to": "to2"}])x",
                        R"x("yes": [["The [[Quill House|guild:q]]'s patron [[Arden|realm:a]] left.",
                              "funds | realm:a | guild:q"]],
                     "no": ["The [[Quill House|guild:q]] met [[Arden|realm:a]], patron of none."])x"),
              "");
}

void expect_fault(const std::string& faults, const std::string& wanted) {
    EXPECT_EQ(std::count(faults.begin(), faults.end(), '\n'), 1) << faults;
    EXPECT_NE(faults.find(wanted), std::string::npos) << faults;
}

TEST(Examples, OfFrames) {
    const std::string other_yes =
        R"(["[[Arden|realm:a]] hired the [[Quill House|guild:q]].", "funds | realm:a | guild:z"])";
    const std::string idle_no = R"("[[Arden|realm:a]] met the [[Quill House|guild:q]].")";
    const std::string stated_no = R"("[[Arden|realm:a]] hired the [[Quill House|guild:q]].")";
    const std::string real_no = R"("Hands were hired in [[Arden|realm:a]] for [[Velm|guild:q]].")";
    EXPECT_EQ(faults_of_frame(good_yes, real_no), "");
    expect_fault(faults_of_frame(other_yes, real_no),
                 "frames/en/x.json:6: x.hires: yes example fails: missing funds | realm:a");
    expect_fault(faults_of_frame(good_yes, stated_no), "no example fails: it states funds");
    expect_fault(faults_of_frame(good_yes, idle_no), "it proves nothing: the trigger is not there");
    expect_fault(faults_of_frame(good_yes, R"("Hands were hired in [[Mistfall|spell:m]].")"),
                 "it proves nothing: no mention for slot \"from\" is marked, as in "
                 "[[name|realm:x]]");
    expect_fault(faults_of_frame(good_yes, real_no, good_yes), "a \"todo\" example passes");
    EXPECT_EQ(faults_of_frame(good_yes, real_no, other_yes), "");
    expect_fault(
        faults_of_frame(R"("[[Arden|realm:a]] hired the [[Quill House|guild:q]].")", real_no),
        "it wants no claim: write [\"text\", \"relation | from | to\"]");
    expect_fault(
        faults_of_frame(R"(["[[Arden|realm:a hired.", "funds | realm:a | guild:q"])", real_no),
        "a mark is not closed");
    expect_fault(
        faults_of_frame(R"(["[[Arden|country:a]] hired.", "funds | realm:a | guild:q"])", real_no),
        "names no type");
    expect_fault(faults_of_frame(R"(["[[Arden|realm:a]] hired.", "befriends | realm:a | guild:q"])",
                                 real_no),
                 "unknown relation");
}

TEST(Examples, WhatAnotherRuleSaysIsNotThisOnes) {
    expect_fault(
        faults_of_frame(
            R"(["[[Arden|realm:a]] funded the [[Quill House|guild:q]].", "funds | realm:a | guild:q"])",
            R"("Hands were hired in [[Arden|realm:a]] for [[Velm|guild:q]].")"),
        "another rule gives the claim");
}

TEST(Examples, AFailureSaysWhatTheRuleLacked) {
    const std::string no = R"("Hands were hired in [[Arden|realm:a]] for [[Velm|guild:q]].")";
    const auto faults = [&](const char* text) {
        return faults_of_frame(
            "[\"" + std::string(text) + R"(", "funds | realm:a | guild:q | date=2026-01"])", no);
    };
    expect_fault(faults("Of [[Arden|realm:a]] hired the [[Ash|guild:q]]."),
                 "missing funds | realm:a | guild:q | date=2026-01 (found: nothing); slot `from` "
                 "stayed empty: “Of Arden” is governed or owned, so it is no subject: Of [[Arden");
    expect_fault(faults("[[Arden|realm:a]] hires the [[Ash|guild:q]]."),
                 "(found: nothing); its words are not in “{Realm} hires the {Guild}.”: [[Arden");
    expect_fault(
        faults("[[Arden|realm:a]] hired the [[Ash|guild:q]] in [[May|@2026-05]]."),
        "(found: funds | realm:a | guild:q | status=planned; date=2026-05 by x.hires): [[Arden");
    expect_fault(
        faults_of(
            "frames/en/x.json",
            R"("id": "x.hires", "relation": "funds", "trigger": "\\bhired\\b",
                     "from": "{Band}", "to": "{Band}")",
            R"("yes": [["[[Ash|guild:a]] hired [[Velm|guild:q]].", "funds | guild:a | guild:q"]], "no": [)" +
                no + "]"),
        "slot `from` took “Velm”: “Ash” stands before the trigger, and the slot reads behind it, "
        "as it has no “< ” of a subject");
}

TEST(Examples, OfPhrases) {
    const std::string head =
        R"("id": "x.np", "relation": "funds", "phrase": "{from:Realm} purse of {to:Guild}")";
    const std::string yes =
        R"("yes": [["[[Arden|realm:a]] purse of [[Ash|guild:q]]", "funds | realm:a | guild:q"]], )";
    EXPECT_EQ(faults_of("phrases/en/x.json", head,
                        yes + R"("no": ["[[Arden|realm:a]] and the purse of [[Ash|guild:q]]"])"),
              "");
    expect_fault(
        faults_of("phrases/en/x.json", head, yes + R"("no": ["The purse of [[Ash|guild:q]]"])"),
        "it proves nothing: a mention of a required type is not marked");
}

TEST(Examples, OfPatterns) {
    const std::string head =
        R"~("id": "x.p", "type": "Ship", "needs": "digit", "pattern": "(?P<name>QX[0-9]+)")~";
    const auto run = [&](const std::string& yes, const std::string& no) {
        return faults_of("patterns/en/x.json", head,
                         "\"yes\": [" + yes + "], \"no\": [" + no + "]");
    };
    EXPECT_EQ(run(R"("the [[QX12|Ship]]")", R"("a QX and 12")"), "");
    expect_fault(run(R"("the [[QX|Ship]]")", R"("a QX and 12")"), "\"QX\" is not found");
    expect_fault(run(R"("the [[QX12|Spell]]")", R"("a QX and 12")"), "\"QX12\" is not found");
    expect_fault(run(R"("the QX12")", R"("a QX and 12")"), "it marks nothing");
    expect_fault(run(R"("the [[QX12|Ship]]")", R"("a QX12")"), "it finds \"QX12\"");
    expect_fault(run(R"("the [[QX12|Ship]]")", R"("a QX")"),
                 "it proves nothing: what the pattern needs is not there");
}

}  // namespace
}  // namespace entente
