// Small documents about invented firms and states, and a folder to keep them in.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "entente/document.h"
#include "entente/extraction.h"
#include "entente/ontology.h"
#include "entente/store.h"

namespace entente::sample {

// A folder that is gone when the test is over.
class Folder {
  public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "ententeXXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

inline Ontology ontology() {
    Ontology o;
    o.types = {{"Organization", "", "", "bodies"},
               {"Company", "Organization", "company", "firms"},
               {"Country", "", "country", "states"},
               {"Official", "Person", "person", "in office"},
               {"Person", "", "person", "people"}};
    o.relations = {{"invests_in", {"Company", "Country"}, {"Organization"}, false, "pays in"},
                   {"supplies", {"Company"}, {"Company"}, false, "sells to"},
                   {"meets_with", {"Company", "Person"}, {"Company", "Person"}, true, "meets"}};
    return o;
}

inline Document document(std::string id, std::string date, std::string text = "A does B.") {
    return {.id = std::move(id),
            .url = "",
            .publisher = "Daily",
            .lang = "en",
            .date = std::move(date),
            .title = "Title",
            .text = std::move(text)};
}

struct Said {
    std::string type, from, to;
    std::string status = "asserted";
    std::string date = "";
};

// What `document` says; its whole text is the sentence of every claim.
inline Extraction extraction(const Document& document, const std::vector<Said>& said,
                             std::string pack = "sha256:1") {
    Extraction x{.id = document.id,
                 .lang = document.lang,
                 .date = document.date,
                 .pack = std::move(pack),
                 .entities = {},
                 .mentions = {},
                 .claims = {}};
    std::set<std::string> ids;
    for (const Said& s : said) {
        ids.insert({s.from, s.to});
        Claim& c = x.claims.emplace_back();
        c.id = claim_id(document.id, s.type, s.from, s.to);
        c.type = s.type;
        c.from = s.from;
        c.to = s.to;
        c.status = s.status;
        c.date = s.date;
        c.rule = "en." + s.type;
        Evidence& e = c.evidence.emplace_back();
        e.sentence = {0, document.text.size()};
        e.rule = c.rule;
    }
    for (const std::string& id : ids) {
        std::string name = id.substr(id.find(':') + 1);
        x.entities.push_back({id, ontology().type_of_id(id), {{"en", name}}});
        Mention& m = x.mentions.emplace_back();
        m.text = name;
        m.entity = id;
        m.type = x.entities.back().type;
    }
    return x;
}

inline Store::Added add(Store& store, const Document& document, const std::vector<Said>& said) {
    return store.add(document, extraction(document, said));
}

}  // namespace entente::sample
