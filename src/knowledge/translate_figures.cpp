#include "knowledge/load.h"
#include "knowledge/markdown.h"
#include "knowledge/translation.h"

#include <algorithm>
#include <functional>

namespace osteon::knowledge {
namespace {

/// A text to be translated in place.
using VisitText = std::function<void(std::string&)>;

void visit_statement(Statement& statement, const VisitText& visit) {
    visit(statement.what);
    visit(statement.value);
    visit(statement.note);
}

void visit_route(Route& route, const VisitText& visit) {
    visit(route.name);
    visit(route.why);
    for (RouteStep& step : route.steps) {
        visit(step.text);
    }
}

/// Every text of a primary but its other names and its notes.
void visit_texts(Primary& primary, const VisitText& visit) {
    visit(primary.name);
    visit(primary.short_name);
    visit(primary.origin);
    visit(primary.lesion_word);
    for (Statement* statement : {&primary.rate, &primary.lesion, &primary.survival}) {
        visit_statement(*statement, visit);
    }
    for (std::vector<Statement>* list : {&primary.other_rates, &primary.events, &primary.imaging}) {
        for (Statement& statement : *list) {
            visit_statement(statement, visit);
        }
    }
    for (SpreadFigure& figure : primary.figures) {
        visit(figure.note);
    }
    for (GroupFigure& group : primary.groups) {
        visit(group.name);
        visit(group.note);
    }
    for (Route& route : primary.routes) {
        visit_route(route, visit);
    }
}

bool has_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    });
}

/// Translates the texts of primaries by one catalogue.
class FigureTranslator {
public:
    FigureTranslator(const toml::table& table, const ContentFile& file, const Language& language)
        : reader_(table, file)
        , file_(file)
        , language_(language) {}

    void translate(Primary& primary) {
        // Found by their English names as well. What else a primary is called is each language's
        // own, so that no translation of those is wanted.
        primary.english = primary.also;
        primary.english.push_back(primary.name);
        primary.english.push_back(primary.short_name);
        for (std::string& name : primary.also) {
            if (const CatalogueText* found = reader_.find(name)) {
                name = found->text;
            }
        }
        visit_texts(primary, [this](std::string& text) { translate(text); });
        translate_notes(primary);
    }

    void refuse_unused() const {
        reader_.refuse_unused("expected a text of content/en/primaries/*.toml");
    }

private:
    /// Returns the entry that the text was translated by, or nullptr.
    const CatalogueText* translate(std::string& text) {
        if (text.empty()) {
            return nullptr;
        }
        if (const CatalogueText* found = reader_.find(text)) {
            text = found->text;
            file_.translated();
            return found;
        }
        if (has_letters(text)) {
            file_.gap(1, 1, "'" + text + "' is not translated");
        } else {
            text = language_.number(text);
        }
        return nullptr;
    }

    void translate_notes(Primary& primary) {
        if (const CatalogueText* found = translate(primary.notes_text)) {
            ContentFile notes = file_;
            notes.lines_before = found->line - 1;
            primary.notes = parse_markdown(primary.notes_text, notes);
        } else {
            for (Block& block : primary.notes.blocks) {
                block.untranslated = true;
            }
        }
    }

    CatalogueReader reader_;
    ContentFile file_;
    const Language& language_;
};

} // namespace

void translate_figures(Knowledge& knowledge, const std::filesystem::path& folder,
                       Findings& findings) {
    const ContentFile file{folder / "figures.toml", &findings};
    const toml::table table = read_translation(file);
    FigureTranslator translator(table, file, knowledge.language);
    for (Primary& primary : knowledge.primaries) {
        translator.translate(primary);
    }
    translator.translate(knowledge.overview);
    translator.refuse_unused();
}

} // namespace osteon::knowledge
