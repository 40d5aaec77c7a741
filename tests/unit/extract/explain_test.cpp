// What the invented world's rules answer when asked about two: what they rest on, or what they
// lack.
#include "entente/explain.h"

#include "extract/readings.h"

namespace entente {
namespace {

using testing::document;
using testing::world_extractor;

std::string shown(const Miss& miss) {
    std::string out = miss.kind;
    if (!miss.rule.empty()) out += " " + miss.rule;
    if (!miss.trigger.empty()) out += " at " + miss.trigger;
    return out + ": " + miss.reason;
}

// The nearest reason alone, for the document or for its first sentence that mentions both; behind
// "no trigger", which rule has a word that stands there by chance.
std::string nearest(const Explanation& explanation) {
    if (!explanation.misses.empty()) return shown(explanation.misses.front());
    if (explanation.sentences.empty()) return "nothing";
    const ExplainedSentence& first = explanation.sentences.front();
    if (!first.stated.empty()) return "stated " + first.stated.front().rule;
    if (first.misses.empty()) return "nothing";
    std::string out = shown(first.misses.front());
    if (first.misses.front().kind == "no_trigger" && first.misses.size() > 1)
        out += "; nearest " + shown(first.misses[1]);
    return out;
}

struct Asked {
    const char *lang, *text, *a, *b, *wanted;
};

TEST(Explain, NearestReason) {
    const Asked rows[] = {
        // named, and how: ids, names in either language, surfaces
        {"en", "Arden funded the Brine Guild.", "realm:arden", "소금길드", "stated en.funds"},
        {"en", "Arden funded the Brine Guild.", "arden", "Orsk",
         "not_a_mention: “Orsk” is not mentioned here: no name of realm:orsk stands in the text"},
        {"en", "Arden funded the Brine Guild.", "Arden", "Frost Guild",
         "not_a_mention: “Frost Guild” is not mentioned here: no list of names has it, "
         "no pattern finds it"},
        {"en", "The Orskania of Arden sailed.", "Arden", "Orsk",
         "not_a_mention: “Orsk” stands in the text, but is no mention: the gazetteer knows the "
         "name, and what stands around it speaks against it"},
        {"en", "The Tide Court of Arden met Velm.", "Velm", "Court",
         "not_a_mention: “Court” is no mention of its own: it is read as part of “Tide Court”, "
         "court:velm-tide"},
        {"ko", "아르덴 조수청이 열렸다.", "court:velm-tide", "아르덴",
         "not_a_mention: “조수청” of court:velm-tide is read as court:arden-tide here"},
        {"en", "The Ardene ships of Arden sailed.", "Arden", "Ardene",
         "same_entity: “Arden” and “Ardene” are both read as realm:arden"},
        // a frame with one end: what bars the other
        {"en", "Arden levied a toll for Velm.", "Arden", "Velm",
         "empty_slot en.levies at levied: slot `to` stayed empty: it wants “on (the "
         ")?{Realm|Band}”, "
         "and “for Velm.” stands there"},
        {"ko", "아르덴의 소금길드에 투자했다.", "아르덴", "소금길드",
         "empty_slot ko.funds at 투자했: slot `from` stayed empty: it wants “{Power}{subj}”, and "
         "“아르덴의” stands there"},
        {"ko", "아르덴은 소금길드와 투자했다.", "아르덴", "소금길드",
         "empty_slot ko.funds at 투자했: slot `to` stayed empty: it wants “{Band|Realm}{into}”, "
         "and “소금길드와” stands there"},
        {"en", "The ships of Arden funded the Brine Guild.", "Arden", "Brine Guild",
         "empty_slot en.funds at funded: slot `from` stayed empty: “of Arden” is governed or "
         "owned, so it is no subject"},
        {"en", "The Brine Guild was funded near Arden.", "Arden", "Brine Guild",
         "empty_slot en.funds at funded: slot `from` stayed empty: the verb is read as passive, "
         "and no “by” leads to “Arden”"},
        {"en", "The Brine Guild, Arden funded.", "Arden", "Brine Guild",
         "empty_slot en.funds at funded: slot `to` stayed empty: “Brine Guild” stands before the "
         "trigger, and the slot reads behind it"},
        {"ko", "소금길드가 소유한 큰 잿빛왜가리호가 떴다.", "소금길드", "잿빛왜가리호",
         "empty_slot ko.owns at 소유: slot `to` stayed empty: “잿빛왜가리호” does not stand "
         "directly behind the trigger"},
        {"en",
         "Arden levied a toll that Orsk, Kingsmere and the Gull Post and the Lantern Guild knew on "
         "Velm.",
         "Arden", "Velm",
         "empty_slot en.levies at levied: slot `to` stayed empty: other mentions stand between the "
         "trigger and “Velm”"},
        {"en", "Arden funded \"the Brine Guild and Velm\" today.", "Arden", "Velm",
         "other_filler en.funds at funded: slot `to` took “Brine Guild”: a quotation mark stands "
         "between the trigger and “Velm”"},
        {"ko", "미라 보스는 안개내림을 외운 탐 오린을 만났다.", "미라 보스", "안개내림",
         "other_filler ko.casts at 외운: slot `from` took “탐 오린”: the topic “미라 보스” does "
         "not reach into a relative clause"},
        {"en", "Arden funded the Brine Guild near Quill House.", "Arden", "Quill House",
         "other_filler en.funds at funded: slot `to` took “Brine Guild”: that stands nearer than "
         "“Quill House”"},
        {"en", "The Brine Guild was funded near the Grey Heron.", "Grey Heron", "Brine Guild",
         "empty_slot en.funds at funded: slot `from` stayed empty: it takes Power, and “Grey "
         "Heron” "
         "is Ship; besides, the verb is read as passive, and no “by” leads to “Grey Heron”"},
        {"en", "It funded the Arden lodge of the Brine Guild.", "Arden", "Brine Guild",
         "other_filler en.funds at funded: slot `from` stayed empty: nothing before the trigger "
         "stands for “Arden”; slot `to` took “Arden”: that stands nearer than “Brine Guild”"},
        {"en", "Arden funded Mira Voss.", "Arden", "Mira Voss",
         "empty_slot en.funds at funded: slot `to` stayed empty: it takes Band or Realm, and “Mira "
         "Voss” is Mage"},
        {"en", "Velmish Gull Isle-based Brine Guild funded Arden.", "Velm", "Arden",
         "other_filler en.funds at funded: slot `from` took “Brine Guild”: en.lies.based reads "
         "“Velmish Gull Isle-based Brine Guild” as “Brine Guild”, so “Velmish” is no argument of "
         "its own"},
        {"en", "Arden duelled Velm.", "Arden", "Velm",
         "other_filler en.duels at duelled: slot `pair` took “Arden”: “Velm” stands behind the "
         "trigger, and the slot reads before it"},
        // both ends, and then refused
        {"en", "Mira Voss captured the Grey Heron.", "Mira Voss", "Grey Heron",
         "refused_types en.captures at captured: both ends are found, but captures leads from "
         "Realm|Band to Ship|Isle|Band, not from Mage to Ship"},
        {"en", "The Ardene Gull Isle-based Brine Guild came.", "Gull Isle", "Arden",
         "known_otherwise en.lies.based at Ardene Gull Isle-based Brine Guild: both ends are "
         "found, but the gazetteer has “Gull Isle” as part of realm:velm"},
        // phrases: words too many, words missing
        {"en", "Brine Guild old captain Byeola Han came.", "Brine Guild", "Byeola Han",
         "words_between en.serves.title: “old” stands between the ends"},
        {"en", "Arden, long sworn to the Salt Charter, met.", "Arden", "Salt Charter",
         "words_between en.sworn.list: “long” stands between the ends"},
        {"ko", "갈매기섬에 깊은 뿌리를 둔 소금길드가 왔다.", "소금길드", "갈매기섬",
         "words_between ko.lies.house: “깊은” stands between the ends"},
        {"ko", "소금길드, 등불길드 세운이 한별아가 왔다.", "소금길드", "한별아",
         "words_between ko.serves.founder: “, 등불길드” stand between the ends"},
        {"ko", "미라 보스 아르덴 새 재상이 왔다.", "미라 보스", "아르덴",
         "words_around ko.serves.person: behind “아르덴” it wants “ {role:title}”, and “새 재상이” "
         "stands there"},
        {"ko", "미라 보스 아르덴 마법사가 왔다.", "미라 보스", "아르덴",
         "no_trigger: no rule finds its words in this sentence, none of the 5 for "
         "Mage and Realm"},
        {"ko", "소금길드에 뿌리를 둔 갈매기섬이 왔다.", "소금길드", "갈매기섬",
         "no_trigger: no rule finds its words in this sentence, none of the 2 for "
         "Guild and Isle; nearest words_apart ko.lies.house: its words stand "
         "in the sentence (“뿌리를”), but not in their order at the two"},
        {"en", "Arden, bound to the Salt Charter, met.", "Arden", "Salt Charter",
         "trigger_missing en.sworn.list: the types fit; between the ends it wants “sworn”, and “, "
         "bound to the” stands there"},
        {"ko", "갈매기섬에 집을 둔 소금길드가 왔다.", "소금길드", "갈매기섬",
         "trigger_missing ko.lies.house: the types fit; between the ends it wants “뿌리를”, and "
         "“에 집을 둔” stands there"},
        {"en", "Arden and Velm are calm. The two realms captain Byeola Han came.", "Arden",
         "Byeola Han",
         "list_member en.serves.title: it reads one member of a list alone, the nearest: “The two "
         "realms” (anaphor: “Velm”)"},
        {"ko", "아르덴은 벨름에 통행세를 물렸다.", "아르덴", "벨름",
         "no_trigger: no rule finds its words in this sentence, none of the 3 for "
         "Realm and Realm; nearest trigger_around ko.levies at 통행세: the "
         "words around it are not those of the trigger, “…를 (매겼|매기|매길)”"},
        {"ko", "아르덴은 벨름의 바다통행세를 물렸다.", "아르덴", "벨름",
         "no_trigger: no rule finds its words in this sentence, none of the 3 for Realm and Realm"},
        // offices
        {"en", "Chancellor Tam Orrin slept near Arden.", "Tam Orrin", "Arden",
         "office_open en.serves.office at Chancellor Tam Orrin: whose office it is stays open: "
         "neither the text before it nor the gazetteer says whom “Tam Orrin” serves"},
        {"en", "Velm slept. Chancellor Tam Orrin came to Arden.", "Tam Orrin", "Arden",
         "other_filler en.serves.office at Chancellor: the office was taken for one of “Velm” "
         "(office)"},
        // no rule at all
        {"en", "Arden danced with Velm.", "Arden", "Velm",
         "no_trigger: no rule finds its words in this sentence, none of the 5 for "
         "Realm and Realm"},
        {"en", "The Grey Heron met the Mistfall.", "Grey Heron", "Mistfall",
         "no_trigger: the pack has no rule for Ship and Spell"},
        // apart
        {"en", "Arden levied a toll. Velm laughed.", "Arden", "Velm",
         "different_sentences: “Arden” and “Velm” stand in neighbouring sentences, and no link "
         "leads from one to the other"},
        {"en", "Arden slept. All was calm. Velm laughed.", "Arden", "Velm",
         "different_sentences: “Arden” and “Velm” stand in sentences 2 apart, and no link leads "
         "from one to the other"},
        {"fr", "Arden et Velm.", "Arden", "Velm",
         "other_language: the text is neither Korean nor English, or too short to tell"},
    };
    for (const Asked& row : rows) {
        const Document d = document(row.lang, row.text);
        EXPECT_EQ(nearest(explain(world_extractor(), d, row.a, row.b)), row.wanted) << row.text;
    }
}

// "relation from to | rule at trigger | slot=words ... | status: words rule | source: words rule"
std::string shown(const Stated& s) {
    std::string out = s.relation + " " + s.from + " " + s.to + " | " + s.rule + " at " + s.trigger;
    out += " |";
    for (const Filling& f : s.fillings) {
        out += " " + f.name + "=" + f.text;
        if (!f.link.empty()) out += " (" + f.link + ": " + f.named + ")";
    }
    const auto ground = [&](const std::string& value, const Ground& g) {
        if (value.empty()) return;
        out += " | " + value;
        if (!g.rule.empty()) out += ": " + g.text + " " + g.rule;
    };
    ground(s.status, s.status_ground);
    ground(s.source, s.source_ground);
    return out + (s.dropped.empty() ? "" : " | " + s.dropped) + "\n";
}

std::string stated(const char* lang, const char* text, const char* a, const char* b) {
    std::string out;
    for (const ExplainedSentence& s :
         explain(world_extractor(), document(lang, text), a, b).sentences)
        for (const Stated& one : s.stated) out += shown(one);
    return out;
}

TEST(Explain, WhatAClaimRestsOn) {
    const Asked rows[] = {
        {"en", "Arden will fund the Brine Guild with 3 million crowns.", "Arden", "Brine Guild",
         "funds realm:arden guild:brine | en.funds at fund | from=Arden to=Brine Guild amount=3 "
         "million crowns | planned: will en.planned\n"},
        {"ko", "소금길드가 왔다. 아르덴은 이 길드에 투자하지 않았다.", "아르덴", "소금길드",
         "funds realm:arden guild:brine | ko.funds at 투자하 | from=아르덴 to=이 길드 (anaphor: "
         "소금길드) | denied: 지 않 ko.denied\n"},
        {"ko", "아르덴은 잠잠하다. 소금길드에 투자했다.", "아르덴", "소금길드",
         "funds realm:arden guild:brine | ko.funds at 투자했 | from= (topic: 아르덴) to=소금길드 | "
         "asserted\n"},
        {"ko", "갈매기신보는 아르덴이 소금길드에 투자했다고 전했다.", "아르덴", "소금길드",
         "funds realm:arden guild:brine | ko.funds at 투자했 | from=아르덴 to=소금길드 | asserted "
         "| gazette:gull: 갈매기신보는 … 전했 ko.said\n"},
        {"en", "The Gull Post said Arden funded the Brine Guild.", "Arden", "Brine Guild",
         "funds realm:arden guild:brine | en.funds at funded | from=Arden to=Brine Guild | "
         "asserted | gazette:gull: Gull Post said en.said\n"},
        {"ko", "아르덴은 소금길드에 투자했고 소금길드에 또 투자했다.", "아르덴", "소금길드",
         "funds realm:arden guild:brine | ko.funds at 투자했 | from=아르덴 to=소금길드 | "
         "asserted\nfunds realm:arden guild:brine | ko.funds at 투자했 | from=아르덴 to=소금길드 | "
         "asserted | stated more clearly in this sentence\n"},
        {"en", "Former Arden chancellor Mira Voss came.", "Arden", "Mira Voss",
         "serves_at soul:mira-voss realm:arden | en.serves.former at chancellor | from=Mira Voss "
         "to=Arden role=chancellor | ended\n"},
        {"en", "Mira Voss of Arden captured the Grey Heron.", "Arden", "Grey Heron",
         "captures realm:arden ship:heron | en.captures at captured | from=Mira Voss (serves: "
         "Arden) to=Grey Heron | asserted\n"},
    };
    for (const Asked& row : rows)
        EXPECT_EQ(stated(row.lang, row.text, row.a, row.b), row.wanted) << row.text;
}

TEST(Explain, ASentenceThatNamesOneOfTwoWhereNoneOfBothComesNear) {
    const auto asked = [](const char* text) {
        std::string out;
        for (const ExplainedSentence& s :
             explain(world_extractor(), document("en", text), "Arden", "Velm", "levies").sentences)
            out += s.text + " " + (s.stated.empty() ? shown(s.misses.at(0)) : "stated") + "\n";
        return out;
    };
    EXPECT_EQ(
        asked("Arden danced with Velm. Pirates levied a toll on Velm. Velm wept."),
        "Arden danced with Velm. no_trigger: no rule finds its words in this sentence, none "
        "of the 2 for levies between Realm and Realm\n"
        "Pirates levied a toll on Velm. empty_slot en.levies at levied: slot `from` stayed "
        "empty: nothing of type Realm or Court before the trigger, and nothing here stands for "
        "“Arden”\n");
    EXPECT_EQ(asked("Pirates levied a toll on Velm. Arden levied a toll on Velm."),
              "Arden levied a toll on Velm. stated\n");
    // the two nearest, where no rule waits for anyone
    EXPECT_EQ(asked("Arden slept. Arden woke. All was calm. Velm laughed."),
              "Arden woke. different_sentences: nothing here stands for “Velm”\n"
              "Velm laughed. different_sentences: nothing here stands for “Arden”\n");
}

TEST(Explain, AMissHasASentenceThatItsRuleReads) {
    const Document d = document("en", "Arden levied a toll for Velm. Arden danced with Velm.");
    const Explanation asked = explain(world_extractor(), d, "Arden", "Velm", "levies");
    ASSERT_EQ(asked.sentences.size(), 2u);
    EXPECT_EQ(asked.sentences[0].misses.at(0).example, "Arden levied a 5% toll on Velm.");
    EXPECT_EQ(asked.sentences[1].misses.at(0).example, "");
}

TEST(Explain, RelationsThatNoRuleOrNoOntologyHasBetweenTwo) {
    const auto asked = [](const char* text, const char* a, const char* b, const char* relation) {
        return nearest(explain(world_extractor(), document("en", text), a, b, relation));
    };
    EXPECT_EQ(asked("The Gull Isle met Arden.", "Gull Isle", "Arden", "casts"),
              "no_trigger: casts leads from Realm|Band|Soul to Spell, not between Isle and Realm");
    EXPECT_EQ(asked("Arden heard of Mistfall.", "Arden", "Mistfall", "casts"),
              "no_trigger: the pack has no rule for casts between Realm and Spell");
}

TEST(Explain, AMentionWithinTheWordsOfTheTrigger) {
    testing::TemporaryPack pack;
    pack.with("frames/ko/owns.json", R"~({"frames": [
{"id": "ko.owns.listed", "relation": "owns", "trigger": "명부에 [^.]{0,30}오른", "from": "{Realm}의", "to": "{Band}{subj}",
 "examples": {"yes": [["[[등불길드|guild:lantern]]는 [[아르덴|realm:arden]]의 명부에 나란히 오른 뒤 갔다.", "owns | realm:arden | guild:lantern"]], "no": ["[[등불길드|guild:lantern]]의 [[아르덴|realm:arden]] 명부에 오른 뒤 갔다."]}}]})~");
    const Extractor extractor(RulePack::load(pack.folder()));
    const Document d = document("ko", "등불길드는 아르덴의 명부에 소금길드와 나란히 오른 뒤 갔다.");
    EXPECT_EQ(nearest(explain(extractor, d, "아르덴", "소금길드", "owns")),
              "other_filler ko.owns.listed at 명부에 소금길드와 나란히 오른: slot `to` took "
              "“등불길드”: “소금길드” stands within the words of the trigger, where no slot reads");
}

