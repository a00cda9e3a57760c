#pragma once

#include "output/html_document.h"
#include "output/html_site.h"

#include <string>
#include <string_view>
#include <vector>

/// What several pages share.
namespace osteon::output {

/// The ways to the levels of an article and to the figures, where the page has them.
std::string level_switch(const knowledge::Article* article, bool figures, const HtmlSite& site);
/// Both levels of an article, the plain one first.
std::string article_levels(const knowledge::Article& article, const HtmlSite& site,
                           HtmlNotes& notes);
/// When it was last reviewed, and by whom.
std::string review_line(const knowledge::Article& article, const HtmlSite& site);
/// The ways to the articles before and after in reading order.
std::string neighbours(const knowledge::Article& article, const HtmlSite& site);

/// The picture of a page with its caption; where none could be drawn, what it would show.
std::string picture_html(const std::string& page, const std::string& alt,
                         const std::string& caption, const HtmlSite& site);

/// A picture with its caption, which is HTML; without a picture what it would show. `attributes`
/// go to the element around both.
std::string figure_html(const HtmlPicture* picture, const std::string& alt,
                        const std::string& caption, const std::string& attributes,
                        const HtmlSite& site);

/// A row of a table of figures.
struct HtmlFigureRow {
    std::string name; ///< HTML
    std::string anchor;
    const knowledge::SpreadFigure* figure = nullptr; ///< nullptr: no figure found
    int heat = -1;                                   ///< the estimate 0..4; -1: none
};
/// A table of figures of one basis, or of estimates alone: all rows have a figure, or none has.
/// Nothing without rows. `first` heads the first column, `anchor` is the table's.
std::string figure_table(const std::string& anchor, const std::string& caption,
                         const std::string& first, const std::vector<HtmlFigureRow>& rows,
                         const HtmlSite& site, HtmlNotes& notes);

/// "62.2 %", "≥ 50.6 %" as the language writes it.
std::string percent_text(double percent, knowledge::Method method, const HtmlSite& site);
/// How a figure came about, whether it was checked, what it counts, and the estimate, in words.
const char* method_words(knowledge::Method method, const knowledge::Language& words);
const char* confidence_words(knowledge::Confidence confidence, const knowledge::Language& words);
const char* basis_words(knowledge::Basis basis, const knowledge::Language& words);
const char* estimate_words(int heat, const knowledge::Language& words);

} // namespace osteon::output
