#include "anatomy/surroundings.h"
#include "knowledge/load.h"
#include "knowledge/markdown.h"
#include "knowledge/toml_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <type_traits>

namespace osteon::knowledge {
namespace {

constexpr const char* overview_id = "all";

constexpr std::array<std::pair<std::string_view, Basis>, 2> bases = {
    {{"patients", Basis::patients}, {"lesions", Basis::lesions}}};

constexpr std::array<std::pair<std::string_view, Method>, 7> methods = {
    {{"reported", Method::reported},
     {"pooled", Method::pooled},
     {"derived", Method::derived},
     {"proxy", Method::proxy},
     {"midpoint", Method::midpoint},
     {"lower_bound", Method::lower_bound},
     {"upper_bound", Method::upper_bound}}};

constexpr std::array<std::pair<std::string_view, Confidence>, 2> confidences = {
    {{"verified", Confidence::verified}, {"recalled", Confidence::recalled}}};

constexpr std::array<std::pair<std::string_view, LesionType>, 5> lesion_types = {
    {{"varies", LesionType::varies},
     {"lytic", LesionType::lytic},
     {"mainly_lytic", LesionType::mainly_lytic},
     {"mixed", LesionType::mixed},
     {"mainly_blastic", LesionType::mainly_blastic}}};

template <class Value, std::size_t Count>
std::span<const std::pair<std::string_view, Value>>
words(const std::array<std::pair<std::string_view, Value>, Count>& choices) {
    return choices;
}

bool is_spread_region(std::string_view region) {
    return std::find(spread_regions.begin(), spread_regions.end(), region) != spread_regions.end();
}

std::string no_region(const std::string& region) {
    return "'" + region +
           "' is no region of spread; expected one of the fifteen in "
           "docs/content.md";
}

/// "29 %", "11.2 %", as a text writes it.
std::string percent_in_words(double percent) {
    std::ostringstream text;
    text << percent << " %";
    return text.str();
}

/// What figures, groups, routes and statements have in common.
Confidence read_confidence(TableReader& reader) {
    return reader.choice("confidence", words(confidences), std::optional(Confidence::recalled));
}

void record_claim(const TableReader& reader, std::string shown, Confidence confidence,
                  const std::vector<std::string>& sources) {
    const auto [line, column] = reader.line_and_column("confidence");
    const ContentFile& file = reader.file();
    file.findings->claims.push_back(
        {std::move(shown), confidence, sources, file.path, line + file.lines_before, column});
}

Statement read_statement(TableReader& reader) {
    Statement statement;
    statement.what = reader.prose("what");
    statement.value = reader.prose("value");
    statement.sources = reader.mentions("sources", LinkKind::reference, true);
    statement.confidence = read_confidence(reader);
    statement.note = reader.prose_or("note", "");
    record_claim(reader, statement.value, statement.confidence, statement.sources);
    reader.refuse_other_keys();
    return statement;
}

SpreadFigure read_figure(TableReader& reader) {
    SpreadFigure figure;
    figure.region = reader.text("region");
    if (!figure.region.empty() && !is_spread_region(figure.region)) {
        reader.fault_at("region", no_region(figure.region));
    }
    figure.percent = reader.number("percent", 0.0, 100.0);
    figure.min = reader.number_if("min", 0.0, 100.0);
    figure.max = reader.number_if("max", 0.0, 100.0);
    if (figure.min.value_or(figure.percent) > figure.percent ||
        figure.max.value_or(figure.percent) < figure.percent) {
        reader.fault_at("percent", "the percentage lies outside its own range; expected it from "
                                   "min to max");
    }
    figure.basis = reader.choice("basis", words(bases));
    figure.method = reader.choice("method", words(methods), std::optional(Method::reported));
    figure.confidence = read_confidence(reader);
    figure.preferred = reader.flag("preferred", false);
    figure.sources = reader.mentions("sources", LinkKind::reference, true);
    figure.note = reader.prose_or("note", "");
    record_claim(reader, percent_in_words(figure.percent), figure.confidence, figure.sources);
    reader.refuse_other_keys();
    return figure;
}

GroupFigure read_group(TableReader& reader) {
    GroupFigure group;
    group.name = reader.prose("name");
    for (TableReader::Item& item : reader.list("regions", true)) {
        if (!is_spread_region(item.text)) {
            reader.file().fault(item.line, item.column, no_region(item.text));
        }
        group.regions.push_back(std::move(item.text));
    }
    group.percent = reader.number("percent", 0.0, 100.0);
    group.basis = reader.choice("basis", words(bases));
    group.method = reader.choice("method", words(methods), std::optional(Method::reported));
    group.confidence = read_confidence(reader);
    group.sources = reader.mentions("sources", LinkKind::reference, true);
    group.note = reader.prose_or("note", "");
    record_claim(reader, percent_in_words(group.percent), group.confidence, group.sources);
    reader.refuse_other_keys();
    return group;
}

/// Reads each table of `[[key]]` with `read`; one that is faulty is left out.
template <class Read>
auto read_all(TableReader& reader, std::string_view key, const std::string& what, Read read) {
    using Entry = std::invoke_result_t<Read, TableReader&>;
    std::vector<Entry> entries;
    for (const toml::table* table : reader.tables(key)) {
        TableReader entry_reader(*table, what, reader.file());
        Entry entry = read(entry_reader);
        if (!entry_reader.faulty()) {
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

std::vector<std::string> read_organs(TableReader& reader, const anatomy::Surroundings& around) {
    std::vector<std::string> organs;
    for (TableReader::Item& item : reader.list("organs", false)) {
        if (around.organs.find(item.text) == anatomy::no_bone) {
            reader.file().fault(item.line, item.column,
                                "there is no organ '" + item.text +
                                    "'; expected an id of assets/anatomy/organs.toml");
        }
        organs.push_back(std::move(item.text));
    }
    return organs;
}

RouteStep read_step(TableReader& reader, const anatomy::Surroundings& around) {
    RouteStep step;
    step.text = reader.prose("text");
    step.upstream = reader.flag("upstream", false);
    for (TableReader::Item& item : reader.list("vessels", false)) {
        const anatomy::Vessel* const vessel = anatomy::find_vessel(around.vessels, item.text);
        if (vessel == nullptr) {
            reader.file().fault(item.line, item.column,
                                "there is no vessel '" + item.text +
                                    "'; expected an id of assets/anatomy/vessels.toml");
        } else if (step.upstream && vessel->valves) {
            reader.file().fault(item.line, item.column,
                                "nothing goes upstream in '" + item.text +
                                    "'; expected a vessel with valves = false");
        }
        step.vessels.push_back(std::move(item.text));
    }
    step.beside = reader.mentions("beside", LinkKind::site, false);
    step.organs = read_organs(reader, around);
    step.sites = reader.mentions("sites", LinkKind::site, false);
    reader.refuse_other_keys();
    return step;
}

Route read_route(TableReader& reader, const anatomy::Surroundings& around) {
    Route route;
    route.id = reader.text("id");
    route.name = reader.prose("name");
    route.why = reader.prose("why");
    route.sources = reader.mentions("sources", LinkKind::reference, true);
    route.confidence = read_confidence(reader);
    route.steps = read_all(reader, "step", "the step",
                           [&](TableReader& step) { return read_step(step, around); });
    record_claim(reader, {}, route.confidence, route.sources);
    reader.refuse_other_keys();
    return route;
}

Statement read_one(TableReader& reader, std::string_view key, bool required) {
    const toml::table* table = reader.table(key, required);
    if (table == nullptr) {
        return {};
    }
    TableReader statement(*table, "[" + std::string(key) + "]", reader.file());
    return read_statement(statement);
}

void read_lesion(TableReader& reader, Primary& primary) {
    if (const toml::table* table = reader.table("lesion", true)) {
        TableReader lesion(*table, "[lesion]", reader.file());
        primary.lesion_word = lesion.prose("word");
        primary.lesion_type =
            lesion.choice("type", words(lesion_types), std::optional(LesionType::varies));
        const auto lytic = lesion.number_if("lytic", 0.0, 100.0);
        const auto blastic = lesion.number_if("blastic", 0.0, 100.0 - lytic.value_or(0.0));
        if (lytic || blastic) {
            primary.lesion_shares = LesionShares{lytic.value_or(0.0), blastic.value_or(0.0)};
        }
        primary.lesion = read_statement(lesion);
    }
}

std::vector<RegionHeat> read_heat(TableReader& reader) {
    std::vector<RegionHeat> heat;
    if (const toml::table* table = reader.table("heat", true)) {
        TableReader steps(*table, "[heat]", reader.file());
        for (const std::string_view region : spread_regions) {
            heat.push_back({std::string(region), steps.whole(region, 0, heat_words.size() - 1)});
        }
        steps.refuse_other_keys();
    }
    return heat;
}

/// Faults between entries: what each by itself cannot know.
void check_figures(TableReader& reader) {
    std::set<std::string> preferred;
    for (const toml::table* table : reader.tables("figure")) {
        const std::string region = (*table)["region"].value_or(std::string());
        if ((*table)["preferred"].value_or(false) && !preferred.insert(region).second) {
            TableReader(*table, "the figure", reader.file())
                .fault_at("preferred", "the region '" + region +
                                           "' has two preferred figures; expected at most one");
        }
    }
    std::map<std::string, std::string> basis_of_group;
    for (const toml::table* table : reader.tables("group")) {
        const std::string name = (*table)["name"].value_or(std::string());
        const std::string basis = (*table)["basis"].value_or(std::string());
        const auto [first, fresh] = basis_of_group.emplace(name, basis);
        if (!fresh && first->second != basis) {
            TableReader(*table, "the group", reader.file())
                .fault_at("basis", "the group '" + name + "' is counted in " + first->second +
                                       " before; expected the same basis or another name");
        }
    }
}

Document parse_notes(const std::string& text, const toml::table& table, const ContentFile& file) {
    if (text.empty()) {
        return {};
    }
    ContentFile notes = file;
    notes.lines_before += static_cast<int>(table.get("notes")->source().begin.line) - 1;
    return parse_markdown(text, notes);
}

std::optional<Primary> load_primary(const std::filesystem::path& path,
                                    const anatomy::Surroundings& around, Findings& findings) {
    const ContentFile file{path, &findings};
    const auto text = read_text(file);
    const auto toml = text ? parse_toml(*text, file) : std::nullopt;
    if (!toml) {
        return std::nullopt;
    }
    TableReader reader(*toml, "the primary", file);
    Primary primary;
    primary.id = path.stem().string();
    primary.article = primary.id;
    primary.name = reader.prose("name");
    primary.short_name = reader.prose("short_name");
    for (TableReader::Item& item : reader.list("also", false)) {
        primary.also.push_back(std::move(item.text));
    }
    primary.is_metastasis = reader.flag("is_metastasis", true);
    primary.notes_text = reader.text_or("notes", "");
    primary.notes = parse_notes(primary.notes_text, *toml, file);
    primary.rate = read_one(reader, "rate", true);
    primary.rate_of_advanced = counts_advanced_disease(primary.rate);
    primary.other_rates = read_all(reader, "other_rate", "the rate", read_statement);
    read_lesion(reader, primary);
    primary.figures = read_all(reader, "figure", "the figure", read_figure);
    primary.groups = read_all(reader, "group", "the group", read_group);
    primary.origin = reader.prose_or("origin", "");
    primary.organs = read_organs(reader, around);
    primary.routes = read_all(reader, "route", "the route",
                              [&](TableReader& route) { return read_route(route, around); });
    primary.events = read_all(reader, "event", "the event", read_statement);
    primary.survival = read_one(reader, "survival", true);
    primary.imaging = read_all(reader, "imaging", "the imaging", read_statement);
    primary.heat = read_heat(reader);
    check_figures(reader);
    reader.refuse_other_keys();
    return primary.name.empty() ? std::nullopt : std::optional(std::move(primary));
}

} // namespace

void load_primaries(const std::filesystem::path& folder, const Library& library,
                    const anatomy::Surroundings& around, Knowledge& knowledge, Findings& findings) {
    std::map<std::string, Primary> loaded;
    // The folder's other files, and what does not belong there, are told with the articles.
    Findings told_elsewhere;
    for (const auto& path : content_files(folder / "primaries", told_elsewhere)) {
        if (path.extension() != ".toml") {
            continue;
        }
        if (auto primary = load_primary(path, around, findings)) {
            if (primary->id == overview_id) {
                primary->article.clear();
                knowledge.overview = std::move(*primary);
            } else {
                ContentFile{path, &findings}.mention(LinkKind::article, primary->id, 1, 1);
                loaded.emplace(primary->id, std::move(*primary));
            }
        }
    }
    for (const std::string& id : library.primaries) {
        if (auto found = loaded.extract(id)) {
            knowledge.primaries.push_back(std::move(found.mapped()));
        } else {
            ContentFile{folder / "library.toml", &findings}.mention(LinkKind::primary, id, 1, 1);
        }
    }
    for (auto& [id, primary] : loaded) {
        knowledge.primaries.push_back(std::move(primary));
    }
    if (knowledge.overview.id.empty()) {
        findings.faults.push_back({folder / "primaries", 1, 1,
                                   "the pattern of all cancers is missing; expected all.toml"});
    }
}

} // namespace osteon::knowledge
