#include "knowledge/sentence.h"

#include <cctype>

namespace osteon::knowledge {

std::string within_sentence(std::string name, const Language& language) {
    const auto is_upper = [&](std::size_t i) {
        return i < name.size() && std::isupper(static_cast<unsigned char>(name[i])) != 0;
    };
    const bool is_code = name.size() > 1 && !std::islower(static_cast<unsigned char>(name[1]));
    if (is_upper(0) && !is_code && !language.capital_names) {
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    }
    return name;
}

} // namespace osteon::knowledge
