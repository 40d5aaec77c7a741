// Texts of errors and diagnostics.
#include "entente/error.h"

namespace entente {

namespace {

std::string describe(const std::string& what, const std::string& where, const std::string& hint) {
    return what + (where.empty() ? "" : " (" + where + ")") + (hint.empty() ? "" : ": " + hint);
}

}  // namespace

Error::Error(std::string what, std::string where, std::string hint)
    : std::runtime_error(describe(what, where, hint)),
      where_(std::move(where)),
      hint_(std::move(hint)) {}

std::string Diagnostic::text() const {
    std::string out = file;
    if (line) out += ":" + std::to_string(line);
    if (!rule.empty()) out += ": " + rule;
    return out + ": " + message;
}

}  // namespace entente