TEST(Explain, ALongerPhraseReadsTheWordsFirst) {
    testing::TemporaryPack pack;
    pack.with("phrases/en/wide.json", R"({"phrases": [
{"id": "en.duels.wide", "relation": "duels_with", "phrase": "{Isle} of {to:Realm} {title} {from:Soul}", "head": "from",
 "examples": {"yes": [["[[Gull Isle|isle:gull]] of [[Velm|realm:velm]] captain [[Tam Orrin|soul:tam:Captain]] came.", "duels_with | soul:tam | realm:velm"]], "no": ["[[Gull Isle|isle:gull]] and [[Velm|realm:velm]] met captain [[Tam Orrin|soul:tam:Captain]]."]}}]})");
    const Extractor extractor(RulePack::load(pack.folder()));
    const Document d = document("en", "Gull Isle of Velm captain Tam Orrin came.");
    EXPECT_EQ(nearest(explain(extractor, d, "Velm", "Tam Orrin", "serves_at")),
              "outdone en.serves.title: en.duels.wide reads “Gull Isle of Velm captain Tam Orrin” "
              "first, which is longer");
    EXPECT_EQ(nearest(explain(extractor, d, "Velm", "Tam Orrin")), "stated en.duels.wide");
}

TEST(Explain, ASlotTakesTheMentionThatItNamesFirst) {
    testing::TemporaryPack pack;
    pack.with("frames/en/rules.json", R"~({"frames": [
{"id": "en.owns.rules", "relation": "owns", "trigger": "ruled", "from": "< {Power}", "to": "(?:over {Band}|off [a-z]+, {Band})",
 "examples": {"yes": [["[[Arden|realm:arden]] ruled over the [[Brine Guild|guild:brine]].", "owns | realm:arden | guild:brine"]], "no": ["[[Arden|realm:arden]] ruled and the [[Brine Guild|guild:brine]] wept."]}}]})~");
    const Extractor extractor(RulePack::load(pack.folder()));
    const auto owns = [&](const char* text) {
        return nearest(explain(extractor, document("en", text), "Arden", "Brine Guild", "owns"));
    };
    EXPECT_EQ(owns("Arden ruled over Brine Guild."), "stated en.owns.rules");
    EXPECT_TRUE(owns("Arden ruled off coasts, Brine Guild.").starts_with("empty_slot"))
        << owns("Arden ruled off coasts, Brine Guild.");
}

