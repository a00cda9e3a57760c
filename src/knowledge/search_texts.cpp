#include "knowledge/search_texts.h"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace osteon::knowledge {
namespace {

constexpr sqlite3_int64 first_row = 1; ///< row ids count from 1
constexpr const char* create_table =
    "CREATE VIRTUAL TABLE texts USING fts5(title, page, text, shelf, content = '', "
    "tokenize = 'unicode61 remove_diacritics 0')";
constexpr const char* insert_text =
    "INSERT INTO texts(rowid, title, page, text, shelf) VALUES(?, ?, ?, ?, ?)";
// A word in the title weighs as much as eight in the text, in the article's title as three.
constexpr const char* select_texts = "SELECT rowid FROM texts WHERE texts MATCH ? "
                                     "ORDER BY bm25(texts, 8.0, 3.0, 1.0, 0.0) LIMIT ?";

Error failed(sqlite3* database) {
    return {Fault::machine, "search", "",
            std::string("the index cannot be built: ") + sqlite3_errmsg(database),
            "Close other programs to free memory, and start again"};
}

int length(std::string_view text) {
    return static_cast<int>(text.size());
}

/// A word in the language of FTS5's queries. Words hold no quotation marks.
std::string quoted(std::string_view word) {
    return '"' + std::string(word) + '"';
}

/// Words of which each, or one of which, must occur.
std::string joined(const std::vector<std::string>& parts, std::string_view by) {
    std::string query;
    for (const std::string& part : parts) {
        query += query.empty() ? "(" : by;
        query += part;
    }
    return query.empty() ? query : query + ")";
}

std::string query_of(const std::vector<std::vector<SoughtWord>>& ways,
                     const std::vector<std::string>& shelves) {
    std::vector<std::string> alternatives;
    for (const std::vector<SoughtWord>& way : ways) {
        std::vector<std::string> words;
        for (const SoughtWord& word : way) {
            std::vector<std::string> forms{quoted(word.beginning) + '*'};
            std::ranges::transform(word.others, std::back_inserter(forms), quoted);
            words.push_back(joined(forms, " OR "));
        }
        if (!words.empty()) {
            alternatives.push_back(joined(words, " AND "));
        }
    }
    if (alternatives.empty()) {
        return {};
    }
    const std::string query = "{title page text} : " + joined(alternatives, " OR ");
    return shelves.empty() ? query : query + " AND shelf : " + joined(shelves, " OR ");
}

} // namespace

void TextIndex::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

void TextIndex::Close::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Result<void> TextIndex::run(const char* sql) {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return fail(failed(database_.get()));
    }
    return {};
}

Result<TextIndex::Statement> TextIndex::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) {
        return fail(failed(database_.get()));
    }
    return Statement(statement);
}

Result<TextIndex> TextIndex::create() {
    TextIndex index;
    sqlite3* database = nullptr;
    const int opened =
        sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    index.database_.reset(database);
    if (opened != SQLITE_OK) {
        return fail(failed(database));
    }
    if (auto created = index.run(create_table); !created) {
        return fail(created.error());
    }
    auto insert = index.prepare(insert_text);
    auto select = index.prepare(select_texts);
    if (!insert || !select) {
        return fail(insert ? select.error() : insert.error());
    }
    index.insert_ = std::move(*insert);
    index.select_ = std::move(*select);
    return index;
}

Result<void> TextIndex::begin() {
    return run("BEGIN");
}

Result<void> TextIndex::end() {
    return run("COMMIT");
}

Result<void> TextIndex::add(std::size_t number, const IndexedText& text) {
    sqlite3_stmt* insert = insert_.get();
    sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(number) + first_row);
    int column = 2;
    for (const std::string* words : {&text.title, &text.page, &text.text, &text.shelf}) {
        sqlite3_bind_text(insert, column++, words->data(), length(*words), SQLITE_STATIC);
    }
    const bool added = sqlite3_step(insert) == SQLITE_DONE;
    sqlite3_reset(insert);
    sqlite3_clear_bindings(insert);
    if (!added) {
        return fail(failed(database_.get()));
    }
    return {};
}

std::vector<std::size_t> TextIndex::find(const std::vector<std::vector<SoughtWord>>& ways,
                                         const std::vector<std::string>& shelves,
                                         std::size_t limit) const {
    std::vector<std::size_t> numbers;
    const std::string query = query_of(ways, shelves);
    if (query.empty()) {
        return numbers;
    }
    sqlite3_stmt* select = select_.get();
    sqlite3_bind_text(select, 1, query.data(), length(query), SQLITE_STATIC);
    sqlite3_bind_int64(select, 2, static_cast<sqlite3_int64>(limit));
    while (sqlite3_step(select) == SQLITE_ROW) {
        numbers.push_back(static_cast<std::size_t>(sqlite3_column_int64(select, 0) - first_row));
    }
    sqlite3_reset(select);
    sqlite3_clear_bindings(select);
    return numbers;
}

} // namespace osteon::knowledge
