#include "session/session_json.h"

#include <glm/gtc/constants.hpp>

#include <algorithm>

namespace osteon::session {

namespace {

constexpr Limits c_yaw_limits{-1000.0F, 1000.0F}; ///< a camera may have turned round many times
constexpr Limits c_pitch_limits{-glm::half_pi<float>(), glm::half_pi<float>()};
constexpr Limits c_distance_limits{0.01F, 50.0F};
constexpr Limits c_turn_limits{-7.0F, 7.0F};

Json ids_of(const std::vector<BoneIndex>& bones, const anatomy::Registry& registry) {
    Json ids = Json::array();
    for (const BoneIndex bone : bones) {
        ids.push_back(registry.bones[bone].id);
    }
    return ids;
}

Json camera_json(const CameraPose& camera) {
    return {{"target", {camera.target.x, camera.target.y, camera.target.z}},
            {"yaw", camera.yaw},
            {"pitch", camera.pitch},
            {"distance", camera.distance}};
}

/// An id that the content of this program knows, or none.
void drop_unknown(std::string& id, bool known, const std::string& place, SessionReading& reading) {
    if (!id.empty() && !known) {
        reading.unknown.push_back(place);
        id.clear();
    }
}

void read_camera(Fields& fields, CameraPose& camera) {
    if (const Json* const json = fields.take("camera")) {
        Fields values(*json, fields.place_of("camera"), fields.reading());
        values.read("target", camera.target);
        values.read("yaw", camera.yaw, c_yaw_limits);
        values.read("pitch", camera.pitch, c_pitch_limits);
        values.read("distance", camera.distance, c_distance_limits);
    }
}

void read_looks(Fields& fields, Stage& stage) {
    fields.read("look", stage.look, look_words);
    if (stage.look == Look::see_through) {
        stage.look = Look::solid;
        stage.fade_rest = true;
    }
    fields.read("ghost_opacity", stage.ghost_opacity, ghost_limits);
    fields.read("scan_intensity", stage.scan_intensity, scan_intensity_limits);
    if (const Json* const json = fields.take("film")) {
        Fields film(*json, fields.place_of("film"), fields.reading());
        film.read("window", stage.film.window, film_window_limits);
        film.read("level", stage.film.level, film_level_limits);
    }
    if (const Json* const json = fields.take("section")) {
        Fields section(*json, fields.place_of("section"), fields.reading());
        section.read("direction", stage.section.direction, plane_words);
        section.read("offset", stage.section.offset, section_offset_limits);
        section.read("yaw", stage.section.yaw, c_turn_limits);
        section.read("pitch", stage.section.pitch, c_turn_limits);
        section.read("flipped", stage.section.flipped);
    }
    if (const Json* const json = fields.take("explosion")) {
        Fields explosion(*json, fields.place_of("explosion"), fields.reading());
        explosion.read("amount", stage.explosion.amount, share_limits);
        explosion.read("by_bone", stage.explosion.by_bone);
    }
}

void read_chosen(Fields& fields, Stage& stage) {
    SessionReading& reading = fields.reading();
    const World& world = reading.world;
    fields.read("selection", stage.selection);
    fields.read("selected_region", stage.selected_region);
    drop_unknown(stage.selected_region,
                 world.registry.find_region(stage.selected_region) != nullptr,
                 fields.place_of("selected_region"), reading);
    std::string landmark;
    fields.read("landmark", landmark);
    stage.landmark = world.registry.find_landmark(landmark);
    const bool on_selection =
        stage.landmark != anatomy::no_landmark &&
        stage.selection == std::vector{world.registry.landmarks[stage.landmark].bone};
    drop_unknown(landmark, on_selection, fields.place_of("landmark"), reading);
    stage.landmark = landmark.empty() ? anatomy::no_landmark : stage.landmark;
    fields.read("site", stage.site);
    drop_unknown(stage.site, world.knowledge.site(stage.site) != nullptr, fields.place_of("site"),
                 reading);
    for (const auto& [name, id] :
         {std::pair{"primary", &stage.primary}, std::pair{"compared", &stage.compared}}) {
        fields.read(name, *id);
        drop_unknown(*id, world.knowledge.primary(*id) != nullptr, fields.place_of(name), reading);
    }
}

void read_layers(Fields& fields, Stage& stage) {
    fields.read("hidden", stage.hidden);
    fields.read("isolated", stage.isolated);
    fields.read("fade_rest", stage.fade_rest);
    fields.read("lesions", stage.lesions);
    fields.read("course", stage.course, course_words);
    fields.read("course_progress", stage.course_progress, share_limits);
    fields.read("route", stage.route);
    fields.read("route_id", stage.route_id);
    fields.read("route_step", stage.route_step);
    fields.read("bone_labels", stage.bone_labels);
}

} // namespace

Json stage_json(const Stage& stage, const anatomy::Registry& registry) {
    const bool marked = stage.landmark != anatomy::no_landmark;
    return {
        {"selection", ids_of(stage.selection, registry)},
        {"selected_region", stage.selected_region},
        {"landmark", marked ? registry.link_to(stage.landmark) : ""},
        {"site", stage.site},
        {"primary", stage.primary},
        {"compared", stage.compared},
        {"hidden", ids_of(stage.hidden, registry)},
        {"isolated", stage.isolated},
        {"fade_rest", stage.fade_rest},
        {"look", word_of(look_words, stage.look)},
        {"ghost_opacity", stage.ghost_opacity},
        {"scan_intensity", stage.scan_intensity},
        {"film", {{"window", stage.film.window}, {"level", stage.film.level}}},
        {"section",
         {{"direction", word_of(plane_words, stage.section.direction)},
          {"offset", stage.section.offset},
          {"yaw", stage.section.yaw},
          {"pitch", stage.section.pitch},
          {"flipped", stage.section.flipped}}},
        {"explosion", {{"amount", stage.explosion.amount}, {"by_bone", stage.explosion.by_bone}}},
        {"lesions", stage.lesions},
        {"course", word_of(course_words, stage.course)},
        {"course_progress", stage.course_progress},
        {"route", stage.route},
        {"route_id", stage.route_id},
        {"route_step", stage.route_step},
        {"bone_labels", stage.bone_labels},
        {"camera", camera_json(stage.camera)}};
}

Stage read_stage(const Json& json, const std::string& place, SessionReading& reading) {
    Stage stage;
    Fields fields(json, place, reading);
    read_chosen(fields, stage);
    read_layers(fields, stage);
    read_looks(fields, stage);
    read_camera(fields, stage.camera);
    return stage;
}

} // namespace osteon::session
