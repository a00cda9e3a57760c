#pragma once

#include "base/error.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace osteon::study {

/// A prepared statement that is stepped through its rows. Lives no longer than its database.
class Statement {
public:
    Statement(sqlite3_stmt* statement, std::string file)
        : statement_(statement)
        , file_(std::move(file)) {}

    /// Sets the parameters ?1, ?2 … in order.
    template <class... Values>
    Statement& with(const Values&... values) {
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }

    /// Goes to the next row; false after the last.
    Result<bool> next();
    /// Runs a statement that yields no rows.
    Result<void> run();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;

private:
    void bind(int at, std::int64_t value);
    void bind(int at, int value) { bind(at, std::int64_t{value}); }
    void bind(int at, bool value) { bind(at, std::int64_t{value ? 1 : 0}); }
    void bind(int at, double value);
    void bind(int at, std::string_view value);
    void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::string file_;
};

/// An open SQLite database. Its errors name the file and say what to do.
class Database {
public:
    static Result<Database> in_memory();
    /// Opens a file to read and write, and makes it where there is none.
    static Result<Database> open(const std::filesystem::path& file);
    /// Opens a file to read only. One that lies in a folder without permission to write, too.
    static Result<Database> open_to_read(const std::filesystem::path& file);

    Result<Statement> prepare(std::string_view sql) const;
    /// Runs one statement or several, without parameters.
    Result<void> run(const char* sql) const;
    /// The first column of the first row, such as a pragma's value.
    Result<std::int64_t> number(std::string_view sql) const;
    Result<std::string> word(std::string_view sql) const;
    std::int64_t last_row() const;

    /// The whole database as the bytes of one file, readable without a log beside it.
    Result<std::string> bytes() const;

    /// Whether the last call failed because this is no database, or one with broken pages.
    bool found_damage() const;

    const std::string& file() const { return file_; }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    static Result<Database> open_with(const std::string& name, int flags);

    std::unique_ptr<sqlite3, Close> database_;
    std::string file_;
};

/// Several changes of a database that become lasting together, or not at all.
class Transaction {
public:
    static Result<Transaction> begin(const Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&& other) noexcept
        : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// The changes are on the disk when this has returned without an error.
    Result<void> commit();

private:
    explicit Transaction(const Database& database)
        : database_(&database) {}
    const Database* database_;
};

} // namespace osteon::study
