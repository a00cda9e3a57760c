#include "view/lesions.h"

#include "base/random.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace osteon::view {

namespace {

using knowledge::Basis;
using knowledge::LesionType;
using knowledge::Primary;

// Chosen so that a typical picture has two or three dozen lesions.
constexpr double c_in_each_patient = 8.0; ///< lesions of a region that every patient has reached
constexpr double c_in_all = 32.0;         ///< lesions of the whole body
constexpr int c_most = 8;                 ///< lesions of one region
/// The share of patients that a step of heat stands for where there is no figure.
constexpr std::array<double, 5> c_share_of_heat = {0.0, 0.05, 0.2, 0.45, 0.75};
/// How many places are tried for a lesion; the one farthest from the others is taken.
constexpr int c_tries = 24;

/// Shares of lytic and blastic lesions, 0..1; the rest is mixed. As counted; else as the word has
/// it, in round shares that stand for no figure.
struct Mix {
    double lytic;
    double blastic;
};
Mix mix_of(const Primary& primary) {
    if (primary.lesion_shares) {
        return {0.01 * primary.lesion_shares->lytic, 0.01 * primary.lesion_shares->blastic};
    }
    switch (primary.lesion_type) {
    case LesionType::lytic:
        return {1.0, 0.0};
    case LesionType::mainly_lytic:
        return {0.8, 0.05};
    case LesionType::mainly_blastic:
        return {0.05, 0.8};
    case LesionType::mixed:
    case LesionType::varies:
        break;
    }
    return {0.4, 0.3};
}

/// Kinds in a row whose shares come near the mix after a few already: steps of the golden ratio.
LesionKind kind_of(const Mix& mix, float start, std::size_t index) {
    const double turn = start + 0.6180339887498949 * static_cast<double>(index);
    const double at = turn - std::floor(turn);
    return at < mix.lytic                 ? LesionKind::lytic
           : at < mix.lytic + mix.blastic ? LesionKind::blastic
                                          : LesionKind::mixed;
}

/// The bones of a region in a random order.
std::vector<const MarrowBone*> shuffled_bones(const Marrow& marrow, std::string_view region,
                                              Random& random) {
    std::vector<const MarrowBone*> bones;
    for (const MarrowBone& bone : marrow) {
        if (bone.region == region) {
            bones.push_back(&bone);
        }
    }
    random.shuffle(bones);
    return bones;
}

/// How much room a place leaves to the lesions that are there already, metres; negative: none.
float room_at(const glm::vec3& place, float radius, const std::vector<Lesion>& lesions) {
    float least = std::numeric_limits<float>::max();
    for (const Lesion& lesion : lesions) {
        least = std::min(least, glm::distance(place, lesion.place) - lesion.radius - radius);
    }
    return least;
}

/// Best-candidate sampling, Mitchell 1991, SIGGRAPH 25(4).
Lesion lesion_in(const MarrowBone& bone, const std::vector<Lesion>& lesions, Random& random) {
    Lesion lesion;
    lesion.bone = bone.bone;
    // Small ones are more frequent than large ones.
    const float size = random.share() * std::sqrt(random.share());
    lesion.radius = std::lerp(bone.least_radius, bone.most_radius, size);
    float most = std::numeric_limits<float>::lowest();
    for (int i = 0; i < c_tries; ++i) {
        const MarrowPlace& place = bone.places[random.below(bone.places.size())];
        if (const float room = room_at(place.place, lesion.radius, lesions); room > most) {
            most = room;
            lesion.place = place.place;
            lesion.outward = place.outward;
        }
    }
    lesion.seed = static_cast<std::uint32_t>(random.next() >> 32U);
    return lesion;
}

} // namespace

int lesion_count(const Primary& primary, std::string_view region) {
    double expected = 0.0;
    if (const knowledge::SpreadFigure* figure = primary.figure(region)) {
        const double share = 0.01 * figure->percent;
        expected = share * (figure->basis == Basis::patients ? c_in_each_patient : c_in_all);
    } else if (const int step = primary.heat_step(region); step >= 0) {
        const auto last = static_cast<int>(c_share_of_heat.size()) - 1;
        expected =
            c_in_each_patient * c_share_of_heat[static_cast<std::size_t>(std::min(step, last))];
    }
    return std::clamp(static_cast<int>(std::lround(expected)), 0, c_most);
}

std::vector<Lesion> place_lesions(const Primary& primary, const Marrow& marrow) {
    const std::uint64_t seed = hash_of(primary.id);
    const float start = Random(seed).share();
    const Mix mix = mix_of(primary);
    std::vector<Lesion> lesions;
    for (const std::string_view region : knowledge::spread_regions) {
        // A seed for each region: a figure that changes moves no lesion of another region.
        Random random(seed ^ hash_of(region));
        const auto bones = shuffled_bones(marrow, region, random);
        const int count = bones.empty() ? 0 : lesion_count(primary, region);
        for (int i = 0; i < count; ++i) {
            const MarrowBone& bone = *bones[static_cast<std::size_t>(i) % bones.size()];
            Lesion lesion = lesion_in(bone, lesions, random);
            lesion.kind = kind_of(mix, start, lesions.size());
            lesions.push_back(lesion);
        }
    }
    std::ranges::stable_sort(lesions, {}, &Lesion::bone);
    return lesions;
}

} // namespace osteon::view
