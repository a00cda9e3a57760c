#include "ui/palette_items.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace osteon::ui {
namespace {

using knowledge::Hit;
using knowledge::HitKind;

const knowledge::Language english;

Hit hit(HitKind kind, const char* id, const char* title) {
    Hit made;
    made.kind = kind;
    made.id = id;
    made.title = title;
    return made;
}

std::vector<PaletteItem> items(std::string_view words, const std::vector<Hit>& hits = {},
                               const std::vector<Command>& recent = {}) {
    return palette_items({words, hits, recent, std::nullopt}, english);
}

Command first_command(std::string_view words) {
    const auto found = items(words);
    REQUIRE_FALSE(found.empty());
    return found.front().command;
}

TEST_CASE("a command is found by the beginning of its name, by any of its words and its heading") {
    CHECK(first_command("radio") == Command::radiograph);
    CHECK(first_command("light theme") == Command::theme_light);
    CHECK(first_command("names bones") == Command::bone_labels);
    CHECK(first_command("undo") == Command::undo);
    CHECK(first_command("from behind") == Command::view_back);
    const auto looks = items("look");
    CHECK(std::ranges::any_of(looks, [](const PaletteItem& item) {
        return item.command == Command::radiograph;
    })); // by the heading of its group
    CHECK(items("rooms").size() == 7);
}

TEST_CASE("typing errors are forgiven in commands") {
    CHECK(first_command("radoigraph") == Command::radiograph);
    CHECK(first_command("lesoins") == Command::lesions);
    CHECK(first_command("explod") == Command::explode);
    CHECK(first_command("radoig") == Command::radiograph);
    CHECK(items("qqqq").empty());
}

TEST_CASE("a command answers in the user's language and in English") {
    knowledge::Language german;
    german.id = "de";
    german.interface = {{"Radiograph", "Röntgenbild"}};
    const CommandRow& row = row_of(Command::radiograph);
    CHECK(match("rontgen", row, german) >= 1.0F);
    CHECK(match("radio", row, german) > 0.9F);
    CHECK(match("szinti", row, german) == 0.0F);
}

TEST_CASE("the group whose name begins with what was typed comes first") {
    const std::vector<Hit> hits{hit(HitKind::article, "radiotherapy", "What radiotherapy does"),
                                hit(HitKind::bone, "radius_left", "Left radius")};
    const auto found = items("radio", hits);
    REQUIRE(found.size() >= 3);
    CHECK(found.front().group == PaletteGroup::commands);
    CHECK(found[found.size() - 2].group == PaletteGroup::bones_and_sites);
    CHECK(found.back().group == PaletteGroup::articles);

    const std::vector<Hit> homely{hit(HitKind::bone, "x", "Homely bone")};
    const auto skull = items("home", homely);
    CHECK(skull.front().group == PaletteGroup::bones_and_sites);
}

TEST_CASE("each group shows its first few, and all of them where it is alone") {
    std::vector<Hit> hits;
    for (int i = 0; i < 10; ++i) {
        hits.push_back(hit(HitKind::bone, "rib", "Radiorib"));
    }
    const auto count = [&](std::optional<PaletteGroup> only) {
        const auto found = palette_items({"radio", hits, {}, only}, english);
        return std::ranges::count(found, PaletteGroup::bones_and_sites, &PaletteItem::group);
    };
    CHECK(count(std::nullopt) == 4);
    CHECK(count(PaletteGroup::bones_and_sites) == 10);
    CHECK(count(PaletteGroup::commands) == 0);
    const auto groups = palette_groups({"radio", hits, {}, std::nullopt}, english);
    CHECK(groups == std::vector{PaletteGroup::bones_and_sites, PaletteGroup::commands});
}

TEST_CASE("while nothing is typed the commands used last come first, then all but the palette") {
    std::vector<Command> recent;
    note_use(recent, Command::hide);
    note_use(recent, Command::undo);
    note_use(recent, Command::hide);
    CHECK(recent == std::vector{Command::hide, Command::undo});
    const auto found = items("", {}, recent);
    CHECK(found.front().group == PaletteGroup::recent);
    CHECK(found.front().command == Command::hide);
    CHECK(found.size() == recent.size() + commands().size() - 1);
}

TEST_CASE("only a few commands are remembered") {
    std::vector<Command> recent;
    for (const CommandRow& row : commands()) {
        note_use(recent, row.command);
    }
    CHECK(recent.size() == 5);
    CHECK(recent.front() == commands().back().command);
}

} // namespace
} // namespace osteon::ui
