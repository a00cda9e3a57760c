#include "anatomy/match_vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace osteon::anatomy {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<LetterAndNumber> letters_then_number(std::string_view word) {
    const auto digits = std::find_if(word.begin(), word.end(), is_digit);
    const auto at = static_cast<std::size_t>(digits - word.begin());
    const std::string_view tail = word.substr(at);
    if (at == 0 || tail.size() > 3 || !all_digits(tail)) {
        return std::nullopt;
    }
    int number = 0;
    std::from_chars(tail.data(), tail.data() + tail.size(), number);
    return LetterAndNumber{std::string(word.substr(0, at)), number};
}

std::string vertebra_code(std::string_view letters, int number) {
    struct Segment {
        std::string_view letters;
        std::string_view code;
        int count;
    };
    constexpr std::array<Segment, 6> segments = {{{"c", "c", 7},
                                                  {"t", "t", 12},
                                                  {"th", "t", 12},
                                                  {"d", "t", 12},
                                                  {"l", "l", 5},
                                                  {"s", "s", 5}}};
    for (const Segment& segment : segments) {
        if (letters == segment.letters && number >= 1 && number <= segment.count) {
            return std::string(segment.code) + std::to_string(number);
        }
    }
    return {};
}

int number_word(std::string_view word) {
    constexpr std::array<std::array<std::string_view, 3>, 12> numbers = {
        {{"first", "i", "prim"},
         {"second", "ii", "secund"},
         {"third", "iii", "terti"},
         {"fourth", "iv", "quart"},
         {"fifth", "v", "quint"},
         {"sixth", "vi", "sext"},
         {"seventh", "vii", "septim"},
         {"eighth", "viii", "octav"},
         {"ninth", "ix", "non"},
         {"tenth", "x", "decim"},
         {"eleventh", "xi", "undecim"},
         {"twelfth", "xii", "duodecim"}}};
    constexpr std::array<std::string_view, 5> endings = {"us", "a", "um", "i", "ae"};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& [english, roman, latin] = numbers[i];
        const bool is_latin =
            word.starts_with(latin) &&
            std::find(endings.begin(), endings.end(), word.substr(latin.size())) != endings.end();
        if (word == english || word == roman || is_latin) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::optional<Side> side_word(std::string_view word) {
    constexpr std::array<std::string_view, 9> left = {
        "left", "l", "lt", "sin", "sinister", "sinistra", "sinistrum", "sinistri", "sinistrae"};
    constexpr std::array<std::string_view, 10> right = {
        "right", "r", "rt", "dex", "dext", "dexter", "dextra", "dextrum", "dextri", "dextrae"};
    if (std::find(left.begin(), left.end(), word) != left.end()) {
        return Side::left;
    }
    if (std::find(right.begin(), right.end(), word) != right.end()) {
        return Side::right;
    }
    return std::nullopt;
}

std::string_view common_word(std::string_view word) {
    static const std::unordered_map<std::string_view, std::string_view> spellings = {
        {"os", "bone"},
        {"ossa", "bone"},
        {"bones", "bone"},
        {"ossis", "bone"},
        {"of", ""},
        {"the", ""},
        {"de", ""},
        {"mesh", ""},
        {"geo", ""},
        {"geometry", ""},
        {"object", ""},
        {"obj", ""},
        {"stl", ""},
        {"ply", ""},
        {"glb", ""},
        {"gltf", ""},
        {"fbx", ""},
        {"model", ""},
        {"node", ""},
        {"grp", ""},
        {"group", ""},
        {"shape", ""},
        {"human", ""},
        {"adult", ""},
        {"skeleton", ""},
        {"secondary", ""},
        {"permanent", ""},
        {"number", ""},
        {"no", ""},
        {"disk", "disc"},
        {"discs", "disc"},
        {"disks", "disc"},
        {"discus", "disc"},
        {"ivd", "disc"},
        {"intervertebral", ""},
        {"intervertebralis", ""},
        {"vert", "vertebra"},
        {"vertebrae", "vertebra"},
        {"cervicalis", "cervical"},
        {"thoracica", "thoracic"},
        {"thoracalis", "thoracic"},
        {"dorsalis", "thoracic"},
        {"dorsal", "thoracic"},
        {"lumbalis", "lumbar"},
        {"sacralis", "sacral"},
        {"atlas", "c1"},
        {"axis", "c2"},
        {"costa", "rib"},
        {"costae", "rib"},
        {"ribs", "rib"},
        {"costal", "rib"},
        {"costalis", "rib"},
        {"cartilago", "cartilage"},
        {"cartilages", "cartilage"},
        {"metacarpi", "metacarpal"},
        {"metacarpale", "metacarpal"},
        {"metacarpus", "metacarpal"},
        {"metacarpals", "metacarpal"},
        {"mc", "metacarpal"},
        {"metatarsi", "metatarsal"},
        {"metatarsale", "metatarsal"},
        {"metatarsus", "metatarsal"},
        {"metatarsals", "metatarsal"},
        {"mt", "metatarsal"},
        {"phalange", "phalanx"},
        {"phalanges", "phalanx"},
        {"phalangeal", "phalanx"},
        {"proximalis", "proximal"},
        {"distalis", "distal"},
        {"hand", "finger"},
        {"manus", "finger"},
        {"fingers", "finger"},
        {"foot", "toe"},
        {"pedis", "toe"},
        {"toes", "toe"},
        {"digitus", "digit"},
        {"digiti", "digit"},
        {"digits", "digit"},
        {"pollex", "thumb"},
        {"pollicis", "thumb"},
        {"hallucis", "hallux"},
        {"teeth", "tooth"},
        {"fdi", "tooth"},
        {"maxillary", "upper"},
        {"mandibular", "lower"},
    };
    const auto found = spellings.find(word);
    return found == spellings.end() ? word : found->second;
}

} // namespace osteon::anatomy
