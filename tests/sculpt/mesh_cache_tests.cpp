#include "base/files.h"
#include "sculpt/sculpt.h"

#include <doctest/doctest.h>

#include <map>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

namespace fs = std::filesystem;

/// A folder of recipes and a cache of its own, both empty at first.
struct Kitchen {
    fs::path recipes;
    Meshing meshing;

    explicit Kitchen(const std::string& name)
        : recipes(fs::path(OSTEON_BINARY_DIR) / name / "recipes") {
        meshing.cache = recipes.parent_path() / "cache";
        fs::remove_all(recipes.parent_path());
    }
    void write(const std::string& file, const std::string& text) const {
        REQUIRE(write_file_atomically(recipes / file, text).has_value());
    }
    /// For each bone whether it came from the cache.
    std::map<std::string, bool> sculpt() const {
        const auto bones = sculpt_bones(recipes, "", meshing);
        REQUIRE(bones.has_value());
        std::map<std::string, bool> result;
        for (const SculptedBone& bone : *bones) {
            CHECK_FALSE(bone.mesh.indices.empty());
            CHECK(bone.mesh.normals.size() == bone.mesh.positions.size());
            result[bone.id] = bone.from_cache;
        }
        return result;
    }
};

using Cached = std::map<std::string, bool>;

} // namespace

TEST_CASE("only bones whose recipe changed are meshed again") {
    const Kitchen kitchen("cache_changes");
    kitchen.write("a.recipe", "bone sternum\nellipsoid 0 0 0 5 5 5\nbone hyoid_bone\n"
                              "ellipsoid 0 9 0 3 3 3\n");
    CHECK(kitchen.sculpt() == Cached{{"sternum", false}, {"hyoid_bone", false}});
    CHECK(kitchen.sculpt() == Cached{{"sternum", true}, {"hyoid_bone", true}});
    kitchen.write("a.recipe", "bone sternum  # the breastbone\nellipsoid 0 0 0 | 5 5 5\n"
                              "bone hyoid_bone\nellipsoid 0 9 0 3 3 4\n");
    CHECK(kitchen.sculpt() == Cached{{"sternum", true}, {"hyoid_bone", false}});
}

TEST_CASE("a bone is meshed again when what it is made of changes") {
    const Kitchen kitchen("cache_parts");
    const std::string bones = "bone sternum of ball 5\nbone hyoid_bone\ninclude knob\n"
                              "bone mandible\nellipsoid 0 0 0 4 4 4\n";
    const auto parts = [](const std::string& stretch, const std::string& radius) {
        return "family ball r\nellipsoid 0 0 0 r r " + stretch + "*r\nend\nsolid knob\n" +
               "ellipsoid 0 0 0 " + radius + " 3 3\n";
    };
    kitchen.write("a.recipe", parts("1", "3"));
    kitchen.write("b.recipe", bones);
    kitchen.sculpt();
    kitchen.write("a.recipe", parts("2", "3"));
    CHECK(kitchen.sculpt() == Cached{{"sternum", false}, {"hyoid_bone", true}, {"mandible", true}});
    kitchen.write("a.recipe", parts("2", "4"));
    CHECK(kitchen.sculpt() == Cached{{"sternum", true}, {"hyoid_bone", false}, {"mandible", true}});
}

TEST_CASE("a damaged file of the cache is not believed") {
    const Kitchen kitchen("cache_damage");
    kitchen.write("a.recipe", "bone sternum\nellipsoid 0 0 0 5 5 5\n");
    kitchen.sculpt();
    const auto only_file = [&] { return fs::directory_iterator(*kitchen.meshing.cache)->path(); };
    const std::string whole = *read_file(only_file());
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, whole.size() / 2}) {
        REQUIRE(write_file_atomically(only_file(), whole.substr(0, size)).has_value());
        CHECK(kitchen.sculpt() == Cached{{"sternum", false}});
        CHECK(kitchen.sculpt() == Cached{{"sternum", true}});
    }
    std::string spoilt = whole;
    spoilt[spoilt.size() / 2] ^= 1;
    REQUIRE(write_file_atomically(only_file(), spoilt).has_value());
    CHECK(kitchen.sculpt() == Cached{{"sternum", false}});
}

TEST_CASE("without a cache every bone is meshed anew and nothing is kept") {
    Kitchen kitchen("cache_none");
    const fs::path folder = *kitchen.meshing.cache;
    kitchen.meshing.cache.reset();
    kitchen.write("a.recipe", "bone sternum\nellipsoid 0 0 0 5 5 5\n");
    CHECK(kitchen.sculpt() == Cached{{"sternum", false}});
    CHECK(kitchen.sculpt() == Cached{{"sternum", false}});
    CHECK_FALSE(fs::exists(folder));
}

TEST_CASE("a left bone with a recipe of its own is not a mirror image") {
    const Kitchen kitchen("left_of_its_own");
    kitchen.write("a.recipe", "bone patella_right\nellipsoid -20 0 0 5 5 5\n"
                              "bone patella_left\nellipsoid 20 0 0 8 8 8\n"
                              "bone rib_1_right\nellipsoid -20 0 0 5 5 5\n");
    const auto bones = sculpt_bones(kitchen.recipes, "", kitchen.meshing);
    REQUIRE(bones.has_value());
    REQUIRE(bones->size() == 4);
    for (const SculptedBone& bone : *bones) {
        CHECK(bone.mirrored == (bone.id == "rib_1_left"));
    }
}

TEST_CASE("sculpting stops when it is asked to, and tells of each bone until then") {
    Kitchen kitchen("stopping");
    kitchen.write("a.recipe", "bone sternum\nellipsoid 0 0 0 5 5 5\n");
    int told = 0;
    kitchen.meshing.progress = [&told](std::string_view what, int done, int total) {
        CHECK(what == "sternum");
        CHECK(done == total);
        ++told;
        return false;
    };
    CHECK_FALSE(sculpt_bones(kitchen.recipes, "", kitchen.meshing).has_value());
    CHECK(told == 1);
}
