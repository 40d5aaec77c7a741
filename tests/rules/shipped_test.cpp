// The shipped pack: it loads, its examples pass, and it is silent where there is no news.
//
// silent/{ko,en}.txt hold a short text a line, of other subjects and full of look-alikes. None may
// give a claim. Some words are names all the same ("Georgia" the typeface): of all lines together
// at most so many mentions of entities are allowed; lower the figure when the pack gets better.
#include <gtest/gtest.h>

#include <fstream>

#include "entente/check.h"
#include "entente/extractor.h"

namespace entente {
namespace {

constexpr std::size_t allowed_ko = 12;
constexpr std::size_t allowed_en = 2;

const RulePack& pack() {
    static const RulePack shipped = RulePack::load(ENTENTE_SHIPPED_RULES);
    return shipped;
}

TEST(ShippedPack, LoadsWithoutAFault) {
    std::vector<Diagnostic> faults;
    RulePack::load(ENTENTE_SHIPPED_RULES, faults);
    for (const Diagnostic& fault : faults) ADD_FAILURE() << fault.text();
}

TEST(ShippedPack, ExamplesPass) {
    for (const Diagnostic& fault : check_examples(pack())) ADD_FAILURE() << fault.text();
}

void expect_silence(const std::string& lang, std::size_t allowed) {
    const Extractor extractor(pack());
    std::ifstream in(std::string(ENTENTE_SILENT_TEXTS "/") + lang + ".txt");
    std::size_t lines = 0, mentions = 0;
    std::string seen;
    for (Document d; std::getline(in, d.text); ++lines) {
        d.id = lang + std::to_string(lines);
        d.lang = lang;
        d.date = "2026-01-15";
        const Extraction found = extractor.extract(d);
        for (const Claim& c : found.claims)
            ADD_FAILURE() << c.type << " | " << c.from << " | " << c.to << " by " << c.rule << ": "
                          << d.text;
        for (const Mention& m : found.mentions) {
            if (m.entity.empty()) continue;
            ++mentions;
            seen += m.text + "|" + m.entity + " by " + m.rule + ": " + d.text + "\n";
        }
    }
    EXPECT_GE(lines, 30u);
    EXPECT_LE(mentions, allowed) << seen;
}

TEST(ShippedPack, IsSilentInKorean) { expect_silence("ko", allowed_ko); }
TEST(ShippedPack, IsSilentInEnglish) { expect_silence("en", allowed_en); }

}  // namespace
}  // namespace entente
