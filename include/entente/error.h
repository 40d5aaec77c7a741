// The three ways in which Entente says that something is wrong.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace entente {

// Thrown for what ends the operation. `what()` reads "what happened (where): what to try".
class Error : public std::runtime_error {
  public:
    Error(std::string what, std::string where = {}, std::string hint = {});

    const std::string& where() const { return where_; }  // file, line or record; may be empty
    const std::string& hint() const { return hint_; }    // what to try; may be empty

  private:
    std::string where_;
    std::string hint_;
};

// A fault in a rule pack or a marked file. A value: an author sees all of them in one run.
struct Diagnostic {
    std::string file;
    std::size_t line = 0;  // 1-based; 0 where the whole file is meant
    std::string rule;      // id of the rule or entry; may be empty
    std::string message;

    // "file:line: rule: message"
    std::string text() const;
};

// An input that could not be read: one document, record or file. The run goes on.
struct Failure {
    std::string place;  // file, or file:line
    std::string message;
};

}  // namespace entente
