#include "app/tour_walk.h"

#include "view/section.h"

namespace osteon::app {

TourWalk::TourWalk(const knowledge::Tour& tour, const Atlas& atlas, session::ThemeChoice theme)
    : atlas_(&atlas) {
    session_.own_tours.tours = {tour};
    session_.settings.theme = theme;
    session_.settings.language = atlas.knowledge.language.id;
    session_.settings.level = tour.level;
    // What moves by itself, as cells on their way do, would hold the film up at each stop.
    session_.settings.motion = session::MotionChoice::reduced;
    session::apply(session_, session::Home{}, atlas_->world());
}

void TourWalk::go_to(std::size_t stop) {
    session::apply(session_, session::StartTour{session_.own_tours.tours.front().id, stop},
                   atlas_->world());
}

void TourWalk::pass(double seconds, const StageView& stage, const view::Layout& layout, bool jump) {
    now_ += seconds;
    const view::Layout pane = view::pane_layouts(layout, session_.stage).front();
    pieces_.follow(session_.stage, jump, now_);
    pieces_.advance(now_);
    camera_.follow(session_, atlas_->world(), stage, pane, jump, now_);
    camera_.advance(now_);
}

} // namespace osteon::app
