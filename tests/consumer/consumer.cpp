// Takes one sentence through all of the library: read, keep, view, write.
#include <entente/export.h>
#include <entente/extractor.h>
#include <entente/store.h>

#include <iostream>
#include <sstream>

int main() {
    const entente::Extractor extractor(entente::RulePack::load(RULES_DIR));
    entente::Document document;
    document.id = "consumer";
    document.lang = "en";
    document.title = "Nvidia invests in OpenAI";
    document.text = "Nvidia invested $100 million in OpenAI.";
    const entente::Extraction extraction = extractor.extract(document);

    entente::Store store(":memory:", entente::Store::Mode::write);
    store.set_ontology(extractor.pack().ontology());
    store.add(document, extraction);

    std::ostringstream file;
    entente::write_graphml(entente::Graph(store, entente::Filter{}), file);
    const bool found = file.str().find("company:openai") != std::string::npos;
    if (!found) std::cerr << "the graph lacks OpenAI:\n" << file.str();
    return found ? 0 : 1;
}
