#include "output/html_export.h"

#include "base/files.h"
#include "output/html_site.h"
#include "output/new_folder.h"
#include "output/picture.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

/// By this file an earlier export is known.
constexpr const char* mark = "osteon-export.txt";
constexpr const char* mark_text =
    "Pages written by 'osteon content export'. A new export into this "
    "folder replaces all of it.\n";

struct Pictures {
    std::map<std::string, HtmlPicture> of_pages;
    std::vector<HtmlLivePicture> of_texts;
};

Error stopped() {
    return {Fault::usage, "export", "", "it was stopped", "Start it again"};
}

/// What is pictured, by the page that shows it.
std::map<std::string, ExportPicture> wanted_pictures(const knowledge::Knowledge& known) {
    std::map<std::string, ExportPicture> wanted;
    for (const knowledge::Site& site : known.sites) {
        wanted[site_file(site.id)] = {site.id, {}, nullptr};
    }
    for (const knowledge::Primary& primary : known.primaries) {
        wanted[primary_file(primary.id)] = {{}, primary.id, nullptr};
    }
    return wanted;
}

/// The pictures that the texts describe, each once.
std::vector<const knowledge::LivePicture*> described_pictures(const knowledge::Knowledge& known) {
    std::vector<const knowledge::LivePicture*> found;
    for (const knowledge::Article& article : known.articles) {
        for (const knowledge::Document* const text : {&article.plain, &article.clinical}) {
            for (const knowledge::Block& block : text->blocks) {
                const auto same = [&](const auto* other) { return *other == *block.picture; };
                if (block.picture != nullptr && std::ranges::none_of(found, same)) {
                    found.push_back(block.picture.get());
                }
            }
        }
    }
    return found;
}

/// Draws one and writes it under a name.
Result<HtmlPicture> draw_picture(const NewFolder& folder, const HtmlExport& what,
                                 const ExportPicture& subject, const std::string& name) {
    const Result<render::Image> image = what.draw(subject);
    if (!image) {
        return fail(image.error());
    }
    const std::string file = "pictures/" + name + ".png";
    if (auto written = write_png(*image, folder.path() / file); !written) {
        return fail(folder.told_of_target(written.error()));
    }
    return HtmlPicture{file, image->width, image->height};
}

Result<Pictures> draw_pictures(const NewFolder& folder, const HtmlExport& what,
                               const Progress& progress) {
    Pictures pictures;
    if (!what.draw) {
        return pictures;
    }
    const knowledge::Knowledge& known = what.languages.front().knowledge;
    const auto pages = wanted_pictures(known);
    const auto described = described_pictures(known);
    int done = 0;
    const auto goes_on = [&] {
        return progress("Drawing pictures", done++,
                        static_cast<int>(pages.size() + described.size()));
    };
    for (const auto& [page, subject] : pages) {
        const auto drawn =
            goes_on() ? draw_picture(folder, what, subject, page.substr(0, page.rfind('.')))
                      : fail(stopped());
        if (!drawn) {
            return fail(drawn.error());
        }
        pictures.of_pages[page] = *drawn;
    }
    for (const knowledge::LivePicture* const live : described) {
        const std::string name = fmt::format("text-{}", pictures.of_texts.size() + 1);
        const auto drawn =
            goes_on() ? draw_picture(folder, what, {{}, {}, live}, name) : fail(stopped());
        if (!drawn) {
            return fail(drawn.error());
        }
        pictures.of_texts.push_back({*live, *drawn});
    }
    return pictures;
}

/// The languages as a page of the one at `here` links them. The first stands at the root.
std::vector<HtmlLanguageLink> language_links(const std::vector<ExportLanguage>& all,
                                             std::size_t here) {
    const auto folder = [&](std::size_t index) {
        return index == 0 ? std::string{} : all[index].knowledge.language.id + "/";
    };
    std::vector<HtmlLanguageLink> links;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const knowledge::Language& language = all[i].knowledge.language;
        const std::string way = i == here ? "" : (here == 0 ? "" : "../") + folder(i);
        links.push_back({language.id, language.name, way});
    }
    return links;
}

Result<std::size_t> write_pages(const NewFolder& folder, const HtmlExport& what,
                                const Pictures& pictures, const Progress& progress) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < what.languages.size(); ++i) {
        const ExportLanguage& language = what.languages[i];
        const std::string& id = language.knowledge.language.id;
        const HtmlSite site{.registry = language.registry,
                            .known = language.knowledge,
                            .words = language.knowledge.language,
                            .root = i == 0 ? "" : "../",
                            .languages = language_links(what.languages, i),
                            .pictures = pictures.of_pages,
                            .live_pictures = pictures.of_texts};
        const std::filesystem::path place = i == 0 ? "" : id;
        const std::vector<HtmlPage> pages = site_pages(site);
        for (std::size_t page = 0; page < pages.size(); ++page) {
            if (!progress("Writing pages", static_cast<int>(page),
                          static_cast<int>(pages.size()))) {
                return fail(stopped());
            }
            if (auto done = folder.write(place / pages[page].file, page_html(pages[page], site));
                !done) {
                return fail(done.error());
            }
        }
        written += pages.size();
    }
    return written;
}

Result<void> write_style(const NewFolder& folder, const std::filesystem::path& style) {
    return read_file(style).and_then([&](const std::string& text) -> Result<void> {
        if (auto marked = folder.write(mark, mark_text); !marked) {
            return marked;
        }
        return folder.write("style.css", text);
    });
}

} // namespace

Result<HtmlReport> export_html(const std::filesystem::path& folder, const HtmlExport& what,
                               const Progress& progress) {
    Result<NewFolder> target = NewFolder::create(folder, mark);
    if (!target) {
        return fail(target.error());
    }
    if (auto styled = write_style(*target, what.style); !styled) {
        return fail(styled.error());
    }
    const Result<Pictures> pictures = draw_pictures(*target, what, progress);
    if (!pictures) {
        return fail(pictures.error());
    }
    const Result<std::size_t> pages = write_pages(*target, what, *pictures, progress);
    if (!pages) {
        return fail(pages.error());
    }
    if (auto placed = target->take_place(); !placed) {
        return fail(placed.error());
    }
    return HtmlReport{*pages, pictures->of_pages.size() + pictures->of_texts.size()};
}

} // namespace osteon::output
