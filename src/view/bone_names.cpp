#include "view/bone_names.h"

#include <array>
#include <cctype>
#include <sstream>
#include <string_view>

namespace osteon::view {

namespace {

char upper(char letter) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
}

char lower(char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

/// "Left femur" gives "Femur", "Middle phalanx of left index finger" goes without "left".
std::string without_side(std::string name) {
    for (const std::string_view side : {"Left ", "Right "}) {
        if (name.starts_with(side)) {
            name.erase(0, side.size());
            name.front() = upper(name.front());
            return name;
        }
    }
    for (const std::string_view side : {" left ", " right "}) {
        if (const std::size_t at = name.find(side); at != std::string::npos) {
            name.erase(at, side.size() - 1);
        }
    }
    return name;
}

/// The name by number of a bone of a series, from the id that is made of it: "rib_6_left" gives
/// "Rib 6"; empty for all other bones.
std::string name_by_number(const std::string& id) {
    struct Series {
        std::string_view prefix;
        std::string_view word;
    };
    constexpr std::array<Series, 4> all = {{{"rib_", "Rib "},
                                            {"costal_cartilage_", "Costal cartilage "},
                                            {"metacarpal_", "Metacarpal "},
                                            {"metatarsal_", "Metatarsal "}}};
    for (const Series& series : all) {
        if (id.starts_with(series.prefix)) {
            const std::size_t from = series.prefix.size();
            return std::string(series.word) + id.substr(from, id.find('_', from) - from);
        }
    }
    return {};
}

/// Vertebrae go by letter and number; atlas and axis have names as well.
std::string vertebra_name(const anatomy::Bone& bone) {
    constexpr std::string_view prefix = "vertebra_";
    if (!bone.id.starts_with(prefix)) {
        return {};
    }
    std::string code = bone.id.substr(prefix.size());
    code.front() = upper(code.front());
    const bool numbered = bone.name.find("vertebra") != std::string::npos || bone.name == code;
    return numbered ? code : bone.name + " (" + code + ")";
}

/// The words that two names have in common, in order: what remains of "Linkes Schienbein" beside
/// "Rechtes Schienbein" is the name without its side, in whatever language.
std::string common_words(const std::string& name, const std::string& other) {
    std::istringstream words(name);
    std::istringstream others(other);
    std::string word;
    std::string counterpart;
    std::string common;
    while (words >> word && others >> counterpart) {
        if (word == counterpart) {
            common += (common.empty() ? "" : " ") + word;
        }
    }
    return common.empty() ? name : common;
}

/// "ribs_left" for "ribs_right", and the other way round; else the id itself.
std::string mirrored(std::string id) {
    constexpr std::string_view left = "_left";
    constexpr std::string_view right = "_right";
    if (id.ends_with(left)) {
        return id.replace(id.size() - left.size(), left.size(), right);
    }
    return id.ends_with(right) ? id.replace(id.size() - right.size(), right.size(), left) : id;
}

/// Names in other languages are shortened by what every language has: codes and pairs. "3.
/// Lendenwirbel (L3)" gives "L3", "Atlas (C1)" stays, as the English name has no number either.
std::string translated_name(const anatomy::Registry& registry, const anatomy::Bone& bone,
                            bool with_side) {
    const std::size_t open = bone.name.rfind('(');
    if (bone.id.starts_with("vertebra_") && bone.name.ends_with(')')) {
        const bool numbered = bone.english.find("vertebra") != std::string::npos;
        return numbered ? bone.name.substr(open + 1, bone.name.size() - open - 2) : bone.name;
    }
    return with_side || bone.mirror == anatomy::no_bone
               ? bone.name
               : common_words(bone.name, registry.bones[bone.mirror].name);
}

} // namespace

std::string short_name(const anatomy::Registry& registry, const anatomy::Bone& bone,
                       bool with_side) {
    if (!bone.english.empty()) {
        return translated_name(registry, bone, with_side);
    }
    if (const std::string name = vertebra_name(bone); !name.empty()) {
        return name;
    }
    constexpr std::string_view of_spine = "Intervertebral ";
    if (bone.kind == anatomy::PieceKind::disc && bone.name.starts_with(of_spine)) {
        return "D" + bone.name.substr(of_spine.size() + 1); // "Disc L3/L4"
    }
    std::string number = name_by_number(bone.id);
    if (number.empty()) {
        return with_side ? bone.name : without_side(bone.name);
    }
    if (with_side && bone.side != anatomy::Side::midline) {
        number.front() = lower(number.front());
        return (bone.side == anatomy::Side::left ? "Left " : "Right ") + number;
    }
    return number;
}

std::string short_name(const anatomy::Registry& registry, const anatomy::Region& region,
                       bool with_side) {
    if (region.english.empty()) {
        return with_side ? region.name : without_side(region.name);
    }
    const anatomy::Region* const mirror = registry.find_region(mirrored(region.id));
    return with_side || mirror == nullptr ? region.name : common_words(region.name, mirror->name);
}

} // namespace osteon::view
