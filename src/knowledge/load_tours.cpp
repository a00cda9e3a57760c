#include "knowledge/load.h"
#include "knowledge/markdown.h"
#include "knowledge/picture_fence.h"
#include "knowledge/toml_reader.h"
#include "knowledge/tour.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, bool>, 2> explosions = {
    {{"region", false}, {"bone", true}}};
constexpr int longest_stop = 900;        // seconds
constexpr double farthest_plane = 2.5;   // metres; session::section_offset_limits is narrower
constexpr double farthest_target = 10.0; // metres from the origin of the body's space
constexpr double nearest_camera = 0.02;  // metres from its target
constexpr double farthest_camera = 100.0;
constexpr double most_steps = 99.0;    // of a route
constexpr double strongest_scan = 3.0; // session::scan_intensity_limits and film_window_limits are
constexpr double widest_window = 2.0;  // narrower at the other end
constexpr std::size_t longest_title = 40; ///< letters that are read from the last row

/// Notes stand between three quotation marks, from the line below the first three. Their links and
/// sources are looked up with all others.
void read_notes(TableReader& entry, TourStop& stop, bool optional) {
    stop.notes = optional ? entry.text_or("notes", "") : entry.text("notes");
    const int line = entry.line_and_column("notes").first;
    const ContentFile& file = entry.file();
    (void)parse_markdown(stop.notes, {file.path, file.findings, file.lines_before + line});
}

/// How many characters a UTF-8 text has: its bytes but those that continue one.
std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Whose tour a file is: one that ships, its translation, or the user's own, which may still lack
/// words and stops.
enum class TourKind { shipped, translation, own };

/// What a language says of a stop.
void read_wording(TableReader& entry, TourStop& stop, TourKind kind) {
    stop.title = entry.prose("title");
    if (letters_in(stop.title) > longest_title) {
        entry.fault_at("title", "the title is too long to be read from the last row; expected at "
                                "most " +
                                    std::to_string(longest_title) + " letters");
    }
    const bool own = kind == TourKind::own;
    stop.text = own ? entry.prose_or("text", "") : entry.prose("text");
    read_notes(entry, stop, own);
}

/// A route is one of the stop's primary.
void check_route(TableReader& entry, const TourStop& stop, const Knowledge& known) {
    if (stop.route.empty()) {
        return;
    }
    const Primary* const primary = known.primary(stop.picture.primary);
    if (primary == nullptr ||
        std::ranges::find(primary->routes, stop.route, &Route::id) == primary->routes.end()) {
        entry.fault_at("route", "'" + stop.route +
                                    "' is no route of the stop's primary; expected the id of one");
    }
}

/// One step of the route, counted from 1.
void read_step(TableReader& entry, TourStop& stop, const Knowledge& known) {
    const auto number = entry.number_if("route_step", 1.0, most_steps);
    if (!number) {
        return;
    }
    const Primary* const primary = known.primary(stop.picture.primary);
    const Route* const route = primary != nullptr ? primary->route(stop.route) : nullptr;
    const auto step = static_cast<std::size_t>(*number);
    const bool whole = static_cast<double>(step) == *number;
    if (!whole || stop.route.empty() || route == nullptr || step > route->steps.size()) {
        entry.fault_at("route_step", "the stop's route has no such step; expected a number from 1 "
                                     "to how many it has, and the route");
        return;
    }
    stop.route_step = static_cast<int>(step) - 1;
}

/// How films and ghosts are shown; a film by both of its numbers.
void read_development(TableReader& entry, TourStop& stop) {
    const auto number = [&](std::string_view key, double least, double most) {
        const auto value = entry.number_if(key, least, most);
        return value ? std::optional(static_cast<float>(*value)) : std::nullopt;
    };
    stop.faded = entry.flag("faded", false);
    stop.ghosts = number("ghosts", 0.0, 1.0);
    stop.scan_intensity = number("intensity", 0.0, strongest_scan);
    const auto window = number("window", 0.0, widest_window);
    const auto level = number("level", 0.0, 1.0);
    if (window.has_value() != level.has_value()) {
        entry.fault_at(window ? "window" : "level",
                       "a film's development is told by two keys; expected window and level");
    } else if (window) {
        stop.film = TourFilm{*window, *level};
    }
}

