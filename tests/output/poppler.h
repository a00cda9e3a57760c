#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

/// What poppler's programs say of a PDF; nothing where they are not installed.
namespace osteon::poppler {

inline std::optional<std::string> run(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
        ::popen((command + " 2>/dev/null").c_str(), "r"), ::pclose);
    std::string text;
    std::array<char, 4096> buffer{};
    while (pipe) {
        const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
        if (count == 0) {
            break;
        }
        text.append(buffer.data(), count);
    }
    return text.empty() ? std::nullopt : std::optional(text);
}

inline bool installed() {
    const bool there = run("command -v pdftotext").has_value();
    if (!there) {
        std::puts("skipped: pdftotext is not installed (Debian package poppler-utils)");
    }
    return there;
}

/// The words of a PDF with single spaces between them, lines joined.
inline std::string words(const std::filesystem::path& file) {
    std::string joined;
    for (const char letter : run("pdftotext -layout '" + file.string() + "' -").value_or("")) {
        const bool space = letter == ' ' || letter == '\n' || letter == '\f';
        if (!space || (!joined.empty() && joined.back() != ' ')) {
            joined += space ? ' ' : letter;
        }
    }
    return joined;
}

/// The value of a line of pdfinfo: "Pages", "Page size", "Title".
inline std::string info(const std::filesystem::path& file, const std::string& name) {
    const std::string text = run("pdfinfo '" + file.string() + "'").value_or("");
    const std::size_t line = text.find(name + ":");
    if (line == std::string::npos) {
        return {};
    }
    const std::size_t value = text.find_first_not_of(' ', line + name.size() + 1);
    return text.substr(value, text.find('\n', value) - value);
}

} // namespace osteon::poppler
