#include "knowledge/document_builder.h"

#include "knowledge/picture_fence.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace osteon::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, LinkKind>, 5> link_kinds = {{
    {"bone:", LinkKind::bone},
    {"site:", LinkKind::site},
    {"primary:", LinkKind::primary},
    {"article:", LinkKind::article},
    {"term:", LinkKind::term},
}};

bool same_style(const Span& a, const Span& b) {
    return a.strong == b.strong && a.emphasis == b.emphasis && a.link == b.link &&
           a.target == b.target;
}

PassageKind passage_kind(BlockKind kind) {
    switch (kind) {
    case BlockKind::heading:
        return PassageKind::heading;
    case BlockKind::list_item:
        return PassageKind::list_item;
    default:
        return PassageKind::paragraph;
    }
}

} // namespace

void DocumentBuilder::text(MD_TEXTTYPE type, std::string_view text) {
    // Text that md4c hands over as it stands in the source tells its place by its address.
    const std::less<> before;
    const bool in_source =
        !before(text.data(), text_.data()) && before(text.data(), text_.data() + text_.size());
    const std::size_t source =
        in_source ? static_cast<std::size_t>(text.data() - text_.data()) : last_;
    last_ = source;
    if (fence_) {
        fence_->source = fence_->source.value_or(source);
        fence_->text += text;
        return;
    }
    if (type == MD_TEXT_HTML && !refused_) {
        fault(source, "HTML cannot be shown; expected Markdown");
        return;
    }
    if (refused_) {
        if (!std::exchange(refused_->told, true)) {
            fault(source, refused_->expected);
        }
        return;
    }
    if (!pending_link_.empty()) {
        follow_link(source > 0 ? source - 1 : 0);
    }
    if (runs_.empty() || !same_style(runs_.back().span, style_)) {
        runs_.push_back({style_, {}});
    }
    const bool line_end = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR;
    runs_.back().append(line_end ? std::string_view("\n") : text, source);
    last_ = source + (in_source ? text.size() : 0);
}

void DocumentBuilder::end_refused() {
    if (refused_ && !refused_->told) {
        fault(last_, refused_->expected);
    }
    refused_.reset();
}

void DocumentBuilder::end_fence() {
    const Fence fence = std::move(*fence_);
    fence_.reset();
    require_table_source();
    const int line = position_.line(fence.source.value_or(last_));
    ContentFile inside = file_;
    inside.lines_before += line - 1;
    if (std::optional<Block> block = read_picture(fence.text, inside)) {
        block->line = line - 1 + file_.lines_before;
        add(std::move(*block));
    }
}

void DocumentBuilder::follow_link(std::size_t offset) {
    const std::string address = std::exchange(pending_link_, {});
    for (const auto& [prefix, kind] : link_kinds) {
        if (address.starts_with(prefix)) {
            style_.link = kind;
            style_.target = address.substr(prefix.size());
            file_.mention(kind, style_.target, position_.line(offset), position_.column(offset));
            return;
        }
    }
    fault(offset, "the link leads to '" + address +
                      "'; expected bone:, site:, primary:, article: or term: and an id");
}

void DocumentBuilder::begin(BlockKind kind, int level, int number) {
    end();
    open_.emplace();
    open_->kind = kind;
    open_->level = level;
    open_->number = number;
}

std::size_t DocumentBuilder::first_source() const {
    return runs_.empty() ? last_ : runs_.front().source_of(0);
}

void DocumentBuilder::end() {
    if (!open_ || open_->kind == BlockKind::table) {
        return;
    }
    Block block = std::move(*open_);
    open_.reset();
    const std::size_t source = first_source();
    block.line = position_.line(source) + file_.lines_before;
    Container& container = containers_.back();
    if (containers_.size() > 1 && !container.titled && container.blocks.empty()) {
        container.titled = true;
        if (auto mark = take_quote_mark(runs_)) {
            container.quote.kind = mark->style == "folded" ? BlockKind::folded : BlockKind::callout;
            container.quote.style = mark->style == "folded" ? "" : mark->style;
            Inline title = read_inline(mark->title, position_, file_);
            container.quote.spans = std::move(title.spans);
            read(PassageKind::title, title);
        } else {
            fault(source, "expected [!warning], [!note], [!help] or [!folded] and a title at the "
                          "head of the quote");
        }
        container.quote.line = block.line;
    }
    if (block.kind == BlockKind::heading) {
        block.anchor = take_anchor(runs_, position_, file_);
    }
    Inline content = read_inline(std::exchange(runs_, {}), position_, file_);
    block.spans = content.spans;
    read(passage_kind(block.kind), content);
    if (block.kind == BlockKind::heading) {
        last_ = source;
        check_heading(block);
    }
    if (!block.spans.empty()) {
        check_source(content, block.kind);
        add(std::move(block));
    }
}

