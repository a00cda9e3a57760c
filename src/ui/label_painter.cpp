#include "ui/label_painter.h"

#include "ui/backend.h"
#include "ui/label_fonts.h"
#include "ui/panel_context.h"
#include "ui/stage_label.h"
#include "ui/stage_parts.h"

#include <utility>

namespace osteon::ui {

namespace {

/// Dear ImGui needs some frames until the legend's window has settled.
constexpr int frames = 3;
/// Long enough a time step for every fade to be over.
constexpr float frame_seconds = 1.0F;

} // namespace

struct LabelPainter::Parts {
    Backend backend;
    FontFiles font_files;
    Metrics metrics;
    Theme theme;
    Fonts fonts;
    Motion motion;
    StageState stage;
    KeyMap keys;

    Parts(Backend started, float scale, session::ThemeChoice choice)
        : backend(std::move(started))
        , font_files(find_font_files())
        , metrics{scale}
        , theme(theme_of(choice)) {
        backend.make_current();
        apply_style(theme, metrics, ImGui::GetStyle());
        fonts = build_label_fonts(*ImGui::GetIO().Fonts, font_files, scale);
        backend.upload_fonts();
    }
};

LabelPainter::LabelPainter(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
LabelPainter::LabelPainter(LabelPainter&&) noexcept = default;
LabelPainter& LabelPainter::operator=(LabelPainter&&) noexcept = default;
LabelPainter::~LabelPainter() = default;

Result<LabelPainter> LabelPainter::create(float scale, session::ThemeChoice theme) {
    Result<Backend> backend = Backend::create(nullptr);
    if (!backend) {
        return fail(backend.error());
    }
    return LabelPainter(std::make_unique<Parts>(std::move(*backend), scale, theme));
}

glm::vec2 LabelPainter::measure(const std::string& title, const std::string& subtitle,
                                view::LabelForm form) const {
    return label_size(parts_->fonts, parts_->metrics, title, subtitle, form);
}

void LabelPainter::lay_out(const FrameInput& input) {
    Parts& parts = *parts_;
    const view::Layout& layout = input.layout;
    const view::Furniture room = view::furniture(layout, input.session.stage);
    for (int frame = 0; frame < frames; ++frame) {
        parts.backend.make_current();
        parts.backend.begin_frame_offscreen(static_cast<int>(layout.window.width),
                                            static_cast<int>(layout.window.height), frame_seconds);
        parts.motion.begin_frame(frame_seconds, true);
        FrameOutput output;
        PanelContext context{input,        parts.theme, parts.metrics,       parts.fonts,
                             parts.motion, output,      parts.backend.now(), parts.keys};
        draw_routes(context, parts.stage);
        draw_film_marks(context);
        draw_names(context);
        draw_notes(context, parts.stage, false);
        draw_markers(context, parts.stage, false);
        draw_landmarks(context, parts.stage, false);
        if (!room.legend.empty()) {
            draw_legend(context, room.legend, room.legend_form);
        }
        if (!room.note.empty()) {
            draw_stage_note(context, room.note);
        } else {
            draw_picture_caption(context);
        }
        if (!room.titles[0].empty()) {
            draw_divider(context, false);
            draw_pane_titles(context, room.titles, false);
        }
        parts.backend.end_frame();
    }
}

void LabelPainter::draw_tile(const Rect& tile) {
    parts_->backend.draw_tile(tile);
}

} // namespace osteon::ui
