// How errors and diagnostics read.
#include "entente/error.h"

#include <utility>

namespace entente {

namespace {

std::string sentence(const std::string& what, const std::string& where, const std::string& hint) {
    std::string text = what;
    if (!where.empty()) text.append(text.empty() ? "(" : " (").append(where).append(")");
    if (!hint.empty()) text.append(text.empty() ? "" : ": ").append(hint);
    return text;
}

}  // namespace

Error::Error(std::string what, std::string where, std::string hint)
    : std::runtime_error(sentence(what, where, hint)),
      where_(std::move(where)),
      hint_(std::move(hint)) {}

std::string Diagnostic::text() const {
    std::string out = file;
    if (line != 0) out.append(":").append(std::to_string(line));
    if (!out.empty()) out += ": ";
    if (!rule.empty()) out += rule + ": ";
    return out + message;
}

}  // namespace entente
