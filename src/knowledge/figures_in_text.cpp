#include "knowledge/figures_in_text.h"

#include <algorithm>
#include <array>

namespace osteon::knowledge {
namespace {

constexpr std::array<std::string_view, 5> spaces = {" ", "\n", "\u00A0", "\u2009", "\u202F"};
constexpr std::array<std::string_view, 5> number_joints = {".", ",", "-", "–", "\u2060"};
// Of English and German.
constexpr std::array<std::string_view, 4> percent_words = {"%", "percent", "per cent", "Prozent"};
constexpr std::array<std::string_view, 5> share_words = {"in", "out of", "of", "von", "aus"};
constexpr std::array<std::string_view, 8> time_words = {"day", "week",  "month", "year",
                                                        "Tag", "Woche", "Monat", "Jahr"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) >= 0x80);
}

template <std::size_t Count>
std::size_t match_any(std::string_view text, const std::array<std::string_view, Count>& words) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](std::string_view word) { return text.starts_with(word); });
    return found == words.end() ? 0 : found->size();
}

std::string_view skip_spaces(std::string_view text) {
    while (const std::size_t size = match_any(text, spaces)) {
        text.remove_prefix(size);
    }
    return text;
}

/// The length of a number with its decimals, thousands and ranges: "3,223", "5–7", "20 to 35".
std::size_t number_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) {
        ++length;
        const std::string_view rest = text.substr(length);
        const std::size_t joint = match_any(rest, number_joints);
        if (joint > 0 && joint < rest.size() && is_digit(rest[joint])) {
            length += joint;
        } else if (rest.size() > 4 && rest.starts_with(" to ") && is_digit(rest[4])) {
            length += 4;
        } else if (rest.size() > 5 && rest.starts_with(" bis ") && is_digit(rest[5])) {
            length += 5;
        }
    }
    return length;
}

bool follows_as_figure(std::string_view rest) {
    rest = skip_spaces(rest);
    if (rest.starts_with('-')) { // "a 24-month trial"
        rest.remove_prefix(1);
    }
    if (match_any(rest, percent_words) > 0 || match_any(rest, time_words) > 0) {
        return true;
    }
    const std::size_t share = match_any(rest, share_words);
    const std::string_view after = skip_spaces(rest.substr(share));
    return share > 0 && after.size() < rest.size() - share && !after.empty() && is_digit(after[0]);
}

} // namespace

std::vector<std::size_t> find_figures(std::string_view text) {
    std::vector<std::size_t> figures;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) {
            continue;
        }
        const std::size_t length = number_length(text.substr(at));
        const bool part_of_name =
            at > 0 && is_letter(text[at - 1]) && static_cast<unsigned char>(text[at - 1]) < 0x80;
        if (!part_of_name && follows_as_figure(text.substr(at + length))) {
            figures.push_back(at);
        }
        at += length;
    }
    return figures;
}

std::optional<std::size_t> find_figure(std::string_view text) {
    const std::vector<std::size_t> figures = find_figures(text);
    return figures.empty() ? std::nullopt : std::optional(figures.front());
}

} // namespace osteon::knowledge
