#include "knowledge/front_matter.h"
#include "knowledge/load.h"
#include "knowledge/load_sites.h"
#include "knowledge/markdown.h"
#include "knowledge/markdown_inline.h"
#include "knowledge/toml_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view plain_ending = ".plain";

bool is_date(std::string_view text) {
    constexpr std::string_view pattern = "dddd-dd-dd";
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char expected) {
               return expected == 'd' ? c >= '0' && c <= '9' : c == expected;
           });
}

/// Loads the articles of one folder.
class ArticleLoader {
public:
    ArticleLoader(ArticleKind kind, const anatomy::Registry& registry, Findings& findings)
        : kind_(kind)
        , registry_(registry)
        , findings_(findings) {}

    void load(const fs::path& folder);

    std::map<std::string, Article> articles;
    std::vector<SiteEntry> sites;

private:
    void load_clinical(const fs::path& path);
    void load_plain(const fs::path& path);
    bool read_keys(const FrontMatter& front, const ContentFile& file, Article& article);

    ArticleKind kind_;
    const anatomy::Registry& registry_;
    Findings& findings_;
};

void ArticleLoader::load(const fs::path& folder) {
    std::vector<fs::path> plain;
    for (const fs::path& path : content_files(folder, findings_)) {
        const std::string stem = path.stem().string();
        const bool is_plain = stem.ends_with(plain_ending);
        const std::string id = is_plain ? stem.substr(0, stem.size() - plain_ending.size()) : stem;
        if (!is_id(id)) {
            findings_.faults.push_back(
                {path, 1, 1, "expected a file name of letters, digits and '_': it is the id"});
        } else if (path.extension() == ".md" && is_plain) {
            plain.push_back(path);
        } else if (path.extension() == ".md") {
            load_clinical(path);
        } else if (kind_ != ArticleKind::primary) {
            findings_.faults.push_back(
                {path, 1, 1, "this does not belong here; expected articles (.md)"});
        }
    }
    for (const fs::path& path : plain) {
        load_plain(path);
    }
    for (const auto& [id, article] : articles) {
        if (article.plain.blocks.empty()) {
            findings_.faults.push_back({article.file, 1, 1,
                                        "the plain level is missing; expected " +
                                            (folder.filename() / (id + ".plain.md")).string()});
        }
    }
}

void ArticleLoader::load_clinical(const fs::path& path) {
    const ContentFile file{path, &findings_};
    const auto text = read_text(file);
    const auto front = text ? split_front_matter(*text, file) : std::nullopt;
    if (!front) {
        return;
    }
    Article article;
    article.id = path.stem().string();
    article.kind = kind_;
    article.file = path;
    const bool usable = read_keys(*front, file, article);
    ContentFile body = file;
    body.lines_before = front->lines_before_body;
    article.clinical = parse_markdown(front->body, body);
    const bool part_without_text = kind_ == ArticleKind::site && !sites.empty() &&
                                   sites.back().site.id == article.id &&
                                   !sites.back().site.parent.empty();
    if (article.clinical.blocks.empty()) {
        if (part_without_text) {
            return;
        }
        body.fault(1, 1, "the article is empty; expected its text after the front matter");
    }
    if (usable) {
        articles.emplace(article.id, std::move(article));
    }
}

bool ArticleLoader::read_keys(const FrontMatter& front, const ContentFile& file, Article& article) {
    ContentFile head = file;
    head.lines_before = 1;
    TableReader reader(front.keys, "the front matter", head);
    if (kind_ == ArticleKind::site) {
        SiteEntry entry = read_site(reader, article.id, registry_);
        article.title = entry.site.name;
        if (!reader.faulty()) {
            if (!entry.site.parent.empty()) {
                head.mention(LinkKind::site, entry.site.parent, 1, 1);
            }
            sites.push_back(std::move(entry));
        }
    } else {
        article.title = reader.prose("title");
    }
    article.latin = reader.text_or("latin", "");
    article.summary = reader.prose("summary");
    article.reviewed = reader.text_or("reviewed", "");
    article.reviewer = reader.text_or("reviewer", "");
    if (!article.reviewed.empty() && !is_date(article.reviewed)) {
        reader.fault_at("reviewed", "expected a date as \"YYYY-MM-DD\"");
    }
    reader.refuse_other_keys();
    return !article.title.empty();
}

void ArticleLoader::load_plain(const fs::path& path) {
    const ContentFile file{path, &findings_};
    const auto text = read_text(file);
    if (!text) {
        return;
    }
    const std::string stem = path.stem().string();
    const auto article = articles.find(stem.substr(0, stem.size() - plain_ending.size()));
    if (text->starts_with(front_matter_fence)) {
        file.fault(1, 1, "the plain level has no front matter; expected its text at once");
        return;
    }
    Document document = parse_markdown(*text, file);
    if (article == articles.end()) {
        file.fault(1, 1,
                   "there is no clinical level to this text; expected " +
                       stem.substr(0, stem.size() - plain_ending.size()) + ".md beside it");
    } else {
        article->second.plain = std::move(document);
    }
}

/// Moves the articles into reading order; those that the library forgets come last.
void arrange_articles(ArticleLoader& loader, const std::vector<std::string>& order,
                      const fs::path& library, Knowledge& knowledge, Findings& findings) {
    for (const std::string& id : order) {
        if (auto found = loader.articles.extract(id)) {
            knowledge.articles.push_back(std::move(found.mapped()));
        }
    }
    for (auto& [id, article] : loader.articles) {
        findings.faults.push_back({article.file, 1, 1,
                                   "the article '" + id +
                                       "' is not in the reading order; expected "
                                       "it in " +
                                       library.filename().string()});
        knowledge.articles.push_back(std::move(article));
    }
}

void check_ids(const Knowledge& knowledge, Findings& findings) {
    std::map<std::string_view, const Article*> seen;
    for (const Article& article : knowledge.articles) {
        const auto [first, fresh] = seen.emplace(article.id, &article);
        if (!fresh) {
            findings.faults.push_back({article.file, 1, 1,
                                       "the id '" + article.id + "' is taken by " +
                                           first->second->file.filename().string() +
                                           " of another folder; expected each once"});
        }
    }
}

} // namespace

void load_articles(const fs::path& folder, const Library& library,
                   const anatomy::Registry& registry, Knowledge& knowledge, Findings& findings) {
    const std::array<std::tuple<ArticleKind, const char*, const std::vector<std::string>*>, 3>
        folders = {{{ArticleKind::general, "general", &library.general},
                    {ArticleKind::site, "sites", &library.sites},
                    {ArticleKind::primary, "primaries", &library.primaries}}};
    for (const auto& [kind, name, order] : folders) {
        ArticleLoader loader(kind, registry, findings);
        loader.load(folder / name);
        if (kind == ArticleKind::site) {
            knowledge.sites = arrange_sites(std::move(loader.sites));
        }
        arrange_articles(loader, *order, folder / "library.toml", knowledge, findings);
    }
    check_ids(knowledge, findings);
    for (Site& site : knowledge.sites) {
        site.article = knowledge.article(site.id) != nullptr ? site.id : site.parent;
    }
}

} // namespace osteon::knowledge
