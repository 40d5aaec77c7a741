// Reads one article and prints what it claims, each with the sentence that says so.
#include <iostream>
#include <string_view>

#include "entente/extractor.h"
#include "entente/input.h"

namespace {

std::string_view sentence_of(const entente::Document& document, const entente::Evidence& evidence) {
    const std::string& field =
        evidence.field == entente::Field::title ? document.title : document.text;
    return std::string_view(field).substr(evidence.sentence.begin,
                                          evidence.sentence.end - evidence.sentence.begin);
}

void print(const entente::Document& document, const entente::Extraction& extraction) {
    std::cout << document.title << " (" << extraction.date << ")\n";
    for (const entente::Claim& claim : extraction.claims) {
        std::cout << '\n' << claim.from << ' ' << claim.type << ' ' << claim.to;
        if (claim.status != "asserted") std::cout << ", " << claim.status;
        if (claim.amount) {
            std::cout << ", " << claim.amount->value << ' ' << claim.amount->currency;
        }
        std::cout << "\n    " << sentence_of(document, claim.evidence.front()) << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::cerr << "usage: 01_read_one FILE\n";
        return 2;
    }
    const entente::Extractor extractor(entente::RulePack::load(ENTENTE_RULES_DIR));
    bool failed = false;
    entente::InputSink sink;
    sink.document = [&](entente::Document&& document) {
        print(document, extractor.extract(document));
    };
    sink.failure = [&](entente::Failure&& failure) {
        std::cerr << failure.place << ": " << failure.message << '\n';
        failed = true;
    };
    entente::read_inputs({argv[1]}, std::cin, sink);
    return failed ? 3 : 0;
} catch (const entente::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}
