// Step 8f: what a sentence says of a statement beside its ends, where no slot takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/masked.h"

namespace entente::extract {

// Of one sentence, as its mask stands while this is asked. Keeps references to all it is given.
class Surroundings {
  public:
    Surroundings(const Masked& masked, const Reading& reading, const Sentence& sentence);

    const std::vector<Span>& quotes() const { return quotes_; }
    // Where the date nearest to the trigger stands, neither of them alone in a quotation or an
    // aside, and no other verb between them; `text::nowhere` where there is none.
    std::size_t date_near(Span trigger) const;
    // The date at such a place; empty where there is none.
    std::string date_at(std::size_t place) const;
    // Does it begin after the document's day? Not a date at which something ends ("until 2030").
    bool is_to_come(std::size_t place) const;
    // Do two lists go pair by pair, as they were joined or by a word within reach or a little
    // behind ("A and B own C and D, respectively")?
    bool in_turn(const Item& one, const Item& other, Span reach) const;
    // Of the values in a row of which `one` is the place of one: the `index`th, where there are
    // `count`; the only one; null else.
    const Found* value_in_turn(std::size_t one, std::size_t index, std::size_t count) const;
    // What the relation carries between its ends, which are masks: the thing within `reach` that
    // stands nearest to the trigger and is of the types that the ontology names, else a word for
    // goods; empty where there is neither.
    std::string item(std::string_view relation, Span reach, Span trigger,
                     const std::vector<std::size_t>& ends) const;

  private:
    bool are_parted(std::size_t at, Span trigger) const;

    const Masked& masked_;
    const Reading& reading_;
    const Sentence& sentence_;
    std::vector<Span> quotes_, asides_;
};

}  // namespace entente::extract
