// SQLite behind two small classes: a connection and a prepared statement. Failures throw Error.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "entente/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

// The file is none of SQLite's.
struct NotADatabase : Error {
    using Error::Error;
};

class Database {
  public:
    enum class Access { read, write };

    // Write access creates the file where there is none.
    Database(const std::filesystem::path& path, Access access);

    // Runs statements that give no rows.
    void execute(const char* sql);
    std::int64_t last_row() const;  // key of the last row inserted
    bool in_transaction() const;    // whether a transaction is open
    // Whether others may read while this one writes; false where somebody is in the way.
    bool set_concurrent(bool on);

    sqlite3* handle() const { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

// Usage: (run | query (step)*)*. Columns count from 0.
class Statement {
  public:
    Statement(const Database& database, std::string_view sql);

    // Binds the values to ?1, ?2, ... and rewinds. Texts must live until the last `step`.
    template <class... Values>
    Statement& query(const Values&... values) {
        rewind();
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }
    template <class... Values>
    void run(const Values&... values) {
        query(values...);
        step();
        rewind();
    }
    void rewind();
    bool step();  // false behind the last row

    void bind(int at, std::string_view text);
    void bind(int at, double number);
    void bind(int at, std::nullptr_t);
    template <std::integral Integer>
    void bind(int at, Integer number) {
        bind_integer(at, static_cast<std::int64_t>(number));
    }

    std::string_view view(int column) const;  // valid until the next step
    std::string text(int column) const { return std::string(view(column)); }
    std::int64_t integer(int column) const;
    std::size_t size(int column) const { return static_cast<std::size_t>(integer(column)); }
    double real(int column) const;
    bool is_null(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void bind_integer(int at, std::int64_t number);
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// All or nothing: what was written since is dropped unless `commit` is called. Inside another
// transaction it is a part of that one.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database& database_;
    bool inner_;
    bool open_ = true;
};

}  // namespace entente
