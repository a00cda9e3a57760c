#include "study/sqlite.h"

#include <cstddef>

namespace osteon::study {
namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 3000; ///< for another window that writes
/// Bytes of the header that say "with a write-ahead log"; 1 says "without"
/// (sqlite.org/fileformat2.html, 1.3.3).
constexpr std::size_t write_version = 18;
constexpr std::size_t read_version = 19;

Error failed(sqlite3* database, const std::string& file) {
    const int code = database != nullptr ? sqlite3_errcode(database) & 0xFF : SQLITE_NOMEM;
    Error error{.fault = Fault::machine,
                .subject = file,
                .place = {},
                .reason = std::string("the progress file cannot be used: ") +
                          (database != nullptr ? sqlite3_errmsg(database) : "no memory"),
                .cure = "Close other programs, and try again"};
    if (code == SQLITE_FULL) {
        error.reason = "the disk is full";
        error.cure = "Free some space; the last answer was not kept";
    } else if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM) {
        error.reason = "the progress file cannot be written here";
        error.cure = "Check the permissions of the file and its folder";
    } else if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        error.reason = "another program is writing the progress file";
        error.cure = "Close the other window, and try again";
    } else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        error.fault = Fault::input;
        error.reason = "the progress file is damaged";
        error.cure = "Start again: the newest backup is then restored";
    }
    return error;
}

} // namespace

void Statement::bind(int at, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), at, value);
}

void Statement::bind(int at, double value) {
    sqlite3_bind_double(statement_.get(), at, value);
}

void Statement::bind(int at, std::string_view value) {
    sqlite3_bind_text(statement_.get(), at, value.data(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
}

Result<bool> Statement::next() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        return fail(failed(sqlite3_db_handle(statement_.get()), file_));
    }
    return code == SQLITE_ROW;
}

Result<void> Statement::run() {
    return next().map([](bool) {});
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const void* bytes = sqlite3_column_text(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr
               ? std::string()
               : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

Result<Database> Database::open_with(const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database database;
    database.database_.reset(handle);
    database.file_ = name;
    if (code != SQLITE_OK) {
        return fail(failed(handle, name));
    }
    sqlite3_busy_timeout(handle, patience_ms);
    return database;
}

Result<Database> Database::in_memory() {
    return open_with(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Result<Database> Database::open(const fs::path& file) {
    return open_with(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Result<Database> Database::open_to_read(const fs::path& file) {
    return open_with(file.string(), SQLITE_OPEN_READONLY);
}

Result<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr) != SQLITE_OK) {
        return fail(failed(database_.get(), file_));
    }
    return Statement(statement, file_);
}

Result<void> Database::run(const char* sql) const {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return fail(failed(database_.get(), file_));
    }
    return {};
}

Result<std::int64_t> Database::number(std::string_view sql) const {
    Result<Statement> statement = prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    return statement->next().map([&](bool row) { return row ? statement->integer(0) : 0; });
}

Result<std::string> Database::word(std::string_view sql) const {
    Result<Statement> statement = prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    return statement->next().map([&](bool row) { return row ? statement->text(0) : ""; });
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(database_.get());
}

bool Database::found_damage() const {
    const int code = sqlite3_errcode(database_.get()) & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

Result<std::string> Database::bytes() const {
    struct Free {
        void operator()(unsigned char* memory) const { sqlite3_free(memory); }
    };
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, Free> copy(
        sqlite3_serialize(database_.get(), "main", &size, 0));
    if (copy == nullptr) {
        return fail(failed(database_.get(), file_));
    }
    std::string bytes(reinterpret_cast<const char*>(copy.get()), static_cast<std::size_t>(size));
    if (bytes.size() > read_version) {
        bytes[write_version] = 1;
        bytes[read_version] = 1;
    }
    return bytes;
}

Result<Transaction> Transaction::begin(const Database& database) {
    return database.run("BEGIN IMMEDIATE").map([&] { return Transaction(database); });
}

Transaction::~Transaction() {
    if (database_ != nullptr) {
        // Fails only where SQLite has rolled back of itself.
        static_cast<void>(database_->run("ROLLBACK"));
    }
}

Result<void> Transaction::commit() {
    Result<void> done = database_->run("COMMIT");
    if (done) {
        database_ = nullptr;
    }
    return done;
}

} // namespace osteon::study
