#include "app/lists.h"

#include "app/remembered_settings.h"
#include "app/tour_files.h"
#include "knowledge/quiz.h"
#include "knowledge/source_count.h"
#include "knowledge/tour.h"
#include "ui/key_map.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace osteon::app {
namespace {

using nlohmann::ordered_json;

/// An id, or null where there is none.
ordered_json id_or_null(const std::string& id) {
    return id.empty() ? ordered_json(nullptr) : ordered_json(id);
}

ordered_json bones_json(const anatomy::Registry& registry) {
    ordered_json list = ordered_json::array();
    for (const anatomy::Bone& bone : registry.bones) {
        list.push_back({{"id", bone.id},
                        {"kind", anatomy::to_string(bone.kind)},
                        {"name", bone.name},
                        {"latin", bone.latin},
                        {"fma", bone.fma == 0 ? ordered_json(nullptr) : ordered_json(bone.fma)},
                        {"region", bone.region},
                        {"side", anatomy::to_string(bone.side)},
                        {"site", id_or_null(bone.site)}});
    }
    return list;
}

ordered_json landmarks_json(const anatomy::Registry& registry, anatomy::BoneIndex of) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < registry.landmarks.size(); ++i) {
        const anatomy::Landmark& landmark = registry.landmarks[i];
        if (of != anatomy::no_bone && landmark.bone != of) {
            continue;
        }
        list.push_back({{"id", registry.link_to(static_cast<anatomy::LandmarkIndex>(i))},
                        {"bone", registry.bones[landmark.bone].id},
                        {"name", landmark.name},
                        {"latin", landmark.latin},
                        {"definition", landmark.definition},
                        {"opening", landmark.opening},
                        {"aliases", landmark.aliases}});
    }
    return list;
}

ordered_json regions_json(const anatomy::Registry& registry) {
    ordered_json list = ordered_json::array();
    for (const anatomy::Region& region : registry.regions) {
        list.push_back({{"id", region.id},
                        {"name", region.name},
                        {"latin", region.latin},
                        {"parent", id_or_null(region.parent)}});
    }
    return list;
}

ordered_json sites_json(const Atlas& atlas) {
    ordered_json list = ordered_json::array();
    for (const knowledge::Site& site : atlas.knowledge.sites) {
        ordered_json bones = ordered_json::array();
        for (const anatomy::BoneIndex bone : site.bones) {
            bones.push_back(atlas.registry.bones[bone].id);
        }
        list.push_back({{"id", site.id},
                        {"name", site.name},
                        {"latin", site.latin},
                        {"parent", id_or_null(site.parent)},
                        {"region", site.region},
                        {"bones", bones}});
    }
    return list;
}

/// How many figures an entry shows, and how many of them stand on opened sources.
void add_count(const knowledge::SourceCount& count, ordered_json& entry) {
    entry["figures"] = count.figures;
    entry["verified_figures"] = count.verified;
}

ordered_json primaries_json(const Atlas& atlas) {
    ordered_json list = ordered_json::array();
    for (const knowledge::Primary& primary : atlas.knowledge.primaries) {
        list.push_back(
            {{"id", primary.id}, {"name", primary.name}, {"is_metastasis", primary.is_metastasis}});
        add_count(knowledge::count_sources(primary), list.back());
    }
    return list;
}

std::string_view kind_word(knowledge::ArticleKind kind) {
    switch (kind) {
    case knowledge::ArticleKind::general:
        return "general";
    case knowledge::ArticleKind::site:
        return "site";
    case knowledge::ArticleKind::primary:
        return "primary";
    }
    return "";
}

ordered_json articles_json(const Atlas& atlas) {
    ordered_json list = ordered_json::array();
    for (const knowledge::Article& article : atlas.knowledge.articles) {
        list.push_back({{"id", article.id},
                        {"name", article.title},
                        {"kind", kind_word(article.kind)},
                        {"summary", article.summary},
                        {"plain", !article.plain.blocks.empty()},
                        {"clinical", !article.clinical.blocks.empty()},
                        {"reviewed", id_or_null(article.reviewed)},
                        {"reviewer", id_or_null(article.reviewer)}});
        add_count(knowledge::count_sources(article, atlas.knowledge), list.back());
    }
    return list;
}

