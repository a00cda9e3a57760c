#pragma once

#include "base/error.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace osteon::knowledge {

/// A text in which the words were found.
struct TextMatch {
    std::size_t entry = 0;
    std::string excerpt; ///< the words with some of the text about them
};

/// Full-text index over the articles: an SQLite FTS5 table in memory. Case and diacritics do not
/// count; the words must all occur, each as the beginning of a word.
class TextIndex {
public:
    static Result<TextIndex> create();

    Result<void> begin();
    Result<void> add(std::size_t entry, std::string_view title, std::string_view text);
    Result<void> end();

    /// The best matches first.
    std::vector<TextMatch> find(const std::vector<std::string>& words, std::size_t limit) const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    Result<void> run(const char* sql);
    Result<Statement> prepare(const char* sql);

    // In this order: statements must be finalised before their database is closed.
    std::unique_ptr<sqlite3, Close> database_;
    Statement insert_;
    Statement select_;
};

} // namespace osteon::knowledge
