#include "ui/interface.h"

#include "base/paths.h"
#include "session/talk.h"
#include "session/tour_stage.h"
#include "ui/audience.h"
#include "ui/backend.h"
#include "ui/bedside.h"
#include "ui/drawer.h"
#include "ui/edges.h"
#include "ui/file_questions.h"
#include "ui/first_steps.h"
#include "ui/interface_keys.h"
#include "ui/key_map.h"
#include "ui/label_fonts.h"
#include "ui/palette.h"
#include "ui/panel_context.h"
#include "ui/panel_focus.h"
#include "ui/presenter.h"
#include "ui/rail.h"
#include "ui/reading_panel.h"
#include "ui/stage.h"
#include "ui/stage_label.h"
#include "ui/status_bar.h"
#include "ui/study_home.h"
#include "ui/toasts.h"
#include "ui/tours_page.h"
#include "ui/widgets.h"

#include <imgui_internal.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

namespace osteon::ui {

struct Interface::Parts {
    Backend backend;
    FontFiles font_files;
    FontCache font_cache; ///< for windows; pictures come in too many scales
    Fonts fonts;
    float fonts_scale = 0.0F; ///< of `fonts`; 0: not built
    float fonts_text_size = 0.0F;
    FaceSet fonts_set = FaceSet::panels;
    Theme theme;
    Metrics metrics;
    Motion motion;
    PanelFocus focus;
    DrawerState drawer;
    ReadingPanelState reading;
    StudyHomeState study;
    StageState stage;
    BedsideState bedside;
    PresenterState presenter;
    PaletteState palette;
    int first_step = 0;
    session::KeyBindings own_keys; ///< that `keys` was made from
    KeyMap keys;
    Rect stage_area;          ///< as last drawn
    std::string failed_panel; ///< the last that was told of, so that the log names it once

    Parts(Backend started, FontCache cache)
        : backend(std::move(started))
        , font_files(find_font_files())
        , font_cache(std::move(cache)) {
        if (!font_files.warning.empty()) {
            spdlog::warn("{}.", font_files.warning);
        }
    }

