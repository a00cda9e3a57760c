#include "output/html_text.h"

#include <fmt/format.h>

namespace osteon::output {

std::string escape_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            escaped += letter;
        }
    }
    return escaped;
}

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string{} : fmt::format(" {}=\"{}\"", name, escape_html(value));
}

std::string link_html(std::string_view target, std::string_view inside) {
    return target.empty() ? std::string(inside)
                          : fmt::format("<a{}>{}</a>", attribute("href", target), inside);
}

} // namespace osteon::output
