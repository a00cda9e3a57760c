#include "anatomy/registry.h"
#include "base/files.h"
#include "knowledge/knowledge.h"
#include "knowledge/search.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace osteon;
using namespace osteon::knowledge;

namespace {

namespace fs = std::filesystem;

const fs::path source = OSTEON_SOURCE_DIR;

struct ContentText {
    fs::path name; ///< under content/
    std::string text;
};

std::vector<ContentText> shipped_texts() {
    std::vector<ContentText> texts;
    for (const auto& entry : fs::recursive_directory_iterator(source / "content")) {
        if (entry.is_regular_file()) {
            auto text = read_file(entry.path());
            REQUIRE(text);
            texts.push_back({entry.path().lexically_relative(source / "content"), *text});
        }
    }
    std::sort(texts.begin(), texts.end(),
              [](const ContentText& a, const ContentText& b) { return a.name < b.name; });
    return texts;
}

/// What means something in Markdown, TOML or an article, and numbers at the edge.
constexpr std::array<std::string_view, 64> tokens{"[",
                                                  "]",
                                                  "[[",
                                                  "]]",
                                                  "(",
                                                  ")",
                                                  "{#",
                                                  "}",
                                                  "[@",
                                                  ";",
                                                  "@",
                                                  "> ",
                                                  ">> ",
                                                  "[!warning]",
                                                  "[!",
                                                  "[!x] ",
                                                  "# ",
                                                  "###### ",
                                                  "- ",
                                                  "1. ",
                                                  "99999999999. ",
                                                  "    ",
                                                  "\t",
                                                  "|",
                                                  "|---|\n",
                                                  "---\n",
                                                  "***",
                                                  "_",
                                                  "`",
                                                  "```\n",
                                                  "<b>",
                                                  "<!--",
                                                  "&amp;",
                                                  "&#0;",
                                                  "\\",
                                                  "+++\n",
                                                  "\n\n",
                                                  "\n+++\n",
                                                  "\"",
                                                  "\"\"\"",
                                                  "'''",
                                                  "=",
                                                  "x = ",
                                                  "[x]\n",
                                                  "[[term]]\n",
                                                  "[[x.y]]\n",
                                                  "[[figure]]\n",
                                                  "1e999",
                                                  "-1e999",
                                                  "nan",
                                                  "inf",
                                                  "9223372036854775808",
                                                  "2026-11-21T00:00:00Z",
                                                  "true",
                                                  "{}",
                                                  "[]",
                                                  "bone:",
                                                  "bone:#",
                                                  "article:#",
                                                  "term:",
                                                  "50 % ",
                                                  "1 in 8 ",
                                                  "\xEF\xBB\xBF",
                                                  "\u202E"};

class Mutator {
public:
    Mutator(unsigned seed, const std::vector<ContentText>& texts)
        : random_(seed)
        , texts_(texts) {}

    std::size_t below(std::size_t count) { return random_() % count; }

    /// One to six changes; `changes_made` counts them.
    std::string mutated(std::string text) {
        for (std::size_t left = 1 + below(6); left > 0 && !text.empty(); --left) {
            change(text);
            ++changes_made;
        }
        return text;
    }

    std::size_t changes_made = 0;

private:
    struct Range {
        std::size_t begin = 0;
        std::size_t size = 0;
    };

    Range line(const std::string& text) {
        const std::size_t at = below(text.size());
        const std::size_t before = text.rfind('\n', at);
        const std::size_t begin = before == std::string::npos ? 0 : before;
        return {begin, std::min(text.find('\n', at + 1), text.size()) - begin};
    }

    /// Lines between two blank ones, or up to the ends.
    Range block(const std::string& text) {
        const std::size_t at = below(text.size());
        const std::size_t before = text.rfind("\n\n", at);
        const std::size_t begin = before == std::string::npos ? 0 : before;
        return {begin, std::min(text.find("\n\n", at + 1), text.size()) - begin};
    }

