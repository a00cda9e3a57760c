#include "app/export.h"

#include "app/live_pictures.h"
#include "app/studio.h"
#include "output/html_export.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace osteon::app {
namespace {

/// Of a picture, pixels: twice the width that the style sheet gives it, for fine screens and print.
constexpr int c_width = 640;
constexpr int c_height = 800;
constexpr int c_text_width = 960; ///< of a picture that a text describes

/// A line that counts up where somebody looks at it; nothing in a log.
bool tell_progress(std::string_view what, int done, int total) {
    if (::isatty(STDERR_FILENO) != 0) {
        fmt::print(stderr, "\r{}: {} of {}\033[K", what, done + 1, total);
        if (done + 1 == total) {
            fmt::print(stderr, "\n");
        }
        std::fflush(stderr);
    }
    return true;
}

Result<render::Image> draw(const Atlas& atlas, Studio& studio,
                           const output::ExportPicture& wanted) {
    if (wanted.live != nullptr) {
        const int width = c_text_width;
        const int height = static_cast<int>(static_cast<float>(width) / wanted.live->aspect);
        return draw_live_picture(
            *wanted.live, {atlas, studio.stage(), studio.renderer(), session::ThemeChoice::light},
            {.width = width, .height = height});
    }
    session::Session session;
    session.settings.theme = session::ThemeChoice::light;
    const auto act = [&](const session::Action& action) {
        session::apply(session, action, atlas.world());
    };
    act(session::Home{});
    if (!wanted.primary.empty()) {
        act(session::ChoosePrimary{wanted.primary});
    }
    if (!wanted.site.empty()) {
        act(session::ChooseSite{wanted.site});
    }
    return studio.picture(session, {.width = c_width, .height = c_height, .transparent = true});
}

using Atlases = std::vector<std::unique_ptr<Atlas>>;

/// One language, or all that there are, English first.
Result<Atlases> load_languages(const Folders& folders, const std::string& wanted) {
    Atlases atlases;
    std::vector<std::string> languages = {wanted};
    if (wanted.empty()) {
        languages.clear();
        for (const knowledge::LanguageName& language : knowledge::find_languages(folders.content)) {
            languages.push_back(language.id);
        }
    }
    for (const std::string& language : languages) {
        auto atlas = load_atlas(folders, language);
        if (!atlas) {
            return fail(atlas.error());
        }
        atlases.push_back(std::move(*atlas));
    }
    return atlases;
}

} // namespace

Result<std::string> export_content(const Folders& folders, const ExportHtml& command) {
    const auto atlases = load_languages(folders, command.language);
    if (!atlases) {
        return fail(atlases.error());
    }
    const Atlas& atlas = *atlases->front();
    output::HtmlExport what;
    for (const auto& each : *atlases) {
        what.languages.push_back({each->registry, each->knowledge});
    }
    what.style = folders.assets / "html" / "style.css";
    std::optional<Studio> studio;
    if (command.pictures) {
        if (auto created = Studio::create(atlas, {})) {
            studio = std::move(*created);
            what.draw = [&](const output::ExportPicture& wanted) {
                return draw(atlas, *studio, wanted);
            };
        } else {
            spdlog::warn("the pages go without pictures: {}", describe(created.error()));
        }
    }
    return output::export_html(command.folder, what, tell_progress)
        .map([&](const output::HtmlReport& report) {
            return fmt::format("{} pages and {} pictures in {}\n", report.pages, report.pictures,
                               command.folder.string());
        });
}

} // namespace osteon::app
