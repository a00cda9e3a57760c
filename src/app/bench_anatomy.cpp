#include "app/bench_anatomy.h"

#include "anatomy/accuracy.h"
#include "base/paths.h"
#include "base/progress.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace osteon::app {
namespace {

using nlohmann::ordered_json;

/// The middle value of a sorted copy; 0 where there is none.
float median(std::vector<float> values) {
    if (values.empty()) {
        return 0.0F;
    }
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double rounded(float value) {
    return std::round(static_cast<double>(value) * 1000.0) / 1000.0;
}

struct Summary {
    float median_mean = 0.0F, median_p95 = 0.0F;
    float worst_mean = 0.0F, worst_p95 = 0.0F;
};

Summary summarise(const anatomy::Accuracy& accuracy) {
    std::vector<float> means, percentiles;
    for (const anatomy::BoneAccuracy& bone : accuracy.bones) {
        means.push_back(bone.apart.mean);
        percentiles.push_back(bone.apart.percentile_95);
    }
    Summary summary{median(means), median(percentiles), 0.0F, 0.0F};
    for (const anatomy::BoneAccuracy& bone : accuracy.bones) {
        summary.worst_mean = std::max(summary.worst_mean, bone.apart.mean);
        summary.worst_p95 = std::max(summary.worst_p95, bone.apart.percentile_95);
    }
    return summary;
}

std::string as_json(const anatomy::Accuracy& accuracy, std::size_t triangles) {
    const Summary summary = summarise(accuracy);
    ordered_json json;
    json["bones"] = ordered_json::array();
    for (const anatomy::BoneAccuracy& bone : accuracy.bones) {
        json["bones"].push_back({{"id", bone.id},
                                 {"mean_mm", rounded(bone.apart.mean)},
                                 {"p95_mm", rounded(bone.apart.percentile_95)},
                                 {"smallest_extent_mm", rounded(bone.smallest_extent)}});
    }
    json["iou"] = {{"front", rounded(accuracy.overlap.front)},
                   {"side", rounded(accuracy.overlap.side)},
                   {"back", rounded(accuracy.overlap.back)}};
    json["median"] = {{"mean_mm", rounded(summary.median_mean)},
                      {"p95_mm", rounded(summary.median_p95)}};
    json["worst"] = {{"mean_mm", rounded(summary.worst_mean)},
                     {"p95_mm", rounded(summary.worst_p95)}};
    json["not_in_reference"] = accuracy.unmatched;
    json["triangles"] = triangles;
    return json.dump(2) + "\n";
}

std::string as_table(const anatomy::Accuracy& accuracy) {
    const Summary summary = summarise(accuracy);
    std::string text = "bone                                 mean    p95  mm\n";
    for (const anatomy::BoneAccuracy& bone : accuracy.bones) {
        text += fmt::format("{:<34} {:6.2f} {:6.2f}\n", bone.id, bone.apart.mean,
                            bone.apart.percentile_95);
    }
    text += fmt::format("{:<34} {:6.2f} {:6.2f}\n", "median of the bones", summary.median_mean,
                        summary.median_p95);
    text += fmt::format("{:<34} {:6.2f} {:6.2f}\n", "worst of the bones", summary.worst_mean,
                        summary.worst_p95);
    text += fmt::format("outlines overlap: front {:.3f}, side {:.3f}, back {:.3f}\n",
                        accuracy.overlap.front, accuracy.overlap.side, accuracy.overlap.back);
    return text;
}

} // namespace

Result<std::string> run_anatomy_bench(const Atlas& atlas, const RunBench& command) {
    if (!std::filesystem::is_directory(command.reference)) {
        const std::string reason =
            command.reference.empty()
                ? "no reference is named (--reference FOLDER)"
                : "the reference " + command.reference.string() + " is not there";
        return command.json ? ordered_json{{"skipped", reason}}.dump(2) + "\n"
                            : "skipped: " + reason + "\n";
    }
    const auto model = anatomy::load_model(
        command.model, atlas.registry, atlas.folders.builtin_model(), cache_folder(), tell_nobody);
    if (!model) {
        return fail(model.error());
    }
    const auto reference = anatomy::load_reference(command.reference, atlas.registry);
    if (!reference) {
        return fail(reference.error());
    }
    const anatomy::Accuracy accuracy =
        anatomy::measure_accuracy(*model, atlas.registry, *reference);
    return command.json ? as_json(accuracy, model->triangle_count()) : as_table(accuracy);
}

} // namespace osteon::app
