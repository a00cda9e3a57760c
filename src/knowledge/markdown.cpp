#include "knowledge/markdown.h"

#include "knowledge/markdown_inline.h"
#include "knowledge/text_position.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <set>

namespace osteon::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, LinkKind>, 5> link_kinds = {{
    {"bone:", LinkKind::bone},
    {"site:", LinkKind::site},
    {"primary:", LinkKind::primary},
    {"article:", LinkKind::article},
    {"term:", LinkKind::term},
}};

/// Blocks side by side, and what the next one must know of those before it.
struct Container {
    Block quote;         ///< the call-out or fold that is being filled; unused at the top
    bool titled = false; ///< the quote's mark was read
    std::vector<Block> blocks;
    bool introduced = false; ///< the last paragraph ends with a colon and carries a reference
    std::optional<std::size_t> table_figure; ///< a table shows it, and no source has come yet
};

/// Something that an article cannot show; it is told at the place of its first text.
struct Refusal {
    std::string expected;
    bool told = false;
};

struct List {
    bool ordered = false;
    int next = 1;
};

/// Builds a document from the events of md4c, a parser without a tree of its own.
class DocumentBuilder {
public:
    DocumentBuilder(std::string_view text, const ContentFile& file)
        : text_(text)
        , file_(file)
        , position_(text) {
        containers_.emplace_back();
    }

    Document take() {
        require_table_source();
        return {std::move(containers_.front().blocks)};
    }

    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type, void* detail);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view text);

private:
    void fault(std::size_t offset, std::string expected) const {
        file_.fault(position_.line(offset), position_.column(offset), std::move(expected));
    }
    void begin(BlockKind kind, int level = 0, int number = 0);
    void end();
    void end_quote();
    void end_cell();
    void end_table();
    void add(Block block);
    void add_rule();
    void end_refused();
    void follow_link(std::size_t offset);
    void check_heading(Block& block);
    void check_source(const Inline& content, BlockKind kind);
    void require_table_source();
    std::size_t first_source() const;

    std::string_view text_;
    const ContentFile& file_;
    TextPosition position_;
    std::vector<Container> containers_;
    std::vector<List> lists_;
    std::set<std::string> anchors_;
    std::optional<Block> open_; ///< the block that text goes into
    std::vector<Run> runs_;
    Span style_;
    std::string pending_link_;       ///< address of a link whose text has not come yet
    std::optional<Refusal> refused_; ///< what the text belongs to that cannot be shown
    bool table_has_reference_ = false;
    std::size_t last_ = 0; ///< source offset of the latest text
};

bool same_style(const Span& a, const Span& b) {
    return a.strong == b.strong && a.emphasis == b.emphasis && a.link == b.link &&
           a.target == b.target;
}

std::string text_of(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

void DocumentBuilder::enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
    case MD_BLOCK_QUOTE:
        end();
        containers_.emplace_back();
        break;
    case MD_BLOCK_UL:
        end();
        lists_.push_back({});
        break;
    case MD_BLOCK_OL:
        end();
        lists_.push_back({true, static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)});
        break;
    case MD_BLOCK_LI:
        begin(BlockKind::list_item, static_cast<int>(lists_.size()) - 1,
              lists_.back().ordered ? lists_.back().next++ : 0);
        break;
    case MD_BLOCK_P:
        if (!open_ || !runs_.empty()) {
            begin(BlockKind::paragraph);
        }
        break;
    case MD_BLOCK_H:
        begin(BlockKind::heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
    case MD_BLOCK_TABLE:
        begin(BlockKind::table);
        table_has_reference_ = false;
        break;
    case MD_BLOCK_TR:
        open_->rows.emplace_back();
        break;
    case MD_BLOCK_HR:
        add_rule();
        break;
    case MD_BLOCK_CODE:
        end();
        refused_ = Refusal{"code cannot be shown; expected text, a list or a table"};
        break;
    case MD_BLOCK_HTML:
        end();
        refused_ = Refusal{"HTML cannot be shown; expected Markdown"};
        break;
    default:
        break;
    }
}

void DocumentBuilder::leave(MD_BLOCKTYPE type) {
    switch (type) {
    case MD_BLOCK_QUOTE:
        end_quote();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        lists_.pop_back();
        break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_H:
        end();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        end_cell();
        break;
    case MD_BLOCK_TABLE:
        end_table();
        break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        end_refused();
        break;
    default:
        break;
    }
}

void DocumentBuilder::enter(MD_SPANTYPE type, void* detail) {
    switch (type) {
    case MD_SPAN_EM:
        style_.emphasis = true;
        break;
    case MD_SPAN_STRONG:
        style_.strong = true;
        break;
    case MD_SPAN_A:
        pending_link_ = text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        break;
    case MD_SPAN_IMG:
        refused_ = Refusal{"images cannot be shown in an article; expected text"};
        break;
    default:
        refused_ = Refusal{"code cannot be shown; expected text, *emphasis* or **strong**"};
        break;
    }
}

void DocumentBuilder::leave(MD_SPANTYPE type) {
    switch (type) {
    case MD_SPAN_EM:
        style_.emphasis = false;
        break;
    case MD_SPAN_STRONG:
        style_.strong = false;
        break;
    case MD_SPAN_A:
        if (!pending_link_.empty()) {
            fault(last_, "expected a text in the brackets of the link to '" + pending_link_ + "'");
        }
        pending_link_.clear();
        style_.link = LinkKind::none;
        style_.target.clear();
        break;
    default:
        end_refused();
        break;
    }
}

void DocumentBuilder::text(MD_TEXTTYPE type, std::string_view text) {
    // Text that md4c hands over as it stands in the source tells its place by its address.
    const std::less<> before;
    const bool in_source =
        !before(text.data(), text_.data()) && before(text.data(), text_.data() + text_.size());
    const std::size_t source =
        in_source ? static_cast<std::size_t>(text.data() - text_.data()) : last_;
    last_ = source;
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
            container.quote.spans = read_inline(mark->title, position_, file_).spans;
        } else {
            fault(source, "expected [!warning], [!note], [!help] or [!folded] and a title at the "
                          "head of the quote");
        }
        container.quote.line = block.line;
    }
    if (block.kind == BlockKind::heading) {
        block.anchor = take_anchor(runs_, position_, file_);
    }
    const Inline content = read_inline(std::exchange(runs_, {}), position_, file_);
    block.spans = content.spans;
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
    const Inline content = read_inline(std::exchange(runs_, {}), position_, file_);
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

MD_PARSER events() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* builder) {
        static_cast<DocumentBuilder*>(builder)->enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* builder) {
        static_cast<DocumentBuilder*>(builder)->leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* builder) {
        static_cast<DocumentBuilder*>(builder)->enter(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* builder) {
        static_cast<DocumentBuilder*>(builder)->leave(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* builder) {
        static_cast<DocumentBuilder*>(builder)->text(type, {text, size});
        return 0;
    };
    return parser;
}

} // namespace

Document parse_markdown(std::string_view markdown, const ContentFile& file) {
    DocumentBuilder builder(markdown, file);
    const MD_PARSER parser = events();
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &builder);
    return builder.take();
}

} // namespace osteon::knowledge
