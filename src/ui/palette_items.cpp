#include "ui/palette_items.h"

#include "base/text.h"
#include "knowledge/search_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace osteon::ui {

namespace {

using knowledge::Hit;
using knowledge::HitKind;

constexpr std::size_t c_most_of_a_group = 4; ///< where there are several
constexpr std::size_t c_most_recent = 5;

/// How well a word answers one that was typed, 0 to 1. Both folded.
float word_match(std::string_view typed, std::string_view word) {
    if (word.starts_with(typed)) {
        return word.size() == typed.size() ? 1.0F : 0.9F;
    }
    if (typed.size() >= 3 && word.find(typed) != std::string_view::npos) {
        return 0.6F;
    }
    const std::size_t forgiven = typed.size() < 4 ? 0 : typed.size() < 8 ? 1 : 2;
    if (forgiven == 0) {
        return 0.0F;
    }
    if (edit_distance(typed, word) <= forgiven) {
        return 0.5F;
    }
    // A slip in a word that is not typed to its end.
    return edit_distance(typed, word.substr(0, typed.size())) <= forgiven ? 0.4F : 0.0F;
}

/// The mean over the words typed of the best word of a name; 0 where one of them finds none.
float words_match(const std::vector<std::string>& typed, const std::vector<std::string>& name) {
    float sum = 0.0F;
    for (const std::string& each : typed) {
        float best = 0.0F;
        for (const std::string& word : name) {
            best = std::max(best, word_match(each, word));
        }
        if (best == 0.0F) {
            return 0.0F;
        }
        sum += best;
    }
    return typed.empty() ? 0.0F : sum / static_cast<float>(typed.size());
}

/// `name` with the words of its heading, so that "theme light" and "look film" are found too.
float name_match(std::string_view query, std::string_view name, std::string_view group) {
    const std::vector<std::string> typed = knowledge::search_words(query);
    const bool begins = fold(name).starts_with(fold(query));
    const float own = words_match(typed, knowledge::search_words(name));
    if (own > 0.0F) {
        return begins ? 1.0F + own : 0.99F * own;
    }
    std::vector<std::string> all = knowledge::search_words(name);
    const std::vector<std::string> more = knowledge::search_words(group);
    all.insert(all.end(), more.begin(), more.end());
    return 0.5F * words_match(typed, all);
}

PaletteGroup group_of(HitKind kind) {
    switch (kind) {
    case HitKind::primary:
        return PaletteGroup::primaries;
    case HitKind::article:
        return PaletteGroup::articles;
    case HitKind::term:
        return PaletteGroup::glossary;
    case HitKind::reference:
        return PaletteGroup::references;
    case HitKind::site:
    case HitKind::bone:
    case HitKind::landmark:
    case HitKind::region:
        break;
    }
    return PaletteGroup::bones_and_sites;
}

/// The items of one group.
struct Grouped {
    PaletteGroup group;
    bool begins = false; ///< the name of one begins with the query
    std::vector<PaletteItem> items;
};

Grouped matching_commands(std::string_view words, const knowledge::Language& language) {
    std::vector<std::pair<float, Command>> found;
    for (const CommandRow& row : commands()) {
        const float score = match(words, row, language);
        if (score > 0.0F && row.command != Command::palette) {
            found.emplace_back(score, row.command);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &std::pair<float, Command>::first);
    Grouped grouped{PaletteGroup::commands, !found.empty() && found.front().first >= 1.0F, {}};
    for (const auto& [score, command] : found) {
        grouped.items.push_back({.command = command});
    }
    return grouped;
}

Grouped all_commands() {
    Grouped grouped{PaletteGroup::commands, false, {}};
    for (const CommandRow& row : commands()) {
        if (row.command != Command::palette) {
            grouped.items.push_back({.command = row.command});
        }
    }
    return grouped;
}

/// Where a group stands: those with a name that begins with the query come first.
std::size_t place_of(const Grouped& grouped) {
    using enum PaletteGroup;
    constexpr std::array begun{recent,   bones_and_sites, primaries, commands,
                               articles, glossary,        references};
    constexpr std::array others{recent,   bones_and_sites, primaries, articles,
                                glossary, commands,        references};
    const auto& order = grouped.begins ? begun : others;
    const auto place = std::ranges::find(order, grouped.group) - order.begin();
    return static_cast<std::size_t>(place) + (grouped.begins ? 0 : order.size());
}

std::vector<Grouped> grouped_items(const PaletteQuery& query, const knowledge::Language& language) {
    std::vector<Grouped> groups;
    if (query.words.empty()) {
        if (!query.recent.empty()) {
            Grouped& recent = groups.emplace_back(Grouped{PaletteGroup::recent, false, {}});
            for (const Command command : query.recent) {
                recent.items.push_back({.group = PaletteGroup::recent, .command = command});
            }
        }
        groups.push_back(all_commands());
        return groups;
    }
    groups.push_back(matching_commands(query.words, language));
    const std::string begin = fold(query.words);
    for (const Hit& hit : query.hits) {
        const PaletteGroup group = group_of(hit.kind);
        auto place = std::ranges::find(groups, group, &Grouped::group);
        if (place == groups.end()) {
            place = groups.insert(groups.end(), Grouped{group, false, {}});
        }
        place->begins = place->begins || fold(hit.title).starts_with(begin);
        place->items.push_back({.group = group, .hit = &hit});
    }
    std::erase_if(groups, [](const Grouped& each) { return each.items.empty(); });
    std::ranges::stable_sort(groups, {}, place_of);
    return groups;
}

} // namespace

float match(std::string_view query, const CommandRow& row, const knowledge::Language& language) {
    return std::max(name_match(query, language.tr(row.name), language.tr(row.group)),
                    0.98F * name_match(query, row.name, row.group));
}

std::vector<PaletteItem> palette_items(const PaletteQuery& query,
                                       const knowledge::Language& language) {
    const std::vector<Grouped> groups = grouped_items(query, language);
    const bool whole = query.only || query.words.empty() || groups.size() == 1;
    std::vector<PaletteItem> items;
    for (const Grouped& grouped : groups) {
        if (query.only && grouped.group != *query.only) {
            continue;
        }
        const std::size_t count =
            whole ? grouped.items.size() : std::min(grouped.items.size(), c_most_of_a_group);
        items.insert(items.end(), grouped.items.begin(),
                     grouped.items.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return items;
}

std::vector<PaletteGroup> palette_groups(const PaletteQuery& query,
                                         const knowledge::Language& language) {
    std::vector<PaletteGroup> groups;
    for (const Grouped& grouped : grouped_items(query, language)) {
        groups.push_back(grouped.group);
    }
    return groups;
}

void note_use(std::vector<Command>& recent, Command command) {
    std::erase(recent, command);
    recent.insert(recent.begin(), command);
    recent.resize(std::min(recent.size(), c_most_recent));
}

} // namespace osteon::ui
