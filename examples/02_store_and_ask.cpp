// Keeps articles in a store that lives as long as the program, then asks who relates to a name.
#include <iostream>
#include <string>
#include <vector>

#include "entente/extractor.h"
#include "entente/graph.h"
#include "entente/input.h"
#include "entente/store.h"

namespace {

void fill(entente::Store& store, const std::vector<std::string>& inputs) {
    const entente::Extractor extractor(entente::RulePack::load(ENTENTE_RULES_DIR));
    store.set_ontology(extractor.pack().ontology());
    store.begin_batch();
    entente::InputSink sink;
    sink.document = [&](entente::Document&& document) {
        store.add(document, extractor.extract(document));
    };
    sink.failure = [&](entente::Failure&& failure) { store.add(failure); };
    entente::read_inputs(inputs, std::cin, sink);
    store.flush();
}

// The newest sentence of every edge that touches the entity.
void print_around(const entente::Graph& graph, const entente::StoredEntity& entity) {
    std::cout << entity.label() << " (" << entity.id << ")\n";
    for (const entente::Edge* edge : graph.around(entity.id)) {
        const entente::StoredClaim& newest = edge->claims.front();
        std::cout << "  " << graph.node(edge->from)->entity.label() << ' ' << edge->relation << ' '
                  << graph.node(edge->to)->entity.label() << " [" << edge->status << ", "
                  << newest.when() << "]\n      " << newest.sentence << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 3) {
        std::cerr << "usage: 02_store_and_ask NAME FILE...\n";
        return 2;
    }
    entente::Store store(":memory:", entente::Store::Mode::write);
    fill(store, std::vector<std::string>(argv + 2, argv + argc));
    const std::vector<entente::StoredEntity> found = store.find(argv[1]);
    if (found.empty()) {
        std::cerr << argv[1] << " is not in these articles\n";
        return 1;
    }
    print_around(entente::Graph(store, entente::Filter{}), found.front());
    return 0;
} catch (const entente::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}