    /// The stage and the panels of the room that is open.
    void draw_room(PanelContext& context);
    /// What must be answered before anything else: the window that asks; null: nothing does.
    const char* draw_questions(PanelContext& context);
};

namespace {

Fonts build_faces(ImFontAtlas& atlas, const FontFiles& files, FaceSet faces, float scale,
                  float text_size, const FontCache& cache) {
    switch (faces) {
    case FaceSet::lecture:
        return build_lecture_fonts(atlas, files, scale);
    case FaceSet::bedside:
        return build_bedside_fonts(atlas, files, scale, text_size);
    case FaceSet::bedside_small:
        return build_bedside_fonts(atlas, files, scale, text_size, c_small_bedside);
    case FaceSet::panels:
        break;
    }
    return build_fonts(atlas, files, scale, text_size, cache);
}

constexpr float longest_step = 1.0F / 30.0F; // seconds; after a rest a fade begins at its beginning

/// Draws a panel. One that fails leaves its message in its place, and the others as they are.
template <class Draw>
void guard(PanelContext& context, std::string& failed_panel, const char* name, const Rect& area,
           Draw draw) {
    std::string message;
    try {
        draw();
        return;
    } catch (const std::exception& error) {
        message = error.what();
    }
    ImGui::ErrorCheckEndFrameRecover(nullptr);
    if (failed_panel != name) {
        spdlog::error("The {} could not be drawn: {}", name, message);
        failed_panel = name;
    }
    if (area.empty()) {
        return;
    }
    const FixedWindow window(name, area, {.ground = context.theme.panel});
    ImGui::SetCursorPos(context.metrics.px(20.0F, 20.0F));
    wrapped_text(context, TextRole::secondary, context.theme.error,
                 context.tr("The {} cannot be shown: {}. Everything else goes on.",
                            context.tr(name), message),
                 area.width - context.px(40.0F));
}

} // namespace

FaceSet faces_of(const view::Layout& layout) {
    if (!layout.words.empty()) {
        return FaceSet::lecture;
    }
    if (layout.mode != session::Mode::bedside) {
        return FaceSet::panels;
    }
    return layout.measure < 1.0F ? FaceSet::bedside_small : FaceSet::bedside;
}

Result<Interface> Interface::create(GLFWwindow* window) {
    auto backend = Backend::create(window);
    if (!backend) {
        return fail(backend.error());
    }
    FontCache cache = window != nullptr ? cache_folder() : std::nullopt;
    if (cache) {
        *cache /= "letters.atlas";
    }
    return Interface(std::make_unique<Parts>(std::move(*backend), std::move(cache)));
}

Interface::Interface(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
Interface::Interface(Interface&&) noexcept = default;
Interface& Interface::operator=(Interface&&) noexcept = default;
Interface::~Interface() = default;

void Interface::prepare(float scale, const session::Settings& settings, FaceSet faces) {
    Parts& parts = *parts_;
    parts.metrics.scale = scale;
    parts.theme = theme_of(session::shown_theme(settings));
    apply_style(parts.theme, parts.metrics, ImGui::GetStyle());
    if (parts.fonts_scale != scale || parts.fonts_text_size != settings.text_size ||
        parts.fonts_set != faces) {
        // Kept for the next start, which most likely wants them as this one did first.
        const FontCache cache = parts.fonts_scale == 0.0F ? parts.font_cache : FontCache{};
        ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        parts.fonts = build_faces(atlas, parts.font_files, faces, scale, settings.text_size, cache);
        parts.fonts_scale = scale;
        parts.fonts_set = faces;
        parts.fonts_text_size = settings.text_size;
        parts.backend.upload_fonts();
    }
    if (parts.own_keys != settings.keys) {
        parts.keys = KeyMap(settings.keys);
        parts.own_keys = settings.keys;
    }
    parts.focus.begin_frame(parts.palette.open);
}

void Interface::begin_frame(float scale, const session::Settings& settings, bool reduces_motion,
                            FaceSet faces) {
    parts_->backend.make_current();
    prepare(scale, settings, faces);
    parts_->backend.begin_frame();
    parts_->motion.begin_frame(std::min(ImGui::GetIO().DeltaTime, longest_step), reduces_motion);
    if (parts_->focus.enter()) {
        parts_->motion.ask_for_frame();
    }
}

void Interface::begin_frame_offscreen(float scale, const session::Settings& settings, int width,
                                      int height, float seconds, FaceSet faces) {
    parts_->backend.make_current();
    prepare(scale, settings, faces);
    parts_->backend.begin_frame_offscreen(width, height, seconds);
    parts_->motion.begin_frame(seconds, true);
}

bool Interface::is_bare(glm::vec2 pixel) const {
    parts_->backend.make_current();
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.OpenPopupStack.Size > 0 || !parts_->stage_area.contains(pixel)) {
        return false;
    }
    return std::none_of(context.Windows.begin(), context.Windows.end(), [&](const auto* window) {
        return window->Active && !window->Hidden &&
               (window->Flags & ImGuiWindowFlags_NoMouseInputs) == 0 &&
               window->OuterRectClipped.Contains({pixel.x, pixel.y});
    });
}

void Interface::open_palette(std::string query) {
    ui::open_palette(parts_->palette);
    parts_->palette.query = std::move(query);
}

glm::vec2 Interface::measure_label(const std::string& title, const std::string& subtitle,
                                   view::LabelForm form) const {
    return label_size(parts_->fonts, parts_->metrics, title, subtitle, form);
}

void Interface::Parts::draw_room(PanelContext& context) {
    const FrameInput& input = context.input;
    const view::Layout& layout = input.layout;
    const auto panel = [&](const char* name, const Rect& area, auto draw) {
        guard(context, failed_panel, name, area, draw);
    };
    panel(translatable("stage"), {}, [&] { draw_stage(context, stage); });
    if (session::is_presenting(input.session)) {
        panel(translatable("words of the tour"), layout.words, [&] { draw_audience(context); });
        return;
    }
    if (layout.mode == session::Mode::bedside) {
        panel(translatable("bedside stage"), {}, [&] { draw_bedside_stage(context, bedside); });
        panel(translatable("list of places"), layout.drawer,
              [&] { draw_bedside_list(context, bedside); });
        panel(translatable("words"), layout.panel, [&] { draw_bedside_words(context, bedside); });
        return;
    }
    panel(translatable("rail"), layout.rail, [&] { draw_rail(context); });
    if (shows_reading_panel(context)) {
        panel(translatable("reading panel"), layout.panel,
              [&] { draw_reading_panel(context, reading); });
    } else if (shows_study_home(context)) {
        panel(translatable("home of study"), layout.panel,
              [&] { draw_study_home(context, study); });
    } else {
        panel(translatable("list of tours"), layout.panel, [&] { draw_tours_page(context); });
    }
    panel(translatable("drawer"), layout.drawer, [&] { draw_drawer(context, drawer); });
    panel(translatable("status"), layout.status, [&] { draw_status_bar(context); });
    panel(translatable("edges"), {}, [&] { draw_edges(context); });
    panel(translatable("first steps"), {}, [&] { draw_first_steps(context, first_step); });
}

const char* Interface::Parts::draw_questions(PanelContext& context) {
    if (draw_file_questions(context, drawer.notes)) {
        return PanelFocus::question;
    }
    if (context.input.layout.mode != session::Mode::bedside) {
        bedside.asks_clear = false;
    }
    return draw_bedside_question(context, bedside) ? c_bedside_question : nullptr;
}

FrameOutput Interface::draw(const FrameInput& input) {
    Parts& parts = *parts_;
    FrameOutput output;
    PanelContext context{input,        parts.theme, parts.metrics,       parts.fonts,
                         parts.motion, output,      parts.backend.now(), parts.keys};
    const bool pen_draws = session::is_presenting(input.session) &&
                           input.session.lecture.tool == session::LectureTool::pen;
    parts.stage_area = pen_draws ? Rect{} : input.layout.stage; // a pen turns nothing
    const auto panel = [&](const char* name, auto draw) {
        guard(context, parts.failed_panel, name, {}, draw);
    };
    parts.draw_room(context);
    panel(translatable("toasts"), [&] { draw_toasts(context); });
    const Surroundings around{parts.focus, parts.drawer, parts.reading, parts.palette};
    const bool covered = parts.palette.open;
    panel(translatable("command palette"), [&] {
        if (const auto chosen = draw_palette(context, parts.palette, parts.drawer.search)) {
            carry_out(context, *chosen, around);
        }
    });
    const char* asked = nullptr;
    panel(translatable("questions"), [&] { asked = parts.draw_questions(context); });
    parts.focus.ask(asked);
    if (auto& found = parts.drawer.search.found) {
        show_found(parts.reading, *std::exchange(found, std::nullopt));
    }
    if (!covered && asked == nullptr && !takes_keys(parts.drawer.settings.keys)) {
        take_keys(context, around);
    } else if (covered && !parts.palette.open) {
        parts.focus.uncover();
    }

    output.wants_keyboard = ImGui::GetIO().WantTextInput || parts.focus.in_panels() ||
                            parts.palette.open || asked != nullptr;
    output.next_frame_in = parts.motion.next_frame_in();
    output.wants_more_frames = parts.motion.moving() || parts.backend.has_more_keys();
    return output;
}

FrameOutput Interface::draw_presenter(const FrameInput& input, const PresenterView& view) {
    Parts& parts = *parts_;
    FrameOutput output;
    PanelContext context{input,        parts.theme, parts.metrics,       parts.fonts,
                         parts.motion, output,      parts.backend.now(), parts.keys};
    guard(context, parts.failed_panel, translatable("speaker's window"), input.layout.window,
          [&] { ui::draw_presenter(context, parts.presenter, view); });
    guard(context, parts.failed_panel, translatable("toasts"), {}, [&] { draw_toasts(context); });
    take_presenter_keys(context);
    output.wants_more_frames = parts.motion.moving() || parts.backend.has_more_keys();
    return output;
}

void Interface::end_frame(int, int) {
    parts_->backend.draw();
}

} // namespace osteon::ui
