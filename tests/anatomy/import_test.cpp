#include "anatomy/builtin_format.h"
#include "anatomy/load.h"

#include <doctest/doctest.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/mount.h>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;
using namespace osteon;
using namespace osteon::anatomy;

namespace {

const Registry& registry() {
    static const Registry bones =
        load_registry(fs::path(OSTEON_SOURCE_DIR) / "assets/anatomy/bones.toml").value();
    return bones;
}

/// A folder that is gone after the test.
struct TemporaryFolder {
    fs::path path;
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "osteon-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return path / name;
    }
};

/// A left femur as a box of 60 x 440 x 70 units times `scale`, in Wavefront OBJ.
std::string femur_obj(float scale = 1.0F) {
    std::ostringstream text;
    text << "o Left femur\n";
    for (int i = 0; i < 8; ++i) {
        text << "v " << scale * (60.0F + 60.0F * static_cast<float>(i & 1)) << ' '
             << scale * (400.0F + 440.0F * static_cast<float>(i >> 1 & 1)) << ' '
             << scale * 70.0F * static_cast<float>(i >> 2 & 1) << '\n';
    }
    text << "f 1 3 4 2\nf 5 6 8 7\nf 1 2 6 5\nf 3 7 8 4\nf 1 5 7 3\nf 2 4 8 6\n";
    return text.str();
}

template <class T>
std::string raw(T value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::string tetrahedron_bytes() {
    std::string bytes;
    for (const float value : {0.F, 0.F, 0.F, 60.F, 0.F, 0.F, 0.F, 440.F, 0.F, 0.F, 0.F, 70.F}) {
        bytes += raw(value);
    }
    for (const int index : {0, 2, 1, 0, 1, 3, 1, 2, 3, 0, 3, 2}) {
        bytes += raw(static_cast<std::uint16_t>(index));
    }
    return bytes;
}

std::string glb(std::string json, const std::string& binary) {
    json.append((4 - json.size() % 4) % 4, ' ');
    return "glTF" + raw(2U) + raw(static_cast<std::uint32_t>(28 + json.size() + binary.size())) +
           raw(static_cast<std::uint32_t>(json.size())) + "JSON" + json +
           raw(static_cast<std::uint32_t>(binary.size())) + std::string("BIN\0", 4) + binary;
}

std::string femur_json() {
    return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],)"
           R"("nodes":[{"mesh":0,"name":"Left femur"}],)"
           R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],)"
           R"("accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3"},)"
           R"({"bufferView":1,"componentType":5123,"count":12,"type":"SCALAR"}],)"
           R"("bufferViews":[{"buffer":0,"byteOffset":0,"byteLength":48},)"
           R"({"buffer":0,"byteOffset":48,"byteLength":24}],"buffers":[{"byteLength":72}]})";
}

/// The GLB femur with one part of its JSON replaced.
std::string changed_glb(const std::string& part, const std::string& by) {
    std::string json = femur_json();
    const std::size_t at = json.find(part);
    REQUIRE(at != std::string::npos);
    return glb(json.replace(at, part.size(), by), tetrahedron_bytes());
}

std::string femur_stl() {
    std::string bytes(80, ' ');
    bytes += raw(4U);
    const std::string corners = tetrahedron_bytes();
    for (const auto& face : {std::array{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}}) {
        bytes += std::string(12, '\0');
        for (const int corner : face) {
            bytes += corners.substr(static_cast<std::size_t>(corner) * 12, 12);
        }
        bytes += std::string(2, '\0');
    }
    return bytes;
}

std::string femur_ply() {
    return "ply\nformat ascii 1.0\nelement vertex 4\nproperty float x\nproperty float y\n"
           "property float z\nelement face 4\nproperty list uchar int vertex_indices\nend_header\n"
           "0 0 0\n60 0 0\n0 440 0\n0 0 70\n3 0 2 1\n3 0 1 3\n3 1 2 3\n3 0 3 2\n";
}

struct ZipEntry {
    std::string name;
    std::string bytes;
    bool encrypted = false;
};

