// Packs for tests: the invented world, and copies of it with one file laid over.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "entente/extractor.h"
#include "entente/rule_pack.h"

namespace entente::testing {

namespace fs = std::filesystem;

inline const fs::path& world_folder() {
    static const fs::path folder = ENTENTE_TEST_WORLD;
    return folder;
}

inline const RulePack& world() {
    static const RulePack pack = RulePack::load(world_folder());
    return pack;
}

inline const Extractor& world_extractor() {
    static const Extractor extractor(world());
    return extractor;
}

// A copy of the world that goes with the test.
class TemporaryPack {
  public:
    TemporaryPack() {
        static int count = 0;
        folder_ = fs::path(::testing::TempDir()) /
                  ("entente-pack-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        fs::remove_all(folder_);
        fs::copy(world_folder(), folder_, fs::copy_options::recursive);
    }
    ~TemporaryPack() { fs::remove_all(folder_); }
    TemporaryPack(const TemporaryPack&) = delete;
    TemporaryPack& operator=(const TemporaryPack&) = delete;

    TemporaryPack& with(const std::string& name, const std::string& content) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return *this;
    }
    TemporaryPack& without(const std::string& name) {
        fs::remove_all(folder_ / name);
        return *this;
    }

    const fs::path& folder() const { return folder_; }
    std::vector<Diagnostic> faults() const {
        std::vector<Diagnostic> out;
        RulePack::load(folder_, out);
        return out;
    }

  private:
    fs::path folder_;
};

// "file:line: rule: message" of each, a line each.
inline std::string shown(const std::vector<Diagnostic>& faults) {
    std::string out;
    for (const Diagnostic& fault : faults) out += fault.text() + "\n";
    return out;
}

}  // namespace entente::testing
