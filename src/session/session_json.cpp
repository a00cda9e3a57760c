#include "session/session_json.h"

#include <algorithm>
#include <cmath>

namespace osteon::session {

void SessionReading::complain(const std::string& place, std::string reason, std::string cure) {
    if (!fault) {
        fault = Error{Fault::input, {}, place, std::move(reason), std::move(cure)};
    }
}

Fields::Fields(const Json& json, std::string place, SessionReading& reading)
    : place_(std::move(place))
    , reading_(reading) {
    if (json.is_object()) {
        object_ = &json;
    } else {
        reading_.complain(place_, "a group of values in braces was expected", "Repair the value");
    }
}

Fields::~Fields() {
    if (object_ == nullptr) {
        return;
    }
    for (const auto& [name, value] : object_->items()) {
        if (!taken_.contains(name)) {
            reading_.unknown.push_back(place_of(name));
        }
    }
}

const Json* Fields::take(std::string_view name) {
    if (object_ == nullptr) {
        return nullptr;
    }
    const std::string key(name);
    taken_.insert(key);
    const auto found = object_->find(key);
    return found != object_->end() ? &*found : nullptr;
}

std::string Fields::place_of(std::string_view name) const {
    return place_.empty() ? std::string(name) : place_ + '.' + std::string(name);
}

void Fields::expected(std::string_view name, const char* what) {
    reading_.complain(place_of(name), std::string(what) + " was expected", "Repair the value");
}

void Fields::not_a_word(std::string_view name, const std::string& word) {
    if (reading_.newer) {
        reading_.unknown.push_back(place_of(name));
    } else {
        reading_.complain(place_of(name), "'" + word + "' is no value that it can have",
                          "Use one of those in docs/session-file.md");
    }
}

void Fields::read(std::string_view name, std::string& value) {
    if (const Json* const found = take(name)) {
        if (found->is_string()) {
            value = found->get<std::string>();
        } else {
            expected(name, "text in quotes");
        }
    }
}

void Fields::read(std::string_view name, bool& value) {
    if (const Json* const found = take(name)) {
        if (found->is_boolean()) {
            value = found->get<bool>();
        } else {
            expected(name, "true or false");
        }
    }
}

void Fields::read(std::string_view name, int& value) {
    constexpr std::int64_t c_most = 1'000'000;
    if (const Json* const found = take(name)) {
        if (found->is_number_integer() && std::abs(found->get<std::int64_t>()) <= c_most) {
            value = found->get<int>();
        } else {
            expected(name, "a whole number");
        }
    }
}

void Fields::read(std::string_view name, std::uint32_t& value) {
    constexpr std::uint64_t c_most = 0x7FFFFFFF;
    if (const Json* const found = take(name)) {
        if (found->is_number_unsigned() && found->get<std::uint64_t>() <= c_most) {
            value = found->get<std::uint32_t>();
        } else {
            expected(name, "a whole number that is not below zero");
        }
    }
}

void Fields::read(std::string_view name, float& value, const Limits& limits) {
    if (const Json* const found = take(name)) {
        if (found->is_number() && std::isfinite(found->get<float>())) {
            value = limits.clamped(found->get<float>());
        } else {
            expected(name, "a number");
        }
    }
}

void Fields::read(std::string_view name, glm::vec3& value) {
    if (const Json* const found = take(name)) {
        value = read_place(*found, place_of(name), reading_);
    }
}

void Fields::read_bone(std::string_view name, BoneIndex& value) {
    std::string id;
    read(name, id);
    value = reading_.world.registry.find(id);
    if (value == anatomy::no_bone) {
        reading_.complain(place_of(name), "there is no bone '" + id + "'",
                          "Open the file with the version of Osteon that wrote it");
    }
}

glm::vec3 read_place(const Json& json, const std::string& place, SessionReading& reading) {
    constexpr float c_farthest = 100.0F; // metres
    glm::vec3 value(0.0F);
    bool good = json.is_array() && json.size() == 3;
    for (int axis = 0; good && axis < 3; ++axis) {
        const Json& number = json[static_cast<std::size_t>(axis)];
        good = number.is_number() && std::abs(number.get<float>()) <= c_farthest;
        value[axis] = good ? number.get<float>() : 0.0F;
    }
    if (!good) {
        reading.complain(place, "a place of three numbers in metres was expected",
                         "Repair the value");
    }
    return value;
}

void Fields::read(std::string_view name, std::vector<BoneIndex>& value) {
    value.clear();
    for_each_in(*this, name, reading_.world.registry.bones.size(),
                [&](const Json& each, const std::string& place) {
                    const std::string id = each.is_string() ? each.get<std::string>() : "";
                    const BoneIndex bone = reading_.world.registry.find(id);
                    if (bone == anatomy::no_bone) {
                        reading_.complain(place, "there is no bone '" + id + "'",
                                          "Open the file with the version of Osteon that wrote it");
                    } else {
                        value.push_back(bone);
                    }
                });
    std::ranges::sort(value);
    const auto repeated = std::ranges::unique(value);
    value.erase(repeated.begin(), repeated.end());
}

} // namespace osteon::session
