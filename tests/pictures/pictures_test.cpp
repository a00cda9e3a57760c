#include "app/atlas.h"
#include "app/command_line.h"
#include "app/shot.h"
#include "app/studio.h"
#include "base/paths.h"
#include "output/picture.h"
#include "pictures/picture_difference.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace osteon::tests {
namespace {

namespace fs = std::filesystem;

const fs::path c_here = fs::path(OSTEON_SOURCE_DIR) / "tests" / "pictures";
const fs::path c_drawn = fs::path(OSTEON_BINARY_DIR) / "pictures";

// One Mesa draws the same bytes again, in any number of threads. Other code for the same pictures
// (llvmpipe without AVX and fused multiplication, softpipe) lay 0.25 and 0.0005 away at most; the
// least changes below are seen. docs/looks.md has all figures.
constexpr double c_mean_tolerance = 0.35;
constexpr double c_seen_tolerance = 0.001;

bool unlike(const PictureDifference& apart) {
    return apart.mean > c_mean_tolerance || apart.share_seen > c_seen_tolerance;
}

struct Picture {
    std::string name;
    std::string options; ///< of `osteon shot`
};

std::vector<Picture> listed_pictures() {
    std::vector<Picture> pictures;
    std::ifstream file(c_here / "pictures.txt");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(':');
        if (!line.starts_with('#') && colon != std::string::npos) {
            pictures.push_back({line.substr(0, colon), line.substr(colon + 1)});
        }
    }
    return pictures;
}

/// Options as a user types them.
app::TakeShot command_of(const std::string& options) {
    std::vector<std::string> words{"osteon", "shot", "--size", "256x256", "--out", "unused.png"};
    std::istringstream rest(options);
    for (std::string word; rest >> word;) {
        words.push_back(word);
    }
    std::vector<const char*> pointers;
    std::transform(words.begin(), words.end(), std::back_inserter(pointers),
                   [](const std::string& word) { return word.c_str(); });
    const auto line = app::parse_command_line(static_cast<int>(pointers.size()), pointers.data());
    REQUIRE_MESSAGE(line.has_value(), (line ? "" : describe(line.error())));
    return std::get<app::TakeShot>(line->command);
}

/// One atlas and one studio for many pictures.
struct Stand {
    std::unique_ptr<app::Atlas> atlas;
    std::optional<app::Studio> studio;

    Stand() {
        const fs::path root = OSTEON_SOURCE_DIR;
        auto loaded = app::load_atlas({root / "assets", root / "content", root / "shaders"});
        REQUIRE(loaded.has_value());
        atlas = std::move(*loaded);
        renew_studio();
    }
    void renew_studio() {
        studio.reset();
        auto made = app::Studio::create(*atlas, {});
        REQUIRE(made.has_value());
        studio.emplace(std::move(*made));
    }
    render::Image drawn(const std::string& options) {
        const app::TakeShot command = command_of(options);
        const auto session = app::session_of(*atlas, command);
        REQUIRE_MESSAGE(session.has_value(), (session ? "" : describe(session.error())));
        auto image = app::draw_shot(*studio, *session, command);
        REQUIRE_MESSAGE(image.has_value(), (image ? "" : describe(image.error())));
        return std::move(*image);
    }
    PictureDifference apart(const std::string& one, const std::string& other) {
        return difference(drawn(one), drawn(other));
    }
};

PictureDifference check_beside_golden(const Picture& picture, const render::Image& now) {
    const auto wanted = output::read_png(c_here / "golden" / (picture.name + ".png"));
    REQUIRE_MESSAGE(wanted.has_value(), "draw it with tests/pictures/renew.sh");
    REQUIRE(now.width == wanted->width);
    REQUIRE(now.height == wanted->height);
    const PictureDifference apart = difference(now, *wanted);
    CAPTURE(apart.mean);
    CAPTURE(apart.share_seen);
    if (unlike(apart)) {
        fs::create_directories(c_drawn);
        const fs::path to_look_at = c_drawn / (picture.name + ".png");
        REQUIRE(output::write_png(now, to_look_at));
        FAIL_CHECK(to_look_at.string() << " is not as its golden picture");
    }
    return apart;
}

