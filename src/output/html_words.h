#pragma once

#include <fmt/core.h>

#include <string>
#include <utility>

namespace osteon::output {

/// The texts of the pages around the content, in the language of the pages.
struct Words {
    const char* tr(const char* english) const { return english; }
    template <class... Args>
    std::string tr(fmt::format_string<Args...> english, Args&&... args) const {
        return fmt::format(english, std::forward<Args>(args)...);
    }
    std::string number(std::string_view english) const { return std::string(english); }
};

} // namespace osteon::output
