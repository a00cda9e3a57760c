#pragma once

#include "session/session.h"

#include <string>

namespace osteon::session {

/// Carries out the actions that change the stage, which undo takes back. `name` tells what was
/// done, in words that go on from "Undo": "hiding 12 ribs".
struct StageChange {
    Session& session;
    const World& world;
    std::string name;

    void operator()(const Select& action);
    void operator()(const SelectLandmark& action);
    void operator()(const EscapeOutward& action);
    void operator()(const Hide& action);
    void operator()(const Reveal& action);
    void operator()(const Isolate& action);
    void operator()(const FadeRest& action);
    void operator()(const SetLook& action);
    void operator()(const ShowAll& action);
    void operator()(const ChooseSite& action);
    void operator()(const ChoosePrimary& action);
    void operator()(const OpenFocusedHotspot& action);
    void operator()(const FollowBone& action);
    void operator()(const NavigateBack& action);
    void operator()(const NavigateForward& action);

private:
    Stage& stage() { return session.stage; }
    std::vector<BoneIndex> known(const std::vector<BoneIndex>& bones) const;
    void set_selection(std::vector<BoneIndex> bones);
    void fade(bool on);
    void reveal(const std::vector<BoneIndex>& bones);
    void enter(const knowledge::Site& site);
    void leave_site();
    void widen_selection();
    void follow_reading();
};

/// Asks the camera for something new.
void ask(Session& session, CameraWish wish);
/// Opens a text, as a browser does: what lay forward is dropped.
void open_article(Reading& reading, ReadingPlace place);

} // namespace osteon::session