TEST_CASE("every look, site and lesion looks as its golden picture") {
    const bool renew = std::getenv("OSTEON_RENEW_PICTURES") != nullptr;
    Stand stand;
    PictureDifference farthest;
    for (const Picture& picture : listed_pictures()) {
        CAPTURE(picture.name);
        const render::Image now = stand.drawn(picture.options);
        if (renew) {
            REQUIRE(output::write_png(now, c_here / "golden" / (picture.name + ".png")));
        } else {
            const PictureDifference apart = check_beside_golden(picture, now);
            farthest.mean = std::max(farthest.mean, apart.mean);
            farthest.share_seen = std::max(farthest.share_seen, apart.share_seen);
        }
    }
    std::printf("farthest from a golden picture: mean %.4f, share seen %.5f\n", farthest.mean,
                farthest.share_seen);
}

TEST_CASE("the golden pictures are those that are listed, and show every site, look and lesion") {
    std::set<std::string> listed;
    std::string options;
    for (const Picture& picture : listed_pictures()) {
        CHECK_MESSAGE(listed.insert(picture.name + ".png").second, picture.name);
        options += picture.options + ' ';
    }
    std::set<std::string> golden;
    for (const auto& entry : fs::directory_iterator(c_here / "golden")) {
        golden.insert(entry.path().filename().string());
    }
    CHECK(golden == listed);

    const Stand stand;
    std::vector<std::string> wanted;
    for (const knowledge::Site& site : stand.atlas->knowledge.sites) {
        wanted.push_back("--site " + site.id);
    }
    for (const char* look : {"solid", "ghost", "radiograph", "bonescan", "section", "explode"}) {
        wanted.push_back(std::string("--look ") + look);
    }
    for (const char* primary : {"kidney", "prostate", "breast"}) { // lytic, blastic, mixed
        wanted.push_back(std::string("--primary ") + primary + " --lesions");
    }
    for (const std::string& words : wanted) {
        CHECK_MESSAGE(options.find(words + ' ') != std::string::npos, words);
    }
}

TEST_CASE("a picture is the same twice, and whatever was drawn before it") {
    Stand stand;
    const std::string options = "--primary breast --lesions --site lumbar_spine --look ghost";
    const render::Image first = stand.drawn(options);
    CHECK(stand.drawn(options).pixels == first.pixels);
    for (const char* other : {"--look bonescan", "--look explode --amount 1", "--look radiograph",
                              "--look section", "--primary lung --route", "--theme light"}) {
        stand.drawn(other);
    }
    CHECK(stand.drawn(options).pixels == first.pixels);
    stand.renew_studio();
    CHECK(stand.drawn(options).pixels == first.pixels);
}

// Of each kind about the least change that a user would see with both pictures side by side.
TEST_CASE("small changes that a user would notice are told from no change") {
    Stand stand;
    const std::string leg = "--isolate femur_left,tibia_left,fibula_left";
    const std::string scan = "--look bonescan";
    const std::string section = "--look section --plane sagittal --site lumbar_spine --offset ";
    const std::string ghost = "--site femur --look ghost --ghost ";
    const std::string course = "--course femur --progress ";
    const std::string burst = "--look explode --explode-by region --amount ";
    struct Change {
        std::string what;
        std::string from;
        std::string to;
    };
    const Change changes[] = {
        {"a bone is selected", leg, leg + " --select fibula_left"},
        {"ghosts are a quarter denser", ghost + "0.2", ghost + "0.25"},
        {"the plane moves by 3 mm", section + "0", section + "0.003"},
        {"the bones move apart by 4 % more", burst + "0.5", burst + "0.54"},
        {"a lesion grows by a tenth of its course", course + "0.3", course + "0.4"},
        {"another primary", "--primary breast", "--primary prostate"},
        {"lesions of another primary", "--primary breast --lesions",
         "--primary prostate --lesions"},
        {"uptake where there was none", scan, scan + " --primary prostate --lesions"},
    };
    for (const Change& change : changes) {
        CAPTURE(change.what);
        const PictureDifference apart = stand.apart(change.from, change.to);
        CAPTURE(apart.mean);
        CAPTURE(apart.share_seen);
        CHECK(unlike(apart));
        std::printf("%-42s mean %.4f, share seen %.5f\n", change.what.c_str(), apart.mean,
                    apart.share_seen);
    }
}

} // namespace
} // namespace osteon::tests
