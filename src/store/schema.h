// The tables of a store, and the marks by which a file is known to be one.
#pragma once

#include <filesystem>

#include "store/sqlite.h"

namespace entente {

// Opens a store. Reading throws Error, and makes no file, where there is none; writing makes one.
// Either throws Error, and changes nothing, where the file is something else or of a later format.
Database open_store(const std::filesystem::path& path, Database::Access access);

}  // namespace entente
