#pragma once

#include "knowledge/document.h"
#include "knowledge/findings.h"
#include "knowledge/markdown_inline.h"
#include "knowledge/text_position.h"

#include <md4c.h>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

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

/// The text between the fences of a picture.
struct Fence {
    std::string text;
    std::optional<std::size_t> source; ///< offset of its first character
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
    void read(PassageKind kind, Inline& content) const {
        file_.passage(kind, {}, std::move(content.passage));
    }
    void add_rule();
    void end_refused();
    void end_fence();
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
    std::optional<Fence> fence_;     ///< the picture that is being read
    std::optional<Refusal> refused_; ///< what the text belongs to that cannot be shown
    bool table_has_reference_ = false;
    std::size_t last_ = 0; ///< source offset of the latest text
};

} // namespace osteon::knowledge
