#include "session/talk.h"
#include "ui/bedside_parts.h"
#include "view/bedside.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace osteon::ui {
namespace {

constexpr float c_short_panel = 560.0F; ///< px at 100 %: below it the foot scrolls with the words

using knowledge::BedsideWords;
using knowledge::Site;

void space(PanelContext& context, float length) {
    gap(context, view::bedside_length(context.input.layout, length));
}

/// The one bone that is talked about, or no_bone.
anatomy::BoneIndex bone_of_talk(const PanelContext& context) {
    const auto& selection = context.input.session.stage.selection;
    const std::size_t known = context.input.world.registry.bones.size();
    return selection.size() == 1 && selection.front() < known ? selection.front()
                                                              : anatomy::no_bone;
}

void draw_title(PanelContext& context, const Site* site) {
    if (const session::LesionMark* const mark =
            session::mark_of_talk(context.input.session, context.input.world)) {
        wrapped_text(context, TextRole::title, context.theme.text1, title_of_mark(context, *mark));
        space(context, 14.0F);
        if (mark->id == context.input.session.desk.open) {
            draw_bedside_kinds(context, *mark);
        }
        return;
    }
    const anatomy::BoneIndex bone = bone_of_talk(context);
    const std::string name = bone != anatomy::no_bone
                                 ? context.input.world.registry.bones[bone].name
                             : site != nullptr ? plain_name(context, *site)
                                               : context.tr("Where is it?");
    wrapped_text(context, TextRole::title, context.theme.text1, name);
    if (bone != anatomy::no_bone && site != nullptr) {
        wrapped_text(context, TextRole::secondary, context.theme.text2, plain_name(context, *site));
    }
    space(context, 14.0F);
}

void draw_start(PanelContext& context) {
    wrapped_text(context, TextRole::body, context.theme.text1,
                 context.tr("Touch a place in the list, or a bone in the picture. Drag to turn the "
                            "body."));
    space(context, 20.0F);
    telling_card(context, Icon::none, context.theme.accent_ground, context.theme.good,
                 context.tr("Take the time you need"),
                 context.tr("You decide how much you want to see and hear. You can stop at any "
                            "time."));
}

void draw_words_of(PanelContext& context, const BedsideWords& words) {
    wrapped_text(context, TextRole::body, context.theme.text1, words.what);
    space(context, 20.0F);
    telling_card(context, Icon::none, context.theme.accent_ground, context.theme.good,
                 context.tr("What can be done"), words.done);
    space(context, 20.0F);
    telling_card(context, Icon::warn, context.theme.warning_ground, context.theme.warning,
                 context.tr("Call the same day"), words.call);
}

/// The article of a site, or the overview where none is talked about.
std::string article_of(const PanelContext& context, const Site* site) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    if (site == nullptr) {
        return "overview";
    }
    const Site* const parent = known.site(site->parent);
    return site->article.empty() && parent != nullptr ? parent->article : site->article;
}

std::vector<anatomy::BoneIndex> marked_bones_of(const std::vector<session::LesionMark>& marks) {
    std::vector<anatomy::BoneIndex> bones;
    std::ranges::transform(marks, std::back_inserter(bones),
                           [](const session::LesionMark& mark) { return mark.at.bone; });
    return bones;
}

void draw_ways_on(PanelContext& context, BedsideState& state, const Site* site) {
    const std::vector<session::LesionMark>& marks = context.input.session.notes.marks;
    if (marks.size() > 1) {
        BigRow others;
        others.title = context.tr("Show my other places");
        others.icon = Icon::site;
        others.end = Icon::right;
        space(context, 20.0F);
        if (big_row(context, "others", others)) {
            context.emit(
                session::Select{marked_bones_of(marks), session::SelectMode::replace, true});
            context.emit(session::OpenNote{});
            turn_to(state, BedsidePage::places);
        }
    }
    const std::string article = article_of(context, site);
    if (context.input.world.knowledge.article(article) == nullptr) {
        return;
    }
    BigRow row;
    row.title = context.tr("Read more");
    row.icon = Icon::book;
    row.end = Icon::right;
    space(context, 20.0F);
    if (big_row(context, "more", row)) {
        context.emit(session::OpenArticle{article, {}});
        state.article_from = context.input.session.reading.current + 1;
        if (context.input.session.reading.here() == session::ReadingPlace{article, {}}) {
            --state.article_from;
        }
        turn_to(state, BedsidePage::article);
    }
}

/// A row that asks before it opens what may be hard to read.
void draw_outlook_row(PanelContext& context, BedsideState& state) {
    BigRow row;
    row.title = context.tr("How things may go");
    row.subtitle = context.tr("Opens only if you ask");
    row.end = state.asks_outlook ? Icon::up : Icon::down;
    row.height = 84.0F;
    if (big_row(context, "outlook", row)) {
        state.asks_outlook = !state.asks_outlook;
    }
    if (!state.asks_outlook) {
        return;
    }
    space(context, 14.0F);
    wrapped_text(context, TextRole::body, context.theme.text1,
                 context.tr("This tells how things went for many people. It cannot tell how they "
                            "go for you. Do you want to read it now?"));
    space(context, 14.0F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float between = bedside_px(context, 14.0F);
    const float width = std::floor(0.5F * (content_width() - between));
    const float height = target_px(context, 68.0F);
    const bool no = big_button(context, "not now", {at.x, at.y, width, height},
                               {.words = context.tr("Not now"), .filled = true});
    const bool yes = big_button(context, "open it", {at.x + width + between, at.y, width, height},
                                {.words = context.tr("Yes, open it")});
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    if (no || yes) {
        state.asks_outlook = false;
    }
    if (yes) {
        turn_to(state, BedsidePage::outlook);
    }
}

const char* kept_words(const PanelContext& context) {
    return context.input.session.desk.keep
               ? context.tr("Marks and drawings are kept on this computer.")
               : context.tr("Nothing is kept on this computer.");
}

/// What is kept, and what the words are not; the row changes the first.
void draw_small_print(PanelContext& context) {
    const bool keep = context.input.session.desk.keep;
    BigRow row;
    row.title = context.tr("Keep on this computer");
    row.subtitle = kept_words(context);
    row.icon = keep ? Icon::save : Icon::info;
    row.end = keep ? Icon::check : Icon::none;
    row.quiet = true;
    if (big_row(context, "keep", row)) {
        context.emit(session::KeepNotes{!keep});
    }
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("For teaching. Not a diagnosis."));
}

