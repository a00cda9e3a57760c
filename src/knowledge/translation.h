#pragma once

#include "anatomy/registry.h"
#include "knowledge/catalogue.h"
#include "knowledge/findings.h"
#include "knowledge/knowledge.h"

#include <filesystem>
#include <optional>

/// The steps of laying another language over the English texts. What a language lacks stays
/// English and is told as a gap; what belongs to nothing in English is a fault.
namespace osteon::knowledge {

/// Lays content/<language> over knowledge that was loaded in English. `folder` is its folder,
/// `english` that of the English texts.
void translate(Knowledge& knowledge, const std::filesystem::path& folder,
               const std::filesystem::path& english, const anatomy::Registry& registry,
               const anatomy::Surroundings& around, Findings& findings);

/// Articles by section and paragraph, and the names of sites.
void translate_articles(Knowledge& knowledge, const std::filesystem::path& folder,
                        Findings& findings);
/// The texts of primaries/*.toml by figures.toml.
void translate_figures(Knowledge& knowledge, const std::filesystem::path& folder,
                       Findings& findings);
/// The words of bedside.toml.
void translate_bedside(Knowledge& knowledge, const std::filesystem::path& folder,
                       Findings& findings);
/// The names of anatomy.toml.
void translate_names(Knowledge& knowledge, const std::filesystem::path& folder,
                     const anatomy::Registry& registry, const anatomy::Surroundings& around,
                     Findings& findings);

/// Lays a translated document over the English one: by section, and within a section by the order
/// of its blocks. `what` names the article in messages.
Document overlay(const Document& english, Document translated, const ContentFile& file);

/// A TOML file of a language. Where it is not there, a gap is told; where it is faulty, a fault;
/// and an empty table is returned.
toml::table read_translation(const ContentFile& file);

} // namespace osteon::knowledge