/// An exact place of the camera needs its direction too, or it would look elsewhere.
void read_place(TableReader& entry, TourStop& stop) {
    const std::vector<double> target = entry.numbers_if("target", 3, farthest_target);
    const auto distance = entry.number_if("distance", nearest_camera, farthest_camera);
    if (target.empty() && !distance) {
        return;
    }
    if (target.empty() || !distance || !stop.picture.yaw || !stop.picture.pitch) {
        entry.fault_at("target", "a camera's exact place is told by four keys; expected target, "
                                 "distance, yaw and pitch");
        return;
    }
    stop.place =
        TourPlace{glm::vec3(target[0], target[1], target[2]), static_cast<float>(*distance)};
}

/// A free plane of a section points somewhere by two angles.
void read_plane(TableReader& entry, TourStop& stop) {
    const auto yaw = entry.number_if("plane_yaw", -180.0, 180.0);
    const auto pitch = entry.number_if("plane_pitch", -90.0, 90.0);
    if (yaw.has_value() != pitch.has_value()) {
        entry.fault_at(yaw ? "plane_yaw" : "plane_pitch",
                       "a free plane is told by two keys; expected plane_yaw and plane_pitch");
    } else if (yaw) {
        stop.plane = TourPlane{static_cast<float>(*yaw), static_cast<float>(*pitch)};
    }
}

TourStop read_stop(TableReader& entry, const Knowledge& known, TourKind kind) {
    TourStop stop;
    read_wording(entry, stop, kind);
    stop.seconds = entry.whole("seconds", 1, longest_stop);
    stop.picture = read_live_picture(entry);
    stop.site = entry.mention_or_none("site", LinkKind::site);
    stop.compared = entry.mention_or_none("compare", LinkKind::primary);
    stop.article = entry.mention_or_none("article", LinkKind::article);
    stop.route = entry.text_or("route", "");
    check_route(entry, stop, known);
    read_step(entry, stop, known);
    read_plane(entry, stop);
    stop.section_offset = static_cast<float>(
        entry.number_if("offset", -farthest_plane, farthest_plane).value_or(stop.section_offset));
    stop.section_flipped = entry.flag("flip", false);
    stop.exploded_by_bone = entry.choice<bool>("explode_by", explosions, false);
    stop.exploded = static_cast<float>(entry.number_if("amount", 0.0, 1.0).value_or(stop.exploded));
    stop.labels = entry.flag("labels", false);
    read_development(entry, stop);
    stop.hidden = read_bone_patterns(entry, "hidden");
    stop.isolated = entry.flag("isolated", false);
    read_place(entry, stop);
    return stop;
}

/// Reads a tour's file: title, summary, and each stop by `read`.
template <class ReadStop>
std::optional<Tour> read_tour(const fs::path& path, TourKind kind, Findings& findings,
                              ReadStop read) {
    const ContentFile file{path, &findings};
    const auto text = read_text(file);
    const auto toml = text ? parse_toml(*text, file) : std::nullopt;
    if (!toml) {
        return std::nullopt;
    }
    TableReader reader(*toml, "the tour", file);
    Tour tour;
    tour.id = path.stem().string();
    tour.title = reader.prose("title");
    const bool own = kind == TourKind::own;
    tour.summary = own ? reader.prose_or("summary", "") : reader.prose("summary");
    if (kind != TourKind::translation) {
        tour.level = reader.reading_level("level");
    }
    bool whole = true;
    for (const toml::table* table : reader.tables("stop")) {
        TableReader entry(*table, "the stop", file);
        tour.stops.push_back(read(entry));
        entry.refuse_other_keys();
        whole = whole && !entry.faulty();
    }
    if (tour.stops.empty() && !own) {
        file.fault(1, 1, "the tour has no stop; expected [[stop]] once or more");
        whole = false;
    }
    reader.refuse_other_keys();
    return whole && !reader.faulty() ? std::optional(std::move(tour)) : std::nullopt;
}

