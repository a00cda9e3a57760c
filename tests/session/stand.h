#pragma once

#include "session/session.h"
#include "support/tiny_world.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace osteon::session::test {

/// A session of the tiny world that the tests act on.
struct Stand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    Session session;

    World world() const { return {registry, knowledge}; }
    void act(const Action& action) { apply(session, action, world()); }
    BoneIndex bone(const char* id) const { return registry.find(id); }
    std::vector<BoneIndex> bones(std::initializer_list<const char*> ids) const {
        std::vector<BoneIndex> found;
        for (const char* id : ids) {
            found.push_back(bone(id));
        }
        std::sort(found.begin(), found.end());
        return found;
    }
    const Stage& stage() const { return session.stage; }
};

} // namespace osteon::session::test