float small_print_height(const PanelContext& context, float width) {
    const float room = width - bedside_px(context, 120.0F);
    const float words =
        measure_text(context, TextRole::card_title, context.tr("Keep on this computer"), room).y +
        measure_text(context, TextRole::secondary, kept_words(context), room).y +
        bedside_px(context, 28.0F);
    return std::max(target_px(context, 76.0F), words) +
           measure_text(context, TextRole::secondary, context.tr("For teaching. Not a diagnosis."),
                        width)
               .y;
}

void draw_words_page(PanelContext& context, BedsideState& state) {
    const Site* const site = session::site_of_talk(context.input.session, context.input.world);
    const BedsideWords* const words =
        site != nullptr ? context.input.world.knowledge.bedside_words(site->id) : nullptr;
    draw_title(context, site);
    if (words != nullptr) {
        draw_words_of(context, *words);
    } else {
        draw_start(context);
    }
    draw_ways_on(context, state, site);
    space(context, 14.0F);
    draw_outlook_row(context, state);
}

void go_back(PanelContext& context, BedsideState& state) {
    const session::Reading& reading = context.input.session.reading;
    if (state.page == BedsidePage::article && reading.current > state.article_from) {
        context.emit(session::NavigateBack{});
        return;
    }
    state.page = state.page == BedsidePage::cancer ? BedsidePage::sheet : BedsidePage::words;
}

void draw_page(PanelContext& context, BedsideState& state) {
    if (state.page == BedsidePage::words) {
        draw_words_page(context, state);
        return;
    }
    BigRow back;
    back.title = context.tr("Back");
    back.icon = Icon::back;
    back.quiet = true;
    back.height = 60.0F;
    if (big_row(context, "back", back)) {
        go_back(context, state);
    }
    space(context, 10.0F);
    switch (state.page) {
    case BedsidePage::questions:
        draw_bedside_questions(context, state);
        break;
    case BedsidePage::article:
    case BedsidePage::outlook:
        draw_bedside_article(context, state);
        break;
    case BedsidePage::places:
        draw_bedside_places(context);
        break;
    case BedsidePage::sheet:
        draw_bedside_sheet(context, state);
        break;
    case BedsidePage::cancer:
        draw_bedside_cancers(context, state);
        break;
    case BedsidePage::rooms:
        draw_bedside_rooms(context);
        break;
    case BedsidePage::words:
        break;
    }
}

/// Another place in the list or another bone brings its words into view.
void follow_talk(const PanelContext& context, BedsideState& state) {
    const Site* const site = session::site_of_talk(context.input.session, context.input.world);
    const bool listed = state.page == BedsidePage::article || state.page == BedsidePage::places ||
                        state.page == BedsidePage::sheet;
    if (site != state.told && state.told != nullptr && site != nullptr && !listed) {
        state.page = BedsidePage::words;
        state.asks_outlook = false;
    }
    state.told = site;
}

} // namespace

void draw_bedside_words(PanelContext& context, BedsideState& state) {
    follow_talk(context, state);
    const view::Layout& layout = context.input.layout;
    const bool turns = view::takes_turns(layout);
    if (turns && state.shows_list) {
        return;
    }
    const float side = bedside_px(context, turns ? 20.0F : 36.0F);
    const float edge = bedside_px(context, 24.0F);
    const float head = turns ? target_px(context, 64.0F) + bedside_px(context, 32.0F) : edge;
    Rect area = layout.panel;
    area.y += head;
    area.height -= head;
    const FixedWindow window("bedside words", turns ? area : layout.panel,
                             {.ground = context.theme.panel});
    const float width = area.width - 2.0F * side;
    const bool short_panel = layout.panel.height < context.px(c_short_panel);
    const float foot = short_panel ? 0.0F : small_print_height(context, width) + 1.5F * edge;
    {
        const SwipeArea scroll(context, "words", {area.x, area.y, area.width, area.height - foot},
                               side);
        if (state.reading.page != context.input.session.reading.here().article ||
            state.page != state.drawn) {
            ImGui::SetScrollY(0.0F);
        }
        state.reading.page = context.input.session.reading.here().article;
        state.drawn = state.page;
        draw_page(context, state);
        if (short_panel) {
            space(context, 20.0F);
            draw_small_print(context);
        }
        space(context, 20.0F);
    }
    if (!short_panel) {
        ImGui::SetCursorScreenPos({area.x + side, area.bottom() - foot + 0.5F * edge});
        ImGui::PushTextWrapPos(area.right() - side - ImGui::GetWindowPos().x);
        draw_small_print(context);
        ImGui::PopTextWrapPos();
    }
}

} // namespace osteon::ui
