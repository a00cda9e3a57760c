#include "app/cross_fade.h"

#include "ui/former_view.h"

namespace osteon::app {
namespace {

constexpr double c_seconds = 0.12;

} // namespace

void CrossFade::begin(render::Renderer& renderer, std::span<const view::Pane> panes, int width,
                      int height) {
    renderer.draw(view::scenes_of(panes), width, height);
    end();
    former_.emplace();
    former_->take(width, height);
}

void CrossFade::draw(double now) {
    if (!former_) {
        return;
    }
    began_ = began_.value_or(now);
    const double left = 1.0 - (now - *began_) / c_seconds;
    if (left <= 0.0) {
        end();
        return;
    }
    ui::draw_former_view(former_->texture(), static_cast<float>(left));
}

} // namespace osteon::app
