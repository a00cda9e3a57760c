#include "ui/key_map.h"
#include "ui/page_find.h"
#include "ui/reading_position.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <string>

namespace osteon::ui {
namespace {

std::string found_in(std::string_view text, std::string_view folded) {
    std::string all;
    for (const FoundWords& found : find_words(text, folded)) {
        all += "[" + std::string(text.substr(found.begin, found.end - found.begin)) + "]";
    }
    return all;
}

TEST_CASE("find in page meets words in any case, and whole letters with their accents") {
    CHECK(found_in("Spine, spine and SPINE", "spine") == "[Spine][spine][SPINE]");
    CHECK(found_in("Wirbelsäule und Säule", "saule") == "[säule][Säule]");
    CHECK(found_in("for\u00A02 weeks", "for 2") == "[for\u00A02]");
    CHECK(found_in("aaaa", "aa") == "[aa][aa]");
    CHECK(found_in("spine", "femur").empty());
    CHECK(found_in("spine", "").empty());
}

TEST_CASE("the next place after the last is the first, and back again") {
    PageFind find;
    find.step(1);
    CHECK(find.current == 0);
    CHECK_FALSE(find.jump_wanted);
    find.count = 3;
    find.step(-1);
    CHECK(find.current == 2);
    find.step(1);
    CHECK(find.current == 0);
    CHECK(find.jump_wanted);
}

TEST_CASE("Ctrl+F finds in the page and F3 goes on") {
    CHECK(KeyMap().command_of({.key = GLFW_KEY_F, .ctrl = true}) == Command::find_in_page);
    CHECK(KeyMap().command_of({.key = GLFW_KEY_F3}) == Command::find_next);
    CHECK(KeyMap().command_of({.key = GLFW_KEY_F3, .shift = true}) == Command::find_previous);
}

const std::vector<HeadingPlace> clinical = {{"pain", 100.0F}, {"rare", 300.0F}, {"care", 500.0F}};
const std::vector<HeadingPlace> plain = {{"pain", 50.0F}, {"care", 150.0F}};

TEST_CASE("a change of level keeps the place within the section") {
    const ReadingPosition position = position_at(clinical, 200.0F, 900.0F);
    CHECK(position.above.front() == "pain");
    CHECK(position.share == 0.5F);
    CHECK(line_of(position, plain, 350.0F) == 100.0F);
    CHECK(line_of(position, clinical, 900.0F) == 200.0F);
    const ReadingPosition last = position_at(clinical, 700.0F, 900.0F);
    CHECK(line_of(last, plain, 350.0F) == 250.0F);
}

TEST_CASE("a section that the other level lacks gives way to the one before it") {
    CHECK(line_of(position_at(clinical, 450.0F, 900.0F), plain, 350.0F) == 50.0F);
}

TEST_CASE("above the first heading there is no place to keep") {
    CHECK_FALSE(line_of(position_at(clinical, 20.0F, 900.0F), plain, 350.0F).has_value());
    CHECK_FALSE(line_of(position_at({}, 20.0F, 900.0F), plain, 350.0F).has_value());
}

} // namespace
} // namespace osteon::ui