    void change(std::string& text) {
        switch (below(10)) {
        case 0:
            erase(text, line(text));
            break;
        case 1:
            double_at(text, line(text), below(text.size()));
            break;
        case 2:
            double_at(text, block(text), below(text.size()));
            break;
        case 3:
            swap_blocks(text);
            break;
        case 4:
            splice(text);
            break;
        case 5:
            text.insert(below(text.size()), tokens[below(tokens.size())]);
            break;
        case 6:
            replace_word(text);
            break;
        case 7:
            text[below(text.size())] = static_cast<char>(below(256));
            break;
        case 8:
            text.insert(below(text.size()), 1, static_cast<char>(below(256)));
            break;
        default:
            // Seldom, since what follows is lost to the other changes.
            below(4) == 0 ? text.resize(below(text.size())) : erase(text, {below(text.size()), 1});
            break;
        }
    }

    static void erase(std::string& text, Range range) { text.erase(range.begin, range.size); }

    static void double_at(std::string& text, Range range, std::size_t at) {
        text.insert(at, text.substr(range.begin, range.size));
    }

    void swap_blocks(std::string& text) {
        const Range first = block(text);
        const std::string moved = text.substr(first.begin, first.size);
        erase(text, first);
        const std::size_t place = text.empty() ? 0 : block(text).begin;
        text.insert(place, moved);
    }

    /// Puts a block of another file in.
    void splice(std::string& text) {
        const std::string& other = texts_[below(texts_.size())].text;
        if (!other.empty()) {
            const Range range = block(other);
            text.insert(block(text).begin, other.substr(range.begin, range.size));
        }
    }

    void replace_word(std::string& text) {
        const std::size_t begin = std::min(text.find(' ', below(text.size())), text.size());
        const std::size_t end = std::min(text.find_first_of(" \n", begin + 1), text.size());
        if (begin < end) {
            text.replace(begin + 1, end - begin - 1, tokens[below(tokens.size())]);
        }
    }

    std::mt19937 random_;
    const std::vector<ContentText>& texts_;
};

void write_mutated(const fs::path& folder, const std::vector<ContentText>& texts,
                   Mutator& mutator) {
    for (const ContentText& text : texts) {
        const fs::path path = folder / text.name;
        fs::create_directories(path.parent_path());
        // Some files stay whole, so that what they link to is there.
        const bool whole = mutator.below(4) == 0;
        std::ofstream(path, std::ios::binary) << (whole ? text.text : mutator.mutated(text.text));
    }
}

/// Whatever was read can be used, and each fault says where and what.
void check_read(const fs::path& folder, const anatomy::Registry& registry) {
    const auto faults = check_content(folder, registry, testing::shipped_surroundings());
    REQUIRE(faults);
    for (const ContentFault& fault : *faults) {
        REQUIRE(fault.line >= 1);
        REQUIRE(fault.column >= 1);
        REQUIRE_FALSE(fault.file.empty());
        REQUIRE_FALSE(fault.expected.empty());
    }
    for (const auto& language : fs::directory_iterator(folder)) {
        const auto knowledge = load_knowledge(folder, language.path().filename().string(), registry,
                                              testing::shipped_surroundings());
        REQUIRE(knowledge);
        for (const Article& article : knowledge->articles) {
            REQUIRE(plain_text(article.clinical).size() < (std::size_t{1} << 26));
        }
        for (const Site& site : knowledge->sites) {
            REQUIRE(site.anchor_bone < registry.bones.size());
        }
        (void)Search(registry, *knowledge).find("lytic");
    }
}

unsigned from_environment(const char* name, unsigned otherwise) {
    const char* const value = std::getenv(name);
    return value != nullptr ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

} // namespace

// OSTEON_FUZZ_ROUNDS mutates the whole content that often, OSTEON_FUZZ_SEED otherwise.
TEST_CASE("changed content is read or refused with places, never fatal") {
    const auto registry = anatomy::load_registry(source / "assets/anatomy/bones.toml");
    REQUIRE(registry);
    const std::vector<ContentText> texts = shipped_texts();
    Mutator mutator(from_environment("OSTEON_FUZZ_SEED", 20261121), texts);
    const fs::path folder =
        fs::path(OSTEON_BINARY_DIR) /
        ("content_fuzz_" + std::to_string(from_environment("OSTEON_FUZZ_SEED", 0)));
    for (unsigned left = from_environment("OSTEON_FUZZ_ROUNDS", 2); left > 0; --left) {
        fs::remove_all(folder);
        write_mutated(folder, texts, mutator);
        check_read(folder, *registry);
    }
    fs::remove_all(folder);
    MESSAGE(mutator.changes_made, " changes to ", texts.size(), " files");
}