ordered_json glossary_json(const Atlas& atlas) {
    ordered_json list = ordered_json::array();
    for (const knowledge::GlossaryTerm& term : atlas.knowledge.glossary) {
        list.push_back({{"id", term.id},
                        {"name", term.term},
                        {"also", term.also},
                        {"plain", term.plain},
                        {"clinical", term.clinical}});
    }
    return list;
}

ordered_json references_json(const Atlas& atlas) {
    ordered_json list = ordered_json::array();
    for (const knowledge::Reference& reference : atlas.knowledge.references) {
        list.push_back({{"id", reference.key},
                        {"name", reference.short_text},
                        {"text", reference.text},
                        {"doi", id_or_null(reference.doi)},
                        {"pmid", id_or_null(reference.pmid)},
                        {"url", id_or_null(reference.url)},
                        {"retrieved", reference.retrieved},
                        {"cited", knowledge::count_citations(reference.key, atlas.knowledge)}});
    }
    return list;
}

const char* level_name(knowledge::ReadingLevel level) {
    return level == knowledge::ReadingLevel::plain ? "plain" : "clinical";
}

ordered_json quiz_json(const Atlas& atlas) {
    const knowledge::QuestionBank bank =
        knowledge::load_quiz(atlas.folders.content, atlas.knowledge, atlas.registry);
    ordered_json list = ordered_json::array();
    for (const knowledge::Question& question : bank.questions) {
        ordered_json bones = ordered_json::array();
        for (const anatomy::BoneIndex bone : question.bones) {
            bones.push_back(atlas.registry.bones[bone].id);
        }
        list.push_back({{"id", question.id},
                        {"level", level_name(question.level)},
                        {"name", question.text},
                        {"right", question.right},
                        {"wrong", question.wrong},
                        {"explanation", question.explanation},
                        {"sources", question.sources},
                        {"bones", bones},
                        {"site", id_or_null(question.site)},
                        {"article", id_or_null(question.article)}});
    }
    return list;
}

ordered_json tour_json(const knowledge::Tour& tour, bool own) {
    ordered_json stops = ordered_json::array();
    for (const knowledge::TourStop& stop : tour.stops) {
        stops.push_back({{"title", stop.title},
                         {"text", stop.text},
                         {"seconds", stop.seconds},
                         {"article", id_or_null(stop.article)}});
    }
    return {{"id", tour.id},      {"level", level_name(tour.level)},
            {"name", tour.title}, {"summary", tour.summary},
            {"own", own},         {"seconds", knowledge::seconds_of(tour)},
            {"stops", stops}};
}

/// The user's own, then those that ship.
ordered_json tours_json(const Atlas& atlas) {
    const AllTours all = load_all_tours(atlas.folders.content, atlas.knowledge, atlas.registry);
    ordered_json list = ordered_json::array();
    for (const knowledge::Tour& tour : all.own) {
        list.push_back(tour_json(tour, true));
    }
    for (const knowledge::Tour& tour : all.shipped) {
        list.push_back(tour_json(tour, false));
    }
    return list;
}

/// Every command with the keys that the user has for it.
ordered_json keys_json(const knowledge::Language& language) {
    const ui::KeyMap keys(remembered_settings().settings.keys);
    ordered_json list = ordered_json::array();
    for (const ui::CommandRow& row : ui::commands()) {
        std::string pressed;
        for (const ui::KeyPress& press : keys.keys_of(row.command)) {
            pressed += (pressed.empty() ? "" : " ") + ui::keys_in(language, ui::text_of(press));
        }
        list.push_back({{"id", row.id},
                        {"name", language.tr(row.name)},
                        {"group", language.tr(row.group)},
                        {"keys", pressed},
                        {"own", keys.is_own(row.command)},
                        {"fixed", row.has(ui::fixed_keys)}});
    }
    return list;
}

ordered_json json_of(const Atlas& atlas, const PrintList& command, anatomy::BoneIndex bone) {
    switch (command.what) {
    case ListOf::bones:
        return bones_json(atlas.registry);
    case ListOf::landmarks:
        return landmarks_json(atlas.registry, bone);
    case ListOf::regions:
        return regions_json(atlas.registry);
    case ListOf::sites:
        return sites_json(atlas);
    case ListOf::primaries:
        return primaries_json(atlas);
    case ListOf::articles:
        return articles_json(atlas);
    case ListOf::glossary:
        return glossary_json(atlas);
    case ListOf::references:
        return references_json(atlas);
    case ListOf::quiz:
        return quiz_json(atlas);
    case ListOf::tours:
        return tours_json(atlas);
    case ListOf::keys:
        return keys_json(atlas.knowledge.language);
    case ListOf::languages: // print_languages()
        break;
    }
    return ordered_json::array();
}

