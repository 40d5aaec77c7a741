// Reading: a pure function from a document and a rule pack to an extraction.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"
#include "entente/extraction.h"
#include "entente/rule_pack.h"

namespace entente {

// Immutable after construction; any number of threads may call `extract` on one object.
class Extractor {
  public:
    explicit Extractor(RulePack pack);
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

    // Depends on the document and the pack alone. Never fails on bytes: what is not text matches
    // nothing; a document in neither language gives an empty extraction with `lang` empty. Throws
    // Error only where a pattern of a pack that was not validated is refused at its first use.
    Extraction extract(const Document& document) const;
    // Also counts in `fired`, by id, what each phrase and frame stated, including what another rule
    // had stated before.
    Extraction extract(const Document& document, std::map<std::string, std::size_t>& fired) const;

    const RulePack& pack() const;

  private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

}  // namespace entente
