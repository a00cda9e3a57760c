#include "view/compose.h"

#include "session/talk.h"
#include "view/flight.h"
#include "view/routes.h"
#include "view/section.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

using anatomy::BoneIndex;
using anatomy::PieceKind;
using Colour = std::array<std::uint8_t, 3>;

constexpr Colour c_bone{0xE8, 0xDC, 0xC4};
constexpr Colour c_bone_chosen{0xE9, 0xDC, 0xC0};
constexpr Colour c_cartilage{0xC3, 0xC5, 0xBB};
constexpr Colour c_cartilage_chosen{0xA9, 0xC4, 0xC4};
constexpr Colour c_tooth{0xF2, 0xED, 0xE0};
constexpr Colour c_lit{0x6F, 0xD6, 0xCC};      // what a question is about, or its answer
constexpr Colour c_mistaken{0xF2, 0xB2, 0x62}; // what was taken for it

constexpr std::array<Colour, 5> c_heat{{{0xDE, 0xD8, 0xCC},
                                        {0xF3, 0xCC, 0x78},
                                        {0xF0, 0xA5, 0x46},
                                        {0xE4, 0x70, 0x3C},
                                        {0xB0, 0x30, 0x7A}}};

glm::vec3 srgb(unsigned hex) {
    return glm::vec3(static_cast<float>(hex >> 16U & 0xFFU), static_cast<float>(hex >> 8U & 0xFFU),
                     static_cast<float>(hex & 0xFFU)) /
           255.0F;
}

bool is_soft(PieceKind kind) {
    return kind == PieceKind::disc || kind == PieceKind::cartilage;
}

/// The heat of a bone's site, else of what that site is counted under, else of the site around it.
int heat_of(const anatomy::Bone& bone, const knowledge::Primary& primary,
            const knowledge::Knowledge& knowledge) {
    int step = primary.heat_step(bone.site);
    const knowledge::Site* site = knowledge.site(bone.site);
    while (step < 0 && site != nullptr) {
        step = primary.heat_step(site->region);
        site = knowledge.site(site->parent);
    }
    return step;
}

/// Discs, cartilages and teeth are not counted among a site's bones, but are seen with them.
bool accompanies(const anatomy::Bone& entry, const knowledge::Site& site,
                 const knowledge::Knowledge& knowledge) {
    if (entry.kind == PieceKind::bone || entry.site.empty()) {
        return false;
    }
    const knowledge::Site* own = knowledge.site(entry.site);
    return entry.site == site.id || (own != nullptr && own->parent == site.id);
}

/// For each entry of the registry, whether it is one of `bones`.
std::vector<bool> mask_of(const std::vector<BoneIndex>& bones, std::size_t count) {
    std::vector<bool> mask(count, false);
    for (const BoneIndex bone : bones) {
        if (bone < count) {
            mask[bone] = true;
        }
    }
    return mask;
}

/// Whether what is not of the chosen site steps back. At the bedside the body stays whole.
bool dims_rest(const session::Session& session) {
    return session.settings.dim_rest && !session.stage.site.empty() &&
           session.settings.mode != session::Mode::bedside;
}

