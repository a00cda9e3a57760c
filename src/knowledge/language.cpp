#include "knowledge/language.h"

namespace osteon::knowledge {
namespace {

constexpr std::string_view thin_space = "\u202F";

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

} // namespace

const char* Language::tr(const char* english) const {
    const auto found = interface.find(std::string_view(english));
    return found == interface.end() ? english : found->second.c_str();
}

std::string Language::filled(fmt::string_view english, fmt::format_args args) const {
    const auto found = interface.find(std::string_view(english.data(), english.size()));
    return fmt::vformat(found == interface.end() ? english : fmt::string_view(found->second), args);
}

std::string Language::number(std::string_view english) const {
    std::string text;
    for (std::size_t at = 0; at < english.size(); ++at) {
        const char sign = english[at];
        const bool inside = at > 0 && is_digit(english, at - 1) && is_digit(english, at + 1);
        if (inside && sign == '.') {
            text += decimal_sign;
        } else if (inside && sign == ',' && decimal_sign == ",") {
            text += thin_space;
        } else {
            text += sign;
        }
    }
    return text;
}

} // namespace osteon::knowledge
