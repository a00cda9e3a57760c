#include "study/card.h"

namespace osteon::study {

std::string_view to_string(Kind kind) {
    switch (kind) {
    case Kind::find_bone:
        return "find";
    case Kind::name_bone:
        return "name";
    case Kind::which_region:
        return "region";
    case Kind::which_side:
        return "side";
    case Kind::favoured_site:
        return "site";
    case Kind::lesion_type:
        return "lesion";
    case Kind::bank:
        return "bank";
    }
    return "";
}

std::optional<Kind> kind_of_card(std::string_view id) {
    const std::string_view word = id.substr(0, id.find(':'));
    if (word.size() == id.size()) {
        return std::nullopt;
    }
    if (word == "latin") {
        return Kind::name_bone;
    }
    for (const Kind kind : c_kinds) {
        if (word == to_string(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace osteon::study