ordered_json matches_json(const std::vector<anatomy::Match>& matches,
                          const anatomy::Registry& registry) {
    ordered_json list = ordered_json::array();
    for (const anatomy::Match& match : matches) {
        ordered_json entry = {{"piece", match.piece}};
        if (match.bone != anatomy::no_bone) {
            entry["bone"] = registry.bones[match.bone].id;
        }
        entry["reason"] = match.reason;
        list.push_back(std::move(entry));
    }
    return list;
}

std::string inspection_json(const anatomy::Inspection& inspection,
                            const anatomy::Registry& registry) {
    const ordered_json json = {{"source", inspection.source},
                               {"metres_per_unit", inspection.metres_per_unit},
                               {"unit_reason", inspection.unit_reason},
                               {"orientation", inspection.orientation},
                               {"triangles", inspection.triangles},
                               {"matched", matches_json(inspection.matched, registry)},
                               {"unmatched", matches_json(inspection.unmatched, registry)},
                               {"warnings", inspection.warnings}};
    return json.dump(2) + "\n";
}

} // namespace

Result<std::string> print_list(const Atlas& atlas, const PrintList& command) {
    const anatomy::BoneIndex bone =
        command.bone.empty() ? anatomy::no_bone : atlas.registry.find(command.bone);
    if (bone == anatomy::no_bone && !command.bone.empty()) {
        return fail({Fault::usage, "--bone", "",
                     "'" + command.bone + "' is not an id that the atlas knows",
                     "'osteon list bones' prints them all"});
    }
    const ordered_json list = json_of(atlas, command, bone);
    if (command.json) {
        return list.dump(2) + "\n";
    }
    const int id_width = command.what == ListOf::landmarks ? 52 : 34;
    std::string text;
    for (const ordered_json& entry : list) {
        const bool own_tour = command.what == ListOf::tours && entry.value("own", false);
        const std::string last = own_tour ? "own" : entry.value("latin", entry.value("keys", ""));
        text += fmt::format("{:<{}} {:<38} {}\n", entry.value("id", ""), id_width,
                            entry.value("name", ""), last);
    }
    return text;
}

Result<std::string> print_languages(const Folders& folders, bool json) {
    ordered_json list = ordered_json::array();
    std::string text;
    for (const knowledge::LanguageName& language : knowledge::find_languages(folders.content)) {
        const auto atlas = load_atlas(folders, language.id);
        if (!atlas) {
            return fail(atlas.error());
        }
        const knowledge::Coverage& coverage = (*atlas)->knowledge.coverage;
        const double share = coverage.texts == 0 ? 1.0
                                                 : static_cast<double>(coverage.translated) /
                                                       static_cast<double>(coverage.texts);
        list.push_back({{"id", language.id},
                        {"name", language.name},
                        {"english_name", language.english_name},
                        {"translated", share}});
        text += fmt::format("{:<6} {:<20} {:<20} {:.0f} %\n", language.id, language.name,
                            language.english_name, std::floor(100.0 * share));
    }
    return json ? list.dump(2) + "\n" : text;
}

std::string print_inspection(const anatomy::Inspection& inspection,
                             const anatomy::Registry& registry, bool json) {
    if (json) {
        return inspection_json(inspection, registry);
    }
    std::string text =
        fmt::format("{}\n  unit         {} m ({})\n  orientation  {}\n  triangles    {}\n",
                    inspection.source, inspection.metres_per_unit, inspection.unit_reason,
                    inspection.orientation, inspection.triangles);
    text += fmt::format("\n{} pieces matched\n", inspection.matched.size());
    for (const anatomy::Match& match : inspection.matched) {
        text += fmt::format("  {:<32} {}  ({})\n", registry.bones[match.bone].id, match.piece,
                            match.reason);
    }
    text += fmt::format("\n{} pieces not matched\n", inspection.unmatched.size());
    for (const anatomy::Match& match : inspection.unmatched) {
        text += fmt::format("  {}: {}\n", match.piece, match.reason);
    }
    for (const std::string& warning : inspection.warnings) {
        text += "\nNote: " + warning + "\n";
    }
    return text;
}

} // namespace osteon::app
