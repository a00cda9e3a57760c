#include "session/stage_change.h"

#include "session/picture_stage.h"
#include "session/wording.h"

#include <glm/trigonometric.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace osteon::session {

namespace {

using Bones = std::vector<BoneIndex>;

bool contains(const Bones& sorted, BoneIndex bone) {
    return std::binary_search(sorted.begin(), sorted.end(), bone);
}

Bones sorted_union(const Bones& a, const Bones& b) {
    Bones result;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

Bones sorted_difference(const Bones& a, const Bones& b) {
    Bones result;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

/// Has this site something to do with this text? A part without an article of its own shares its
/// parent's.
bool is_about(const knowledge::Site& site, const std::string& article) {
    return !article.empty() && site.article == article;
}

} // namespace

CameraWish wish_for(Bones bones) {
    CameraWish wish;
    wish.bones = std::move(bones);
    return wish;
}

void ask(Session& session, CameraWish wish) {
    if (is_scan(session.stage)) {
        wish.yaw = 0.0F;
        wish.pitch = 0.0F;
    }
    session.wish = std::move(wish);
    ++session.wish_serial;
}

void open_article(Reading& reading, ReadingPlace place) {
    if (place == reading.here()) {
        return;
    }
    reading.places.resize(reading.current + 1);
    reading.places.push_back(std::move(place));
    ++reading.current;
}

void open_article_of(Reading& reading, const knowledge::Site& site, const World& world) {
    const knowledge::Site* parent = world.knowledge.site(site.parent);
    const std::string& article =
        site.article.empty() && parent != nullptr ? parent->article : site.article;
    if (world.knowledge.article(article) != nullptr) {
        open_article(reading, {article, {}});
    }
}

Bones StageChange::known(const Bones& bones) const {
    Bones result;
    std::copy_if(bones.begin(), bones.end(), std::back_inserter(result),
                 [&](BoneIndex bone) { return bone < world.registry.bones.size(); });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/// Faded bones are not seen on a film or scan, so that a wish to fade them ends these.
void StageChange::fade(bool on) {
    const bool possible = !stage().selection.empty() || !stage().site.empty();
    stage().fade_rest = on && possible;
    if (stage().fade_rest &&
        (stage().look == Look::radiograph || stage().look == Look::bone_scan)) {
        stage().look = Look::solid;
    }
}

/// A fade without anything to leave out of it would turn the whole skeleton into a ghost.
void StageChange::set_selection(Bones bones) {
    stage().selection = std::move(bones);
    stage().selected_region.clear();
    stage().landmark = anatomy::no_landmark;
    if (stage().selection.empty() && stage().site.empty()) {
        stage().fade_rest = false;
    }
}

void StageChange::reveal(const Bones& bones) {
    stage().hidden = sorted_difference(stage().hidden, bones);
    stage().isolated = stage().isolated && !stage().hidden.empty();
}

std::string StageChange::tr_bones(fmt::format_string<const std::string&> english,
                                  const std::vector<BoneIndex>& bones) const {
    const std::string described = describe_bones(bones, world.registry, world.knowledge.language);
    return world.knowledge.language.tr(english, described);
}

std::string StageChange::tr_name(fmt::format_string<const std::string&> english,
                                 const std::string& bare) const {
    const std::string named = within_sentence(bare, world.knowledge.language);
    return world.knowledge.language.tr(english, named);
}

void StageChange::operator()(const Select& action) {
    const Bones bones = known(action.bones);
    if (bones.empty() && (!action.bones.empty() || action.mode == SelectMode::toggle)) {
        return;
    }
    const Bones before = stage().selection;
    if (action.mode == SelectMode::replace) {
        set_selection(bones);
    } else if (std::includes(before.begin(), before.end(), bones.begin(), bones.end())) {
        set_selection(sorted_difference(before, bones));
    } else {
        set_selection(sorted_union(before, bones));
    }
    const bool taken_out = stage().selection.size() < before.size() && !bones.empty() &&
                           action.mode == SelectMode::toggle;
    name = bones.empty() ? tr("clearing the selection")
           : taken_out   ? tr_bones("deselecting {}", bones)
                         : tr_bones("selecting {}", bones);
    if (action.frame && !stage().selection.empty()) {
        ask(session, wish_for(stage().selection));
    }
}

void StageChange::operator()(const SelectLandmark& action) {
    if (action.landmark >= world.registry.landmarks.size()) {
        return;
    }
    const anatomy::Landmark& landmark = world.registry.landmarks[action.landmark];
    reveal({landmark.bone});
    set_selection({landmark.bone});
    stage().landmark = action.landmark;
    name = tr_name("going to the {}", landmark.name);
    CameraWish wish = wish_for(stage().selection);
    wish.landmark = action.landmark;
    ask(session, std::move(wish));
}

/// From bones of one region to the whole region; from anything else to nothing.
void StageChange::widen_selection() {
    const std::string region = world.registry.bones[stage().selection.front()].region;
    const bool alike =
        std::all_of(stage().selection.begin(), stage().selection.end(),
                    [&](BoneIndex bone) { return world.registry.bones[bone].region == region; });
    const Bones whole = known(world.registry.bones_in_region(region));
    const anatomy::Region* found = world.registry.find_region(region);
    if (!alike || found == nullptr || !stage().selected_region.empty() ||
        whole == stage().selection) {
        set_selection({});
        name = tr("clearing the selection");
        return;
    }
    set_selection(whole);
    stage().selected_region = region;
    name = tr_bones("selecting {}", whole);
}

void StageChange::leave_site() {
    const knowledge::Site* site = world.knowledge.site(stage().site);
    name = tr_name("leaving {}", site != nullptr ? site->name : stage().site);
    stage().site.clear();
    stage().fade_rest = false;
    ask(session, {});
}

void StageChange::operator()(const EscapeOutward&) {
    NoteDesk& desk = session.desk;
    if (desk.tool != NoteTool::none || desk.open != no_note) {
        desk.tool = desk.begun.empty() && desk.open == no_note ? NoteTool::none : desk.tool;
        desk.begun.clear();
        desk.open = no_note;
        return;
    }
    session.focused_hotspot.clear();
    const knowledge::Site* site = world.knowledge.site(stage().site);
    if (stage().landmark != anatomy::no_landmark) {
        name = tr_name("leaving the {}", world.registry.landmarks[stage().landmark].name);
        stage().landmark = anatomy::no_landmark;
    } else if (!stage().selection.empty()) {
        widen_selection();
    } else if (route_step_of(stage(), world) != nullptr) {
        show_step(-1);
    } else if (site != nullptr && world.knowledge.site(site->parent) != nullptr) {
        name = tr_name("leaving {}", site->name);
        const knowledge::Site& parent = *world.knowledge.site(site->parent);
        stage().site = parent.id;
        ask(session, {parent.bones, glm::radians(parent.yaw), glm::radians(parent.pitch), {}});
    } else if (!stage().site.empty()) {
        leave_site();
    } else if (is_compared(stage())) {
        (*this)(ComparePrimary{});
    } else if (!stage().primary.empty()) {
        (*this)(ChoosePrimary{});
    }
}

void StageChange::operator()(const Hide& action) {
    const Bones bones = known(action.bones);
    stage().hidden = sorted_union(stage().hidden, bones);
    if (std::any_of(bones.begin(), bones.end(),
                    [&](BoneIndex bone) { return contains(stage().selection, bone); })) {
        set_selection(sorted_difference(stage().selection, bones));
    }
    name = tr_bones("hiding {}", bones);
}

void StageChange::operator()(const Reveal& action) {
    const Bones bones = known(action.bones);
    reveal(bones);
    name = tr_bones("showing {}", bones);
}

void StageChange::operator()(const Isolate& action) {
    const Bones bones = known(action.bones);
    if (bones.empty()) {
        return;
    }
    stage().hidden.clear();
    for (std::size_t bone = 0; bone < world.registry.bones.size(); ++bone) {
        if (!contains(bones, static_cast<BoneIndex>(bone))) {
            stage().hidden.push_back(static_cast<BoneIndex>(bone));
        }
    }
    stage().isolated = !stage().hidden.empty();
    if (const Bones kept = sorted_difference(stage().selection, stage().hidden);
        kept != stage().selection) {
        set_selection(kept);
    }
    name = tr_bones("isolating {}", bones);
    ask(session, wish_for(bones));
}

void StageChange::operator()(const FadeRest& action) {
    fade(action.on);
    name = action.on ? tr("fading the rest") : tr("bringing back the rest");
}

void StageChange::operator()(const ShowAll&) {
    stage().hidden.clear();
    stage().isolated = false;
    stage().fade_rest = false;
    name = tr("showing everything");
}

/// The site is framed from its best side, in full colour before the ghost of the rest.
void StageChange::enter(const knowledge::Site& site) {
    stage().site = site.id;
    set_selection({});
    stage().fade_rest = true;
    reveal(known(site.bones));
    name = tr_name("choosing {}", site.name);
    session.focused_hotspot.clear();
    ask(session, {site.bones, glm::radians(site.yaw), glm::radians(site.pitch), {}});
}

void StageChange::operator()(const ChooseSite& action) {
    if (action.id.empty()) {
        if (!stage().site.empty()) {
            leave_site();
        }
        return;
    }
    const knowledge::Site* site = world.knowledge.site(action.id);
    if (site == nullptr) {
        return;
    }
    enter(*site);
    open_article_of(session.reading, *site, world);
}

void StageChange::operator()(const ChoosePrimary& action) {
    const knowledge::Primary* chosen = world.knowledge.primary(action.id);
    if (action.id.empty()) {
        const knowledge::Primary* left = world.knowledge.primary(stage().primary);
        name = tr_name("leaving {}", left != nullptr ? left->name : stage().primary);
        stage().primary.clear();
        stage().compared.clear();
        return;
    }
    if (chosen == nullptr) {
        return;
    }
    stage().primary = chosen->id;
    stage().route_step = -1;
    if (stage().compared == chosen->id) {
        stage().compared.clear();
    }
    name = tr_name("choosing {}", chosen->name);
    if (world.knowledge.article(chosen->article) != nullptr) {
        open_article(session.reading, {chosen->article, {}});
    }
    if (stage().site.empty()) {
        ask(session, {});
    }
}

void StageChange::operator()(const OpenFocusedHotspot&) {
    if (!session.focused_hotspot.empty()) {
        (*this)(ChooseSite{std::exchange(session.focused_hotspot, {})});
    }
}

void StageChange::operator()(const FollowBone& action) {
    if (const auto landmark = world.registry.find_landmark(action.id);
        landmark != anatomy::no_landmark) {
        (*this)(SelectLandmark{landmark});
        return;
    }
    const BoneIndex bone = world.registry.find(action.id);
    if (bone == anatomy::no_bone) {
        return;
    }
    reveal({bone});
    set_selection({bone});
    name = tr_bones("selecting {}", stage().selection);
    ask(session, wish_for(stage().selection));
}

void StageChange::operator()(const ShowPicture& action) {
    name = tr("showing a picture of the text");
    session.focused_hotspot.clear();
    Stage shown = stage_of(action.picture, stage(), world);
    if (stage().question) { // answered: its article is being read
        shown.question = stage().question;
    }
    stage() = std::move(shown);
    ask(session, wish_of(action.picture, world));
}

void StageChange::operator()(const NavigateBack&) {
    if (session.reading.can_go_back()) {
        --session.reading.current;
        follow_reading();
    }
}

void StageChange::operator()(const NavigateForward&) {
    if (session.reading.can_go_forward()) {
        ++session.reading.current;
        follow_reading();
    }
}

/// The skeleton shows what the text that was come back to is about.
void StageChange::follow_reading() {
    const std::string& article = session.reading.here().article;
    const knowledge::Site* now = world.knowledge.site(stage().site);
    const auto& sites = world.knowledge.sites;
    const auto site = std::find_if(sites.begin(), sites.end(), [&](const knowledge::Site& each) {
        return is_about(each, article);
    });
    if (site != sites.end() && (now == nullptr || !is_about(*now, article))) {
        enter(*site);
    }
    const auto& primaries = world.knowledge.primaries;
    const auto primary =
        std::find_if(primaries.begin(), primaries.end(), [&](const knowledge::Primary& each) {
            return !article.empty() && each.article == article;
        });
    if (primary != primaries.end() && stage().primary != primary->id) {
        stage().primary = primary->id;
        stage().route_step = -1;
        name = tr_name("choosing {}", primary->name);
    }
}

} // namespace osteon::session
