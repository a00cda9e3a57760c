#include "anatomy/match_index.h"

#include "anatomy/match_vocabulary.h"
#include "base/text.h"

#include <algorithm>
#include <limits>

namespace osteon::anatomy {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

/// The words of a vertebra or disc with the part of the spine in place of the vertebra's code:
/// {c2, disc} as {cervical, disc, vertebra}. Empty where there is not exactly one code.
std::vector<std::string> family_of(const std::vector<std::string>& words) {
    std::vector<std::string> family;
    int codes = 0;
    for (const std::string& word : words) {
        const bool is_code =
            word.size() >= 2 && word.find_first_not_of("0123456789", 1) == std::string::npos;
        const char letter = is_code ? word[0] : ' ';
        if (letter == 'c' || letter == 't' || letter == 'l') {
            ++codes;
            family.emplace_back(letter == 'c' ? "cervical" : letter == 't' ? "thoracic" : "lumbar");
        } else {
            family.push_back(word);
        }
    }
    if (codes != 1) {
        return {};
    }
    family.emplace_back("vertebra");
    std::sort(family.begin(), family.end());
    return family;
}

} // namespace

NameIndex::NameIndex(const Registry& registry)
    : registry_(&registry) {
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        const Bone& bone = registry.bones[i];
        const auto index = static_cast<BoneIndex>(i);
        add(index, bone.english.empty() ? bone.name : bone.english, NameKind::english);
        add(index, bone.latin, NameKind::latin);
        add(index, bone.id, NameKind::variant);
        for (const std::string& alias : bone.aliases) {
            add_entry(read_name(alias, LetterReading::vertebra).words, {index, NameKind::variant});
        }
        if (bone.fma != 0) {
            bones_by_fma_.emplace(bone.fma, index);
        }
        for (const int fma : bone.part_fma) {
            bones_by_fma_.emplace(fma, index);
        }
    }
    for (const auto& [alias, bone] : registry.link_aliases) {
        add(bone, alias, NameKind::variant);
    }
}

/// Enters a full name, also without its optional words ("femur bone" and "femur"). Aliases are not
/// shortened so: a thigh bone is a femur, a thigh is not.
void NameIndex::add(BoneIndex bone, std::string_view name, NameKind kind) {
    const Words words = read_name(name, LetterReading::vertebra).words;
    add_entry(words, {bone, kind});
    add_entry(without_optional_words(words), {bone, kind});
}

void NameIndex::add_entry(const Words& words, Entry entry) {
    // A number alone names nothing, though "tooth 12" less its optional word is one.
    if (std::all_of(words.begin(), words.end(), all_digits)) {
        return;
    }
    std::vector<Entry>& entries = entries_by_words_[words];
    const auto same = [&](const Entry& other) { return other.bone == entry.bone; };
    if (std::none_of(entries.begin(), entries.end(), same)) {
        entries.push_back(entry);
    }
}

BoneIndex NameIndex::find_fma(int fma, std::optional<Side> side) const {
    const auto [first, last] = bones_by_fma_.equal_range(fma);
    if (first == last || fma == 0) {
        return no_bone;
    }
    if (std::next(first) == last) {
        return first->second;
    }
    for (auto at = first; at != last; ++at) {
        if (registry_->bones[at->second].side == side) {
            return at->second;
        }
    }
    return no_bone;
}

NameLookup NameIndex::find_name(std::string_view name) const {
    NameLookup obstructed;
    for (const LetterReading reading : {LetterReading::vertebra, LetterReading::side}) {
        const NameWords read = read_name(name, reading);
        for (const Words& words : {read.words, without_optional_words(read.words)}) {
            const auto found = entries_by_words_.find(words);
            if (found == entries_by_words_.end()) {
                continue;
            }
            NameLookup lookup = settle(found->second, read);
            if (lookup.bone != no_bone) {
                return lookup;
            }
            obstructed = std::move(lookup);
        }
    }
    return obstructed;
}

/// Chooses among the bones that bear a name by the side that the name gives.
NameLookup NameIndex::settle(const std::vector<Entry>& entries, const NameWords& name) const {
    const Bone& first = registry_->bones[entries.front().bone];
    if (name.both_sides) {
        return {.obstacle = "the name says both left and right"};
    }
    const auto fits = [&](const Entry& entry) {
        const Side side = registry_->bones[entry.bone].side;
        return !name.side || side == *name.side || side == Side::midline;
    };
    const auto count = std::count_if(entries.begin(), entries.end(), fits);
    if (count == 1) {
        const Entry& entry = *std::find_if(entries.begin(), entries.end(), fits);
        return {.bone = entry.bone, .kind = entry.kind, .obstacle = {}};
    }
    if (!name.side && entries.size() == 2 && first.mirror == entries.back().bone) {
        return {.obstacle = "the name does not say which side; it may be " + first.name + " or " +
                            registry_->bones[first.mirror].name};
    }
    return {.obstacle = "the name fits more than one bone, " + first.name + " among them"};
}

std::vector<BoneIndex> NameIndex::find_family(std::string_view name) const {
    const Words words = read_name(name, LetterReading::vertebra).words;
    std::vector<BoneIndex> family;
    for (const auto& [key, entries] : entries_by_words_) {
        if (!words.empty() && family_of(key) == words) {
            family.push_back(entries.front().bone);
        }
    }
    return family;
}

BoneIndex NameIndex::find_nearest(std::string_view name) const {
    const NameWords read = read_name(name, LetterReading::vertebra);
    const std::string text = joined(read.words);
    // A third of the letters wrong is as far as a misspelling goes.
    std::size_t best_distance = text.size() / 3 + 1;
    BoneIndex best = no_bone;
    for (const auto& [words, entries] : entries_by_words_) {
        const std::size_t distance = edit_distance(text, joined(words));
        if (distance < best_distance) {
            const auto fits = [&](const Entry& entry) {
                return !read.side || registry_->bones[entry.bone].side == *read.side;
            };
            const auto entry = std::find_if(entries.begin(), entries.end(), fits);
            best_distance = distance;
            best = entry == entries.end() ? entries.front().bone : entry->bone;
        }
    }
    return best;
}

} // namespace osteon::anatomy
