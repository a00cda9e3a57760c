#include "base/error.h"

namespace osteon {

std::string describe(const Error& error) {
    std::string text = error.subject;
    if (!error.place.empty()) {
        text += (text.empty() ? "" : ", ") + error.place;
    }
    if (!text.empty()) {
        text += ": ";
    }
    text += error.reason + ".";
    if (!error.cure.empty()) {
        text += " " + error.cure + ".";
    }
    return text;
}

} // namespace osteon
