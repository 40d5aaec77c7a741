// The one place that calls SQLite.
#include "store/sqlite.h"

#include <sqlite3.h>

namespace entente {

namespace {

constexpr int patience = 10'000;  // milliseconds to wait for another process

const char* advice(int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "another process is writing to it; try again when that is done";
        case SQLITE_FULL:
            return "make room on the disk; what was committed is whole";
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return "check the permissions of the file and its folder";
        case SQLITE_CANTOPEN:
            return "check the path and its permissions";
        case SQLITE_CORRUPT:
            return "the file is damaged; build the store again or take a copy";
        default:
            return "";
    }
}

[[noreturn]] void fail(sqlite3* handle) {
    const char* file = sqlite3_db_filename(handle, "main");
    if (sqlite3_errcode(handle) == SQLITE_NOTADB) throw NotADatabase(sqlite3_errmsg(handle));
    throw Error(sqlite3_errmsg(handle), file ? file : "", advice(sqlite3_errcode(handle)));
}

}  // namespace

Database::Database(const std::filesystem::path& path, Access access) {
    int flags =
        SQLITE_OPEN_NOMUTEX | (access == Access::read ? SQLITE_OPEN_READONLY
                                                      : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3* handle = nullptr;
    int code = sqlite3_open_v2(path.string().c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) throw Error(sqlite3_errstr(code), path.string(), advice(code));
    // SQLite opens for reading where it may not write, and says so only at the first change.
    if (access == Access::write && sqlite3_db_readonly(handle, "main") == 1)
        throw Error("may not be written", path.string(), advice(SQLITE_READONLY));
    sqlite3_busy_timeout(handle, patience);
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

void Database::execute(const char* sql) {
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle());
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle()); }

bool Database::in_transaction() const { return !sqlite3_get_autocommit(handle()); }

bool Database::set_concurrent(bool on) {
    const char* sql = on ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
    sqlite3_busy_timeout(handle(), 0);
    int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(handle(), patience);
    return code == SQLITE_OK;
}

Statement::Statement(const Database& database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                  &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK) fail(database.handle());
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::check(int code) const {
    if (code != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()));
}

void Statement::rewind() { sqlite3_reset(statement_.get()); }

bool Statement::step() {
    int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
}

void Statement::bind(int at, std::string_view text) {
    // A null pointer would be bound as NULL, and an empty view may have one.
    check(sqlite3_bind_text64(statement_.get(), at, text.empty() ? "" : text.data(), text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int at, double number) {
    check(sqlite3_bind_double(statement_.get(), at, number));
}

void Statement::bind(int at, std::nullptr_t) { check(sqlite3_bind_null(statement_.get(), at)); }

void Statement::bind_integer(int at, std::int64_t number) {
    check(sqlite3_bind_int64(statement_.get(), at, number));
}

std::string_view Statement::view(int column) const {
    // The bytes as they are: asking for text could convert them.
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
                 : std::string_view();
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Transaction::Transaction(Database& database)
    : database_(database), inner_(database.in_transaction()) {
    database_.execute(inner_ ? "SAVEPOINT part" : "BEGIN IMMEDIATE");
}

void Transaction::commit() {
    database_.execute(inner_ ? "RELEASE part" : "COMMIT");
    open_ = false;
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.execute(inner_ ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
    } catch (const Error&) {
        // SQLite has rolled the whole transaction back itself: the disk was full or failed.
    }
}

}  // namespace entente
