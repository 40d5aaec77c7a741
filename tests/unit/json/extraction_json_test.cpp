// The layout of extraction lines, there and back.
#include <gtest/gtest.h>

#include "entente/error.h"
#include "entente/json.h"

namespace entente {
namespace {

Mention value(const char* type, double number, const char* unit) {
    Mention m;
    m.span = {3, 9};
    m.text = "v";
    m.type = type;
    m.value = number;
    m.unit = unit;
    return m;
}

Extraction sample() {
    Extraction e;
    e.id = "doc \"1\"";
    e.lang = "ko";
    e.date = "2025-12-04";
    e.pack = "sha256:ab";
    e.entities = {{"company:mir", "Company", {{"en", "Mir"}, {"ko", "미르전자"}}}};
    Mention name;
    name.field = Field::title;
    name.span = {0, 12};
    name.text = "미르전자";
    name.type = "Company";
    name.entity = "company:mir";
    name.rule = "entities/companies";
    Mention day = value("Date", 0, "");
    day.date = "2025-12";
    e.mentions = {name, value("Money", 1e11, "USD"), value("Quantity", 2.5, "t"),
                  value("Percent", 0, ""), day};
    Claim c;
    c.id = "0123";
    c.type = "invests_in";
    c.from = "company:mir";
    c.to = "country:NR";
    c.status = "pending";
    c.amount = Amount{1e11, "USD"};
    c.date = "2025-12-02";
    c.source = "person:x";
    c.role = "r";
    c.item = "i";
    c.stake = "s";
    c.rate = "25%";
    c.rule = "ko.rule";
    Evidence at;
    at.sentence = {0, 90};
    at.from.span = {1, 2};
    at.to.span = {40, 40};
    at.to.antecedent_field = Field::title;
    at.to.antecedent = {5, 8};
    at.to.link = "anaphor";
    at.trigger = {60, 66};
    at.rule = "ko.rule";
    c.evidence = {at};
    e.claims = {c};
    return e;
}

const char* const sample_line =
    R"({"format":1,"id":"doc \"1\"","lang":"ko","date":"2025-12-04","pack":"sha256:ab",)"
    R"("entities":[{"id":"company:mir","type":"Company","name":{"en":"Mir","ko":"미르전자"}}],)"
    R"("mentions":[{"field":"title","begin":0,"end":12,"text":"미르전자","type":"Company",)"
    R"("entity":"company:mir","rule":"entities/companies"},)"
    R"({"field":"text","begin":3,"end":9,"text":"v","type":"Money","value":100000000000,)"
    R"("currency":"USD"},)"
    R"({"field":"text","begin":3,"end":9,"text":"v","type":"Quantity","value":2.5,"unit":"t"},)"
    R"({"field":"text","begin":3,"end":9,"text":"v","type":"Percent","value":0},)"
    R"({"field":"text","begin":3,"end":9,"text":"v","type":"Date","date":"2025-12"}],)"
    R"("claims":[{"id":"0123","type":"invests_in","from":"company:mir","to":"country:NR",)"
    R"("status":"pending","amount":{"value":100000000000,"currency":"USD"},"date":"2025-12-02",)"
    R"("source":"person:x","role":"r","item":"i","stake":"s","rate":"25%","rule":"ko.rule",)"
    R"("evidence":[{"field":"text","sentence":[0,90],"from":{"span":[1,2]},)"
    R"("to":{"span":[40,40],"antecedent":{"field":"title","span":[5,8]},"link":"anaphor"},)"
    R"("trigger":[60,66],"rule":"ko.rule"}]}]})";

TEST(ExtractionJson, LayoutIsFixed) { EXPECT_EQ(to_json(sample()), sample_line); }

TEST(ExtractionJson, ReadsBackTheSame) {
    EXPECT_EQ(to_json(extraction_from_json(sample_line)), sample_line);
}

TEST(ExtractionJson, LeavesOutWhatIsEmpty) {
    EXPECT_EQ(
        to_json(Extraction{"a", "", "", "p", {}, {}, {}}),
        R"({"format":1,"id":"a","lang":"","pack":"p","entities":[],"mentions":[],"claims":[]})");
}

TEST(ExtractionJson, ClaimAloneIsTheClaimOfTheLine) {
    EXPECT_NE(std::string(sample_line).find(to_json(sample().claims[0])), std::string::npos);
}

TEST(ExtractionJson, LeavesUnknownFieldsAlone) {
    const Extraction e = extraction_from_json(
        R"({"format":1,"id":"a","lang":"en","pack":"p","new":[1],"entities":[],"mentions":[],"claims":[]})");
    EXPECT_EQ(e.id, "a");
}

TEST(ExtractionJson, RefusesWhatIsNone) {
    const std::string front = R"({"format":1,"id":"a","lang":"ko","pack":"p","entities":[],)";
    const struct {
        std::string line;
        const char* says;
    } rows[] = {
        {"{\"format\":1,", "byte"},
        {"[]", "no JSON object"},
        {R"({"format":2,"id":"a"})", "format"},
        {R"({"id":"a","error":"broken"})", "broken"},
        {R"({"format":1})", "\"id\""},
        {front + R"("mentions":[]})", "\"claims\""},
        {front + R"("mentions":[{"field":"body"}],"claims":[]})", "field"},
        {front + R"("mentions":[{"field":"text","begin":-1,"end":2}],"claims":[]})", "offset"},
        {front + R"("mentions":[{"field":"text","begin":0.5,"end":2}],"claims":[]})", "offset"},
        {front + R"("mentions":[{"field":"text","begin":3,"end":2}],"claims":[]})", "ends before"},
        {front + R"("mentions":[],"claims":[7]})", "\"id\""},
    };
    for (const auto& row : rows) {
        try {
            extraction_from_json(row.line);
            ADD_FAILURE() << "accepted: " << row.line;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(row.says), std::string::npos)
                << row.line << "\n"
                << error.what();
        }
    }
}

}  // namespace
}  // namespace entente
