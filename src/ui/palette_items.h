#pragma once

#include "knowledge/search.h"
#include "ui/commands.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace osteon::ui {

/// The headings of the palette.
enum class PaletteGroup {
    recent,
    bones_and_sites,
    primaries,
    articles,
    glossary,
    references,
    commands
};

/// A row of the palette: a command, or something found in the atlas.
struct PaletteItem {
    PaletteGroup group = PaletteGroup::commands;
    Command command = Command::palette;
    const knowledge::Hit* hit = nullptr; ///< of the query's; null: it is the command
};

/// How well a command answers a query, by its name in the language, in English, and its heading: 0
/// not at all; from 1: its name begins with the query. Typing errors are forgiven: one in words
/// from four letters, two from eight.
float match(std::string_view query, const CommandRow& row, const knowledge::Language& language);

/// What the palette lists.
struct PaletteQuery {
    std::string_view words;
    std::span<const knowledge::Hit> hits; ///< of the search, best first
    std::span<const Command> recent;      ///< the newest first
    std::optional<PaletteGroup> only;     ///< this group, and all of it
};

/// The rows in their order, those of a group together and the group with the best answer first: the
/// first few of each, all where there is one group alone. Without words: the commands used last,
/// then all.
std::vector<PaletteItem> palette_items(const PaletteQuery& query,
                                       const knowledge::Language& language);

/// The groups that have an answer, in their order.
std::vector<PaletteGroup> palette_groups(const PaletteQuery& query,
                                         const knowledge::Language& language);

/// Puts a command in front of those used last, each once.
void note_use(std::vector<Command>& recent, Command command);

} // namespace osteon::ui
