// What a Store holds.
#pragma once

#include <optional>

#include "entente/store.h"
#include "store/sqlite.h"
#include "store/writer.h"

namespace entente {

struct Store::Impl {
    explicit Impl(Database opened, Mode mode) : database(std::move(opened)) {
        if (mode == Mode::write) writer.emplace(database);
    }
    ~Impl();

    Writer& writing();  // throws Error where the store is open for reading

    Database database;
    std::optional<Writer> writer;
};

}  // namespace entente
