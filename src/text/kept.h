// What took long to make, kept in a file for the next run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente::text {

class Kept {
  public:
    Kept() = default;  // keeps nothing
    explicit Kept(std::filesystem::path file) : file_(std::move(file)) {}

    explicit operator bool() const { return !file_.empty(); }

    // What was kept under this key by a build of the same sources; empty where there is nothing of
    // the kind, or the file is damaged.
    std::string read(std::string_view key) const;
    // Replaces the file, whole or not at all. Where that fails nothing is kept, which is no error:
    // the next run makes it again.
    void write(std::string_view key, std::string_view bytes) const;

  private:
    std::filesystem::path file_;
};

}  // namespace entente::text
