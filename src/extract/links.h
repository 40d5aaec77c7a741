// Words that stand for entities named elsewhere, gathered while a document is read.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "entente/explain.h"
#include "extract/masked.h"

namespace entente::extract {

// Each link once, by place.
class LinkList {
  public:
    // Nothing where the sentence names the entity itself.
    void add(const Reading& reading, const Sentence& sentence, const Ref& ref);
    void add(const Reading& reading, const Sentence& sentence, const Masked& masked);
    std::vector<Link> list() const;

  private:
    std::map<std::tuple<Field, Span, std::string, std::string>, Link> links_;
};

}  // namespace entente::extract
