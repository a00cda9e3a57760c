#pragma once

#include "knowledge/knowledge.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::output {

/// A drawn picture of an export: its file from the root of the export, and its size in pixels.
struct HtmlPicture {
    std::string file;
    int width = 0;
    int height = 0;
};

/// The picture that a text describes.
struct HtmlLivePicture {
    knowledge::LivePicture shows;
    HtmlPicture file;
};

/// A language of an export, and the way to its folder from that of the page: "", "de/", "../".
struct HtmlLanguageLink {
    std::string id;
    std::string name;
    std::string folder;
};

/// What all pages of one language are made from.
struct HtmlSite {
    const anatomy::Registry& registry;
    const knowledge::Knowledge& known;
    const knowledge::Language& words;        ///< of the pages around the content
    std::string root;                        ///< from its folder to that of the export: "" or "../"
    std::vector<HtmlLanguageLink> languages; ///< all of the export, this one among them
    const std::map<std::string, HtmlPicture>& pictures; ///< by the page that shows them
    std::span<const HtmlLivePicture> live_pictures{};   ///< of the texts
};

/// A page. Texts are plain, `body` is HTML: what follows the title and the summary.
struct HtmlPage {
    std::string file; ///< "site-spine.html"
    std::string title;
    std::string latin;
    std::string summary;
    std::string body;
    bool english = false; ///< title and summary have no text in the page's language
};

/// The file of a page.
std::string article_file(const knowledge::Article& article);
std::string site_file(std::string_view site);
std::string primary_file(std::string_view primary);

/// The whole page: head, navigation, title, summary, body, footer.
std::string page_html(const HtmlPage& page, const HtmlSite& site);

/// ` lang="en"` for a passage that has no text in the page's language; nothing in English.
std::string foreign_attribute(bool untranslated, const HtmlSite& site);
/// Whether nothing of a document has a text in the page's language.
bool is_untranslated(const knowledge::Document& document);
/// Whether an article, a site or a bone still has its English name in another language.
bool is_untranslated(const knowledge::Article& article);
bool is_untranslated(const knowledge::Site& place, const HtmlSite& site);

// The pages, each from its own file.
HtmlPage start_page(const HtmlSite& site);
HtmlPage article_page(const knowledge::Article& article, const HtmlSite& site);
HtmlPage site_page(const knowledge::Site& place, const HtmlSite& site);
HtmlPage primary_page(const knowledge::Primary& primary, const HtmlSite& site);
HtmlPage matrix_page(const HtmlSite& site);
HtmlPage bones_page(const HtmlSite& site);
HtmlPage landmarks_page(const HtmlSite& site);
HtmlPage glossary_page(const HtmlSite& site);
HtmlPage references_page(const HtmlSite& site);
HtmlPage about_page(const HtmlSite& site);

/// All pages of a language, the start page first.
std::vector<HtmlPage> site_pages(const HtmlSite& site);

} // namespace osteon::output
