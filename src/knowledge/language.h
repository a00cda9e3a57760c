#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace osteon::knowledge {

/// The language that the program is written in. Every other one is laid over it, and what it lacks
/// stays in this one.
inline constexpr std::string_view base_language = "en";

/// Texts by what stands for them: their English, or an id.
using Catalogue = std::map<std::string, std::string, std::less<>>;

/// A language and the texts of the interface in it. Without any texts it is English.
struct Language {
    std::string id{base_language};
    std::string name = "English";         ///< as its speakers call it: "Deutsch"
    std::string english_name = "English"; ///< "German"
    std::string decimal_sign = ".";
    /// Whether names keep their capital within a sentence, as German nouns do.
    bool capital_names = false;
    Catalogue interface; ///< texts of the interface by their English

    /// A text of the interface, or its English where it has none. The result lives as long as both.
    const char* tr(const char* english) const;
    /// A pattern of the interface with its places filled in.
    template <class... Args>
    std::string tr(fmt::format_string<Args...> english, Args&&... args) const {
        return filled(english, fmt::make_format_args(args...));
    }
    /// One of two patterns by a count, which fills their first place; the rest fills the others.
    template <class... Args>
    std::string tr_count(fmt::format_string<const std::size_t&, Args...> one,
                         fmt::format_string<const std::size_t&, Args...> many, std::size_t count,
                         Args&&... args) const {
        return filled(count == 1 ? one : many, fmt::make_format_args(count, args...));
    }
    /// A number, a range or another text without letters as this language writes it: "8.2 %" is
    /// "8,2 %" in German. English thousands ("3,223") are parted by a thin space then.
    std::string number(std::string_view english) const;

private:
    std::string filled(fmt::string_view english, fmt::format_args args) const;
};

/// A language that can be chosen.
struct LanguageName {
    std::string id;
    std::string name;
    std::string english_name;
};

/// Marks a text that is translated where it is shown, so that it is found for the catalogues.
constexpr const char* translatable(const char* english) {
    return english;
}

} // namespace osteon::knowledge
