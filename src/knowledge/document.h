#pragma once

#include "base/error.h"
#include "knowledge/live_picture.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

/// Where a link leads. Written in Markdown as `[text](bone:femur_left)`, `[text](site:spine)`,
/// `[text](primary:breast)`, `[text](article:symptoms#fracture)`, `[text](term:lytic)`, `[@key]`.
enum class LinkKind { none, bone, site, primary, article, term, reference, web };

/// A run of text in one style.
struct Span {
    std::string text; ///< of a reference: its key; once loaded, its short text ("Macedo 2017")
    bool strong = false;
    bool emphasis = false;
    LinkKind link = LinkKind::none;
    std::string target; ///< the id behind the link; for an article with "#section" where given
    bool operator==(const Span&) const = default;
};

enum class BlockKind {
    heading,   ///< `level` 2 to 4; `anchor` names it for links
    paragraph, ///<
    list_item, ///< `level` is the depth from 0; `number` 0 for bullets
    table,     ///< `rows`, the first is the heading
    callout,   ///< a Markdown quote that begins with `[!warning]`, `[!note]` or `[!help]`
    folded,    ///< a quote that begins with `[!folded] Title`: opens only when the reader asks
    rule,
    picture, ///< a fence "view": `picture`, with its caption in `spans`
};

/// A block of an article. Blocks nest only in callouts and folds.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    int number = 0;
    std::string anchor;      ///< headings: from `{#often}`, else from the text
    std::string style;       ///< callouts: "warning", "note" or "help"
    std::vector<Span> spans; ///< the text; for callouts and folds the title
    std::vector<std::vector<std::vector<Span>>> rows; ///< tables: rows of cells of spans
    std::vector<Block> blocks;                        ///< callouts and folds: what is inside
    std::shared_ptr<const LivePicture> picture{};     ///< of a picture; not null there
    std::string alt{};                                ///< of a picture: what it shows, in words
    int line = 0;                                     ///< where it begins in its file, from 1
    bool untranslated = false; ///< stands in English because the language has no text for it
};

struct Document {
    std::vector<Block> blocks;
};

/// Parses Markdown (CommonMark with tables) as articles use it. `first_line` is the line of the
/// file at which `markdown` begins. HTML and images are refused.
Result<Document> parse_document(std::string_view markdown, std::string_view file, int first_line);

/// Whether some of a document stands in English for want of a translation.
bool is_partly_english(const Document& document);

/// The words of a document without its marks, for search.
std::string plain_text(const Document& document);

} // namespace osteon::knowledge