fs::path write_zip(const TemporaryFolder& folder, const std::vector<ZipEntry>& entries) {
    const fs::path path = folder.path / "model.zip";
    zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(archive != nullptr);
    for (const ZipEntry& entry : entries) {
        zip_source_t* const source =
            zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, 0);
        REQUIRE(index >= 0);
        if (entry.encrypted) {
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                    "secret");
        }
    }
    REQUIRE(zip_close(archive) == 0);
    return path;
}

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Loads without a cache and expects one clear message that names the file.
void check_refused(const fs::path& path, const std::string& why) {
    CAPTURE(why);
    const auto model = load_model({path, {}}, registry(), {}, std::nullopt, {});
    REQUIRE_FALSE(model.has_value());
    CAPTURE(describe(model.error()));
    CHECK_FALSE(model.error().subject.empty());
    CHECK_FALSE(model.error().reason.empty());
    CHECK_FALSE(model.error().reason.ends_with('.'));
}

struct BadFile {
    std::string why;
    std::string name;
    std::string bytes;
};

std::vector<BadFile> bad_text_files() {
    const std::string ply = femur_ply();
    const auto ply_with = [&](const std::string& part, const std::string& by) {
        return std::string(ply).replace(ply.find(part), part.size(), by);
    };
    return {
        {"empty OBJ", "a.obj", ""},
        {"empty GLB", "a.glb", ""},
        {"OBJ that is prose", "a.obj", "Dear reader\n"},
        {"OBJ that is a picture", "a.obj", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)},
        {"unknown kind", "a.txt", femur_obj()},
        {"OBJ with points only", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\n"},
        {"OBJ cut in a vertex", "a.obj", "v 0 0\n"},
        {"OBJ with NaN", "a.obj", "o Left femur\nv nan 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"},
        {"OBJ with infinity", "a.obj", "v 0 0 0\nv inf 0 0\nv 0 1 0\nf 1 2 3\n"},
        {"OBJ with overflow", "a.obj", "v 0 0 0\nv 1e99 0 0\nv 0 1 0\nf 1 2 3\n"},
        {"OBJ index too large", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 4\n"},
        {"OBJ index zero", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 0 1 2\n"},
        {"OBJ index far negative", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf -9 1 2\n"},
        {"OBJ normal missing", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1//1 2//1 3//1\n"},
        {"OBJ face of two", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2\n"},
        {"OBJ face of words", "a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf a b c\n"},
        {"not a skeleton", "cube.obj", "o cube" + femur_obj().substr(12)},
        {"a hundred thousand times too large", "a.obj", femur_obj(1e5F)},
        {"a thousandth of a millimetre", "a.obj", femur_obj(1e-7F)},
        {"flat triangles only", "a.obj", "o Left femur\nv 0 0 0\nv 0 440 0\nf 1 2 1\n"},
        {"PLY without end of header", "a.ply", "ply\nformat ascii 1.0\nelement vertex 4\n"},
        {"PLY without faces", "a.ply", ply_with("element face 4", "element face 0")},
        {"PLY with unknown type", "a.ply", ply_with("property float x", "property quad x")},
        {"PLY with huge count", "a.ply", ply_with("vertex 4", "vertex 4000000000")},
        {"PLY cut off", "a.ply", ply.substr(0, ply.size() - 20)},
        {"PLY of unknown format", "a.ply", ply_with("format ascii", "format octal")},
        {"PLY index out of range", "a.ply", ply_with("3 0 3 2", "3 0 3 9")},
        {"PLY binary too short", "a.ply", ply_with("format ascii", "format binary_little_endian")},
        {"STL of a few bytes", "a.stl", "STL"},
        {"STL text cut off", "a.stl", "solid x\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\n"},
        {"FBX that is text", "a.fbx", "hello"},
        {"FBX header only", "a.fbx", std::string("Kaydara FBX Binary  \0\x1a\0", 23)},
    };
}

std::vector<BadFile> bad_binary_files() {
    std::string huge_stl = femur_stl();
    huge_stl.replace(80, 4, raw(0x7FFFFFFFU));
    std::string empty_stl = femur_stl();
    empty_stl.replace(80, 4, raw(0U));
    std::string old_glb = glb(femur_json(), tetrahedron_bytes());
    old_glb.replace(4, 4, raw(1U));
    std::string bad_index = tetrahedron_bytes();
    bad_index.replace(48, 2, raw(std::uint16_t{999}));
    std::string not_finite = tetrahedron_bytes();
    not_finite.replace(12, 4, raw(std::nanf("")));
    return {
        {"STL with huge count", "a.stl", huge_stl},
        {"STL with no triangle", "a.stl", empty_stl},
        {"GLB version 1", "a.glb", old_glb},
        {"OBJ renamed to GLB", "a.glb", femur_obj()},
        {"GLB index out of range", "a.glb", glb(femur_json(), bad_index)},
        {"GLB with NaN", "a.glb", glb(femur_json(), not_finite)},
        {"GLB needing meshopt", "a.glb",
         changed_glb(R"({"asset")",
                     R"({"extensionsRequired":["EXT_meshopt_compression"],"asset")")},
        {"GLB needing the unknown", "a.glb",
         changed_glb(R"({"asset")", R"({"extensionsRequired":["VENDOR_magic"],"asset")")},
        {"GLB buffer too long", "a.glb", changed_glb(R"("byteLength":72)", R"("byteLength":720)")},
        {"GLB view too long", "a.glb", changed_glb(R"("byteLength":24)", R"("byteLength":99)")},
        {"GLB accessor too long", "a.glb", changed_glb(R"("count":12)", R"("count":1200)")},
        {"GLB accessor empty", "a.glb", changed_glb(R"("count":4)", R"("count":0)")},
        {"GLB negative count", "a.glb", changed_glb(R"("count":4)", R"("count":-4)")},
        {"GLB view missing", "a.glb", changed_glb(R"("bufferView":1)", R"("bufferView":7)")},
        {"GLB position missing", "a.glb", changed_glb(R"("POSITION":0)", R"("POSITION":5)")},
        {"GLB node its own child", "a.glb",
         changed_glb(R"({"mesh":0,)", R"({"mesh":0,"children":[0],)")},
        {"GLB mesh missing", "a.glb", changed_glb(R"({"mesh":0)", R"({"mesh":3)")},
        {"GLB scene missing", "a.glb", changed_glb(R"("scene":0)", R"("scene":4)")},
        {"GLB name of the wrong type", "a.glb", changed_glb(R"("Left femur")", "17")},
        {"GLB reading elsewhere", "a.glb",
         changed_glb(R"("byteLength":72)", R"("uri":"../../etc/passwd","byteLength":72)")},
    };
}

} // namespace

TEST_CASE("the small femurs of these tests are good in every format") {
    const TemporaryFolder folder;
    for (const auto& [name, bytes] : {std::pair{"a.obj", femur_obj()},
                                      {"femur_left.stl", femur_stl()},
                                      {"femur_left.ply", femur_ply()},
                                      {"a.glb", glb(femur_json(), tetrahedron_bytes())}}) {
        CAPTURE(name);
        const auto model =
            load_model({folder.write(name, bytes), {}}, registry(), {}, std::nullopt, {});
        REQUIRE_MESSAGE(model.has_value(), (model ? "" : describe(model.error())));
        REQUIRE(model->find(registry().find("femur_left")) != nullptr);
        CHECK(model->bounds.size().y == doctest::Approx(0.44).epsilon(0.01));
        CHECK(model->meshes[0].closed);
    }
}

TEST_CASE("the unit is measured: the same femur in six units is the same size") {
    const TemporaryFolder folder;
    for (const float scale : {1.0F, 0.1F, 0.01F, 0.001F, 1.0F / 25.4F, 1.0F / 304.8F}) {
        CAPTURE(scale);
        const auto model = load_model({folder.write("a.obj", femur_obj(scale)), {}}, registry(), {},
                                      std::nullopt, {});
        REQUIRE(model);
        CHECK(model->bounds.size().y == doctest::Approx(0.44).epsilon(0.02));
    }
    ModelSource told{folder.write("a.obj", femur_obj()), {}};
    told.options.metres_per_unit = 0.002F;
    const auto model = load_model(told, registry(), {}, std::nullopt, {});
    REQUIRE(model);
    CHECK(model->bounds.size().y == doctest::Approx(0.88).epsilon(0.01));
}

TEST_CASE("every malformed file gives one clear message") {
    const TemporaryFolder folder;
    for (const auto& list : {bad_text_files(), bad_binary_files()}) {
        for (const BadFile& bad : list) {
            check_refused(folder.write(bad.name, bad.bytes), bad.why);
        }
    }
    check_refused(folder.path / "nowhere.glb", "missing");
}

TEST_CASE("a GLB cut off anywhere is refused, and one flipped byte never crashes") {
    const TemporaryFolder folder;
    const std::string whole = glb(femur_json(), tetrahedron_bytes());
    for (std::size_t length = 0; length < whole.size(); length += 41) {
        check_refused(folder.write("a.glb", whole.substr(0, length)), std::to_string(length));
    }
    for (const auto& [name, bytes] : {std::pair{"a.glb", whole},
                                      {"femur_left.stl", femur_stl()},
                                      {"femur_left.ply", femur_ply()},
                                      {"a.obj", femur_obj()}}) {
        for (std::size_t at = 0; at < bytes.size(); at += 7) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
            const auto model =
                load_model({folder.write(name, damaged), {}}, registry(), {}, std::nullopt, {});
            CHECK((model.has_value() || !model.error().reason.empty()));
        }
    }
}

TEST_CASE("a folder or zip of models imports, and what lies beside them is left alone") {
    const TemporaryFolder folder;
    folder.write("Left femur.obj", femur_obj());
    folder.write("readme.txt", "hello");
    folder.write("broken.obj", "v x\n");
    const auto found = inspect_model({folder.path, {}}, registry(), {});
    REQUIRE(found);
    CHECK(found->matched.size() == 1);
    CHECK(found->warnings.size() >= 1);
    const TemporaryFolder other;
    const fs::path zip = write_zip(other, {{"in/Left femur.obj", femur_obj()}, {"notes.md", "x"}});
    CHECK(load_model({zip, {}}, registry(), {}, std::nullopt, {}).has_value());
}

TEST_CASE("folders without models and hostile archives are refused") {
    const TemporaryFolder folder;
    check_refused(folder.path, "empty folder");
    check_refused(folder.write("a.zip", "PK\x03\x04 and no more"), "zip cut off");
    check_refused(folder.write("b.zip", "no zip at all"), "not a zip");
    check_refused(write_zip(folder, {{"readme.txt", "x"}}), "zip without models");
    check_refused(write_zip(folder, {{"../evil.obj", femur_obj()}}), "zip slip");
    check_refused(write_zip(folder, {{"/etc/evil.obj", femur_obj()}}), "absolute name");
    check_refused(write_zip(folder, {{"..\\evil.obj", femur_obj()}}), "zip slip of Windows");
    check_refused(write_zip(folder, {{"a.obj", std::string(64 << 20, ' ')}}), "zip bomb");
    check_refused(write_zip(folder, {{"a.obj", femur_obj(), true}}), "encrypted");
    std::string zip = slurp(write_zip(folder, {{"a.obj", femur_obj()}}));
    zip[60] = static_cast<char>(zip[60] ^ 0x55);
    check_refused(folder.write("broken.zip", zip), "broken entry");
    if (geteuid() != 0) {
        const fs::path locked = folder.write("locked.obj", femur_obj());
        fs::permissions(locked, fs::perms::none);
        check_refused(locked, "unreadable");
    } else {
        MESSAGE("skipped: root may read every file");
    }
}

TEST_CASE("loading stops when asked") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("a.obj", femur_obj());
    const auto stop = [](std::string_view, int, int) { return false; };
    CHECK_FALSE(load_model({file, {}}, registry(), {}, std::nullopt, stop).has_value());
}

TEST_CASE("the cache serves the same model, and is made again when stale or damaged") {
    const TemporaryFolder folder;
    const fs::path cache = folder.path / "cache";
    const fs::path file = folder.write("a.obj", femur_obj());
    int steps = 0;
    const auto count = [&](std::string_view, int, int) { return ++steps > 0; };
    const auto load = [&] { return load_model({file, {}}, registry(), {}, cache, count); };
    const auto fresh = load();
    REQUIRE(fresh);
    steps = 0;
    const auto cached = load();
    REQUIRE(cached);
    CHECK(steps == 0);
    CHECK(std::ranges::equal(fresh->vertices, cached->vertices));
    CHECK(std::ranges::equal(fresh->indices, cached->indices));
    const fs::path kept = fs::directory_iterator(cache)->path();
    const std::string bytes = slurp(kept);
    for (std::size_t at = 0; at < bytes.size(); at += 61) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        std::ofstream(kept, std::ios::binary) << (at % 2 == 0 ? damaged : bytes.substr(0, at));
        const auto again = load();
        REQUIRE(again);
        CHECK(std::ranges::equal(fresh->vertices, again->vertices));
    }
    folder.write("a.obj", femur_obj(1.1F));
    const auto changed = load();
    REQUIRE(changed);
    CHECK(changed->bounds.size().y == doctest::Approx(0.484).epsilon(0.01));
}

TEST_CASE("a cached model keeps its landmarks, until the skeleton changes that they come from") {
    const TemporaryFolder folder;
    const fs::path cache = folder.path / "cache";
    const fs::path file = folder.write("a.obj", femur_obj());
    const auto shipped = [&](float height) {
        auto model = load_model({file, {}}, registry(), {}, std::nullopt, {});
        REQUIRE(model);
        const glm::vec3 place =
            model->bounds.min + glm::vec3(0.5F, height, 0.5F) * model->bounds.size();
        model->landmarks = {{registry().find_landmark("femur_left#greater_trochanter"), place,
                             glm::vec3(0.0F, 0.0F, 1.0F)}};
        const auto bytes = encode_builtin(*model, registry());
        return folder.write("builtin.skeleton",
                            {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    };
    const auto load = [&] {
        auto model =
            load_model({file, {}}, registry(), folder.path / "builtin.skeleton", cache, {});
        REQUIRE(model);
        REQUIRE(model->landmarks.size() == 1);
        return std::move(*model);
    };
    shipped(0.9F);
    const SkeletonModel fresh = load();
    const SkeletonModel cached = load();
    CHECK_FALSE(cached.mapped.empty());
    CHECK(cached.landmarks == fresh.landmarks);
    fs::remove(folder.path / "builtin.skeleton");
    shipped(0.2F);
    CHECK(load().landmarks.front().place.y < fresh.landmarks.front().place.y);
}

TEST_CASE("a full disk or a cache folder that cannot be means no cache, not a failure") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("a.obj", femur_obj());
    const fs::path blocked = folder.write("blocked", "a file where the folder should be");
    CHECK(load_model({file, {}}, registry(), {}, blocked, {}).has_value());
    const fs::path full = folder.path / "full";
    fs::create_directory(full);
    if (mount("tmpfs", full.c_str(), "tmpfs", 0, "size=4k") != 0) {
        MESSAGE("skipped: no small disk can be mounted here");
        return;
    }
    std::ofstream(full / "filler") << std::string(4096, 'x');
    CHECK(load_model({file, {}}, registry(), {}, full, {}).has_value());
    CHECK(std::distance(fs::directory_iterator(full), {}) == 1);
    umount(full.c_str());
}

TEST_CASE("the built-in format gives back what was written, and refuses damage anywhere") {
    const TemporaryFolder folder;
    const auto model =
        load_model({folder.write("a.obj", femur_obj()), {}}, registry(), {}, std::nullopt, {});
    REQUIRE(model);
    const auto bytes = encode_builtin(*model, registry());
    const auto decoded = decode_builtin(bytes, registry());
    REQUIRE(decoded);
    CHECK(decoded->name == model->name);
    CHECK(std::ranges::equal(decoded->vertices, model->vertices));
    CHECK(decoded->triangle_count() == model->triangle_count());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at] ^= std::byte{0x10};
        CHECK_FALSE(decode_builtin(damaged, registry()).has_value());
        CHECK_FALSE(decode_builtin(std::span(bytes).first(at), registry()).has_value());
    }
}