std::vector<fs::path> tour_files(const fs::path& folder, Findings& findings) {
    std::error_code ignored;
    return fs::exists(folder, ignored) ? content_files(folder, findings) : std::vector<fs::path>();
}

/// Lays a translated tour over the English one, stop by stop.
void translate_tour(Tour& tour, const fs::path& path, Findings& findings) {
    const ContentFile file{path, &findings};
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        file.gap(1, 1, "the tour '" + tour.id + "' is not translated");
        return;
    }
    std::optional<Tour> own =
        read_tour(path, TourKind::translation, findings, [](TableReader& entry) {
            TourStop stop;
            read_wording(entry, stop, TourKind::translation);
            return stop;
        });
    if (!own) {
        return;
    }
    if (own->stops.size() != tour.stops.size()) {
        file.gap(1, 1,
                 "the tour has " + std::to_string(own->stops.size()) + " stops, the English " +
                     std::to_string(tour.stops.size()) + "; it stays English");
        return;
    }
    file.translated();
    tour.title = std::move(own->title);
    tour.summary = std::move(own->summary);
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        tour.stops[i].title = std::move(own->stops[i].title);
        tour.stops[i].text = std::move(own->stops[i].text);
        tour.stops[i].notes = std::move(own->stops[i].notes);
    }
}

} // namespace

int seconds_of(const Tour& tour) {
    return std::accumulate(
        tour.stops.begin(), tour.stops.end(), 0,
        [](int seconds, const TourStop& stop) { return seconds + stop.seconds; });
}

std::vector<Tour> read_tours(const fs::path& content, const Knowledge& known,
                             const anatomy::Registry& registry, Findings& findings) {
    const bool translates = known.language.id != base_language;
    const fs::path english = content / base_language / "tours";
    const fs::path own = content / known.language.id / "tours";
    Findings told_elsewhere;
    Findings& in_english = translates ? told_elsewhere : findings;
    std::vector<Tour> tours;
    for (const fs::path& path : tour_files(english, in_english)) {
        const auto read = [&](TableReader& entry) {
            return read_stop(entry, known, TourKind::shipped);
        };
        if (auto tour = read_tour(path, TourKind::shipped, in_english, read)) {
            tours.push_back(std::move(*tour));
        }
    }
    if (translates) {
        for (Tour& tour : tours) {
            translate_tour(tour, own / (tour.id + ".toml"), findings);
        }
        for (const fs::path& path : tour_files(own, findings)) {
            if (!fs::exists(english / path.filename())) {
                ContentFile{path, &findings}.fault(
                    1, 1, "there is no tour '" + path.stem().string() + "' in content/en/tours");
            }
        }
    }
    check_mentions(known, registry, findings);
    return tours;
}

Tours load_tours(const fs::path& content, const Knowledge& known,
                 const anatomy::Registry& registry) {
    Findings findings;
    Tours loaded;
    loaded.tours = read_tours(content, known, registry, findings);
    tell(std::move(findings), loaded);
    return loaded;
}

Tours load_own_tours(const std::vector<fs::path>& files, const Knowledge& known,
                     const anatomy::Registry& registry) {
    Findings findings;
    Tours loaded;
    for (const fs::path& path : files) {
        const auto read = [&](TableReader& entry) {
            return read_stop(entry, known, TourKind::own);
        };
        if (auto tour = read_tour(path, TourKind::own, findings, read)) {
            loaded.tours.push_back(std::move(*tour));
        }
    }
    check_mentions(known, registry, findings);
    std::ranges::sort(loaded.tours, {}, &Tour::id);
    tell(std::move(findings), loaded);
    return loaded;
}

} // namespace osteon::knowledge
