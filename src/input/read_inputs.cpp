// Walks the inputs, finds out what each is, and hands on its documents.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "entente/input.h"
#include "input/bytes.h"
#include "text/regex.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

using input::LineReader;
using input::trimmed;

const std::string too_large_hint =
    "nothing longer than " + std::to_string(max_line >> 20) + " MiB is read; split it";

// What an Error says without its place, which a Failure carries by itself.
std::string message_of(const Error& error) {
    std::string message = error.what();
    const std::string where = " (" + error.where() + ")";
    const std::size_t at = message.find(where);
    if (!error.where().empty() && at != message.npos) message.erase(at, where.size());
    return message;
}

// One stream: a file or standard input.
class StreamReader {
  public:
    StreamReader(std::istream& in, std::string place, const InputSink& sink)
        : reader_(in), place_(std::move(place)), sink_(sink) {}

    // False where there was nothing but white space.
    bool run() {
        std::string head;  // empty lines before the first that is not
        bool there = next_line();
        for (; there && trimmed(line_).empty(); there = next_line()) {
            if (head.size() < max_line) head += line_;
        }
        if (there && begins_record())
            read_records();
        else if (there)
            read_plain_text(head + line_);
        if (reader_.failed())
            fail(place_, "reading broke off: copy the file first, then try again");
        return there || reader_.failed();
    }

  private:
    bool next_line() {
        const bool there = reader_.next(line_, max_line);
        if (sink_.bytes && reader_.consumed() > reported_)
            sink_.bytes(reader_.consumed() - reported_);
        reported_ = reader_.consumed();
        return there;
    }

    void fail(std::string place, std::string message) {
        sink_.failure({std::move(place), std::move(message)});
    }

    bool begins_record() const {
        static const text::Regex record(R"(^\{\s*(?:"|\}|$))");
        return record.search(trimmed(line_).substr(0, 1000));
    }

    // A finished line is handed on before the next is asked for: who feeds a filter may wait.
    void read_records() {
        for (bool there = true; there;) {
            const std::string place = place_ + ":" + std::to_string(reader_.number());
            const std::string_view line = trimmed(line_);
            if (reader_.cut()) {
                fail(place, "the line is too long: " + too_large_hint);
            } else if (begins_record() && !line.ends_with('}')) {
                there = read_over_lines(place);
                continue;
            } else if (!line.empty()) {
                hand_on(line, place);
            }
            there = next_line();
        }
    }

    // Some crawlers write one object over many lines: what follows an unfinished line belongs to
    // it up to a closing brace in the first column or the next record. Leaves the line behind in
    // `line_`; false where there is none.
    bool read_over_lines(const std::string& place) {
        std::string record = line_;
        bool open = true, there = next_line();
        while (there && open && !line_.starts_with('{') && !reader_.cut() &&
               record.size() + line_.size() <= max_line) {
            record += line_;
            open = !line_.starts_with('}');
            there = next_line();
        }
        hand_on(trimmed(record), place);
        return there;
    }

    void hand_on(std::string_view record, const std::string& place) {
        Document document;
        try {
            document = parse_json_document(record);
        } catch (const Error& error) {
            return fail(place, message_of(error));
        }
        sink_.document(std::move(document));
    }

    void read_plain_text(std::string bytes) {
        bool cut = reader_.cut();
        while (!cut && bytes.size() <= max_line && next_line()) {
            bytes += line_;
            cut = reader_.cut();
        }
        cut = cut || bytes.size() > max_line;
        // What was cut may end within a character.
        const std::string_view whole = std::string_view(bytes).substr(0, bytes.size() - 4 * cut);
        const std::size_t bad = input::first_bad_byte(whole);
        static const text::Regex array(R"(^\s*\[\s*\{\s*")");
        if (bad != whole.npos)
            fail(place_, "no UTF-8 text (byte " + std::to_string(bad) +
                             "): save it as UTF-8, or leave binary files out");
        else if (array.search(whole.substr(0, 1000)))
            fail(place_, "a JSON array: write one object a line");
        else if (cut)
            fail(place_, "the text is too large: " + too_large_hint);
        else
            sink_.document(parse_plain_text(std::move(bytes)));
    }

    LineReader reader_;
    std::string place_;
    const InputSink& sink_;
    std::string line_;
    std::uint64_t reported_ = 0;
};

// Files of a folder, by name, recursively; hidden ones are left out. Symbolic links to folders are
// not followed: they may lead round in a circle.
std::vector<fs::path> files_under(const fs::path& folder, std::vector<Failure>& failures) {
    std::vector<fs::path> entries, files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (!it->path().filename().string().starts_with('.')) entries.push_back(it->path());
    if (error)
        failures.push_back(
            {folder.string(), "cannot be read: " + error.message() + "; check its rights"});
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
        std::error_code ignored;
        if (fs::is_directory(fs::symlink_status(entry, ignored))) {
            std::vector<fs::path> below = files_under(entry, failures);
            files.insert(files.end(), below.begin(), below.end());
        } else if (fs::is_regular_file(entry, ignored)) {
            files.push_back(entry);
        }
    }
    return files;
}

void read_file(const fs::path& path, const InputSink& sink) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        const bool missing = errno == ENOENT;
        sink.failure({path.string(), std::string("cannot be opened: ") + std::strerror(errno) +
                                         (missing ? "; check the name" : "; check its rights")});
    } else if (!StreamReader(file, path.string(), sink).run()) {
        sink.failure({path.string(), "the file is empty: give an article"});
    }
}

void read_folder(const fs::path& folder, const InputSink& sink) {
    std::vector<Failure> failures;
    const std::vector<fs::path> files = files_under(folder, failures);
    if (files.empty() && failures.empty())
        failures.push_back({folder.string(), "the folder holds no files: give one with articles"});
    for (Failure& failure : failures) sink.failure(std::move(failure));
    for (const fs::path& file : files) read_file(file, sink);
}

}  // namespace

void read_inputs(const std::vector<std::string>& inputs, std::istream& standard_input,
                 const InputSink& sink) {
    for (const std::string& input : inputs) {
        std::error_code ignored;
        if (input == "-")
            StreamReader(standard_input, "standard input", sink).run();
        else if (fs::is_directory(input, ignored))
            read_folder(input, sink);
        else
            read_file(input, sink);
    }
}

std::uint64_t input_size(const std::vector<std::string>& inputs) {
    std::uint64_t total = 0;
    for (const std::string& input : inputs) {
        std::error_code ignored;
        std::vector<Failure> unread;
        std::vector<fs::path> files{input};
        if (fs::is_directory(input, ignored)) files = files_under(input, unread);
        for (const fs::path& file : files) {
            const std::uintmax_t size = fs::file_size(file, ignored);
            if (!ignored) total += size;
        }
    }
    return total;
}

}  // namespace entente