/// Decides the look of one entry after another.
class Painter {
public:
    Painter(const session::Session& session, const session::World& world, const Pointing& pointing)
        : stage_(session.stage)
        , fades_(session::look_of(session.stage) == session::Look::see_through)
        , world_(world)
        , primary_(stage_.question ? nullptr : world.knowledge.primary(stage_.primary))
        , stage_colours_(backdrop(session::shown_theme(session.settings)))
        , routed_(session::route_of(session.stage, world) != nullptr)
        , dims_(dims_rest(session) && session::look_of(session.stage) == session::Look::solid)
        , patterns_(session.settings.patterns)
        , hovered_heat_(pointing.hovered_heat) {
        const std::size_t count = world.registry.bones.size();
        if (session::shows_bone_heat(session)) {
            heat_.assign(count, -1);
            for (const session::BoneHeat& hard : stage_.heat) {
                if (hard.bone < count) {
                    heat_[hard.bone] = hard.step;
                }
            }
        }
        const knowledge::Site* site = world.knowledge.site(stage_.site);
        const knowledge::Site* hovered_site = world.knowledge.site(pointing.hovered_site);
        const std::vector<BoneIndex> none;
        in_site_ = mask_of(site != nullptr ? site->bones : none, count);
        for (std::size_t bone = 0; site != nullptr && bone < count; ++bone) {
            in_site_[bone] =
                in_site_[bone] || accompanies(world.registry.bones[bone], *site, world.knowledge);
        }
        hovered_ = mask_of(hovered_site != nullptr ? hovered_site->bones : none, count);
        lit_ = mask_of(stage_.question ? stage_.question->lit : none, count);
        mistaken_ = mask_of(stage_.question ? stage_.question->mistaken : none, count);
        light(pointing.hovered_group);
        if (const knowledge::RouteStep* const step = session::route_step_of(stage_, world)) {
            for (const std::string& id : step->sites) {
                const knowledge::Site* const reached = world.knowledge.site(id);
                light(reached != nullptr ? reached->bones : none);
            }
        }
        if (pointing.hovered_bone < count) {
            hovered_[pointing.hovered_bone] = true;
        }
    }

    BoneLook look(BoneIndex bone) const {
        const anatomy::Bone& entry = world_.registry.bones[bone];
        BoneLook look;
        look.colour = tissue(entry.kind, in_site_[bone]);
        const int step = heat_step(bone);
        if (step >= 0) {
            look.colour = heat_colour(step);
            look.pattern = static_cast<std::uint8_t>(patterns_ ? step : 0);
            flag(look, bone_flat, true);
            flag(look, bone_hovered, step == hovered_heat_);
        }
        if (lit_[bone] || mistaken_[bone]) {
            look.colour = lit_[bone] ? c_lit : c_mistaken;
            flag(look, bone_flat, true);
        }
        const bool selected = session::is_selected(stage_, bone) || lit_[bone];
        // Heat is read off against its legend, which steps back with it beside a route alone.
        if (routed_ || (dims_ && step < 0 && !selected && !in_site_[bone])) {
            look.colour = quietened(look.colour, stage_colours_);
        }
        // The site's own outline gives way to that of a selection within it.
        const bool outlined = selected || (stage_.selection.empty() && in_site_[bone]);
        flag(look, bone_soft, is_soft(entry.kind));
        flag(look, bone_selected, outlined);
        flag(look, bone_hovered, hovered_[bone]);
        flag(look, bone_hidden, session::is_hidden(stage_, bone));
        flag(look, bone_tooth, entry.kind == PieceKind::tooth);
        flag(look, bone_ghost, fades_ && !selected && !in_site_[bone]);
        return look;
    }

private:
    /// How hard the bone is for the learner, where that is shown; else what the primary makes of
    /// it. Never both in one picture: they are read off against different legends.
    int heat_step(BoneIndex bone) const {
        const anatomy::Bone& entry = world_.registry.bones[bone];
        if (!heat_.empty()) {
            return heat_[bone];
        }
        if (primary_ == nullptr || entry.kind != PieceKind::bone) {
            return -1;
        }
        return heat_of(entry, *primary_, world_.knowledge);
    }

    static void flag(BoneLook& look, BoneFlag which, bool on) {
        if (on) {
            look.flags = static_cast<std::uint8_t>(look.flags | which);
        }
    }

    static Colour tissue(PieceKind kind, bool in_site) {
        if (kind == PieceKind::tooth) {
            return c_tooth;
        }
        if (is_soft(kind)) {
            return in_site ? c_cartilage_chosen : c_cartilage;
        }
        return in_site ? c_bone_chosen : c_bone;
    }

    void light(const std::vector<BoneIndex>& bones) {
        for (const BoneIndex bone : bones) {
            if (bone < hovered_.size()) {
                hovered_[bone] = true;
            }
        }
    }

