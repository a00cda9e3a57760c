#include "sculpt/mesh_key.h"

#include "base/files.h"

#include <xxhash.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace osteon::sculpt {
namespace {

namespace fs = std::filesystem;

/// Statements that stand together: a bone, a solid, a family or a suture.
struct Block {
    std::string bone; ///< its id; empty: another kind of block
    std::string text;
    std::set<std::string, std::less<>> words; ///< all that may name another block
};

/// The blocks of a folder's files, in order.
struct Blocks {
    std::vector<Block> all;
    std::multimap<std::string, std::size_t, std::less<>> by_name;
    std::string loose; ///< statements outside any block: all bones may depend on them
};

std::vector<std::string_view> words_of(std::string_view line) {
    constexpr std::string_view blanks = " \t\r|";
    std::vector<std::string_view> words;
    line = line.substr(0, line.find('#'));
    for (std::size_t at = 0; (at = line.find_first_not_of(blanks, at)) != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

/// A word without the signs that may stand before a name.
std::string_view bare(std::string_view word) {
    const std::size_t start = word.find_first_not_of("-~@");
    return start == std::string_view::npos ? word : word.substr(start);
}

void read_blocks(Blocks& blocks, std::string_view text) {
    Block* open = nullptr;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<std::string_view> words = words_of(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.empty()) {
            continue;
        }
        const std::string_view first = words.front();
        const bool named = words.size() > 1;
        if (first == "bone" || first == "solid" || first == "family" ||
            (first == "suture" && (open == nullptr || open->bone.empty()))) {
            blocks.all.emplace_back();
            open = &blocks.all.back();
            open->bone = first == "bone" && named ? std::string(words[1]) : "";
        }
        if (named &&
            (first == "bone" || first == "solid" || first == "family" || first == "suture")) {
            blocks.by_name.emplace(words[1], blocks.all.size() - 1);
        }
        std::string& target = open != nullptr ? open->text : blocks.loose;
        for (const std::string_view word : words) {
            target.append(word).append(" ");
            if (open != nullptr) {
                open->words.emplace(bare(word));
            }
        }
        target += "\n";
        if (first == "end") {
            open = nullptr;
        }
    }
}

/// All blocks that a block names, and those that these name, and itself.
std::set<std::size_t> closure(const Blocks& blocks, std::size_t start) {
    std::set<std::size_t> reached;
    std::vector<std::size_t> open{start};
    while (!open.empty()) {
        const std::size_t block = open.back();
        open.pop_back();
        if (!reached.insert(block).second) {
            continue;
        }
        for (const std::string& word : blocks.all[block].words) {
            const auto [first, last] = blocks.by_name.equal_range(word);
            std::for_each(first, last, [&](const auto& entry) { open.push_back(entry.second); });
        }
    }
    return reached;
}

/// A hash of the running program: another program may mesh otherwise.
std::string program_hash() {
    const auto program = map_file("/proc/self/exe");
    return program ? std::to_string(XXH3_64bits(program->bytes.data(), program->bytes.size())) : "";
}

} // namespace

std::map<std::string, MeshKey> mesh_keys(const fs::path& recipes) {
    std::vector<fs::path> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(recipes, code)) {
        if (entry.path().extension() == ".recipe") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    Blocks blocks;
    for (const fs::path& file : files) {
        if (const auto text = read_file(file)) {
            read_blocks(blocks, *text);
        }
    }
    const std::string program = program_hash();
    std::map<std::string, MeshKey> keys;
    for (std::size_t i = 0; i < blocks.all.size() && !program.empty(); ++i) {
        if (blocks.all[i].bone.empty()) {
            continue;
        }
        std::string text = program + "\n" + blocks.loose;
        for (const std::size_t block : closure(blocks, i)) {
            text += blocks.all[block].text;
        }
        const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
        keys[blocks.all[i].bone] = {hash.high64, hash.low64};
    }
    return keys;
}

} // namespace osteon::sculpt