void DocumentBuilder::check_heading(Block& block) {
    if (block.level < 2 || block.level > 4) {
        fault(last_, "expected a heading of level 2 to 4, ## to ####; the title of the article "
                     "stands in its front matter");
        block.level = std::clamp(block.level, 2, 4);
    }
    if (block.spans.empty()) {
        fault(last_, "expected a text in the heading");
    } else if (!anchors_.insert(block.anchor).second) {
        fault(last_, "the anchor '" + block.anchor +
                         "' is there already; expected another, as in {#name}");
    }
}

void DocumentBuilder::check_source(const Inline& content, BlockKind kind) {
    Container& container = containers_.back();
    if (kind == BlockKind::paragraph && content.has_reference) {
        container.table_figure.reset();
    }
    require_table_source();
    const bool introduced = kind == BlockKind::list_item && container.introduced;
    if (content.figure && !content.has_reference && !introduced) {
        fault(*content.figure, "a figure without its source; expected a reference [@key] in the "
                               "same paragraph, item or table");
    }
    if (kind != BlockKind::list_item) {
        container.introduced =
            content.has_reference && !content.spans.empty() &&
            std::any_of(content.spans.begin(), content.spans.end(),
                        [](const Span& span) { return span.text.ends_with(':'); });
    }
}

void DocumentBuilder::require_table_source() {
    if (const auto figure = std::exchange(containers_.back().table_figure, std::nullopt)) {
        fault(*figure, "a figure without its source; expected a reference [@key] in the table or "
                       "in the paragraph after it");
    }
}

void DocumentBuilder::end_quote() {
    end();
    require_table_source();
    Container done = std::move(containers_.back());
    containers_.pop_back();
    if (done.quote.line == 0) {
        fault(last_, "expected a text in the quote");
    } else if (done.quote.kind == BlockKind::callout || done.quote.kind == BlockKind::folded) {
        done.quote.blocks = std::move(done.blocks);
        add(std::move(done.quote));
    } else {
        for (Block& block : done.blocks) {
            add(std::move(block));
        }
    }
}

void DocumentBuilder::end_cell() {
    if (open_->line == 0 && !runs_.empty()) {
        open_->line = position_.line(first_source()) + file_.lines_before;
    }
    Inline content = read_inline(std::exchange(runs_, {}), position_, file_);
    read(PassageKind::cell, content);
    table_has_reference_ = table_has_reference_ || content.has_reference;
    Container& container = containers_.back();
    if (content.figure && open_->rows.size() > 1 && !container.table_figure) {
        container.table_figure = content.figure;
    }
    open_->rows.back().push_back(content.spans);
}

void DocumentBuilder::end_table() {
    Block table = std::move(*open_);
    open_.reset();
    Container& container = containers_.back();
    if (table_has_reference_ || container.introduced) {
        container.table_figure.reset();
    }
    add(std::move(table));
}

void DocumentBuilder::add(Block block) {
    containers_.back().blocks.push_back(std::move(block));
}

void DocumentBuilder::add_rule() {
    end();
    // md4c hands over no text for a rule: it is the next line that is made of its marks alone.
    std::size_t start = text_.find('\n', last_);
    while (start != std::string_view::npos) {
        const std::size_t end = std::min(text_.find('\n', start + 1), text_.size());
        const std::string_view line = text_.substr(start + 1, end - start - 1);
        if (line.find_first_of("-*_") != std::string_view::npos &&
            line.find_first_not_of("-*_ >") == std::string_view::npos) {
            last_ = start + 1;
            break;
        }
        start = end < text_.size() ? end : std::string_view::npos;
    }
    Block rule;
    rule.kind = BlockKind::rule;
    rule.line = position_.line(last_) + file_.lines_before;
    add(std::move(rule));
}

} // namespace osteon::knowledge
