#pragma once

#include "knowledge/document.h"
#include "knowledge/language.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

/// What a percentage counts. Figures of different bases are never charted together.
enum class Basis { patients, lesions };

/// How a figure came about; shown as its mark.
enum class Method { reported, pooled, derived, proxy, midpoint, lower_bound, upper_bound };

/// Whether the figure was seen in its source, or is well known but unchecked.
enum class Confidence { verified, recalled };

/// The regions that figures and heat speak of; each is a site id too.
inline constexpr std::array<std::string_view, 15> spread_regions = {
    "skull",    "mandible", "cervical_spine", "thoracic_spine", "lumbar_spine",
    "sacrum",   "pelvis",   "ribs",           "sternum",        "scapula",
    "clavicle", "humerus",  "forearm_hand",   "femur",          "lower_leg_foot"};

/// How often one primary reaches one region, by one source.
struct SpreadFigure {
    std::string region; ///< one of `spread_regions`
    double percent = 0.0;
    std::optional<double> min; ///< range over series, where known
    std::optional<double> max;
    Basis basis = Basis::patients;
    Method method = Method::reported;
    Confidence confidence = Confidence::verified;
    bool preferred = false;           ///< the one to display for its region
    std::vector<std::string> sources; ///< reference keys
    std::string note;
};

/// A figure that its source gives for several regions together; it is not to be split.
struct GroupFigure {
    std::vector<std::string> regions;
    std::string name;
    double percent = 0.0;
    Basis basis = Basis::patients;
    Method method = Method::reported;
    Confidence confidence = Confidence::verified;
    std::vector<std::string> sources;
    std::string note;
};

/// A stretch of a route. It is as sure as its route.
struct RouteStep {
    std::string text;                 ///< one sentence
    std::vector<std::string> vessels; ///< ids of assets/anatomy/vessels.toml, in order of travel
    std::vector<std::string> beside;  ///< sites; only at their height, empty: all along
    bool upstream = false;            ///< against the usual flow, through veins without valves
    std::vector<std::string> organs;  ///< that it passes, ids of assets/anatomy/organs.toml
    std::vector<std::string> sites;   ///< that are reached by it; may be empty
};

/// How cells reach bone from here.
struct Route {
    std::string id; ///< "vertebral_venous_plexus", "arterial", "caval", "portal", "direct", …
    std::string name;
    std::string why;
    std::vector<std::string> sources;
    Confidence confidence = Confidence::recalled;
    std::vector<RouteStep> steps; ///< empty: told in words only, nothing is shown
};

/// A sourced statement with a value in words: rates, events, survival.
struct Statement {
    std::string what;
    std::string value; ///< "65–75 %"
    std::vector<std::string> sources;
    Confidence confidence = Confidence::recalled;
    std::string note;
};

/// Does this rate, told in English, count patients with advanced or metastatic disease? Rates with
/// another denominator are listed with an asterisk and not compared.
bool counts_advanced_disease(const Statement& rate);

/// What most of a primary's lesions are, as sources put it.
enum class LesionType { varies, lytic, mainly_lytic, mixed, mainly_blastic };

/// Shares of the lesions that a source counted, in percent. What it does not name is mixed.
struct LesionShares {
    double lytic = 0.0;
    double blastic = 0.0;
};

/// The steps of the ordinal heat: 0 very rare … 4 very common. A teaching estimate.
inline constexpr std::array<const char*, 5> heat_words = {
    translatable("very rare"), translatable("rare"), translatable("occasional"),
    translatable("common"), translatable("very common")};

/// Heat of one region.
struct RegionHeat {
    std::string region;
    int step = 0;
};

/// A primary cancer and its pattern of spread in bone.
struct Primary {
    std::string id;                ///< "breast"
    std::string name;              ///< "Breast cancer"
    std::string short_name;        ///< "Breast"
    std::vector<std::string> also; ///< other names, for search
    bool is_metastasis = true;     ///< false: myeloma, the great mimic
    Statement rate;                ///< how often bone is involved, with its denominator in `what`
    bool rate_of_advanced = false; ///< whether that counts patients with advanced disease
    std::vector<Statement> other_rates;
    std::string lesion_word; ///< "Mainly blastic"
    Statement lesion;
    LesionType lesion_type = LesionType::varies;
    std::optional<LesionShares> lesion_shares; ///< where `lesion` counts them
    std::vector<SpreadFigure> figures;
    std::vector<GroupFigure> groups;
    std::string origin;              ///< where it starts: "Prostate"; empty: in the marrow
    std::vector<std::string> organs; ///< that, by ids of assets/anatomy/organs.toml
    std::vector<Route> routes;
    std::vector<Statement> events; ///< skeletal-related events
    Statement survival;            ///< shown only when the reader opens it
    std::vector<Statement> imaging;
    std::vector<RegionHeat> heat;
    Document notes;                     ///< remarks below the figures, with their references
    std::string notes_text{};           ///< the Markdown of `notes`
    std::vector<std::string> english{}; ///< its English names, for search, in another language
    std::string article;                ///< id of its article

    /// The figure to display for a region, or nullptr: "no figure found".
    const SpreadFigure* figure(std::string_view region) const;
    /// The route of an id, or nullptr; without an id the first that can be shown.
    const Route* route(std::string_view wanted) const;
    /// The figures to chart together: the preferred ones of one basis, the largest first.
    std::vector<const SpreadFigure*> chart(Basis basis) const;
    /// The ordinal heat of a region, or -1 where none is given.
    int heat_step(std::string_view region) const;
};

} // namespace osteon::knowledge
