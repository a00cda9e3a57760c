#include "knowledge/sentence.h"
#include "study/bone_picture.h"
#include "study/quiz_kinds.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace osteon::study {
namespace {

using anatomy::Bone;
using anatomy::Registry;
using anatomy::Side;
using knowledge::Language;

constexpr std::size_t c_choices = 4;
/// So many places up and down the list of bones a wrong name is taken from.
constexpr int c_neighbours = 6;

/// Regions that a bone's name does not tell, without their side.
constexpr std::array<std::string_view, 13> c_telling_regions{"neurocranium",
                                                             "viscerocranium",
                                                             "auditory_ossicles",
                                                             "neck",
                                                             "shoulder_girdle",
                                                             "arm",
                                                             "forearm",
                                                             "carpus",
                                                             "thigh",
                                                             "pelvic_girdle",
                                                             "knee",
                                                             "leg",
                                                             "tarsus"};
/// Vertebrae of the neck with names of their own.
constexpr std::array<std::string_view, 2> c_named_vertebrae{"vertebra_c1", "vertebra_c2"};

/// Bones whose side their form tells where they stand alone, without their side.
constexpr std::array<std::string_view, 15> c_sided{
    "temporal_bone", "zygomatic_bone", "maxilla", "clavicle", "scapula",
    "humerus",       "radius",         "ulna",    "scaphoid", "hip_bone",
    "femur",         "tibia",          "fibula",  "talus",    "calcaneus"};

template <class List>
bool holds(const List& list, std::string_view wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

bool is_bone(const Bone& bone) {
    return bone.kind == anatomy::PieceKind::bone;
}

bool tells_region(const Bone& bone) {
    return holds(c_telling_regions, without_side(bone.region)) || holds(c_named_vertebrae, bone.id);
}

const std::string& name_of(const Bone& bone, bool latin) {
    return latin ? bone.latin : bone.name;
}

std::string region_name(const Registry& registry, std::string_view id) {
    const anatomy::Region* const region = registry.find_region(id);
    return region != nullptr ? region->name : std::string(id);
}

/// The article that tells of a bone: that of its site or of the site around it.
std::string article_of(const Bone& bone, const knowledge::Knowledge& known) {
    const knowledge::Site* site = known.site(bone.site);
    while (site != nullptr && site->article.empty()) {
        site = known.site(site->parent);
    }
    return site != nullptr ? site->article : std::string();
}

/// "It belongs to: left carpus. In Latin: os scaphoideum sinistrum."
std::string about(const Bone& bone, const Material& material) {
    const Language& language = material.knowledge.language;
    std::string told = language.tr(
        "It belongs to: {}.",
        knowledge::within_sentence(region_name(material.registry, bone.region), language));
    if (!bone.latin.empty()) {
        told += ' ' + language.tr("In Latin: {}.", bone.latin);
    }
    return told;
}

/// What is the same in all questions about one bone.
Question question_about(const Card& card, BoneIndex index, const Material& material) {
    const Bone& bone = material.registry.bones[index];
    Question question;
    question.card = card;
    question.explanation = about(bone, material);
    question.article = article_of(bone, material.knowledge);
    question.answered = picture_of(index, material.registry, false);
    return question;
}

std::string seen_from(float yaw, const Language& language) {
    const float turned = std::abs(yaw);
    if (turned < 55.0F) {
        return language.tr("You are looking at the front. Turn the skeleton if you like.");
    }
    if (turned > 125.0F) {
        return language.tr("You are looking at the back. Turn the skeleton if you like.");
    }
    return yaw > 0.0F ? language.tr("You are looking at its left side. Turn it if you like.")
                      : language.tr("You are looking at its right side. Turn it if you like.");
}

std::optional<BoneIndex> bone_of(const Card& card, const Registry& registry) {
    const std::string subject(subject_of(card.id));
    const auto found = registry.bone_by_id.find(subject);
    if (found == registry.bone_by_id.end() || !is_bone(registry.bones[found->second])) {
        return std::nullopt;
    }
    return found->second;
}

/// The bone of a card about both sides: one of the two by chance.
std::optional<BoneIndex> either_of(const Card& card, const Registry& registry, Random& random) {
    const std::string subject(subject_of(card.id));
    const auto entry = [&](const std::string& id) {
        const auto found = registry.bone_by_id.find(id);
        return found == registry.bone_by_id.end() ? anatomy::no_bone : found->second;
    };
    const BoneIndex middle = entry(subject);
    const BoneIndex one = entry(subject + (random.below(2) == 0 ? "_left" : "_right"));
    const BoneIndex bone = middle != anatomy::no_bone ? middle : one;
    return bone != anatomy::no_bone ? std::optional(bone) : std::nullopt;
}

/// Bones that could be taken for one: of its region first, then those near it in the list, each
/// group from near to far; of its own side or of none.
std::vector<BoneIndex> neighbours_of(BoneIndex bone, const Registry& registry) {
    const Bone& entry = registry.bones[bone];
    std::vector<BoneIndex> found;
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        const Bone& other = registry.bones[i];
        const bool side =
            other.side == entry.side || entry.side == Side::midline || other.side == Side::midline;
        if (i != bone && is_bone(other) && side) {
            found.push_back(static_cast<BoneIndex>(i));
        }
    }
    std::ranges::stable_sort(found, [&](BoneIndex a, BoneIndex b) {
        const auto far = [&](BoneIndex other) {
            const bool same = registry.bones[other].region == entry.region;
            return std::pair(!same, std::abs(static_cast<int>(other) - static_cast<int>(bone)));
        };
        return far(a) < far(b);
    });
    return found;
}

/// The bone and three that it could be taken for: a neighbour, and both of the other side; of bones
/// without a side three neighbours.
std::vector<Choice> names_around(BoneIndex bone, const Registry& registry, bool latin,
                                 Random& random) {
    const auto choice = [&](BoneIndex each) {
        return Choice{name_of(registry.bones[each], latin), each};
    };
    std::vector<Choice> choices{choice(bone)};
    const auto add = [&](BoneIndex each) {
        const bool fits = each != anatomy::no_bone && choices.size() < c_choices &&
                          !name_of(registry.bones[each], latin).empty() &&
                          std::ranges::none_of(choices, [&](const Choice& other) {
                              return other.text == name_of(registry.bones[each], latin);
                          });
        if (fits) {
            choices.push_back(choice(each));
        }
    };
    std::vector<BoneIndex> near = neighbours_of(bone, registry);
    const std::size_t most = std::min<std::size_t>(near.size(), c_neighbours);
    std::vector<BoneIndex> nearest(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(most));
    random.shuffle(nearest);
    const BoneIndex mirror = registry.bones[bone].mirror;
    for (const BoneIndex each : nearest) {
        add(mirror);
        add(each);
        if (mirror != anatomy::no_bone) {
            add(registry.bones[each].mirror);
        }
    }
    return choices;
}

/// Whether textbooks count a bone now to the braincase, now to the facial skeleton: it is no fault
/// to say the other.
bool is_between_skull_parts(const Bone& bone) {
    constexpr std::array<std::string_view, 5> disputed = {"ethmoid_bone", "inferior_nasal_concha",
                                                          "lacrimal_bone", "nasal_bone", "vomer"};
    return std::ranges::any_of(disputed,
                               [&](std::string_view id) { return bone.id.starts_with(id); });
}

/// Regions of the same side that a bone could be thought to belong to.
std::vector<std::string> regions_beside(const Bone& bone, const Registry& registry) {
    std::vector<std::string> found;
    for (const BoneIndex other : neighbours_of(registry.find(bone.id), registry)) {
        const std::string& region = registry.bones[other].region;
        const bool disputed = is_between_skull_parts(bone) &&
                              (region == "neurocranium" || region == "viscerocranium");
        if (region != bone.region && !disputed && std::ranges::find(found, region) == found.end()) {
            found.push_back(region);
        }
    }
    return found;
}

} // namespace

