// What was kept comes back to who asks for it, and to nobody else; a damaged file is none.
#include "text/kept.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "text/packed.h"

namespace entente::text {
namespace {

namespace fs = std::filesystem;

class KeptFile : public ::testing::Test {
  protected:
    void TearDown() override { fs::remove_all(folder); }

    // Turns the byte that stands `behind` bytes before the end.
    void damage(std::size_t behind) const {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(-static_cast<std::streamoff>(behind), std::ios::end);
        bytes.put('#');
    }

    fs::path folder = fs::path(::testing::TempDir()) / ("kept-" + std::to_string(::getpid()));
    fs::path file = folder / "deep" / "file";
    Kept kept{file};
};

TEST_F(KeptFile, GivesBackWhatItWasGiven) {
    EXPECT_EQ(kept.read("key"), "");
    kept.write("key", "some bytes");
    EXPECT_EQ(kept.read("key"), "some bytes");
    EXPECT_EQ(kept.read("another key"), "");
    kept.write("another key", "others");
    EXPECT_EQ(kept.read("another key"), "others");
    EXPECT_EQ(kept.read("key"), "");
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1);
}

TEST_F(KeptFile, KnowsDamage) {
    for (std::size_t behind : {1u, 10u, 40u, 70u}) {
        kept.write("key", "some bytes");
        damage(behind);
        EXPECT_EQ(kept.read("key"), "") << behind;
    }
    kept.write("key", "some bytes");
    fs::resize_file(file, fs::file_size(file) - 1);
    EXPECT_EQ(kept.read("key"), "");
    fs::resize_file(file, 3);
    EXPECT_EQ(kept.read("key"), "");
}

TEST_F(KeptFile, NeedsNoFile) {
    const Kept nothing;
    nothing.write("key", "some bytes");
    EXPECT_EQ(nothing.read("key"), "");
    fs::create_directories(folder);
    std::ofstream(folder / "deep") << "a file where the folder should be";
    kept.write("key", "some bytes");
    EXPECT_EQ(kept.read("key"), "");
}

struct Thing {
    std::string name;
    std::vector<std::string> words;
    std::vector<int> numbers;

    template <typename Archive, typename Self>
    static void pack(Archive& archive, Self& self) {
        archive(self.name, self.words, self.numbers);
    }
    bool operator==(const Thing&) const = default;
};

TEST(Packed, ComesBack) {
    const std::vector<Thing> things = {{"", {}, {}}, {"누리랩", {"a", ""}, {1, -2}}};
    Packer packer;
    packer(things, 7);
    std::vector<Thing> back;
    int number = 0;
    Unpacker whole(packer.bytes);
    whole(back, number);
    EXPECT_EQ(back, things);
    EXPECT_EQ(number, 7);
    for (std::size_t size = 0; size < packer.bytes.size(); ++size) {
        Unpacker part(std::string_view(packer.bytes).substr(0, size));
        EXPECT_THROW(part(back, number), Error) << size;
    }
}

}  // namespace
}  // namespace entente::text