    const session::Stage& stage_;
    bool fades_;
    const session::World& world_;
    const knowledge::Primary* primary_;
    Backdrop stage_colours_;
    bool routed_;   ///< a route is shown
    bool dims_;     ///< all but the chosen site
    bool patterns_; ///< beside colours
    int hovered_heat_;
    std::vector<int> heat_; ///< of study mode, by bone, -1: none; empty: it is not shown
    std::vector<bool> in_site_;
    std::vector<bool> hovered_;
    std::vector<bool> lit_;
    std::vector<bool> mistaken_;
};

} // namespace

Scene compose(const session::Session& session, const session::World& world, const Layout& layout,
              const session::CameraPose& pose, const Pointing& pointing, bool moving) {
    Scene scene;
    scene.camera = camera_of(pose, layout, Box{});
    scene.viewport = layout.stage;
    scene.pixels_per_unit = layout.scale;
    scene.backdrop = backdrop(session::shown_theme(session.settings));
    if (const auto film = session::film_of(session.stage)) {
        scene.backdrop = film_backdrop();
        scene.film = Film{film->window, film->level};
    }
    if (session.stage.look == session::Look::section) {
        scene.cut = Cut{plane_of(session.stage.section), cut_tissues(world.registry)};
    }
    if (session::is_scan(session.stage)) {
        constexpr float c_far = 16.0F;
        scene.backdrop = scan_backdrop();
        scene.camera = drawn_back(scene.camera, c_far);
        scene.scan_intensity = session.stage.scan_intensity;
    }
    scene.ghost_opacity = session.stage.ghost_opacity;
    scene.moving = moving;
    const Painter painter(session, world, pointing);
    scene.bones.reserve(world.registry.bones.size());
    for (std::size_t bone = 0; bone < world.registry.bones.size(); ++bone) {
        scene.bones.push_back(painter.look(static_cast<BoneIndex>(bone)));
    }
    scene.organs = route_organs(session.stage, world);
    return scene;
}

Backdrop film_backdrop() {
    Backdrop result = backdrop(session::ThemeChoice::dark);
    result.centre = srgb(0x07090B);
    result.edge = srgb(0x07090B);
    result.gradient = false;
    return result;
}

Backdrop scan_backdrop() {
    Backdrop result = backdrop(session::ThemeChoice::light);
    result.centre = srgb(0xF4F4F0);
    result.edge = srgb(0xF4F4F0);
    result.gradient = false;
    return result;
}

Backdrop backdrop(session::ThemeChoice theme) {
    Backdrop result;
    switch (theme) {
    case session::ThemeChoice::dark:
        result.centre = srgb(0x1E262E);
        result.edge = srgb(0x0F1317);
        result.ghost = srgb(0xB9CAD6);
        result.outline = srgb(0x5CC8C0);
        break;
    case session::ThemeChoice::light:
        result.centre = srgb(0xF6F3EE);
        result.edge = srgb(0xDDD7CD);
        result.ghost = srgb(0xB5AA97);
        result.outline = srgb(0x0B6B64);
        result.exposure = 0.97F;
        result.rim = 0.08F;
        result.silhouette = true;
        break;
    case session::ThemeChoice::contrast:
        result.centre = srgb(0x000000);
        result.edge = srgb(0x000000);
        result.ghost = srgb(0xB9CAD6);
        result.outline = srgb(0x7FE8E0);
        result.gradient = false;
        break;
    }
    return result;
}

Colour quietened(const Colour& colour, const Backdrop& stage) {
    constexpr float c_towards_stage = 0.55F;
    const glm::vec3 ground = 255.0F * 0.5F * (stage.centre + stage.edge);
    const glm::vec3 mixed =
        glm::mix(glm::vec3(colour[0], colour[1], colour[2]), ground, c_towards_stage);
    return {static_cast<std::uint8_t>(std::lround(mixed.x)),
            static_cast<std::uint8_t>(std::lround(mixed.y)),
            static_cast<std::uint8_t>(std::lround(mixed.z))};
}

Colour heat_colour(int step) {
    return c_heat[static_cast<std::size_t>(std::clamp(step, 0, 4))];
}

} // namespace osteon::view