void add_bone_cards(std::vector<Card>& cards, const Material& material) {
    const Registry& registry = material.registry;
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        const Bone& bone = registry.bones[i];
        const auto index = static_cast<BoneIndex>(i);
        if (!is_bone(bone)) {
            continue;
        }
        cards.push_back({"find:" + bone.id, Kind::find_bone, {index}});
        cards.push_back({"name:" + bone.id, Kind::name_bone, {index}});
        if (!bone.latin.empty()) {
            cards.push_back({"latin:" + bone.id, Kind::name_bone, {index}});
        }
        if (bone.side == Side::right) {
            continue; // one card for both sides
        }
        std::vector<BoneIndex> both{index};
        if (bone.mirror != anatomy::no_bone) {
            both.push_back(bone.mirror);
        }
        const std::string base(without_side(bone.id));
        if (tells_region(bone)) {
            cards.push_back({"region:" + base, Kind::which_region, both});
        }
        if (both.size() == 2 && holds(c_sided, base)) {
            cards.push_back({"side:" + base, Kind::which_side, both});
        }
    }
}

std::optional<Question> find_question(const Card& card, const Material& material) {
    const auto bone = bone_of(card, material.registry);
    if (!bone) {
        return std::nullopt;
    }
    const Language& language = material.knowledge.language;
    const Bone& entry = material.registry.bones[*bone];
    Question question = question_about(card, *bone, material);
    const std::string name = knowledge::within_sentence(entry.name, language);
    question.text = language.tr("Click the {}", name);
    question.asked = picture_of(*bone, material.registry, true);
    question.asked.lit.clear();
    question.remark = question.asked.apart
                          ? language.tr("The skull is moved apart. Turn it if you like.")
                          : seen_from(question.asked.yaw.value_or(0.0F), language);
    question.targets = {*bone};
    question.hint = language.tr(
        "It belongs to: {}.",
        knowledge::within_sentence(region_name(material.registry, entry.region), language));
    return question;
}