TEST(Explain, ASymmetricRelationAsItsRuleReadIt) {
    testing::TemporaryPack pack;
    pack.with("frames/ko/duels.json", R"({"frames": [
{"id": "ko.duels.with", "relation": "duels_with", "trigger": "겨뤘", "from": "{Power}{subj}", "to": "{Power}와",
 "examples": {"yes": [["[[벨름|realm:velm]]이 [[소금길드|guild:brine]]와 겨뤘다.", "duels_with | realm:velm | guild:brine"]], "no": ["[[벨름|realm:velm]]이 겨뤘고 [[소금길드|guild:brine]]가 졌다."]}}]})");
    const Extractor extractor(RulePack::load(pack.folder()));
    const Explanation asked =
        explain(extractor, document("ko", "벨름이 소금길드와 겨뤘다."), "벨름", "소금길드");
    ASSERT_EQ(asked.sentences.size(), 1u);
    ASSERT_EQ(asked.sentences[0].stated.size(), 1u);
    EXPECT_EQ(shown(asked.sentences[0].stated[0]),
              "duels_with guild:brine realm:velm | ko.duels.with at 겨뤘 | from=벨름 to=소금길드 | "
              "asserted\n");
}

TEST(Explain, OneNameOfTwo) {
    const Document d = document("ko", "아르덴 조수청과 벨름 조수청이 만났다.");
    const Explanation asked = explain(world_extractor(), d, "조수청", "아르덴");
    ASSERT_EQ(asked.misses.size(), 1u);
    EXPECT_EQ(asked.misses[0].kind, "ambiguous_name");
    EXPECT_EQ(asked.misses[0].reason,
              "“조수청” is the name of several here; say which by its id: court:arden-tide "
              "court:velm-tide");
}

TEST(Explain, LinksByPlace) {
    const Document d = document(
        "en", "The Brine Guild slept. Then the guild funded Velm. Mira Voss came. She met Velm.");
    std::string shown;
    for (const Link& link : find_links(world_extractor(), d))
        shown += link.text + " " + link.kind + " " + link.entity + " " + link.name + "; ";
    EXPECT_EQ(shown,
              "the guild anaphor guild:brine Brine Guild; She anaphor soul:mira-voss Mira Voss; ");
}

}  // namespace
}  // namespace entente
