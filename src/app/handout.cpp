#include "app/handout.h"

#include "app/known_ids.h"
#include "app/studio.h"
#include "app/terminal_progress.h"
#include "base/user_folders.h"
#include "output/pdf_date.h"
#include "output/picture.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::app {
namespace {

/// Longer lists of names tell a patient nothing.
constexpr std::size_t c_most_names = 8;

std::vector<std::string> names_of(const knowledge::Site* site, const anatomy::Registry& registry) {
    std::vector<std::string> names;
    if (site != nullptr && site->bones.size() <= c_most_names) {
        for (const anatomy::BoneIndex bone : site->bones) {
            names.push_back(registry.bones[bone].name);
        }
    }
    return names;
}

std::string site_of(const anatomy::Registry& registry, anatomy::BoneIndex bone) {
    return bone == anatomy::no_bone ? std::string() : registry.bones[bone].site;
}

} // namespace

PictureSize handout_picture_size() {
    // 300 to the inch where it takes half the width of the text.
    return {.width = 1000, .height = 1160, .scale = 1.9F, .transparent = true};
}

session::Session handout_picture(session::Session session) {
    session.settings.theme = session::ThemeChoice::light;
    // Colours of frequency say nothing about the patient, and names find no room.
    session.stage.primary.clear();
    session.stage.compared.clear();
    session.stage.bone_labels = false;
    session.stage.route = false;
    return session;
}

session::Session handout_session(const Atlas& atlas, const std::string& site) {
    session::Session session;
    session::apply(session, session::Home{}, atlas.world());
    if (!site.empty()) {
        session::apply(session, session::ChooseSite{site}, atlas.world());
    }
    return session;
}

output::Handout handout_of(const session::Session& session, const ui::WriteHandout& request,
                           const Atlas& atlas) {
    output::Handout handout;
    handout.site = session.stage.site;
    handout.primary = session.stage.primary;
    if (handout.site.empty() && handout.primary.empty() && !request.marks.empty()) {
        handout.site = site_of(atlas.registry, request.marks.front().bone);
    }
    for (const ui::MarkedBone& mark : request.marks) {
        if (mark.bone != anatomy::no_bone) {
            handout.marks.push_back({atlas.registry.bones[mark.bone].name, mark.kind});
        }
    }
    handout.pictured_bones = names_of(atlas.knowledge.site(handout.site), atlas.registry);
    handout.paper = request.paper;
    handout.date = output::today();
    return handout;
}

Result<output::Handout> draw_handout(const session::Session& session,
                                     const ui::WriteHandout& request, const StageSource& source) {
    return draw_stage(handout_picture(session), handout_picture_size(), source)
        .map([&](render::Image&& picture) {
            output::Handout handout = handout_of(session, request, source.atlas);
            handout.picture = std::move(picture);
            return handout;
        });
}

namespace {

Result<output::Handout> handout_of(const Atlas& atlas, const MakeHandout& command) {
    TerminalProgress progress;
    Result<Studio> studio = Studio::create(atlas, command.model, progress.teller());
    if (!studio) {
        return fail(studio.error());
    }
    return draw_handout(handout_session(atlas, command.site), {.paper = command.paper},
                        studio->source());
}

} // namespace

Result<std::string> make_handout(const Atlas& atlas, const MakeHandout& command) {
    if (const auto known = check_site_and_primary(atlas, command.site, command.primary); !known) {
        return fail(known.error());
    }
    Result<output::Handout> handout = handout_of(atlas, command);
    if (!handout) {
        return fail(handout.error());
    }
    handout->primary = command.primary;
    if (!command.picture.empty()) {
        Result<render::Image> picture = output::read_png(command.picture);
        if (!picture) {
            return fail(picture.error());
        }
        handout->picture = std::move(*picture);
    }
    const std::string name = command.site +
                             (command.site.empty() || command.primary.empty() ? "" : "-") +
                             command.primary;
    const std::filesystem::path file =
        command.out.empty() ? free_file(".", name, ".pdf") : command.out;
    return output::write_handout(*handout, atlas.knowledge, file)
        .map([&](const output::HandoutReport& report) {
            return fmt::format("{} pages in {}\n", report.pages, file.string());
        });
}

} // namespace osteon::app
