#include "session/stand.h"
#include "session/wording.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::session;
using namespace osteon::session::test;

namespace {

/// A stand whose first primary is chosen and has a route of two steps.
Stand stand_with_route() {
    Stand s;
    knowledge::Primary& primary = s.knowledge.primaries.front();
    knowledge::Route route;
    route.id = "caval";
    route.steps.resize(2);
    route.steps[1].sites = {"pelvis"};
    primary.routes = {route};
    s.act(ChoosePrimary{primary.id});
    return s;
}

} // namespace

TEST_CASE("A route is walked step by step, and as a whole before the first and after the last") {
    Stand s = stand_with_route();
    s.act(WalkRoute{1});
    CHECK(s.stage().route);
    CHECK(s.stage().route_step == 0);
    s.act(WalkRoute{1});
    CHECK(s.stage().route_step == 1);
    s.act(WalkRoute{1});
    CHECK(s.stage().route_step == -1);
    s.act(WalkRoute{-1});
    CHECK(s.stage().route_step == 1);
    CHECK(undo_label(s.session) == "Undo following the route");
    s.act(Undo{});
    CHECK_FALSE(s.stage().route);
}

TEST_CASE("A step of a route has the camera frame its vessels and the bones that it reaches") {
    Stand s = stand_with_route();
    s.act(ShowRouteStep{"caval", 1});
    REQUIRE(s.session.wish.has_value());
    CHECK(s.session.wish->route_step);
    CHECK(s.session.wish->bones == s.knowledge.site("pelvis")->bones);
    REQUIRE(route_step_of(s.stage(), s.world()) != nullptr);
    CHECK(route_step_of(s.stage(), s.world())->sites.front() == "pelvis");
}

TEST_CASE("Escape leaves the step of a route before the primary, and another primary has none") {
    Stand s = stand_with_route();
    s.act(ShowRouteStep{"caval", 0});
    s.act(EscapeOutward{});
    CHECK(s.stage().route_step == -1);
    CHECK(s.stage().route);
    CHECK_FALSE(s.stage().primary.empty());
    s.act(ShowRouteStep{"caval", 0});
    s.act(ChoosePrimary{});
    CHECK(route_step_of(s.stage(), s.world()) == nullptr);
}

TEST_CASE("A step that a route does not have, and a walk without a route, change nothing") {
    Stand s = stand_with_route();
    const Stage before = s.stage();
    s.act(ShowRouteStep{"caval", 7});
    CHECK(s.stage() == before);
    s.knowledge.primaries.front().routes.clear();
    s.act(WalkRoute{1});
    CHECK(s.stage() == before);
}
