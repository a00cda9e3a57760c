#include "knowledge/search_texts.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace osteon::knowledge {
namespace {

constexpr const char* create_table =
    "CREATE VIRTUAL TABLE texts USING fts5(title, text, entry UNINDEXED, "
    "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')";
constexpr const char* insert_text = "INSERT INTO texts(title, text, entry) VALUES(?, ?, ?)";
// A word in the title weighs as much as ten in the text.
constexpr const char* select_texts = "SELECT entry, snippet(texts, 1, '', '', '…', 12) FROM texts "
                                     "WHERE texts MATCH ? ORDER BY bm25(texts, 10.0, 1.0) LIMIT ?";

Error failed(sqlite3* database) {
    return {Fault::machine, "search", "",
            std::string("the index cannot be built: ") + sqlite3_errmsg(database),
            "Close other programs to free memory, and start again"};
}

int length(std::string_view text) {
    return static_cast<int>(text.size());
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

Result<void> TextIndex::add(std::size_t entry, std::string_view title, std::string_view text) {
    sqlite3_stmt* insert = insert_.get();
    sqlite3_bind_text(insert, 1, title.data(), length(title), SQLITE_STATIC);
    sqlite3_bind_text(insert, 2, text.data(), length(text), SQLITE_STATIC);
    sqlite3_bind_int64(insert, 3, static_cast<sqlite3_int64>(entry));
    const bool added = sqlite3_step(insert) == SQLITE_DONE;
    sqlite3_reset(insert);
    sqlite3_clear_bindings(insert);
    if (!added) {
        return fail(failed(database_.get()));
    }
    return {};
}

std::vector<TextMatch> TextIndex::find(const std::vector<std::string>& words,
                                       std::size_t limit) const {
    std::vector<TextMatch> matches;
    std::string query;
    for (const std::string& word : words) {
        query += '"' + word + "\"* ";
    }
    if (query.empty()) {
        return matches;
    }
    sqlite3_stmt* select = select_.get();
    sqlite3_bind_text(select, 1, query.data(), length(query), SQLITE_STATIC);
    sqlite3_bind_int64(select, 2, static_cast<sqlite3_int64>(limit));
    while (sqlite3_step(select) == SQLITE_ROW) {
        const auto* excerpt = reinterpret_cast<const char*>(sqlite3_column_text(select, 1));
        TextMatch match{static_cast<std::size_t>(sqlite3_column_int64(select, 0)),
                        excerpt != nullptr ? excerpt : ""};
        std::replace(match.excerpt.begin(), match.excerpt.end(), '\n', ' ');
        matches.push_back(std::move(match));
    }
    sqlite3_reset(select);
    sqlite3_clear_bindings(select);
    return matches;
}

} // namespace osteon::knowledge
