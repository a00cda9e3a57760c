#include "ui/drawer_settings.h"

#include "base/user_folders.h"
#include "ui/settings_access.h"

#include <fmt/core.h>

#include <array>
#include <filesystem>

namespace osteon::ui {

namespace {

using knowledge::ReadingLevel;
using session::Settings;
using session::ThemeChoice;

constexpr SliderRange scale_range{.min = 0.75F, .max = 3.0F, .step = 0.05F};
constexpr SliderRange text_range{.min = 0.8F, .max = 1.6F, .step = 0.05F};

void heading(PanelContext& context, const char* words) {
    gap(context, 20.0F);
    text(context, TextRole::caption_strong, context.theme.text3, words);
    gap(context, 8.0F);
}

void draw_look(PanelContext& context, const Settings& settings) {
    const std::array<Segment, 3> themes{{{.label = context.tr("Dark")},
                                         {.label = context.tr("Light")},
                                         {.label = context.tr("Contrast")}}};
    heading(context, context.tr("Theme"));
    if (const auto picked = segmented(context, "theme", themes,
                                      static_cast<std::size_t>(settings.theme), content_width())) {
        context.emit(session::SetTheme{static_cast<ThemeChoice>(*picked)});
    }
    gap(context, 12.0F);
    if (const auto on =
            toggle(context, context.tr("Landmarks"), settings.show_landmarks,
                   context.tr("Points out the named places of the bone that is selected."))) {
        context.emit(session::ShowLandmarks{*on});
    }
    if (const auto on =
            toggle(context, context.tr("Dim the rest"), settings.dim_rest,
                   context.tr("Bones beside a chosen site step back where all are solid."))) {
        context.emit(session::SetDimRest{*on});
    }
}

/// Nothing where there is only English. Names stand in their own language, to be found by those
/// who speak it.
void draw_languages(PanelContext& context, const Settings& settings) {
    const std::vector<knowledge::LanguageName>& languages = context.input.world.knowledge.languages;
    if (languages.size() < 2) {
        return;
    }
    heading(context, context.tr("Language"));
    ImGui::Unindent(context.px(12.0F));
    for (const knowledge::LanguageName& language : languages) {
        const ListRow row{
            .title = language.name, .chosen = settings.language == language.id, .height = 40.0F};
        const std::string id = "language " + language.id;
        if (list_row(context, id.c_str(), row).clicked) {
            context.emit(session::SetLanguage{language.id});
        }
        tooltip(context, language.english_name);
    }
    ImGui::Indent(context.px(12.0F));
}

void draw_sizes(PanelContext& context, const Settings& settings, SettingsState& state) {
    heading(context, context.tr("Size"));
    const float scale = context.metrics.scale;
    if (const auto value =
            slider(context, context.tr("Everything"), scale, scale_range, state.slider)) {
        context.emit(session::SetScale{*value});
    }
    if (settings.scale > 0.0F) {
        if (link(context, "monitor", TextRole::caption, context.tr("Take it from the monitor"))) {
            context.emit(session::SetScale{0.0F});
        }
    } else {
        text(context, TextRole::caption, context.theme.text3, context.tr("Taken from the monitor"));
    }
    gap(context, 16.0F);
    if (const auto value = slider(context, context.tr("Text to read"), settings.text_size,
                                  text_range, state.slider)) {
        context.emit(session::SetTextSize{*value});
    }
}

void draw_reading(PanelContext& context, const Settings& settings) {
    const std::array<Segment, 2> levels{
        {{.label = context.tr("Plain"), .tip = context.tr("For patients and their families")},
         {.label = context.tr("Clinical"), .tip = context.tr("For doctors, nurses and students")}}};
    heading(context, context.tr("Reading level"));
    if (const auto picked = segmented(context, "level", levels,
                                      static_cast<std::size_t>(settings.level), content_width())) {
        context.emit(session::SetLevel{static_cast<ReadingLevel>(*picked)});
    }
    gap(context, 12.0F);
    if (const auto on =
            toggle(context, context.tr("Unchecked figures"), settings.show_unchecked,
                   context.tr("Well known, but not yet seen in their source. Marked by a dotted "
                              "circle."))) {
        context.emit(session::ShowUncheckedFigures{*on});
    }
}

void open_path(PanelContext& context, SettingsState& state) {
    const std::filesystem::path path = typed_path(state.path);
    std::error_code error;
    if (path.empty()) {
        state.message = context.tr("Type the path of a file, a folder or a zip archive.");
    } else if (!std::filesystem::exists(path, error)) {
        state.message =
            context.tr("There is no file {}. Check its name and folder.", path.string());
    } else {
        state.message.clear();
        context.emit(session::SetModel{.source = {path, {}}});
    }
}

void draw_unmatched(PanelContext& context, SettingsState& state) {
    const std::vector<std::string>& pieces = context.input.unmatched;
    if (pieces.empty()) {
        return;
    }
    gap(context, 12.0F);
    const Card card(
        context,
        {.padding = 14.0F, .ground = context.theme.warning_ground, .bar = context.theme.warning});
    wrapped_text(context, TextRole::secondary, context.theme.text1,
                 context.language().tr_count("{} piece has no name that we know.",
                                             "{} pieces have no name that we know.",
                                             pieces.size()));
    if (link(context, "unmatched", TextRole::secondary,
             state.unmatched_open ? context.tr("Hide their names")
                                  : context.tr("Show their names"))) {
        state.unmatched_open = !state.unmatched_open;
    }
    if (state.unmatched_open) {
        for (const std::string& piece : pieces) {
            wrapped_text(context, TextRole::caption, context.theme.text2, piece);
        }
    }
}

void draw_model(PanelContext& context, const Settings& settings, SettingsState& state) {
    heading(context, context.tr("Skeleton"));
    ImGui::Unindent(context.px(12.0F));
    const ListRow builtin{.title = context.tr("Built-in"),
                          .subtitle = context.tr("Always there, needs nothing from outside"),
                          .icon = Icon::bone,
                          .chosen = settings.model.builtin()};
    if (list_row(context, "builtin", builtin).clicked && !settings.model.builtin()) {
        context.emit(session::SetModel{});
    }
    if (!settings.model.builtin()) {
        const std::string file = settings.model.path.filename().string();
        const ListRow other{.title = context.input.model_name,
                            .subtitle = file,
                            .icon = Icon::file,
                            .chosen = true};
        list_row(context, "other", other);
        tooltip(context, settings.model.path.string());
    }
    ImGui::Indent(context.px(12.0F));
    gap(context, 12.0F);
    wrapped_text(
        context, TextRole::caption, context.theme.text2,
        context.tr("Or a file of your own: glTF, OBJ, FBX, STL or PLY, a folder or zip of them."));
    gap(context, 8.0F);
    const TextField field =
        text_field(context, "path", Icon::file, context.tr("Path of the file"), state.path, false);
    gap(context, 8.0F);
    const bool pressed = button(context, context.tr("Open"), {.width = content_width()});
    if (pressed || field.entered) {
        open_path(context, state);
    }
    if (field.changed) {
        state.message.clear();
    }
    if (!state.message.empty()) {
        gap(context, 8.0F);
        wrapped_text(context, TextRole::caption, context.theme.error, state.message);
    }
    draw_unmatched(context, state);
    if (session::count(context.input.session.notes) > 0) {
        gap(context, 12.0F);
        wrapped_text(context, TextRole::caption, context.theme.text2,
                     context.tr("Your notes stay where you placed them. On a skeleton of another "
                                "shape they may lie beside the bone."));
    }
}

} // namespace

std::filesystem::path typed_path(std::string_view typed) {
    constexpr std::string_view around = " \t\n\"'";
    const auto first = typed.find_first_not_of(around);
    if (first == std::string_view::npos) {
        return {};
    }
    return with_home(typed.substr(first, typed.find_last_not_of(around) - first + 1));
}

void draw_settings(PanelContext& context, SettingsState& state) {
    if (state.keys.open) {
        draw_keys_page(context, state.keys);
        return;
    }
    const Settings& settings = context.input.session.settings;
    ImGui::Indent(context.px(12.0F));
    ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - context.px(24.0F));
    draw_languages(context, settings);
    draw_look(context, settings);
    draw_sizes(context, settings, state);
    draw_reading(context, settings);
    draw_access_settings(context, state.keys);
    draw_model(context, settings, state);
    ImGui::PopTextWrapPos();
    ImGui::Unindent(context.px(12.0F));
}

} // namespace osteon::ui
