#pragma once

#include "anatomy/model.h"
#include "view/lesion.h"
#include "view/scan_film.h"

#include <glm/vec3.hpp>

#include <span>
#include <vector>

namespace osteon::view {

enum class ScanSide { anterior, posterior };

/// A place that takes up more tracer than the bone around it; less where `strength` is negative.
struct ScanSpot {
    glm::vec3 centre{0.0F};  ///< metres
    glm::vec2 radius{0.01F}; ///< across and along the body: standard deviations, metres
    float strength = 0.0F;   ///< at its middle, in metres of bone as active as a vertebra
};

/// Organs that excrete the tracer, and joints at which bone is always busy, where the model shows
/// where they are.
std::vector<ScanSpot> usual_spots(const anatomy::SkeletonModel& model,
                                  const anatomy::Registry& registry);

/// Lesions as the tracer shows them: it marks new bone, so that blastic ones are hot, mixed ones
/// warm, and where bone is only resorbed there is a little less than around.
std::vector<ScanSpot> lesion_spots(std::span<const Lesion> lesions);

/// A planar whole-body bone scan, an illustration: tracer by the kind of bone, weakened on its way
/// through the body, blurred as by a gamma camera, with the grain of counting. Bones of `hidden`
/// (sorted) take none up. Nothing to see: an empty film.
ScanFilm expose_scan(const anatomy::SkeletonModel& model, const anatomy::Registry& registry,
                     std::span<const anatomy::BoneIndex> hidden, std::span<const ScanSpot> spots,
                     ScanSide side);

} // namespace osteon::view
