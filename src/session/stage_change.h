#pragma once

#include "session/session.h"

#include <fmt/core.h>

#include <string>
#include <vector>

namespace osteon::session {

/// Carries out the actions that change the stage, which undo takes back. `name` tells what was
/// done, in words that go on from "Undo": "hiding 12 ribs". A `continuous` change that follows one
/// of the same name is part of its step.
struct StageChange {
    Session& session;
    const World& world;
    std::string name;
    bool continuous = false;

    void operator()(const Select& action);
    void operator()(const SelectLandmark& action);
    void operator()(const EscapeOutward& action);
    void operator()(const Hide& action);
    void operator()(const Reveal& action);
    void operator()(const Isolate& action);
    void operator()(const FadeRest& action);
    void operator()(const SetLook& action);
    void operator()(const SetGhostOpacity& action);
    void operator()(const SetScanIntensity& action);
    void operator()(const SetSection& action);
    void operator()(const SetExplosion& action);
    void operator()(const ShowLesions& action);
    void operator()(const SetLesionCourse& action);
    void operator()(const ShowRoute& action);
    void operator()(const ShowRouteStep& action);
    void operator()(const WalkRoute& action);
    void operator()(const ShowBoneLabels& action);
    void operator()(const ComparePrimary& action);
    void operator()(const ShowAll& action);
    void operator()(const ChooseSite& action);
    void operator()(const ChoosePrimary& action);
    void operator()(const OpenFocusedHotspot& action);
    void operator()(const FollowBone& action);
    void operator()(const ShowPicture& action);
    void operator()(const NavigateBack& action);
    void operator()(const NavigateForward& action);
    void operator()(const ShowNote& action);
    void operator()(const ShowView& action);

private:
    Stage& stage() { return session.stage; }
    std::string tr(const char* english) const { return world.knowledge.language.tr(english); }
    /// A pattern with the bones that it speaks of.
    std::string tr_bones(fmt::format_string<const std::string&> english,
                         const std::vector<BoneIndex>& bones) const;
    /// A pattern with a name as it stands within a sentence.
    std::string tr_name(fmt::format_string<const std::string&> english,
                        const std::string& bare) const;
    std::vector<BoneIndex> known(const std::vector<BoneIndex>& bones) const;
    void set_selection(std::vector<BoneIndex> bones);
    void fade(bool on);
    void reveal(const std::vector<BoneIndex>& bones);
    void enter(const knowledge::Site& site);
    void leave_site();
    void widen_selection();
    void show_step(int step);
    void follow_reading();
};

/// A wish to see some bones.
CameraWish wish_for(std::vector<BoneIndex> bones);
/// Asks the camera for something new; a bone scan is seen from the front and from behind alone.
void ask(Session& session, CameraWish wish);
/// Adds a step of undo; what could be done again cannot any more.
void remember(Session& session, UndoStep step);
/// Opens a text, as a browser does: what lay forward is dropped.
void open_article(Reading& reading, ReadingPlace place);
/// Opens the article of a site, its parent's where it has none of its own.
void open_article_of(Reading& reading, const knowledge::Site& site, const World& world);

} // namespace osteon::session
