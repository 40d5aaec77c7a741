// Hashes, errors and the ontology's look-ups.
#include <gtest/gtest.h>

#include "entente/error.h"
#include "entente/extraction.h"
#include "json/content_hash.h"
#include "json/sha256.h"
#include "json/utf8.h"
#include "sample.h"

namespace entente {
namespace {

TEST(Sha256, KnownDigests) {
    struct Row {
        std::string bytes;
        const char* hex;
    };
    const Row rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {std::string(1'000'000, 'a'),
         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (const Row& row : rows) EXPECT_EQ(sha256_hex(row.bytes), row.hex);
}

TEST(ContentHash, TellsContentsApart) {
    EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f") << "XXH3 of nothing";
    EXPECT_EQ(content_hash("abc"), content_hash("abc"));
    EXPECT_NE(content_hash("abc"), content_hash("abd"));
}

TEST(ClaimId, IsTheHashOfItsFourParts) {
    EXPECT_EQ(claim_id("d", "supplies", "a", "b"), sha256_hex("d\x1fsupplies\x1f"
                                                              "a\x1f"
                                                              "b")
                                                       .substr(0, 16));
    EXPECT_NE(claim_id("d", "supplies", "a", "b"), claim_id("d", "supplies", "b", "a"));
}

TEST(Error, LeavesOutWhatIsEmpty) {
    EXPECT_STREQ(Error("what", "where", "hint").what(), "what (where): hint");
    EXPECT_STREQ(Error("what", "", "hint").what(), "what: hint");
    EXPECT_STREQ(Error("what", "where").what(), "what (where)");
    EXPECT_STREQ(Error("what").what(), "what");
}

TEST(Diagnostic, LeavesOutWhatIsEmpty) {
    EXPECT_EQ((Diagnostic{"f.json", 3, "rule", "message"}.text()), "f.json:3: rule: message");
    EXPECT_EQ((Diagnostic{"f.json", 0, "", "message"}.text()), "f.json: message");
    EXPECT_EQ((Diagnostic{"", 0, "", "message"}.text()), "message");
}

TEST(Ontology, LooksUpTypes) {
    Ontology o = sample::ontology();
    EXPECT_TRUE(o.is_a("Company", "Organization"));
    EXPECT_TRUE(o.is_a("Company", "Company"));
    EXPECT_FALSE(o.is_a("Organization", "Company"));
    EXPECT_TRUE(o.fits("Official", {"Company", "Person"}));
    EXPECT_FALSE(o.fits("Country", {}));
    EXPECT_EQ(o.type_of_id("company:a"), "Company");
    EXPECT_EQ(o.type_of_id("person:p"), "Person");  // an id alone makes nobody an official
    EXPECT_EQ(o.type_of_id("comp:a"), "");
    EXPECT_EQ(o.type_of_id("company"), "");
    o.types[0].parent = "Company";
    EXPECT_FALSE(o.is_a("Company", "Country"));  // ends, though the parents make a ring
}

TEST(Utf8, MeasuresWellFormedCharacters) {
    struct Row {
        const char* text;
        std::size_t size;
    };
    const Row rows[] = {{"a", 1},
                        {"é", 2},
                        {"한", 3},
                        {"😀", 4},
                        {"\xC0\x80", 0},
                        {"\xED\xA0\x80", 0},
                        {"\xF4\x90\x80\x80", 0},
                        {"\xEA\xB0", 0}};
    for (const Row& row : rows) EXPECT_EQ(utf8_length(row.text), row.size) << row.text;
}

}  // namespace
}  // namespace entente
