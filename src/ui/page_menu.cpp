#include "ui/page_menu.h"

#include "knowledge/copied_text.h"
#include "ui/commands.h"
#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

namespace osteon::ui {
namespace {

using knowledge::Block;
using knowledge::BlockKind;

constexpr const char* menu = "page menu";

bool item(PanelContext& context, const char* words, Icon icon, std::string_view keys = {}) {
    ListRow row;
    row.title = words;
    row.icon = icon;
    row.value = keys;
    row.height = 40.0F;
    const bool clicked = list_row(context, words, row).clicked;
    if (clicked) {
        ImGui::CloseCurrentPopup();
    }
    return clicked;
}

void copy(const PanelContext& context, const ReadingPanelState& state,
          std::span<const Block> blocks) {
    const std::string text = knowledge::copied_text(
        blocks, context.input.world.knowledge, context.tr("Sources"), [&](const Block& fold) {
            return state.open_folds.contains(fold_key(state.page, words_of(fold.spans)));
        });
    ImGui::SetClipboardText(text.c_str());
}

/// The text of an article under its title.
std::vector<Block> titled(const knowledge::Article& article, session::ReadingLevel level) {
    Block title;
    title.kind = BlockKind::heading;
    title.spans.emplace_back().text = article.title;
    std::vector<Block> blocks{std::move(title)};
    const std::vector<Block>& text = document_of(article, level).blocks;
    blocks.insert(blocks.end(), text.begin(), text.end());
    return blocks;
}

void fold_all(ReadingPanelState& state, const knowledge::Document& document) {
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading && block.level == 2) {
            state.folded_sections.insert(section_key(state.page, block.anchor));
        }
    }
}

void draw_items(PanelContext& context, ReadingPanelState& state,
                const knowledge::Article* article) {
    if (item(context, context.tr("Find on this page"), Icon::search,
             keys_of(context, Command::find_in_page))) {
        state.find.open = true;
        state.find.focus_wanted = true;
    }
    if (article == nullptr) {
        return;
    }
    const session::ReadingLevel level = context.input.session.settings.level;
    if (item(context, context.tr("Fold all sections"), Icon::up)) {
        fold_all(state, document_of(*article, level));
    }
    if (item(context, context.tr("Unfold all sections"), Icon::down)) {
        state.folded_sections.clear();
    }
    if (state.menu_block && item(context, context.tr("Copy paragraph"), Icon::copy)) {
        copy(context, state, std::span(&*state.menu_block, 1));
    }
    if (item(context, context.tr("Copy page as text"), Icon::copy)) {
        copy(context, state, titled(*article, level));
    }
}

} // namespace

void open_page_menu() {
    ImGui::OpenPopup(menu);
}

void draw_page_menu(PanelContext& context, ReadingPanelState& state,
                    const knowledge::Article* article) {
    ImGui::SetNextWindowSize({context.px(280.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(8.0F, 8.0F));
    if (ImGui::BeginPopup(menu)) {
        draw_items(context, state, article);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

std::string section_key(const std::string& page, const std::string& anchor) {
    return page + "#" + anchor;
}

} // namespace osteon::ui
