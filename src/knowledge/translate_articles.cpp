#include "knowledge/front_matter.h"
#include "knowledge/load.h"
#include "knowledge/markdown.h"
#include "knowledge/translation.h"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view plain_ending = ".plain";

std::string folder_of(ArticleKind kind) {
    switch (kind) {
    case ArticleKind::general:
        return "general";
    case ArticleKind::site:
        return "sites";
    case ArticleKind::primary:
        return "primaries";
    }
    return {};
}

/// Lays one file over the article of its name.
class ArticleTranslator {
public:
    ArticleTranslator(Knowledge& knowledge, ArticleKind kind, const ContentFile& file)
        : knowledge_(knowledge)
        , kind_(kind)
        , file_(file) {
        id_ = file.path.stem().string();
        plain_ = id_.ends_with(plain_ending);
        if (plain_) {
            id_.resize(id_.size() - plain_ending.size());
        }
        for (Article& article : knowledge.articles) {
            if (article.id == id_ && article.kind == kind) {
                article_ = &article;
            }
        }
        for (Site& site : knowledge.sites) {
            if (kind == ArticleKind::site && site.id == id_) {
                site_ = &site;
            }
        }
    }

    void translate() {
        if (article_ == nullptr && site_ == nullptr) {
            file_.fault(1, 1,
                        "there is no article '" + id_ + "' in content/en/" + folder_of(kind_));
            return;
        }
        const auto text = read_text(file_);
        if (!text) {
            return;
        }
        if (!plain_) {
            overlay_at(&Article::clinical, *text, 0);
        } else if (const auto front = split_front_matter(*text, file_)) {
            read_names(front->keys);
            overlay_at(&Article::plain, front->body, front->lines_before_body);
        }
    }

private:
    void read_names(const toml::table& keys) {
        ContentFile head = file_;
        head.lines_before = 1;
        TableReader reader(keys, "the front matter", head);
        const std::string title = reader.text(kind_ == ArticleKind::site ? "name" : "title");
        if (site_ != nullptr) {
            site_->english = std::exchange(site_->name, title.empty() ? site_->name : title);
            site_->latin = reader.text_or("latin", site_->latin);
            site_->subtitle = reader.text_or("subtitle", site_->subtitle);
        }
        const std::string summary = reader.text_or("summary", "");
        if (article_ != nullptr) {
            article_->title = title.empty() ? article_->title : title;
            if (summary.empty()) {
                head.gap(1, 1, "the summary is not translated; expected summary = \"…\"");
            } else {
                article_->summary = summary;
            }
        }
        reader.refuse_other_keys();
    }

    void overlay_at(Document Article::*level, std::string_view text, int lines_before) {
        ContentFile body = file_;
        body.lines_before = lines_before;
        Document document = parse_markdown(text, body);
        if (article_ != nullptr) {
            article_->*level = overlay(article_->*level, std::move(document), file_);
        } else if (!document.blocks.empty()) {
            body.fault(1, 1, "the site has no text of its own in content/en; expected none here");
        }
    }

    Knowledge& knowledge_;
    ArticleKind kind_;
    ContentFile file_;
    std::string id_;
    bool plain_ = false;
    Article* article_ = nullptr;
    Site* site_ = nullptr;
};

void mark_untranslated(Document& document) {
    for (Block& block : document.blocks) {
        block.untranslated = true;
    }
}

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// Marks what no file translates. Clinical texts in other languages are optional, so that their
/// lack is no gap.
void tell_missing_articles(Knowledge& knowledge, const fs::path& folder, Findings& findings) {
    for (Article& article : knowledge.articles) {
        const fs::path place = folder / folder_of(article.kind);
        if (!is_there(place / (article.id + ".md"))) {
            mark_untranslated(article.clinical);
        }
        const ContentFile plain{place / (article.id + ".plain.md"), &findings};
        if (is_there(plain.path)) {
            continue;
        }
        mark_untranslated(article.plain);
        plain.outdated(1, 1,
                       "the file is missing; expected the plain level of '" + article.id + "'");
        findings.coverage.texts += article.plain.blocks.size() + 1; // and the title
    }
    for (const Site& site : knowledge.sites) {
        const ContentFile plain{folder / "sites" / (site.id + ".plain.md"), &findings};
        if (knowledge.article(site.id) == nullptr && !is_there(plain.path)) {
            plain.gap(1, 1, "the file is missing; expected front matter with the site's name");
        }
    }
}

} // namespace

void translate_articles(Knowledge& knowledge, const fs::path& folder, Findings& findings) {
    for (const ArticleKind kind : {ArticleKind::general, ArticleKind::site, ArticleKind::primary}) {
        if (!is_there(folder / folder_of(kind))) {
            continue;
        }
        for (const fs::path& path : content_files(folder / folder_of(kind), findings)) {
            const ContentFile file{path, &findings};
            if (path.extension() == ".md") {
                ArticleTranslator(knowledge, kind, file).translate();
            } else {
                file.fault(1, 1, "this does not belong here; expected articles (.md)");
            }
        }
    }
    tell_missing_articles(knowledge, folder, findings);
}

} // namespace osteon::knowledge
