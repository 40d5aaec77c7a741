// Step 8d: phrase rules read noun phrases and contract them to their heads.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "extract/claims.h"
#include "extract/discourse.h"
#include "extract/masked.h"

namespace entente::extract {

// Phrases run three times: rules that read a whole list wait until lists have folded, rules that
// need a holder from the discourse until pronouns are resolved.
enum class Pass { before_folding, after_folding, with_offices };

struct PhraseMatch;

// The phrases of one sentence.
class PhraseReader {
  public:
    PhraseReader(Masked& masked, const Reading& reading, const Sentence& sentence,
                 const Discourse& discourse, std::vector<Statement>& out)
        : masked_(masked),
          reading_(reading),
          sentence_(sentence),
          discourse_(discourse),
          out_(out) {}

    // Reads phrases until nothing more contracts; appends what they say, each statement once. Where
    // the text is as the last pass left it, only rules that have waited for this pass are tried.
    void run(Pass pass);

  private:
    Span group(const PhraseMatch& m, const std::string& name) const;
    std::vector<PhraseMatch> find(Pass pass, bool only_new) const;
    std::string text_of(Span span) const;
    void state(const PhraseMatch& m);
    void state_office(const PhraseMatch& m, Span from, const std::string& role,
                      const std::string& status);
    std::optional<Ref> holder_by_topic(const PhraseMatch& m, Span place) const;
    std::vector<Ref> members(Span own, Span other, bool each) const;
    void state_pairs(const PhraseMatch& m, const std::string& relation, Span from, Span to,
                     const std::string& role, const std::string& status);
    void say(const PhraseMatch& m, const std::string& relation, const Ref& from, const Ref& to,
             const std::string& role, const std::string& status);
    std::shared_ptr<const Account> account(const PhraseMatch& m, const Cue& cue) const;
    bool is_list(Span end) const;
    const Found* only_value(std::string_view type, Span span) const;
    void contract(const PhraseMatch& m);

    Masked& masked_;
    const Reading& reading_;
    const Sentence& sentence_;
    const Discourse& discourse_;
    std::vector<Statement>& out_;
    std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::size_t>> said_;
    std::string last_text_;                   // as the last pass left it
    std::shared_ptr<const Account> account_;  // of what is stated now, where the reading is watched
};

}  // namespace entente::extract
