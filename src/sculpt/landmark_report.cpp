#include "sculpt/landmark_report.h"

#include "base/geometry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace osteon::sculpt {

namespace {

constexpr float farthest_measured = 1000.0F; ///< mm

const BoneRecipe* find(const std::vector<BoneRecipe>& recipes, const std::string& id) {
    const auto found = std::ranges::find(recipes, id, &BoneRecipe::id);
    return found == recipes.end() ? nullptr : &*found;
}

} // namespace

std::string LandmarkReport::fault() const {
    constexpr float farthest = anatomy::farthest_snap / metres_per_millimetre;
    if (!place) {
        return link + " has no place in its recipe";
    }
    if (!opening && std::abs(off) > farthest) {
        return fmt::format("{} lies {:.0f} mm off its bone", link, std::abs(off));
    }
    return {};
}

std::vector<LandmarkReport> report_landmarks(const std::vector<BoneRecipe>& recipes,
                                             const anatomy::Registry& registry) {
    std::vector<LandmarkReport> reports;
    for (std::size_t i = 0; i < registry.landmarks.size(); ++i) {
        const anatomy::Landmark& landmark = registry.landmarks[i];
        const anatomy::Bone& bone = registry.bones[landmark.bone];
        const BoneRecipe* const recipe = find(recipes, bone.id);
        if (recipe == nullptr && bone.side == anatomy::Side::left) {
            continue; // the right one stands for it
        }
        LandmarkReport report;
        report.link = registry.link_to(static_cast<anatomy::LandmarkIndex>(i));
        report.opening = landmark.opening;
        if (recipe != nullptr) {
            const auto told = std::ranges::find(recipe->landmarks, landmark.id, &Landmark::name);
            if (told != recipe->landmarks.end()) {
                report.place = told->place;
                report.off = distance(*recipe->solid, told->place, farthest_measured);
            }
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

std::vector<anatomy::ToldPlace> told_places(const std::vector<BoneRecipe>& recipes) {
    std::vector<anatomy::ToldPlace> places;
    for (const BoneRecipe& recipe : recipes) {
        for (const Landmark& landmark : recipe.landmarks) {
            places.push_back({recipe.id, landmark.name, metres_per_millimetre * landmark.place});
        }
    }
    return places;
}

void warn_of_landmarks(const std::vector<BoneRecipe>& recipes, const anatomy::Registry& registry) {
    for (const LandmarkReport& report : report_landmarks(recipes, registry)) {
        if (const std::string fault = report.fault(); !fault.empty()) {
            std::fprintf(stderr, "warning: the landmark %s\n", fault.c_str());
        }
    }
}

void add_landmarks(anatomy::SkeletonModel& model, const std::vector<BoneRecipe>& recipes,
                   const anatomy::Registry& registry) {
    model.landmarks = anatomy::place_landmarks(model, registry, told_places(recipes));
    warn_of_landmarks(recipes, registry);
}

} // namespace osteon::sculpt
