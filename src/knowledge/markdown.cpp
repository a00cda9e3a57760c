#include "knowledge/markdown.h"

#include "knowledge/document_builder.h"

/// The events of md4c, and what the document builder makes of them.
namespace osteon::knowledge {
namespace {

std::string text_of(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

} // namespace

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
        if (text_of(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang) == "view") {
            fence_.emplace();
        } else {
            refused_ = Refusal{"code cannot be shown; expected text, a list, a table, or a picture "
                               "between ```view and ```"};
        }
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
        fence_ ? end_fence() : end_refused();
        break;
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

namespace {

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
