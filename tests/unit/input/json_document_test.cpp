// Field names of our own lines and of crawlers.
#include <gtest/gtest.h>

#include "entente/input.h"

namespace entente {
namespace {

std::string shown(const Document& d) {
    return d.id + "|" + d.url + "|" + d.publisher + "|" + d.lang + "|" + d.date + "|" + d.title +
           "|" + d.text;
}

TEST(JsonDocument, Table) {
    const char* const rows[][2] = {
        {R"({"id":"a","url":"u","publisher":"p","lang":"ko","date":"2025-12-04","title":"t","text":"x"})",
         "a|u|p|ko|2025-12-04|t|x"},
        // trafilatura
        {R"({"title":"t","hostname":"a.example","date":"2025-12-04","id":null,"source":"https://a.example/1","source-hostname":"Paper","language":"en","text":"x","excerpt":"e"})",
         "https://a.example/1|https://a.example/1|Paper|en|2025-12-04|t|x"},
        {R"({"id":"a","hostname":"a.example","excerpt":"e"})", "a||a.example||||e"},
        // news-please
        {R"({"url":"https://a.example/1?utm_source=z","source_domain":"a.example","language":"ko","date_publish":"2025-12-04 05:00:22","title":"t","maintext":"x"})",
         "https://a.example/1|https://a.example/1?utm_source=z|a.example|ko|2025-12-04|t|x"},
        // schema.org
        {R"({"@type":"NewsArticle","headline":"t","articleBody":"x","datePublished":"2025-12-04T23:00:00-05:00","publisher":{"@type":"Organization","name":"Paper"},"link":"l"})",
         "l|l|Paper||2025-12-04|t|x"},
        {R"({"id":17,"text":"","body":"x","source":"Paper","lang":"en-GB"})", "17||Paper|en|||x"},
        {R"({"id":"a","text":"x","lang":"Korean","published":"soon"})", "a|||ko|||x"},
        {R"({"id":"a","text":"x","lang":"ja"})", "a|||ja|||x"},
        {R"({"id":"a","text":"x","title":7})", "a|||||7|x"},
    };
    for (const auto& row : rows) EXPECT_EQ(shown(parse_json_document(row[0])), row[1]) << row[0];
}

TEST(JsonDocument, IdFromTheRawBytesWhereNothingElseNamesIt) {
    EXPECT_TRUE(parse_json_document(R"({"text":"x"})").id.starts_with("sha256:"));
}

TEST(JsonDocument, Refuses) {
    for (const char* line :
         {"", "[]", "7", "{", R"({"id":"a"})", R"({"id":"a","text":" \n"})",
          R"({"id":"a","text":["x"]})", R"({"text":"x","text":"y"})", "{\"text\":\"\xBF\xCD\"}"})
        EXPECT_THROW(parse_json_document(line), Error) << line;
}

}  // namespace
}  // namespace entente
