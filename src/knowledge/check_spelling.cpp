#include "base/text.h"
#include "knowledge/check.h"
#include "knowledge/words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace osteon::knowledge {
namespace {

/// An American spelling and its British one; both stand for a part of a word.
struct Pair {
    std::string_view american;
    std::string_view british;
};

/// Parts at the beginning of a word.
constexpr std::array beginnings = std::to_array<Pair>({
    {"anemi", "anaemi"},
    {"anesthe", "anaesthe"},
    {"analyz", "analys"},
    {"apnea", "apnoea"},
    {"behavior", "behaviour"},
    {"caliber", "calibre"},
    {"cancele", "cancelle"},
    {"catalyz", "catalys"},
    {"cecum", "caecum"},
    {"center", "centre"},
    {"color", "colour"},
    {"counselor", "counsellor"},
    {"counseling", "counselling"},
    {"defense", "defence"},
    {"diarrhea", "diarrhoea"},
    {"dyspnea", "dyspnoea"},
    {"edema", "oedema"},
    {"esophag", "oesophag"},
    {"estrogen", "oestrogen"},
    {"etiolog", "aetiolog"},
    {"favor", "favour"},
    {"fiber", "fibre"},
    {"fueled", "fuelled"},
    {"gynecolog", "gynaecolog"},
    {"harbor", "harbour"},
    {"hematol", "haematol"},
    {"hematoma", "haematoma"},
    {"hematuri", "haematuri"},
    {"hemoglobin", "haemoglobin"},
    {"hemorrhag", "haemorrhag"},
    {"honor", "honour"},
    {"humor", "humour"},
    {"hypercalcemi", "hypercalcaemi"},
    {"hypocalcemi", "hypocalcaemi"},
    {"ischemi", "ischaemi"},
    {"judgment", "judgement"},
    {"labeled", "labelled"},
    {"labeling", "labelling"},
    {"labor", "labour"},
    {"leukemi", "leukaemi"},
    {"maneuver", "manoeuvre"},
    {"modeled", "modelled"},
    {"modeling", "modelling"},
    {"mold", "mould"},
    {"neighbor", "neighbour"},
    {"odor", "odour"},
    {"offense", "offence"},
    {"orthopedi", "orthopaedi"},
    {"paralyz", "paralys"},
    {"pediatri", "paediatri"},
    {"rumor", "rumour"},
    {"savior", "saviour"},
    {"signaled", "signalled"},
    {"signaling", "signalling"},
    {"skeptic", "sceptic"},
    {"skillful", "skilful"},
    {"sulfur", "sulphur"},
    {"theater", "theatre"},
    {"totaled", "totalled"},
    {"traveled", "travelled"},
    {"traveling", "travelling"},
    {"tumor", "tumour"},
    {"uremi", "uraemi"},
    {"vapor", "vapour"},
    {"vigor", "vigour"},
    {"willful", "wilful"},
});

/// Parts at the end of a word.
constexpr std::array endings = std::to_array<Pair>({
    {"calcemia", "calcaemia"},
    {"cythemia", "cythaemia"},
    {"glycemia", "glycaemia"},
    {"liter", "litre"},
    {"liters", "litres"},
    {"millimeter", "millimetre"},
    {"millimeters", "millimetres"},
    {"centimeter", "centimetre"},
    {"centimeters", "centimetres"},
    {"remodeled", "remodelled"},
    {"remodeling", "remodelling"},
    {"ize", "ise"},
    {"izes", "ises"},
    {"ized", "ised"},
    {"izing", "ising"},
    {"ization", "isation"},
    {"izations", "isations"},
    {"tumors", "tumours"},
});

/// British words that contain an American part.
constexpr std::array<std::string_view, 19> british_words = {
    "colorectal", "laboratory", "laboratories", "laborious", "favorite's", "size",   "sized",
    "sizes",      "prize",      "prizes",       "seize",     "seized",     "seizes", "capsize",
    "resize",     "resized",    "honorary",     "vaporise",  "decolorise"};

std::optional<std::string> british(const std::string& word) {
    if (std::find(british_words.begin(), british_words.end(), word) != british_words.end()) {
        return std::nullopt;
    }
    for (const auto& [american, cure] : beginnings) {
        if (word.starts_with(american)) {
            return std::string(cure) + word.substr(american.size());
        }
    }
    for (const auto& [american, cure] : endings) {
        if (word.ends_with(american)) {
            return word.substr(0, word.size() - american.size()) + std::string(cure);
        }
    }
    return std::nullopt;
}

} // namespace

void check_spelling(const CheckedContent& content, Faults& faults) {
    if (content.knowledge.language.id != base_language) {
        return;
    }
    for (const Passage& passage : content.findings.passages) {
        for (const Stretch& word : words_of(passage.text)) {
            if (const auto cure = british(fold(word.text))) {
                add_fault(passage, word.offset,
                          "'" + std::string(word.text) +
                              "' is American spelling, and the texts are British; expected '" +
                              *cure + "'",
                          faults);
            }
        }
    }
}

} // namespace osteon::knowledge
