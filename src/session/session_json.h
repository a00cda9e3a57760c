#pragma once

#include "base/error.h"
#include "session/session.h"

#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How session files are read and written as JSON; no part of the room's face.

namespace osteon::session {

/// JSON whose objects keep their order and whose numbers are floats, written as short as they can
/// be read back.
using Json = nlohmann::basic_json<nlohmann::ordered_map, std::vector, std::string, bool,
                                  std::int64_t, std::uint64_t, float>;

/// The words by which a file calls the values of an enumeration.
template <class Value, std::size_t N>
using FileWords = std::array<std::pair<std::string_view, Value>, N>;

inline constexpr FileWords<Look, 6> look_words = {{{"solid", Look::solid},
                                                   {"see_through", Look::see_through},
                                                   {"radiograph", Look::radiograph},
                                                   {"bone_scan", Look::bone_scan},
                                                   {"section", Look::section},
                                                   {"exploded", Look::exploded}}};
inline constexpr FileWords<PlaneDirection, 4> plane_words = {
    {{"sagittal", PlaneDirection::sagittal},
     {"coronal", PlaneDirection::coronal},
     {"transverse", PlaneDirection::transverse},
     {"free", PlaneDirection::free}}};
inline constexpr FileWords<LesionCourse, 3> course_words = {{{"none", LesionCourse::none},
                                                             {"femur", LesionCourse::femur},
                                                             {"vertebra", LesionCourse::vertebra}}};
inline constexpr FileWords<InkColour, 3> ink_words = {{{"ink", InkColour::ink},
                                                       {"warning", InkColour::warning},
                                                       {"highlighter", InkColour::highlighter}}};
inline constexpr FileWords<LesionKind, 4> kind_words = {{{"unknown", LesionKind::unknown},
                                                         {"lytic", LesionKind::lytic},
                                                         {"blastic", LesionKind::blastic},
                                                         {"mixed", LesionKind::mixed}}};
inline constexpr FileWords<MeasureKind, 2> measure_words = {
    {{"distance", MeasureKind::distance}, {"angle", MeasureKind::angle}}};
inline constexpr FileWords<anatomy::UpAxis, 3> axis_words = {
    {{"automatic", anatomy::UpAxis::automatic},
     {"y", anatomy::UpAxis::y},
     {"z", anatomy::UpAxis::z}}};

template <class Value, std::size_t N>
std::string word_of(const FileWords<Value, N>& words, Value value) {
    for (const auto& [word, meaning] : words) {
        if (meaning == value) {
            return std::string(word);
        }
    }
    return {};
}

/// What is found out while a file is read. The first fault is the one that is told.
struct SessionReading {
    const World& world;
    bool newer = false; ///< a newer minor version wrote the file
    std::optional<Error> fault{};
    std::vector<std::string> unknown{};

    void complain(const std::string& place, std::string reason, std::string cure);
};

/// One object of a file: its fields are taken by name, and what nobody took is unknown. A field
/// that is missing leaves its value as it is; one of another kind is a fault.
class Fields {
public:
    /// Anything but an object is a fault.
    Fields(const Json& json, std::string place, SessionReading& reading);
    /// What nobody took is unknown.
    ~Fields();
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    /// The field, or nullptr.
    const Json* take(std::string_view name);
    std::string place_of(std::string_view name) const;
    SessionReading& reading() { return reading_; }

    void read(std::string_view name, std::string& value);
    void read(std::string_view name, bool& value);
    void read(std::string_view name, int& value);
    void read(std::string_view name, std::uint32_t& value);
    void read(std::string_view name, float& value, const Limits& limits);
    void read(std::string_view name, glm::vec3& value);
    /// Bones by their ids; sorted, each once.
    void read(std::string_view name, std::vector<BoneIndex>& value);
    /// One bone, which must be there.
    void read_bone(std::string_view name, BoneIndex& value);

    template <class Value, std::size_t N>
    void read(std::string_view name, Value& value, const FileWords<Value, N>& words) {
        std::string word = word_of(words, value);
        read(name, word);
        for (const auto& [known, meaning] : words) {
            if (known == word) {
                value = meaning;
                return;
            }
        }
        not_a_word(name, word);
    }

private:
    void expected(std::string_view name, const char* what);
    void not_a_word(std::string_view name, const std::string& word);

    const Json* object_ = nullptr;
    std::string place_;
    SessionReading& reading_;
    std::set<std::string, std::less<>> taken_;
};

/// Calls `read(element, its place)` for each element of a list of at most `most`.
template <class Read>
void for_each_element(const Json& list, const std::string& place, std::size_t most,
                      SessionReading& reading, Read read) {
    if (!list.is_array() || list.size() > most) {
        reading.complain(place,
                         "a list of at most " + std::to_string(most) + " entries was expected",
                         "Repair the value");
        return;
    }
    for (std::size_t i = 0; i < list.size() && !reading.fault; ++i) {
        read(list[i], place + '[' + std::to_string(i) + ']');
    }
}

/// The same of a field; where it is missing the list is empty.
template <class Read>
void for_each_in(Fields& fields, std::string_view name, std::size_t most, Read read) {
    if (const Json* const list = fields.take(name)) {
        for_each_element(*list, fields.place_of(name), most, fields.reading(), read);
    }
}

/// A place of three numbers in metres.
glm::vec3 read_place(const Json& json, const std::string& place, SessionReading& reading);

// session_json_stage.cpp
Json stage_json(const Stage& stage, const anatomy::Registry& registry);
Stage read_stage(const Json& json, const std::string& place, SessionReading& reading);

// session_json_notes.cpp
Json notes_json(const Notes& notes, const anatomy::Registry& registry);
Notes read_notes(const Json& json, const std::string& place, SessionReading& reading);

} // namespace osteon::session
