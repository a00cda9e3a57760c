#include "ui/settings_access.h"

#include "ui/widgets.h"

#include <array>

namespace osteon::ui {

namespace {

void draw_motion(PanelContext& context, session::MotionChoice choice) {
    const std::array<Segment, 3> motions{
        {{.label = context.tr("System"), .tip = context.tr("As the desktop has it")},
         {.label = context.tr("Full"), .tip = context.tr("Views fly and panels slide")},
         {.label = context.tr("Less"),
          .tip = context.tr("Views change at once instead of flying.")}}};
    text(context, TextRole::secondary, context.theme.text1, context.tr("Motion"));
    gap(context, 8.0F);
    if (const auto picked = segmented(context, "motion", motions, static_cast<std::size_t>(choice),
                                      content_width())) {
        context.emit(session::SetMotion{static_cast<session::MotionChoice>(*picked)});
    }
    gap(context, 12.0F);
}

/// Where the system has no speech the reason stands in place of the explanation.
void draw_speech(PanelContext& context, bool on) {
    const std::string& missing = context.input.no_speech;
    if (!missing.empty()) {
        text(context, TextRole::secondary, context.theme.text3, context.tr("Speak names"));
        gap(context, 4.0F);
        wrapped_text(context, TextRole::caption, context.theme.text2, context.tr(missing.c_str()));
        gap(context, 12.0F);
        return;
    }
    if (const auto wanted = toggle(context, context.tr("Speak names"), on,
                                   context.tr("Says the name of what is chosen."))) {
        context.emit(session::SetSpeech{*wanted});
    }
}

} // namespace

void draw_access_settings(PanelContext& context, KeysPageState& keys) {
    const session::Settings& settings = context.input.session.settings;
    gap(context, 20.0F);
    text(context, TextRole::caption_strong, context.theme.text3, context.tr("Ease of use"));
    gap(context, 8.0F);
    draw_motion(context, settings.motion);
    if (const auto on = toggle(context, context.tr("Patterns beside colours"), settings.patterns,
                               context.tr("Dots and hatching tell how often, without colour."))) {
        context.emit(session::SetPatterns{*on});
    }
    draw_speech(context, settings.speech);
    ImGui::Unindent(context.px(12.0F));
    const ListRow row{.title = context.tr("Keys"),
                      .subtitle = context.tr("Give commands keys of your own"),
                      .icon = Icon::keyboard,
                      .chevron = true};
    if (list_row(context, "keys", row).clicked) {
        keys.open = true;
    }
    ImGui::Indent(context.px(12.0F));
}

} // namespace osteon::ui
