#include "app/bench_stage.h"

#include <algorithm>
#include <cmath>

namespace osteon::app {

double milliseconds(BenchClock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

double quantile(std::vector<double> samples, double share) {
    std::sort(samples.begin(), samples.end());
    const double place = share * static_cast<double>(samples.size() - 1);
    return samples[static_cast<std::size_t>(std::lround(place))];
}

void add_circumstances(nlohmann::ordered_json& json, const RunBench& command, std::size_t triangles,
                       const render::DriverInfo& driver) {
    json["model"] = command.model.builtin() ? "builtin" : command.model.path.string();
    json["triangles"] = triangles;
    json["size"] = std::to_string(command.width) + "x" + std::to_string(command.height);
    json["driver"] = driver.renderer + ", OpenGL " + driver.version;
}

Result<BenchStage> BenchStage::create(const Atlas& atlas, const RunBench& command) {
    Result<Studio> studio = Studio::create(atlas, command.model);
    if (!studio) {
        return fail(studio.error());
    }
    Result<render::Canvas> canvas = render::Canvas::create(command.width, command.height);
    if (!canvas) {
        return fail(canvas.error());
    }
    BenchStage stage{std::move(*studio),
                     std::move(*canvas),
                     {},
                     bare_layout({command.width, command.height, 1.0F})};
    session::apply(stage.session, session::Home{}, atlas.world());
    return stage;
}

view::Scene BenchStage::scene(float turn, bool moving) const {
    return studio.panes(session, layout, turn, moving).front().scene;
}

void BenchStage::draw(const view::Scene& scene) {
    const glm::vec2 size{layout.window.width, layout.window.height};
    studio.renderer().draw(scene, static_cast<int>(size.x), static_cast<int>(size.y),
                           canvas.framebuffer());
    studio.renderer().finish();
}

} // namespace osteon::app
