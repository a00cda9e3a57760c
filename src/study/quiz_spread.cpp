#include "knowledge/regions.h"
#include "knowledge/sentence.h"
#include "study/quiz_kinds.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>

namespace osteon::study {
namespace {

using knowledge::Basis;
using knowledge::Knowledge;
using knowledge::Language;
using knowledge::LesionType;
using knowledge::Primary;
using knowledge::SpreadFigure;

constexpr std::size_t c_most_wrong = 3;
constexpr std::size_t c_fewest_wrong = 2;
/// Percentage points by which the right place leads each wrong one: less may be chance.
constexpr double c_least_lead = 5.0;

/// Counted in its source, or worked out from what was; not borrowed, and no bound.
bool is_firm(const SpreadFigure& figure) {
    using knowledge::Method;
    return figure.confidence == knowledge::Confidence::verified &&
           (figure.method == Method::reported || figure.method == Method::pooled ||
            figure.method == Method::derived);
}

bool share_a_source(const SpreadFigure& a, const SpreadFigure& b) {
    return std::ranges::any_of(a.sources, [&](const std::string& source) {
        return std::ranges::find(b.sources, source) != b.sources.end();
    });
}

/// The figures that decide a question about a primary.
struct Decided {
    const SpreadFigure* most = nullptr;       ///< the right place; nullptr: nothing is decided
    std::vector<const SpreadFigure*> fewer{}; ///< the largest first
};

/// All are of one basis and share a source with the largest, which no other figure of that basis
/// exceeds; those that come near it are left out.
Decided decided(const Primary& primary, Basis basis) {
    const std::vector<const SpreadFigure*> chart = primary.chart(basis);
    if (chart.empty() || !is_firm(*chart.front())) {
        return {};
    }
    const SpreadFigure& most = *chart.front();
    Decided result{&most};
    for (const SpreadFigure* const figure : chart) {
        if (is_firm(*figure) && share_a_source(most, *figure) &&
            most.percent - figure->percent >= c_least_lead) {
            result.fewer.push_back(figure);
        }
    }
    return result.fewer.size() >= c_fewest_wrong ? result : Decided{};
}

Decided decided(const Primary& primary) {
    Decided by_patients = decided(primary, Basis::patients);
    return by_patients.most != nullptr ? by_patients : decided(primary, Basis::lesions);
}

/// "Lumbar spine 81.2 % of patients, pelvis 62.2 %, ribs 59.2 %."
std::string in_words(const Decided& figures, const Knowledge& known) {
    const Language& language = known.language;
    const auto percent = [&](const SpreadFigure& figure) {
        return language.number(fmt::format("{:.1f}\u202F%", figure.percent));
    };
    const std::string first = knowledge::region_name(figures.most->region, known);
    const std::string share = percent(*figures.most);
    std::string told = figures.most->basis == Basis::patients
                           ? language.tr("{} in {} of patients", first, share)
                           : language.tr("{} with {} of the lesions", first, share);
    for (const SpreadFigure* const figure : figures.fewer) {
        const std::string name = knowledge::region_name(figure->region, known);
        told += ", " + knowledge::within_sentence(name, language) + ' ' + percent(*figure);
    }
    return told + '.';
}

/// Lytic, blastic, mixed: the right one of the three, or none where a primary has no usual type.
std::optional<std::size_t> place_of(LesionType type) {
    switch (type) {
    case LesionType::lytic:
    case LesionType::mainly_lytic:
        return 0;
    case LesionType::mainly_blastic:
        return 1;
    case LesionType::mixed:
        return 2;
    case LesionType::varies:
        break;
    }
    return std::nullopt;
}

const Primary* primary_of(const Card& card, const Material& material) {
    return material.knowledge.primary(subject_of(card.id));
}

} // namespace

void add_spread_cards(std::vector<Card>& cards, const Material& material) {
    for (const Primary& primary : material.knowledge.primaries) {
        if (decided(primary).most != nullptr) {
            cards.push_back({"site:" + primary.id, Kind::favoured_site});
        }
        if (place_of(primary.lesion_type)) {
            cards.push_back({"lesion:" + primary.id, Kind::lesion_type});
        }
    }
}

std::optional<Question> site_question(const Card& card, const Material& material, Random& random) {
    const Knowledge& known = material.knowledge;
    const Primary* const primary = primary_of(card, material);
    Decided figures = primary != nullptr ? decided(*primary) : Decided{};
    if (figures.most == nullptr) {
        return std::nullopt;
    }
    random.shuffle(figures.fewer);
    figures.fewer.resize(std::min(figures.fewer.size(), c_most_wrong));
    std::ranges::sort(figures.fewer, std::greater{}, &SpreadFigure::percent);
    const std::string& region = figures.most->region;
    std::vector<Choice> choices{{knowledge::region_name(region, known)}};
    for (const SpreadFigure* const figure : figures.fewer) {
        choices.push_back({knowledge::region_name(figure->region, known)});
    }
    Question question;
    question.card = card;
    question.text =
        known.language.tr("{}: which of these places is reached most often?", primary->name);
    question.explanation = in_words(figures, known);
    question.sources = figures.most->sources;
    question.article = primary->article;
    set_choices(question, std::move(choices), random);
    question.answered.framed = knowledge::region_bones(region, known);
    question.answered.lit = question.answered.framed;
    if (const knowledge::Site* const site = knowledge::region_site(region, known)) {
        question.answered.yaw = site->yaw;
        question.answered.pitch = site->pitch;
    }
    question.asked.yaw = 10.0F;
    question.asked.pitch = 1.0F;
    return question;
}

std::optional<Question> lesion_question(const Card& card, const Material& material) {
    const Knowledge& known = material.knowledge;
    const Language& language = known.language;
    const Primary* const primary = primary_of(card, material);
    const auto right = primary != nullptr ? place_of(primary->lesion_type) : std::nullopt;
    if (!right) {
        return std::nullopt;
    }
    Question question;
    question.card = card;
    question.text = language.tr("Which lesions prevail on the bones?");
    question.remark = language.tr("Illustration: not a patient\u2019s images");
    question.choices = {language.tr("Lytic ones: bone is lost"),
                        language.tr("Blastic ones: bone is added"),
                        language.tr("Neither: both are about as many")};
    question.choice_bones.assign(question.choices.size(), anatomy::no_bone);
    question.right = *right;
    question.hint =
        language.tr("Holes with a dark floor are lytic, pale raised patches blastic. A few "
                    "of the other kind do not change what prevails.");
    const std::string type = knowledge::within_sentence(primary->lesion_word, language);
    question.explanation = language.tr("It is the pattern of {}: {}.",
                                       knowledge::within_sentence(primary->name, language), type);
    question.sources = primary->lesion.sources;
    question.article = primary->article;
    question.asked.lesions_of = primary->id;
    for (const std::string_view region : {"lumbar_spine", "sacrum", "pelvis", "thoracic_spine"}) {
        const auto bones = knowledge::region_bones(region, known);
        question.asked.framed.insert(question.asked.framed.end(), bones.begin(), bones.end());
    }
    question.asked.yaw = 15.0F;
    question.asked.pitch = 3.0F;
    question.answered = question.asked;
    return question;
}

} // namespace osteon::study
