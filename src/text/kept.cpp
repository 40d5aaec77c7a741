// The file: a hash of build and key, a hash of the bytes, the bytes.
#include "text/kept.h"

#include <fstream>
#include <random>

#include "json/content_hash.h"

namespace entente::text {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_size = 32;

std::string owner(std::string_view key) {
    return content_hash(std::string(ENTENTE_SOURCES) + '\0' + std::string(key));
}

}  // namespace

std::string Kept::read(std::string_view key) const {
    std::error_code unknown;
    const auto size = file_.empty() ? 0 : fs::file_size(file_, unknown);
    if (unknown || size < 2 * hash_size) return {};
    std::ifstream in(file_, std::ios::binary);
    std::string head(2 * hash_size, '\0');
    if (!in.read(head.data(), static_cast<std::streamsize>(head.size()))) return {};
    if (!head.starts_with(owner(key))) return {};
    std::string bytes(size - head.size(), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return {};
    return head.ends_with(content_hash(bytes)) ? bytes : std::string();
}

void Kept::write(std::string_view key, std::string_view bytes) const {
    if (file_.empty()) return;
    std::error_code failed;
    fs::create_directories(file_.parent_path(), failed);
    fs::path fresh = file_;
    fresh += "." + std::to_string(std::random_device()());
    {
        std::ofstream out(fresh, std::ios::binary);
        out << owner(key) << content_hash(bytes) << bytes;
        out.close();
        if (!out) failed = std::make_error_code(std::errc::io_error);
    }
    if (!failed) fs::rename(fresh, file_, failed);
    if (failed) fs::remove(fresh, failed);
}

}  // namespace entente::text
