#include "view/captions.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>

namespace osteon::view {

namespace {

using knowledge::Basis;
using knowledge::Confidence;
using knowledge::Language;
using knowledge::Method;
using knowledge::SpreadFigure;

/// One decimal, but none for a whole number; a thin no-break space before the sign.
std::string percent_text(double percent, const Language& language) {
    char text[32];
    const bool whole = std::abs(percent - std::round(percent)) < 0.05;
    std::snprintf(text, sizeof text, whole ? "%.0f" : "%.1f", percent);
    return language.number(text) + "\u202F%";
}

/// How the figure came about, in words after it; bounds have their sign before it.
const char* method_words(Method method) {
    using knowledge::translatable;
    switch (method) {
    case Method::pooled:
        return translatable("pooled");
    case Method::derived:
        return translatable("derived");
    case Method::proxy:
        return translatable("other cohort");
    case Method::midpoint:
        return translatable("middle of a range");
    case Method::reported:
    case Method::lower_bound:
    case Method::upper_bound:
        break;
    }
    return "";
}

std::string figure_text(const SpreadFigure& figure, const Language& language) {
    const std::string number = percent_text(figure.percent, language);
    std::string text = figure.basis == Basis::patients ? language.tr("{} of patients", number)
                                                       : language.tr("{} of lesions", number);
    if (figure.method == Method::lower_bound) {
        text = "≥ " + text;
    } else if (figure.method == Method::upper_bound) {
        text = "≤ " + text;
    } else if (const char* const words = method_words(figure.method); *words != '\0') {
        text += std::string(", ") + language.tr(words);
    }
    return figure.confidence == Confidence::recalled ? text + ", " + language.tr("unchecked")
                                                     : text;
}

/// The figure that stands for a site, and the site that it was counted for.
struct Found {
    const SpreadFigure* figure = nullptr;
    const knowledge::Site* counted = nullptr;
};

/// Which part's figure speaks for a site without its own. Figures of different bases are not
/// compared: one of patients goes before one of lesions; one that was counted before a bound.
bool leads(const SpreadFigure& figure, const SpreadFigure& other) {
    const auto order = [](const SpreadFigure& each) {
        const bool bound = each.method == Method::lower_bound || each.method == Method::upper_bound;
        return std::tuple(each.basis == Basis::patients, !bound, each.percent);
    };
    return order(figure) > order(other);
}

Found find_figure(const knowledge::Site& site, const knowledge::Primary& primary,
                  const knowledge::Knowledge& knowledge, bool show_unchecked) {
    const auto usable = [&](const std::string& region) {
        const SpreadFigure* figure = primary.figure(region);
        const bool shown =
            figure != nullptr && (show_unchecked || figure->confidence == Confidence::verified);
        return shown ? figure : nullptr;
    };
    if (const SpreadFigure* own = usable(site.region); own != nullptr) {
        const knowledge::Site* around = knowledge.site(site.parent);
        const bool shared = around != nullptr && around->region == site.region;
        return {own, shared ? around : &site};
    }
    Found best;
    for (const knowledge::Site* part : knowledge.parts(site.id)) {
        const SpreadFigure* figure = usable(part->region);
        if (figure != nullptr && (best.figure == nullptr || leads(*figure, *best.figure))) {
            best = {figure, part};
        }
    }
    return best;
}

} // namespace

int site_heat(const knowledge::Site& site, const knowledge::Primary& primary,
              const knowledge::Knowledge& knowledge) {
    int heat = primary.heat_step(site.region);
    if (heat < 0) {
        for (const knowledge::Site* part : knowledge.parts(site.id)) {
            heat = std::max(heat, primary.heat_step(part->region));
        }
    }
    return heat;
}

std::string spread_caption(const knowledge::Site& site, const knowledge::Primary& primary,
                           const knowledge::Knowledge& knowledge, bool show_unchecked) {
    const Language& language = knowledge.language;
    const Found found = find_figure(site, primary, knowledge, show_unchecked);
    if (found.figure != nullptr) {
        return (found.counted == &site ? "" : found.counted->name + ": ") +
               figure_text(*found.figure, language);
    }
    const int heat = site_heat(site, primary, knowledge);
    if (heat < 0 || heat >= static_cast<int>(knowledge::heat_words.size())) {
        return language.tr("No figure found");
    }
    return language.tr("No figure found, estimate: {}",
                       language.tr(knowledge::heat_words[static_cast<std::size_t>(heat)]));
}

} // namespace osteon::view
