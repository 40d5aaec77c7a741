// Files, folders and standard input: what each is, and what is said of bad ones.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "entente/input.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

class ReadInputs : public testing::Test {
  protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / (std::string("entente_") + test->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string file(const std::string& name, const std::string& bytes) {
        const fs::path path = folder_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

    // One line a document ("id: title / text") or failure ("! place: message"), in order; places
    // without the folder.
    std::string read(const std::vector<std::string>& inputs, const std::string& standard = "") {
        std::string out;
        InputSink sink;
        sink.document = [&](Document&& d) {
            out += d.id.substr(0, 7) + ": " + d.title + " / " + d.text + "\n";
        };
        sink.failure = [&](Failure&& f) {
            const std::string prefix = folder_.string() + "/";
            if (f.place.starts_with(prefix)) f.place.erase(0, prefix.size());
            out += "! " + f.place + ": " + f.message + "\n";
        };
        sink.bytes = [&](std::uint64_t bytes) { bytes_ += bytes; };
        std::istringstream in(standard);
        read_inputs(inputs, in, sink);
        return out;
    }

    fs::path folder_;
    std::uint64_t bytes_ = 0;
};

TEST_F(ReadInputs, FindsOutWhatAFileIs) {
    const std::string text = file("a.json", "Title\nBody");
    const std::string lines =
        file("b.txt", "\n{\"id\":\"1\",\"text\":\"x\"}\n\n{\"id\":\"2\",\"text\":\"y\"}");
    EXPECT_EQ(read({lines, text}), "1:  / x\n2:  / y\nsha256:: Title / Body\n");
    EXPECT_EQ(bytes_, fs::file_size(text) + fs::file_size(lines));
    EXPECT_EQ(input_size({lines, text, "-", "missing"}), bytes_);
}

TEST_F(ReadInputs, OneObjectOverManyLines) {
    const std::string path =
        file("a",
             "{\n  \"id\": \"1\",\n  \"text\": \"x\"\n}\n{\"id\": \"2\",\n \"text\": \"y\"}\n"
             "{\"id\":\"3\",\"text\":\"z\"}\n");
    EXPECT_EQ(read({path}), "1:  / x\n2:  / y\n3:  / z\n");
}

TEST_F(ReadInputs, ABadLineDoesNotEndTheRun) {
    const std::string path = file("a",
                                  "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"te\n{\"id\":"
                                  "\"3\"}\n{\"id\":\"4\",\"text\":\"z\"}\njunk\n");
    const std::string out = read({path});
    EXPECT_NE(out.find("1:  / x\n! a:2: no valid JSON: "), std::string::npos) << out;
    EXPECT_NE(out.find("! a:3: a record without text: give it in"), std::string::npos) << out;
    EXPECT_NE(out.find("4:  / z\n! a:5: no valid JSON: "), std::string::npos) << out;
}

TEST_F(ReadInputs, ALineBeyondTheLimitIsSkipped) {
    const std::string path =
        file("a", "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"" +
                      std::string(max_line + 100, 'x') + "\"}\n{\"id\":\"3\",\"text\":\"z\"}\n");
    EXPECT_EQ(read({path}),
              "1:  / x\n! a:2: the line is too long: nothing longer than 16 MiB is read; split "
              "it\n3:  / z\n");
    EXPECT_EQ(bytes_, fs::file_size(path));
}

TEST_F(ReadInputs, SaysWhatIsWrongWithAFile) {
    fs::create_directories(folder_ / "none");
    const struct {
        std::string path;
        const char* says;
    } rows[] = {
        {(folder_ / "missing").string(), "! missing: cannot be opened: "},
        {(folder_ / "none").string(), "! none: the folder holds no files"},
        {file("empty", ""), "! empty: the file is empty"},
        {file("blank", " \n\n"), "! blank: the file is empty"},
        {file("nul", std::string("ab\0c", 4)), "! nul: no UTF-8 text (byte 2)"},
        {file("cp949", "Title\n\xBF\xCD\n"), "! cp949: no UTF-8 text (byte 6)"},
        {file("array", "[\n {\"text\": \"x\"}]"), "! array: a JSON array"},
        {file("large", std::string(max_line, 'x') + "\nxy"), "! large: the text is too large"},
        {file("wide", std::string(max_line + 9, 'x')), "! wide: the text is too large"},
    };
    for (const auto& row : rows) EXPECT_EQ(read({row.path}).find(row.says), 0u) << read({row.path});
}

TEST_F(ReadInputs, FoldersByNameAndDown) {
    file("c.txt", "C\nc");
    file("b/2.txt", "B2\nb");
    file("b/1.txt", "B1\nb");
    file("a.txt", "A\na");
    file(".hidden", "H\nh");
    EXPECT_EQ(read({folder_.string()}),
              "sha256:: A / a\nsha256:: B1 / b\nsha256:: B2 / b\nsha256:: C / c\n");
    EXPECT_EQ(input_size({folder_.string()}), bytes_);
}

TEST_F(ReadInputs, StandardInput) {
    EXPECT_EQ(read({"-"}, "{\"id\":\"1\",\"text\":\"x\"}\n{"),
              "1:  / x\n! standard input:2: no valid JSON: Missing a name for object member (byte "
              "1)\n");
    EXPECT_EQ(read({"-"}, "Title\nBody"), "sha256:: Title / Body\n");
    EXPECT_EQ(read({"-"}, ""), "");
}

TEST_F(ReadInputs, WhatASinkThrowsPasses) {
    InputSink sink;
    sink.document = [](Document&&) { throw Error("stop"); };
    sink.failure = [](Failure&&) { ADD_FAILURE(); };
    std::istringstream in("{\"id\":\"1\",\"text\":\"x\"}\n");
    EXPECT_THROW(read_inputs({"-"}, in, sink), Error);
}

}  // namespace
}  // namespace entente
