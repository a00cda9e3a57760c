#include "app/outbox.h"

#include "base/user_folders.h"
#include "knowledge/language.h"

#include <fmt/format.h>

#include <chrono>
#include <new>
#include <utility>

namespace osteon::app {
namespace {

using knowledge::translatable;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Error no_memory(const PictureSize& size) {
    return {Fault::machine, "the picture", "",
            fmt::format("the machine has no memory for {}x{} pixels", size.width, size.height),
            "Choose a smaller size, or close other programs"};
}

} // namespace

void Outbox::add(PictureOrder order) {
    orders_.push_back(std::move(order));
}

void Outbox::draw(StageView& stage, render::Renderer& renderer, double seconds) {
    if (!draws() || ended_) {
        return;
    }
    begun_ = begun_.value_or(now());
    Result<void> drawn;
    try {
        drawn = draw_steps(stage, renderer, seconds);
    } catch (const std::bad_alloc&) {
        drawn = fail(no_memory(orders_.front().size));
    }
    if (!drawn) {
        end_first({.written = std::move(drawn)});
    } else if (drawing_->done() == drawing_->steps()) {
        begin_writing();
    }
}

Result<void> Outbox::draw_steps(StageView& stage, render::Renderer& renderer, double seconds) {
    const PictureOrder& order = orders_.front();
    const StageSource source{*order.atlas, stage, renderer};
    if (!drawing_) {
        Result<StagePicture> begun = StagePicture::begin(order.session, order.size, source);
        if (!begun) {
            return fail(begun.error());
        }
        drawing_ = std::move(*begun);
    }
    const double end = now() + seconds;
    do {
        if (auto stepped = drawing_->step(source); !stepped) {
            return stepped;
        }
    } while (drawing_->done() < drawing_->steps() && now() < end);
    return {};
}

void Outbox::begin_writing() {
    const PictureOrder& order = orders_.front();
    file_ = free_file(order.folder, order.name, order.ending);
    writing_ =
        std::async(std::launch::async,
                   [image = drawing_->take(), file = file_, write = order.write, size = order.size,
                    stop = stop_.get_token(), wake = wake_]() mutable -> Result<void> {
                       Result<void> written;
                       try {
                           written = write(std::move(image), file, stop);
                       } catch (const std::bad_alloc&) {
                           written = fail(no_memory(size));
                       }
                       wake();
                       return written;
                   });
    drawing_.reset();
}

LoadProgress Outbox::progress() const {
    if (writing_.valid()) {
        return {translatable("Writing the file"), 0, 0};
    }
    return {translatable("Drawing the picture"), drawing_ ? drawing_->done() : 0,
            drawing_ ? drawing_->steps() : 0};
}

double Outbox::seconds() const {
    return begun_ ? now() - *begun_ : 0.0;
}

void Outbox::cancel() {
    if (draws()) {
        end_first({.cancelled = true});
    } else {
        stop_.request_stop();
    }
}

std::optional<Outbox::Ended> Outbox::take() {
    constexpr std::chrono::seconds at_once{0};
    if (writing_.valid() && writing_.wait_for(at_once) == std::future_status::ready) {
        Result<void> written = writing_.get();
        const bool cancelled = stop_.stop_requested() && !written;
        end_first({file_, std::move(written), cancelled});
    }
    return std::exchange(ended_, std::nullopt);
}

void Outbox::end_first(Ended how) {
    orders_.pop_front();
    drawing_.reset();
    begun_.reset();
    stop_ = {};
    ended_ = std::move(how);
}

} // namespace osteon::app
