#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// A small content folder without a fault, in which a test spoils one thing at a time.
namespace osteon::knowledge::test {

inline const anatomy::Registry& registry() {
    static const auto loaded = anatomy::load_registry(std::filesystem::path(OSTEON_SOURCE_DIR) /
                                                      "assets/anatomy/bones.toml");
    REQUIRE(loaded);
    return *loaded;
}

inline const anatomy::Surroundings& around() {
    return testing::shipped_surroundings();
}

inline constexpr std::string_view primary_toml = R"(name = "Breast cancer"
short_name = "Breast"
[rate]
what = "of patients"
value = "70 %"
sources = ["read2020"]
[lesion]
word = "Mixed"
what = "Usual type"
value = "mixed"
sources = ["read2020"]
[survival]
what = "Median"
value = "20 months"
sources = ["read2020"]
[heat]
skull = 2
mandible = 1
cervical_spine = 2
thoracic_spine = 4
lumbar_spine = 4
sacrum = 2
pelvis = 4
ribs = 4
sternum = 3
scapula = 1
clavicle = 1
humerus = 2
forearm_hand = 0
femur = 3
lower_leg_foot = 0
)";

inline constexpr std::string_view site_md = R"(+++
name = "Spine"
summary = "The spine."
bones = ["vertebra_*", "sacrum"]
anchor_bone = "vertebra_l2"
anchor = [0.5, 0.5, 1.0]
yaw = 20.0
pitch = 5.0
order = 1
+++

The spine.
)";

/// A site of all bones, so that something is known of each.
inline constexpr std::string_view body_md = R"(+++
name = "Body"
summary = "All bones."
bones = ["*"]
anchor_bone = "sacrum"
anchor = [0.5, 0.5, 1.0]
yaw = 0.0
pitch = 0.0
order = 2
+++

The body, with [the spine](site:spine).
)";

inline constexpr std::string_view figure_toml = R"([[figure]]
region = "ribs"
percent = 29.0
basis = "patients"
preferred = true
sources = ["read2020"]
)"; ///< begins on line 32 after primary_toml

using Files = std::map<std::string, std::string>;

inline Files sound_content() {
    return {
        {"library.toml",
         "general = [\"overview\"]\nsites = [\"spine\", \"body\"]\nprimaries = [\"breast\"]\n"},
        {"glossary.toml", "[[term]]\nid = \"lytic\"\nterm = \"Lytic\"\nplain = \"A bad spot.\"\n"
                          "clinical = \"Resorbed.\"\n"},
        {"references.toml", "[[reference]]\nkey = \"read2020\"\ntext = \"Reader A. 2020\"\n"
                            "short = \"Reader 2020\"\nretrieved = true\n"},
        {"general/overview.md", "+++\ntitle = \"Overview\"\nsummary = \"All.\"\n+++\n\n"
                                "## First {#first}\n\nText.\n"},
        {"general/overview.plain.md", "Plain text.\n"},
        {"sites/spine.md", std::string(site_md)},
        {"sites/spine.plain.md", "The back of [the body](site:body).\n"},
        {"sites/body.md", std::string(body_md)},
        {"sites/body.plain.md", "All of it.\n"},
        {"primaries/breast.md",
         "+++\ntitle = \"Breast cancer\"\nsummary = \"One.\"\n+++\n\nText.\n"},
        {"primaries/breast.plain.md", "Text.\n"},
        {"primaries/breast.toml", std::string(primary_toml)},
        {"primaries/all.toml", std::string(primary_toml)},
    };
}

/// A folder for one test, removed at its end.
class ContentFolder {
public:
    explicit ContentFolder(const Files& files) {
        static int count = 0;
        root_ =
            std::filesystem::path(OSTEON_BINARY_DIR) / ("content_test_" + std::to_string(++count));
        std::filesystem::remove_all(root_);
        for (const auto& [name, text] : files) {
            const bool german = name.starts_with("de/");
            const std::filesystem::path path = german ? root_ / name : root_ / "en" / name;
            std::filesystem::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << text;
        }
    }
    ~ContentFolder() { std::filesystem::remove_all(root_); }
    ContentFolder(const ContentFolder&) = delete;
    ContentFolder& operator=(const ContentFolder&) = delete;

    const std::filesystem::path& root() const { return root_; }

private:
    std::filesystem::path root_;
};

inline std::string in_words(const std::vector<ContentFault>& faults) {
    std::string text;
    for (const ContentFault& fault : faults) {
        text += fault.file.filename().string() + ":" + std::to_string(fault.line) + ":" +
                std::to_string(fault.column) + ": " + fault.expected + "\n";
    }
    return text;
}

} // namespace osteon::knowledge::test
