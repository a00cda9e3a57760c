#include "knowledge/bone_mentions.h"
#include "ui/landmark_list.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using anatomy::BoneIndex;

constexpr std::size_t most_in_group = 14; ///< of a larger group those around the bone are shown

/// The regions around a bone, from the whole inwards.
std::vector<Crumb> regions_around(const anatomy::Bone& bone, const anatomy::Registry& registry) {
    std::vector<Crumb> crumbs;
    for (const anatomy::Region* region = registry.find_region(bone.region); region != nullptr;
         region = region->parent.empty() ? nullptr : registry.find_region(region->parent)) {
        crumbs.insert(crumbs.begin(), {region->name, {}});
    }
    constexpr std::ptrdiff_t innermost = 2; // the rest of the chain is too long for a line
    if (std::ssize(crumbs) > innermost) {
        crumbs.erase(crumbs.begin(), crumbs.end() - innermost);
    }
    return crumbs;
}

void draw_names(PanelContext& context, const anatomy::Bone& bone) {
    const auto line = [&](const std::string& words) {
        wrapped_text(context, TextRole::secondary, context.theme.text2, words);
        gap(context, 2.0F);
    };
    if (!bone.english.empty()) {
        line(context.tr("In English: {}", bone.english));
    }
    if (!bone.aliases.empty()) {
        std::string names;
        for (const std::string& alias : bone.aliases) {
            names += (names.empty() ? "" : ", ") + alias;
        }
        line(context.tr("Also called: {}", names));
    }
    if (bone.fma > 0) {
        line(context.tr("Foundational Model of Anatomy: FMA {}", bone.fma));
    }
}

void bone_row(PanelContext& context, BoneIndex index) {
    const anatomy::Bone& bone = context.input.world.registry.bones[index];
    ListRow row;
    row.title = bone.name;
    row.latin = bone.latin;
    row.icon = Icon::bone;
    row.inset = 0.0F;
    const Touch touched = list_row(context, bone.id.c_str(), row);
    if (touched.hovered) {
        context.output.pointing.hovered_bone = index;
    }
    if (touched.clicked) {
        context.emit(session::FollowBone{bone.id});
        context.emit(session::OpenArticle{session::page_of_bone(bone.id), {}});
    }
}

void draw_show_buttons(PanelContext& context, const anatomy::Bone& bone) {
    gap(context, 10.0F);
    if (button(context, context.tr("Show on the stage"), {ButtonStyle::primary, Icon::frame})) {
        context.emit(session::FollowBone{bone.id});
    }
    gap(context, 6.0F);
}

/// Its partner, and its group in the order of the skeleton: above and below in the spine, side by
/// side in a hand.
void draw_group(PanelContext& context, ReadingPanelState& state, BoneIndex index) {
    const anatomy::Registry& registry = context.input.world.registry;
    const anatomy::Bone& bone = registry.bones[index];
    std::vector<BoneIndex> group = registry.bones_in_region(bone.region);
    const auto own = std::ranges::find(group, index);
    if (group.size() > most_in_group && own != group.end()) {
        const auto at = own - group.begin();
        const auto count = static_cast<std::ptrdiff_t>(most_in_group);
        const auto from = std::clamp<std::ptrdiff_t>(at - count / 2, 0, std::ssize(group) - count);
        group = {group.begin() + from, group.begin() + from + count};
    }
    std::erase(group, index);
    if (group.empty() && bone.mirror == anatomy::no_bone) {
        return;
    }
    page_section(context, state, context.tr("Neighbours in its group"), "group");
    if (bone.mirror != anatomy::no_bone) {
        bone_row(context, bone.mirror);
    }
    for (const BoneIndex other : group) {
        if (other != bone.mirror) {
            bone_row(context, other);
        }
    }
}

void draw_landmarks(PanelContext& context, ReadingPanelState& state, BoneIndex index) {
    const auto [first, end] = context.input.world.registry.landmarks_of(index);
    if (first == end) {
        return;
    }
    page_section(context, state, context.tr("Landmarks"), "landmarks");
    draw_landmark_list(context, index, 8.0F);
}

void draw_site(PanelContext& context, ReadingPanelState& state, const knowledge::Site& site) {
    page_section(context, state, context.tr("Site of metastasis"), "site");
    ListRow row;
    row.title = site.name;
    row.subtitle = site.subtitle.empty() ? site.latin : site.subtitle;
    row.icon = Icon::site;
    row.icon_tile = true;
    row.chevron = true;
    row.inset = 0.0F;
    if (list_row(context, "site", row).clicked) {
        context.emit(session::ChooseSite{site.id});
    }
    gap(context, 4.0F);
    wrapped_text(context, TextRole::caption, context.theme.text2,
                 context.tr("The figures below count the whole site, not this bone alone."));
}

void draw_articles(PanelContext& context, ReadingPanelState& state, BoneIndex index) {
    const session::World& world = context.input.world;
    BoneTexts& texts = state.bone_texts;
    if (texts.bone != index || texts.knowledge != &world.knowledge) {
        texts = {index, &world.knowledge,
                 knowledge::articles_about(index, world.knowledge, world.registry)};
    }
    if (texts.articles.empty()) {
        return;
    }
    page_section(context, state, context.tr("Texts that speak of it"), "texts");
    for (const knowledge::Article* const article : texts.articles) {
        ListRow row;
        row.title = article->title;
        row.icon = Icon::book;
        row.chevron = true;
        row.inset = 0.0F;
        if (list_row(context, article->id.c_str(), row).clicked) {
            context.emit(session::OpenArticle{article->id, {}});
        }
    }
}

} // namespace

void draw_bone_page(PanelContext& context, ReadingPanelState& state, BoneIndex index) {
    const anatomy::Registry& registry = context.input.world.registry;
    const anatomy::Bone& bone = registry.bones[index];
    draw_crumbs(context, context.tr("Bone"), regions_around(bone, registry));
    page_title(context, bone.name, bone.latin);
    draw_names(context, bone);
    draw_show_buttons(context, bone);
    if (const knowledge::Site* const site = context.input.world.knowledge.site(bone.site)) {
        draw_site(context, state, *site);
        draw_who_spreads_here(context, state, *site);
    }
    draw_landmarks(context, state, index);
    draw_group(context, state, index);
    draw_articles(context, state, index);
    gap(context, 16.0F);
    teaching_note(context);
}

} // namespace osteon::ui
