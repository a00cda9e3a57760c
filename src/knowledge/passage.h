#pragma once

#include "knowledge/document.h"
#include "knowledge/text_position.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::knowledge {

struct Run;

enum class PassageKind {
    heading,
    title, ///< of a call-out or fold
    paragraph,
    list_item,
    cell,  ///< of a table
    value, ///< of a TOML key
};

/// A stretch of a passage that leads somewhere, in bytes from `begin` to before `end`. A reference
/// has no text: `begin` is `end`, where its mark stood.
struct PassageLink {
    LinkKind kind = LinkKind::none;
    std::string target;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A paragraph, item, cell, heading or value as a reader sees it, that remembers where each of its
/// parts stands in its file. The checks read passages; `Document` is for drawing.
struct Passage {
    std::filesystem::path file;
    PassageKind kind = PassageKind::paragraph;
    std::string key;  ///< of a value: its TOML key
    std::string text; ///< without reference marks, line ends as spaces
    std::vector<PassageLink> links;

    /// Where an offset into `text` stands in the file: line and column, both from 1.
    std::pair<int, int> place(std::size_t offset) const;

    /// Adds the part of a Markdown run that shows as text.
    void add(const Run& run, std::size_t from, std::size_t to, const TextPosition& position);
    /// Adds a reference mark.
    void add_reference(std::string reference);
    /// Adds a text that begins at a line and column, as a TOML value does.
    void add(std::string_view value, int line, int column);

    int lines_before = 0; ///< lines of the file above the text that was parsed on its own

private:
    /// Where a stretch of `text` begins: its offset, line and column.
    struct Start {
        std::size_t offset = 0;
        int line = 0;
        int column = 0;
    };
    std::vector<Start> starts_;
};

/// Whether a passage stands in the plain level of an article: in a `.plain.md`.
bool is_plain_level(const Passage& passage);

} // namespace osteon::knowledge
