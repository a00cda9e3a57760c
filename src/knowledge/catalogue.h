#pragma once

#include "knowledge/findings.h"
#include "knowledge/language.h"
#include "knowledge/toml_reader.h"

#include <map>
#include <string>
#include <string_view>

namespace osteon::knowledge {

/// A text of a catalogue and where its key stands.
struct CatalogueText {
    std::string text;
    int line = 0;
    int column = 0;
    bool used = false; ///< by a text or an id that there is
};

/// The catalogue of one table of a file, `"English text" = "translation"`, while it is laid over
/// the English texts.
class CatalogueReader {
public:
    /// Values that are no texts, or empty, are faults. Where the keys are `patterns`, those whose
    /// places for values, `{}`, do not fit the translation's are faults as well.
    CatalogueReader(const toml::table& table, const ContentFile& file, bool patterns = false);

    /// The text of a key, which is used by that, or nullptr.
    const CatalogueText* find(std::string_view key);
    /// All texts by their keys.
    Catalogue texts() const;
    /// Tells the keys that nothing uses; `expected` goes on from "unknown key …; ".
    void refuse_unused(std::string_view expected) const;

private:
    std::map<std::string, CatalogueText, std::less<>> texts_;
    ContentFile file_;
};

/// Whether a translated pattern of fmt can be filled with the values of the English one: it names
/// the same places, in any order, with the same formats.
bool fits_pattern(std::string_view english, std::string_view translation);

} // namespace osteon::knowledge