std::optional<Question> name_question(const Card& card, const Material& material, Random& random) {
    const auto bone = bone_of(card, material.registry);
    const bool latin = card.id.starts_with("latin:");
    if (!bone || name_of(material.registry.bones[*bone], latin).empty()) {
        return std::nullopt;
    }
    const Language& language = material.knowledge.language;
    Question question = question_about(card, *bone, material);
    question.text = latin ? language.tr("What is the Latin name of the bone that is lit?")
                          : language.tr("What is the name of the bone that is lit?");
    question.asked = picture_of(*bone, material.registry, false);
    question.remark = seen_from(question.asked.yaw.value_or(0.0F), language);
    if (latin) {
        question.explanation = material.registry.bones[*bone].name + ". " + question.explanation;
    }
    set_choices(question, names_around(*bone, material.registry, latin, random), random);
    return question;
}

std::optional<Question> region_question(const Card& card, const Material& material,
                                        Random& random) {
    const Registry& registry = material.registry;
    const auto bone = either_of(card, registry, random);
    if (!bone) {
        return std::nullopt;
    }
    const Language& language = material.knowledge.language;
    const Bone& entry = registry.bones[*bone];
    Question question = question_about(card, *bone, material);
    const std::string name = knowledge::within_sentence(entry.name, language);
    question.text = language.tr("Where does this bone belong: {}?", name);
    std::vector<Choice> choices{{region_name(registry, entry.region)}};
    for (const std::string& region : regions_beside(entry, registry)) {
        const std::string other = region_name(registry, region);
        if (choices.size() < c_choices &&
            std::ranges::none_of(choices, [&](const Choice& each) { return each.text == other; })) {
            choices.push_back({other});
        }
    }
    set_choices(question, std::move(choices), random);
    return question;
}

std::optional<Question> side_question(const Card& card, const Material& material, Random& random) {
    const Registry& registry = material.registry;
    const auto bone = either_of(card, registry, random);
    if (!bone || registry.bones[*bone].side == Side::midline) {
        return std::nullopt;
    }
    const Language& language = material.knowledge.language;
    const Bone& entry = registry.bones[*bone];
    const bool behind = random.below(2) == 0;
    const bool left = entry.side == Side::left;
    const std::string sides =
        behind ? language.tr("From behind, the body\u2019s left is on your left.")
               : language.tr("From the front, the body\u2019s left is on your right.");
    Question question = question_about(card, *bone, material);
    question.text = language.tr("Which side of the body is this bone from?");
    question.remark = behind ? language.tr("You see it from behind, as it stands in the body.")
                             : language.tr("You see it from the front, as it stands in the body.");
    question.choices = {language.tr("The left"), language.tr("The right")};
    question.choice_bones = {left ? *bone : entry.mirror, left ? entry.mirror : *bone};
    question.right = left ? 0 : 1;
    question.hint = sides;
    const std::string name = knowledge::within_sentence(entry.name, language);
    question.explanation = language.tr("It is the {}.", name) + ' ' + sides;
    question.asked.only = {*bone};
    question.asked.framed = {*bone};
    question.asked.yaw = behind ? 180.0F : 0.0F;
    question.asked.pitch = 0.0F;
    question.answered = picture_of(*bone, registry, true);
    question.answered.yaw = question.asked.yaw;
    return question;
}

} // namespace osteon::study
