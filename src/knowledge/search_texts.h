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

/// A text as it is indexed: words folded (search_words()), parted by spaces.
struct IndexedText {
    std::string title; ///< of the section
    std::string page;  ///< title of the article that it stands in
    std::string text;
    std::string shelf; ///< one word by which a search leaves texts out
};

/// A typed word, and the whole words that are taken for it besides those that it begins.
struct SoughtWord {
    std::string beginning;
    std::vector<std::string> others;
};

/// Full-text index: an SQLite FTS5 table in memory. FTS5 brings the inverted index, queries by
/// beginnings of words and the ranking by BM25 in a library that most systems have. Xapian would
/// bring stems, spelling and synonyms as well, but stems no compounds, corrects no name that it was
/// not fed, and is under the GPL. The table keeps no texts: excerpts are cut by excerpt(), which
/// also tells what to mark on the page.
class TextIndex {
public:
    static Result<TextIndex> create();

    Result<void> begin();
    Result<void> add(std::size_t number, const IndexedText& text);
    Result<void> end();

    /// The numbers of the texts that have all the words of one of several ways to put the query,
    /// the best first. `shelves`: only these; none: all.
    std::vector<std::size_t> find(const std::vector<std::vector<SoughtWord>>& ways,
                                  const std::vector<std::string>& shelves, std::size_t limit) const;

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
