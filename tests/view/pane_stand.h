#pragma once

#include "support/tiny_world.h"
#include "view/panes.h"

#include <vector>

namespace osteon::view::test {

/// A session of the tiny world, and what the stage of a small window shows of it.
struct PaneStand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    session::Session session;
    Layout layout = compute_layout(1280, 720, 1.0F, session::Settings{});

    void act(const session::Action& action) {
        session::apply(session, action, {registry, knowledge});
    }
    std::vector<Pane> shown() const {
        return panes(session, {registry, knowledge}, layout, session.stage.camera, {}, false);
    }
};

} // namespace osteon::view::test
