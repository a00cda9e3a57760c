#include "view/bone_names.h"

#include <array>
#include <cctype>
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

} // namespace

std::string short_name(const anatomy::Bone& bone, bool with_side) {
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

std::string short_name(const anatomy::Region& region, bool with_side) {
    return with_side ? region.name : without_side(region.name);
}

} // namespace osteon::view
