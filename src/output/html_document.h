#pragma once

#include "output/html_site.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::output {

/// The sources that a page cites, numbered in the order of their first mention.
class HtmlNotes {
public:
    explicit HtmlNotes(const HtmlSite& site)
        : site_(&site) {}

    /// A raised number that leads to the source's entry below. Unknown keys give nothing.
    std::string cite(std::string_view key);
    /// The same for several, with commas.
    std::string cite(const std::vector<std::string>& keys);
    /// The section with all entries, each with ways back to its mentions; empty: none was cited.
    std::string section() const;

private:
    struct Note {
        const knowledge::Reference* reference;
        int mentions;
    };
    const HtmlSite* site_;
    std::vector<Note> notes_;
};

/// How a document is put on a page.
struct HtmlPassage {
    const HtmlSite& site;
    HtmlNotes& notes;
    std::string_view anchors = "plain"; ///< before the anchors of its headings: "plain-pain"
    int heading = 3;                    ///< the level that "##" gets
};

std::string document_html(const knowledge::Document& document, const HtmlPassage& passage);
std::string spans_html(const std::vector<knowledge::Span>& spans, const HtmlPassage& passage);

/// Text, DOI, PubMed and where it was read; how it is known where it was not read.
std::string reference_html(const knowledge::Reference& reference, const HtmlSite& site);

/// Where a link of the content leads, from any page of the site. `anchors` is "plain" or
/// "clinical": the level to go to in an article, where that has the section. Empty: nowhere.
std::string link_target(const knowledge::Span& span, std::string_view anchors,
                        const HtmlSite& site);
/// The place of a bone in the index of bones, and of a landmark in that of landmarks.
std::string bone_target(anatomy::BoneIndex bone, const anatomy::Registry& registry);
std::string landmark_anchor(anatomy::LandmarkIndex landmark, const anatomy::Registry& registry);

} // namespace osteon::output
