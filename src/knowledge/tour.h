#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "knowledge/live_picture.h"

#include <glm/vec3.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace osteon::knowledge {

/// Where the camera of a stop stands exactly, as one that was recorded from a free view has it. Its
/// direction is that of the stop's picture.
struct TourPlace {
    glm::vec3 target{0.0F};
    float distance = 1.0F; ///< metres from the target
    bool operator==(const TourPlace&) const = default;
};

/// How a section lies that is none of the anatomical planes: where its normal points, in degrees as
/// those of a picture's camera.
struct TourPlane {
    float yaw = 0.0F;
    float pitch = 0.0F;
    bool operator==(const TourPlane&) const = default;
};

/// How the film of a radiograph is developed: its contrast and brightness, as the stage has them.
struct TourFilm {
    float window = 1.0F;
    float level = 0.5F;
    bool operator==(const TourFilm&) const = default;
};

/// Where a tour rests: what the audience sees and reads, and what the speaker says.
struct TourStop {
    std::string title;
    std::string text;                 ///< for the audience
    std::string notes;                ///< for the speaker, Markdown
    int seconds = 45;                 ///< how long it takes
    LivePicture picture;              ///< bones, direction, look, pattern, lesions
    std::string site{};               ///< chosen on the stage; empty: none
    std::string compared{};           ///< a second primary beside that of the picture; empty: none
    std::string route{};              ///< of the primary, shown on the stage; empty: none
    int route_step = -1;              ///< the step that is told, from 0; -1: the route as a whole
    std::optional<TourPlane> plane{}; ///< of a section; absent: that of the picture
    float section_offset = 0.0F;      ///< of the plane of a section, metres along its normal
    bool section_flipped = false;     ///< the other side of the plane is cut away
    bool exploded_by_bone = false;    ///< not by region
    float exploded = 0.5F;            ///< how far, 0..1
    bool labels = false;              ///< names of the bones
    bool faded = false;               ///< the rest, in other looks than see-through
    std::optional<float> ghosts{};    ///< opacity of what is faded; absent: as it stands
    std::optional<TourFilm> film{};   ///< of a radiograph; absent: as it stands
    std::optional<float> scan_intensity{}; ///< of a bone scan; absent: as it stands
    std::string article{};                 ///< "article#section" to be read beside it; may be empty
    std::vector<std::string> hidden{};     ///< bones that are not shown: ids or patterns
    bool isolated = false;                 ///< what is not hidden is what the view is about
    std::optional<TourPlace> place{};      ///< absent: the camera frames what is shown
    bool operator==(const TourStop&) const = default;
};

/// A lecture in stops, from content/<language>/tours/<id>.toml.
struct Tour {
    std::string id;
    std::string title;
    std::string summary; ///< one sentence
    ReadingLevel level = ReadingLevel::clinical;
    std::vector<TourStop> stops;
    bool operator==(const Tour&) const = default;
};

/// Where the figures come from that the audience reads: the keys that the text itself cites, and
/// for each share in it ("84 %") those that the notes cite after the same figure. Each key once.
std::vector<std::string> sources_of(const TourStop& stop);
/// The text without its citations.
std::string words_of(const TourStop& stop);

/// How long a tour takes, seconds.
int seconds_of(const Tour& tour);

/// The tours in the language of the knowledge that they were loaded with, sorted by id; what is not
/// translated stays English.
struct Tours {
    std::vector<Tour> tours;
    std::vector<ContentFault> faults; ///< what was left out, and why
    std::vector<ContentFault> gaps;   ///< what is not translated
};

/// Loads the tours of a content folder. Without their folder there are none.
Tours load_tours(const std::filesystem::path& content, const Knowledge& known,
                 const anatomy::Registry& registry);

/// Loads tours that the user has recorded or was given. They may lack words, notes and stops; what
/// is wrong with the rest is a fault, and a file that cannot be read is left out.
Tours load_own_tours(const std::vector<std::filesystem::path>& files, const Knowledge& known,
                     const anatomy::Registry& registry);

/// The file of a tour: what load_own_tours() reads as the same tour again.
std::string text_of(const Tour& tour);

} // namespace osteon::knowledge
