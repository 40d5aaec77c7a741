// The only place that writes data.
#include "cli/output.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <mutex>

#include "cli/command.h"
#include "cli/terminal.h"
#include "entente/error.h"

namespace entente::cli {

namespace {

void check_output() {
    std::cout.flush();
    if (std::cout) return;
    if (errno == EPIPE) throw ClosedPipe();
    throw Error(std::string("cannot write: ") + std::strerror(errno), "standard output",
                "is the disk full?");
}

}  // namespace

void print(std::string_view text) {
    errno = 0;
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
    check_output();
}

void log(std::string_view text) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (errors_are_terminal()) std::cerr << "\r\x1b[K";
    std::cerr << "entente: " << text << std::endl;
}

void write_file(const std::filesystem::path& path,
                const std::function<void(std::ostream&)>& write) {
    if (path == "-") {
        errno = 0;
        write(std::cout);
        return check_output();
    }
    std::filesystem::path part = path;
    part += ".part";
    try {
        errno = 0;
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        if (file) write(file);
        file.close();
        if (!file)
            throw Error(std::string("cannot write: ") + std::strerror(errno), path.string(),
                        "check the folder and its free space");
        std::filesystem::rename(part, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace entente::cli
