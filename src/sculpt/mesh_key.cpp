#include "sculpt/mesh_key.h"

#include "base/files.h"
#include "sculpt/recipe_blocks.h"

#include <xxhash.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace osteon::sculpt {
namespace {

/// The blocks of a folder's files, in order.
struct Blocks {
    std::vector<Block> all;
    std::multimap<std::string, std::size_t, std::less<>> by_name;
};

void add_name(Blocks& blocks, const Line& line) {
    if (line.words.size() > 1) {
        blocks.by_name.emplace(line.words[1].text, blocks.all.size());
    }
}

Blocks blocks_of(const std::vector<RecipeText>& files) {
    Blocks blocks;
    for (const RecipeText& file : files) {
        for (Block& block : read_blocks(file)) {
            add_name(blocks, block.head);
            for (const Line& line : block.body) {
                if (line.keyword() == "suture") {
                    add_name(blocks, line);
                }
            }
            blocks.all.push_back(std::move(block));
        }
    }
    return blocks;
}

/// Visits the lines of a block, its first one included.
template <class Visit>
void for_lines(const Block& block, const Visit& visit) {
    visit(block.head);
    std::ranges::for_each(block.body, visit);
}

/// A word without the signs that may stand before a name.
std::string_view bare(std::string_view word) {
    const std::size_t start = word.find_first_not_of("-~@");
    return start == std::string_view::npos ? word : word.substr(start);
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
        for_lines(blocks.all[block], [&](const Line& line) {
            for (const Word& word : line.words) {
                const auto [first, last] = blocks.by_name.equal_range(bare(word.text));
                std::for_each(first, last,
                              [&open](const auto& entry) { open.push_back(entry.second); });
            }
        });
    }
    return reached;
}

/// A hash of the running program: another program may mesh otherwise.
std::string program_hash() {
    const auto program = map_file("/proc/self/exe");
    return program ? std::to_string(XXH3_64bits(program->bytes.data(), program->bytes.size())) : "";
}

void append(std::string& text, const Block& block) {
    for_lines(block, [&text](const Line& line) {
        for (const Word& word : line.words) {
            text.append(word.text).append(" ");
        }
        text += "\n";
    });
}

MeshKey key_of(const Blocks& blocks, std::size_t bone, const std::string& program) {
    std::string text = program + "\n";
    for (const std::size_t block : closure(blocks, bone)) {
        append(text, blocks.all[block]);
    }
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return {hash.high64, hash.low64};
}

} // namespace

std::map<std::string, MeshKey> mesh_keys(const std::vector<RecipeText>& files) {
    std::map<std::string, MeshKey> keys;
    const std::string program = program_hash();
    if (program.empty()) {
        return keys;
    }
    try {
        const Blocks blocks = blocks_of(files);
        for (std::size_t i = 0; i < blocks.all.size(); ++i) {
            const Line& head = blocks.all[i].head;
            if (head.keyword() == "bone" && head.words.size() > 1) {
                keys[head.words[1].text] = key_of(blocks, i, program);
            }
        }
    } catch (const RecipeError&) {
        return {}; // whoever builds these recipes says why
    }
    return keys;
}

} // namespace osteon::sculpt
