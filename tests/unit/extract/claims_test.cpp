// What the invented world's rules say of a text: ends, status, values, sources and links.
#include "extract/readings.h"

namespace entente {
namespace {

using testing::document;
using testing::read;
using testing::Row;
using testing::shown_claims;

TEST(Claims, Korean) {
    const Row rows[] = {
        // arguments in any order, amounts, dates
        {"아르덴은 소금길드에 300만 크라운을 투자했다.",
         "funds | realm:arden | guild:brine | amount=3000000 CRN\n"},
        {"소금길드에 아르덴은 투자했다.", "funds | realm:arden | guild:brine\n"},
        {"어제 아르덴은 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine | date=2026-01-14\n"},
        {"2월 2일 아르덴은 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine | status=planned; date=2026-02-02\n"},
        {"2월 2일 탐 오린이 안개내림을 외웠다.",
         "casts | soul:tam-orrin | spell:mistfall | date=2026-02-02\n"},
        {"아르덴은 벨름에 5% 통행세를 매겼다.", "levies | realm:arden | realm:velm | rate=5%\n"},
        // status
        {"아르덴은 소금길드에 투자하지 않았다.",
         "funds | realm:arden | guild:brine | status=denied\n"},
        {"아르덴은 소금길드에 투자하기로 했다.",
         "funds | realm:arden | guild:brine | status=planned\n"},
        {"아르덴은 곧 소금길드에 투자한다.",
         "funds | realm:arden | guild:brine | status=planned\n"},
        {"소문에 아르덴은 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine | status=alleged\n"},
        // lists distribute; a pair makes all pairs
        {"아르덴, 벨름과 오르스크 등 3국은 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine\nfunds | realm:orsk | guild:brine\n"
         "funds | realm:velm | guild:brine\n"},
        {"아르덴, 벨름, 오르스크가 결투했다.",
         "duels_with | realm:arden | realm:orsk\nduels_with | realm:arden | realm:velm\n"
         "duels_with | realm:orsk | realm:velm\n"},
        // but not where they go pair by pair
        {"아르덴과 벨름은 각각 소금길드와 깃펜회에 투자했다.",
         "funds | realm:arden | guild:brine\nfunds | realm:velm | guild:quill\n"},
        {"아르덴과 벨름은 소금길드에 각각 300만 크라운, 500만 크라운을 투자했다.",
         "funds | realm:arden | guild:brine | amount=3000000 CRN\n"
         "funds | realm:velm | guild:brine | amount=5000000 CRN\n"},
        {"아르덴은 소금길드에, 벨름은 깃펜회에, 오르스크는 등불길드에 투자했다.",
         "funds | realm:arden | guild:brine\nfunds | realm:orsk | guild:lantern\n"
         "funds | realm:velm | guild:quill\n"},
        {"아르덴은 소금길드에, 탐 오린은 깃펜회에 투자했다.",
         "funds | soul:tam-orrin | guild:quill\n"},
        {"아르덴과 벨름은 소금길드에 각각 300만 크라운을 투자했다.",
         "funds | realm:arden | guild:brine | amount=3000000 CRN\n"
         "funds | realm:velm | guild:brine | amount=3000000 CRN\n"},
        // tidy
        {"아르덴 정부는 소금길드에 투자했다.", "funds | realm:arden | guild:brine\n"},
        {"탐 오린(52)이 안개내림을 외웠다.", "casts | soul:tam-orrin | spell:mistfall\n"},
        // relative clauses, both ways
        {"소금길드에 투자한 아르덴은 웃었다.", "funds | realm:arden | guild:brine\n"},
        {"아르덴이 투자한 소금길드는 웃었다.", "funds | realm:arden | guild:brine\n"},
        {"아르덴이 크게 떠든 밤에 안개내림을 외운 탐 오린이 왔다.",
         "casts | soul:tam-orrin | spell:mistfall\n"},
        {"안개내림을 외운 탐 오린이 왔다.", "casts | soul:tam-orrin | spell:mistfall\n"},
        {"소금길드가 소유한 잿빛왜가리호가 떴다.", "owns | guild:brine | ship:heron\n"},
        // sources
        {"갈매기신보에 따르면 아르덴은 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine | source=gazette:gull\n"},
        {"탐 오린은 아르덴이 소금길드에 투자했다고 말했다.",
         "funds | realm:arden | guild:brine | source=soul:tam-orrin\n"},
        // what refers back, also where the sentence names nobody
        {"아르덴과 벨름이 왔다. 두 왕국은 결투했다.",
         "duels_with | realm:arden | realm:velm | from:anaphor; to:anaphor\n"},
        {"소금길드가 왔다. 두 왕국은 결투했다.", ""},
        {"소금길드가 왔다. 이 길드는 깃펜회에 투자했다.",
         "funds | guild:brine | guild:quill | from:anaphor\n"},
        {"등불길드와 깃펜회가 왔다. 잿빛왜가리호 건조사는 소금길드에 투자했다.",
         "funds | guild:lantern | guild:brine | from:anaphor\n"},
        {"잿빛왜가리호 건조사는 소금길드에 투자했다.", ""},
        {"HX-7 건조사는 소금길드에 투자했다.", ""},
        {"탐 오린이 왔다. 그는 안개내림을 외웠다.",
         "casts | soul:tam-orrin | spell:mistfall | from:anaphor\n"},
        {"아르덴과 벨름이 만났다. 두 왕국은 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine | from:anaphor\n"
         "funds | realm:velm | guild:brine | from:anaphor\n"},
        {"탐 오린 소금청 재상이 안개내림을 외웠다.", "casts | soul:tam-orrin | spell:mistfall\n"},
        {"벨름은 잿빛왜가리호를 보았다. 오르스크가 그 배를 나포했다.",
         "captures | realm:orsk | ship:heron | to:anaphor\n"},
        {"아르덴은 부유하다. 소금길드에 투자했다.",
         "funds | realm:arden | guild:brine | from:topic\n"},
        {"아르덴은 부유하다. 소금길드에 투자한 이가 많다.", ""},
        {"그는 안개내림을 외웠다.", ""},
        // offices
        {"미라 보스 아르덴 재상이 왔다.", "serves_at | soul:mira-voss | realm:arden | role=재상\n"},
        {"탐 오린 전 벨름 재상이 왔다.",
         "serves_at | soul:tam-orrin | realm:velm | status=ended; role=재상\n"},
        {"벨름은 잠잠하다. 탐 오린 재상이 왔다.",
         "serves_at | soul:tam-orrin | realm:velm | role=재상; to:office\n"},
        {"벨름과 아르덴이 잠잠하다. 미라 보스 재상이 왔다.",
         "serves_at | soul:mira-voss | realm:arden | role=재상; to:serves\n"},
        {"소금길드 세운이 탐 오린이 왔다.",
         "serves_at | soul:tam-orrin | guild:brine | role=founder\n"},
        // a person acts for a realm
        {"아르덴은 잠잠하다. 미라 보스가 잿빛왜가리호를 나포했다.",
         "captures | realm:arden | ship:heron | from:serves\n"},
        {"탐 오린이 잿빛왜가리호를 나포했다.", ""},
        // phrases with a head, and lists in them
        {"벨름 조수청이 소금길드에 투자했다.",
         "belongs_to | court:velm-tide | realm:velm\nfunds | court:velm-tide | guild:brine\n"},
        {"갈매기섬에 뿌리를 둔 소금길드와 깃펜회가 왔다.",
         "lies_in | guild:brine | isle:gull\nlies_in | guild:quill | isle:gull\n"},
        // nothing is said
        {"아르덴은 아르덴에 투자했다.", ""},
        {"아르덴은 소금길드와 함께 웃었다.", ""},
    };
    for (const Row& row : rows)
        EXPECT_EQ(shown_claims(read(document("ko", row.text))), row.wanted) << row.text;
}

TEST(Claims, English) {
    const Row rows[] = {
        {"Arden funded the Brine Guild with 3 million crowns on Monday.",
         "funds | realm:arden | guild:brine | amount=3000000 CRN; date=2026-01-12\n"},
        {"Arden funded the Brine Guild. Arden funded the Brine Guild on Monday.",
         "funds | realm:arden | guild:brine | date=2026-01-12\n"},
        {"The Brine Guild was funded by Arden.", "funds | realm:arden | guild:brine\n"},
        {"The Brine Guild, funded by Arden, came.", "funds | realm:arden | guild:brine\n"},
        {"The Brine Guild was funded.", ""},
        {"The fleet of Velm and Arden funded the Brine Guild.", ""},
        {"In Velm, Arden funded the Brine Guild.", "funds | realm:arden | guild:brine\n"},
        {"Arden will fund the Brine Guild.",
         "funds | realm:arden | guild:brine | status=planned\n"},
        {"Arden, which will sleep, funded the Brine Guild.", "funds | realm:arden | guild:brine\n"},
        {"Arden, which sleeps, will fund the Brine Guild.",
         "funds | realm:arden | guild:brine | status=planned\n"},
        {"Arden never funded the Brine Guild.",
         "funds | realm:arden | guild:brine | status=denied\n"},
        {"Rumour says Arden funded the Brine Guild.",
         "funds | realm:arden | guild:brine | status=alleged\n"},
        {"Arden, Velm and Orsk funded the Brine Guild.",
         "funds | realm:arden | guild:brine\nfunds | realm:orsk | guild:brine\n"
         "funds | realm:velm | guild:brine\n"},
        {"Arden and Velm funded the Brine Guild and Quill House, respectively.",
         "funds | realm:arden | guild:brine\nfunds | realm:velm | guild:quill\n"},
        {"Arden, Velm and Orsk funded the Brine Guild and Quill House, respectively.",
         "funds | realm:arden | guild:brine\nfunds | realm:arden | guild:quill\n"
         "funds | realm:orsk | guild:brine\nfunds | realm:orsk | guild:quill\n"
         "funds | realm:velm | guild:brine\nfunds | realm:velm | guild:quill\n"},
        {"Arden and Velm funded the Brine Guild with 3 million crowns and 5 million crowns, "
         "respectively.",
         "funds | realm:arden | guild:brine | amount=3000000 CRN\n"
         "funds | realm:velm | guild:brine | amount=5000000 CRN\n"},
        {"Arden, Velm and Orsk duelled.",
         "duels_with | realm:arden | realm:orsk\nduels_with | realm:arden | realm:velm\n"
         "duels_with | realm:orsk | realm:velm\n"},
        // a list of realms may hold a league; what a list begins with may be what they belong to
        {"Arden, Velm and the Northern League funded the Brine Guild.",
         "funds | league:north | guild:brine\nfunds | realm:arden | guild:brine\n"
         "funds | realm:velm | guild:brine\n"},
        {"The Northern League and Arden duelled.", "duels_with | league:north | realm:arden\n"},
        {"The Northern League, Arden and Velm duelled.", "duels_with | realm:arden | realm:velm\n"},
        // the rest of a list goes without names
        {"Arden, Velm and others funded the Brine Guild.",
         "funds | realm:arden | guild:brine\nfunds | realm:velm | guild:brine\n"},
        {"Arden and others funded the Brine Guild.", "funds | realm:arden | guild:brine\n"},
        {"Velm and Arden duelled.", "duels_with | realm:arden | realm:velm\n"},
        {"The Arden crown funded the Brine Guild.", "funds | realm:arden | guild:brine\n"},
        {"Arden levied a 5% toll on Velm.", "levies | realm:arden | realm:velm | rate=5%\n"},
        // each its own sum; a sum before the verb
        {"Arden funded Velm with 3 million crowns and Orsk with 2 million crowns.",
         "funds | realm:arden | realm:orsk | amount=2000000 CRN\n"
         "funds | realm:arden | realm:velm | amount=3000000 CRN\n"},
        {"Arden won a 2 million crowns gift to fund Velm.",
         "funds | realm:arden | realm:velm | amount=2000000 CRN\n"},
        // a sentence of its own tells the sum of what was stated last, near by
        {"Arden funded Velm. The gift is worth 2 million crowns.",
         "funds | realm:arden | realm:velm | amount=2000000 CRN\n"},
        {"Arden funded Velm. Orsk slept. Orsk ate. Orsk sang. The gift is worth 2 million crowns.",
         "funds | realm:arden | realm:velm\n"},
        // a clause with a plain subject of its own; who speaks together is no source of their own
        {"Arden said the merchants funded Velm.", ""},
        // an end that is none of a capture
        {"Velm captured the Grey Heron until it stopped.", "captures | realm:velm | ship:heron\n"},
        // who did it was stated before
        {"Velm captured the Grey Heron. Orsk avenged the seizure.",
         "captures | realm:velm | ship:heron\n"
         "duels_with | realm:orsk | realm:velm | to:again\n"},
        {"Velm captured the Grey Heron. Orsk avenged the seizure by Arden.",
         "captures | realm:velm | ship:heron\n"},
        // a description in a clause about a thing is not that thing
        {"The Grey Heron sailed off. Orsk saw HX-7, which Velm left as it captured the ship.",
         "captures | realm:velm | ship:heron | to:anaphor\n"},
        // joined to a name that nobody knows it is no topic
        {"Quill House sang. Torwell and the Brine Guild came. The guild funded Velm.",
         "funds | guild:quill | realm:velm | from:anaphor\n"},
        // what the toll is on: a ship before a word for goods, and between the ends
        {"Arden levied a toll for rope on Velm.",
         "levies | realm:arden | realm:velm | item=rope\n"},
        {"Arden levied a toll for the rope of the Grey Heron on Velm.",
         "levies | realm:arden | realm:velm | item=ship:heron\n"},
        {"Salt rose. Arden levied a toll on Velm.", "levies | realm:arden | realm:velm\n"},
        // the nearest date, but not that of an aside; a phrase has one if it tells of an event
        {"Arden, which slept on 2 December 2025, funded Velm.",
         "funds | realm:arden | realm:velm\n"},
        {"Arden, which slept on 2 December 2025, funded Velm on Monday.",
         "funds | realm:arden | realm:velm | date=2026-01-12\n"},
        {"Arden slept on Monday and funded Velm.", "funds | realm:arden | realm:velm\n"},
        {"Arden, sworn to the Salt Charter, left on Monday.",
         "sworn_to | realm:arden | charter:salt | date=2026-01-12\n"},
        // all swear a charter on the day on which one is said to
        {"Arden, sworn to the Salt Charter, left on Monday. The Salt Charter lay there. Orsk "
         "swore too.",
         "sworn_to | realm:arden | charter:salt | date=2026-01-12\n"
         "sworn_to | realm:orsk | charter:salt | date=2026-01-12; to:unsaid\n"},
        // a thing stands for whose it is: as the text says, else as the gazetteer does where the
        // text names it; for nobody else
        {"Velm owns the Grey Heron. The Lantern Guild slept. Arden paid for the Grey Heron.",
         "funds | realm:arden | realm:velm | to:by\nowns | realm:velm | ship:heron\n"},
        {"The Lantern Guild slept. Arden paid for the Grey Heron.",
         "funds | realm:arden | guild:lantern | to:by\n"},
        {"Velm slept. Arden paid for the Grey Heron.", ""},
        {"Arden slept. The Tide Court levied a 5% toll on Velm.",
         "levies | realm:arden | realm:velm | rate=5%; from:by\n"},
        // on the day that the sentence before tells, unless that is to come or one lies between
        {"They slept on Monday. Arden, sworn to the Salt Charter, left.",
         "sworn_to | realm:arden | charter:salt | date=2026-01-12\n"},
        {"They sleep on 20 January. Arden, sworn to the Salt Charter, left.",
         "sworn_to | realm:arden | charter:salt\n"},
        {"They slept on Monday. Velm slept. Arden, sworn to the Salt Charter, left.",
         "sworn_to | realm:arden | charter:salt\n"},
        {"They slept on Monday. Arden funded Velm.", "funds | realm:arden | realm:velm\n"},
        // what begins on a day to come is planned, unless it ends then or is spoken of it
        {"Arden funded Velm on 20 January.",
         "funds | realm:arden | realm:velm | status=planned; date=2026-01-20\n"},
        {"Arden funded Velm until 20 January.",
         "funds | realm:arden | realm:velm | date=2026-01-20\n"},
        {"Arden, sworn to the Salt Charter on 20 January, left.",
         "sworn_to | realm:arden | charter:salt | status=planned; date=2026-01-20\n"},
        {"The Grey Heron carried salt to Velm.",
         "carries | ship:heron | realm:velm | status=planned; item=salt\n"},
        {"According to the Gull Post, Arden funded Velm.",
         "funds | realm:arden | realm:velm | source=gazette:gull\n"},
        {"Arden funded Velm, according to the Gull Post.",
         "funds | realm:arden | realm:velm | source=gazette:gull\n"},
        {"Tam Orrin said Arden funded Velm.",
         "funds | realm:arden | realm:velm | source=soul:tam-orrin\n"},
        {"The Lantern Guild came. Quill House sang. The Grey Heron builder funded Velm.",
         "funds | guild:lantern | realm:velm | from:anaphor\n"},
        {"Quill House sang. The Grey Heron builder funded Velm.", ""},
        {"Quill House sang. The HX-7 builder funded Velm.",
         "funds | guild:quill | realm:velm | from:anaphor\n"},
        {"The Brine Guild came. The guild funded Quill House.",
         "funds | guild:brine | guild:quill | from:anaphor\n"},
        {"Arden and Velm met. The two realms funded the Brine Guild.",
         "funds | realm:arden | guild:brine | from:anaphor\n"
         "funds | realm:velm | guild:brine | from:anaphor\n"},
        {"Arden slept. Velm wept. The two realms funded the Brine Guild.",
         "funds | realm:arden | guild:brine | from:anaphor\n"
         "funds | realm:velm | guild:brine | from:anaphor\n"},
        {"Arden, Orsk and Velm slept. Velm wept. Orsk ate. Arden sang. The two realms funded the "
         "Brine Guild.",
         "funds | realm:arden | guild:brine | from:anaphor\n"
         "funds | realm:orsk | guild:brine | from:anaphor\n"},
        {"Arden funded Velm until it stopped.",
         "funds | realm:arden | realm:velm | status=ended\n"},
        // of a noun for a deed: what it says of itself, and what befalls it
        {"Velm praised Arden's failed gift to the Brine Guild.",
         "funds | realm:arden | guild:brine | status=ended\n"},
        {"Velm praised a failed Arden gift to the Brine Guild.",
         "funds | realm:arden | guild:brine | status=ended\n"},
        {"Velm praised Arden's 5% gift to the Brine Guild.",
         "funds | realm:arden | guild:brine | stake=5%\n"},
        {"Orsk praised Arden and Velm's 5% gift to the Brine Guild.",
         "funds | realm:arden | guild:brine\nfunds | realm:velm | guild:brine\n"},
        {"Velm failed. Arden's gift to the Brine Guild was large.",
         "funds | realm:arden | guild:brine\n"},
        {"Arden's gift to the Brine Guild stopped.",
         "funds | realm:arden | guild:brine | status=ended\n"},
        {"Brine Guild captain Tam Orrin stopped.",
         "serves_at | soul:tam-orrin | guild:brine | role=captain\n"},
        {"Arden funded Velm, while others stopped.", "funds | realm:arden | realm:velm\n"},
        // what goes without saying, and a subject behind its participle
        {"The Salt Charter was read. Velm slept. Orsk swore too.",
         "sworn_to | realm:orsk | charter:salt | to:unsaid\n"},
        {"Orsk swore too.", ""},
        {"Arden levied a 5% toll on Velm. The toll hit Orsk.",
         "levies | realm:arden | realm:orsk | from:again\n"
         "levies | realm:arden | realm:velm | rate=5%\n"},
        {"Arden slept. The toll hit Orsk.", ""},
        {"Having funded the Brine Guild, Arden cheered loudly.",
         "funds | realm:arden | guild:brine\n"},
        {"Having funded the Brine Guild, all of Arden cheered loudly.", ""},
        // a relative clause speaks of what it describes
        {"Arden sailed with the Brine Guild, which funded Quill House.",
         "funds | guild:brine | guild:quill\n"},
        {"Arden sailed in the Grey Heron, which funded Quill House.", ""},
        {"Arden sailed with the Brine Guild, richly funded by Velm.",
         "funds | realm:velm | guild:brine\n"},
        // a clause says something of the noun before it
        {"Arden sailed with the Brine Guild, a small house funded by Velm.",
         "funds | realm:velm | guild:brine\n"},
        {"Arden sailed with the Brine Guild, whose captain Tam Orrin slept.",
         "serves_at | soul:tam-orrin | guild:brine | role=captain\n"},
        {"Brine Guild came. Its captain Tam Orrin slept.",
         "serves_at | soul:tam-orrin | guild:brine | role=captain; to:anaphor\n"},
        {"Velm saw the Grey Heron. Orsk captured the ship.",
         "captures | realm:orsk | ship:heron | to:anaphor\n"},
        {"Velm saw the Grey Heron. Arden slept. It rained. Orsk captured the ship.",
         "captures | realm:orsk | ship:heron | to:anaphor\n"},
        {"Velm's chancellor Tam Orrin sang. Chancellor Ridu Sibari came.",
         "serves_at | soul:siba-ridu | realm:velm | role=Chancellor; to:office\n"
         "serves_at | soul:tam-orrin | realm:velm | role=chancellor\n"},
        {"Velm's chancellor Tam Orrin sang. In Orsk's halls chancellor Ridu Sibari came.",
         "serves_at | soul:tam-orrin | realm:velm | role=chancellor\n"},
        {"Velm slept. Chancellor Ridu Sibari and Tam Orrin came.",
         "serves_at | soul:siba-ridu | realm:velm | role=Chancellor; to:office\n"},
        {"Arden is calm. Mira Voss captured the Grey Heron.",
         "captures | realm:arden | ship:heron | from:serves\n"},
        {"Former Arden chancellor Tam Orrin came.",
         "serves_at | soul:tam-orrin | realm:arden | status=ended; role=chancellor\n"},
        {"Brine Guild deputy sea captain Tam Orrin came.",
         "serves_at | soul:tam-orrin | guild:brine | role=deputy sea captain\n"},
        {"Velm is calm. Chancellor Tam Orrin came.",
         "serves_at | soul:tam-orrin | realm:velm | role=Chancellor; to:office\n"},
        {"The Velmish Gull Isle-based Brine Guild came.",
         "belongs_to | isle:gull | realm:velm\nlies_in | guild:brine | isle:gull\n"},
        // a whole that the gazetteer knows to be another's is none
        {"The Ardene Gull Isle-based Brine Guild came.", "lies_in | guild:brine | isle:gull\n"},
        {"Arden, Velm and Orsk, sworn to the Salt Charter, met.",
         "sworn_to | realm:arden | charter:salt\nsworn_to | realm:orsk | charter:salt\n"
         "sworn_to | realm:velm | charter:salt\n"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(shown_claims(read(document("en", row.text))), row.wanted) << row.text;
}

TEST(Claims, OfficesTellOfWhichTypePeopleAre) {
    const Row rows[] = {
        {"김바다 선장이 왔다.", "Captain"},
        {"김바다 선장이 왔다. 김바다 아르덴 재상이 갔다.", "Mage"},
        {"김바다 선장이 왔다. 김바다 아르덴 재상이 갔다. 김바다 소금길드 선장이 갔다.", "Soul"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(read(document("ko", row.text)).mentions.at(0).type, row.wanted) << row.text;
}

TEST(Claims, DescriptionsMeanWhomTheyMay) {
    const Row rows[] = {
        // by where the gazetteer has it at home
        {"Quill House came. Brine Guild came. The circle of Arden funded the Lantern Guild.",
         "funds | guild:quill | guild:lantern | from:anaphor\n"},
        {"Brine Guild came. The circle of Arden funded the Lantern Guild.", ""},
        {"Lantern Guild came. The circle of Arden funded Quill House.",
         "funds | guild:lantern | guild:quill | from:anaphor\n"},
        // by its kind
        {"Brine Guild came. Quill House came. The salters funded the Lantern Guild.",
         "funds | guild:brine | guild:lantern | from:anaphor\n"},
        {"Quill House came. The salters funded the Lantern Guild.",
         "funds | guild:brine | guild:lantern | from:anaphor\n"},
        // at the head of a paragraph what the headline is about, else the last topic
        {"Quill House came.\nThe house funded the Lantern Guild.",
         "funds | guild:brine | guild:lantern | from:anaphor\n"},
        {"It rained. Quill House came. The house funded the Lantern Guild.",
         "funds | guild:quill | guild:lantern | from:anaphor\n"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(shown_claims(read(document("en", row.text, "Brine Guild grows"))), row.wanted)
            << row.text;
}

TEST(Claims, EvidencePointsIntoTheOriginal) {
    const Document d = document(
        "ko", "소금길드가 왔다.\n“이 길드는 깃펜회에 ３００만 크라운을 투자했다.”\n그가 갔다.");
    const Extraction found = read(d);
    ASSERT_EQ(found.claims.size(), 1u);
    ASSERT_EQ(found.claims[0].evidence.size(), 1u);
    const Evidence& e = found.claims[0].evidence[0];
    const auto bytes = [&](Span s) { return d.text.substr(s.begin, s.end - s.begin); };
    EXPECT_EQ(bytes(e.sentence), "“이 길드는 깃펜회에 ３００만 크라운을 투자했다.”");
    EXPECT_EQ(bytes(e.from.span), "이 길드");
    EXPECT_EQ(bytes(e.from.antecedent), "소금길드");
    EXPECT_EQ(e.from.antecedent_field, Field::text);
    EXPECT_EQ(bytes(e.to.span), "깃펜회");
    EXPECT_FALSE(e.to.antecedent_field);
    EXPECT_EQ(bytes(e.trigger), "투자했");
    EXPECT_EQ(e.rule, "ko.funds");
}

TEST(Claims, TheClearestEvidenceComesFirst) {
    const Extraction found = read(
        document("en", "Arden funded Velm. Arden funded Velm with 3 crowns.", "Arden funds Velm"));
    ASSERT_EQ(found.claims.size(), 1u);
    const Claim& claim = found.claims[0];
    ASSERT_EQ(claim.evidence.size(), 3u);
    EXPECT_EQ(claim.amount, (Amount{3, "CRN"}));
    EXPECT_EQ(claim.evidence[0].sentence.begin, 19u);
    EXPECT_EQ(claim.evidence[2].field, Field::title);
    EXPECT_EQ(claim.id, claim_id("doc", "funds", "realm:arden", "realm:velm"));
}

TEST(Claims, TheSumOfTheHeadlineIsTheClaims) {
    const Extraction found =
        read(document("en", "Arden funded Velm.", "Arden funds Velm with 3 crowns"));
    ASSERT_EQ(found.claims.size(), 1u);
    EXPECT_EQ(found.claims[0].evidence[0].field, Field::text);
    EXPECT_EQ(found.claims[0].amount, (Amount{3, "CRN"}));
}

TEST(Claims, DoNotCrossStories) {
    const std::string filler =
        "A long line about the weather of the sea, which was grey and wide and told nobody of it.";
    const Extraction found =
        read(document("en", "First tale\nThe Brine Guild came. " + filler +
                                "\nSecond tale\nThe guild funded Quill House. " + filler));
    EXPECT_EQ(shown_claims(found), "");
}

}  // namespace
}  // namespace entente
