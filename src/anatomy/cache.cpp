#include "anatomy/cache.h"

#include "anatomy/model_bytes.h"
#include "anatomy/model_check.h"
#include "base/files.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <xxhash.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <system_error>
#include <utility>

namespace osteon::anatomy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "OSTEON-C";
/// To be raised with every change of the file or of how models are prepared.
constexpr std::uint32_t version = 4;
constexpr std::size_t alignment = 64;
constexpr std::size_t most_files = 8;
constexpr std::string_view ending = ".skeleton";

/// The file begins with this; the description follows, then vertices and indices, each aligned.
struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t description_size = 0;
    std::array<std::uint64_t, 2> state{};
    std::uint64_t vertex_count = 0;
    std::uint64_t index_count = 0;
    std::uint64_t checksum = 0; ///< of all that follows the header
    std::uint64_t reserved = 0;
};
static_assert(sizeof(Header) == 64);

std::string registry_text(const Registry& registry) {
    std::string text;
    for (const Bone& bone : registry.bones) {
        text += fmt::format("{}|{}|{}|{}|{}\n", bone.id, bone.name, bone.latin, bone.fma,
                            fmt::join(bone.aliases, "|"));
    }
    for (const Landmark& each : registry.landmarks) {
        text += fmt::format("{}|{}|{}|{}|{}|{}\n", each.bone, each.id, each.opening,
                            each.seen_from.x, each.seen_from.y, each.seen_from.z);
    }
    return text;
}

fs::path file_of(const fs::path& folder, const CacheKey& key) {
    return folder / fmt::format("{:016x}{}", key.place, ending);
}

template <class T>
std::span<const T> view_as(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

void put_landmarks(ByteWriter& writer, std::span<const LandmarkPlace> landmarks) {
    writer.put(static_cast<std::uint32_t>(landmarks.size()));
    for (const LandmarkPlace& each : landmarks) {
        writer.put(each.landmark);
        writer.put(each.place);
        writer.put(each.outward);
    }
}

std::vector<LandmarkPlace> get_landmarks(ByteReader& reader) {
    std::vector<LandmarkPlace> landmarks;
    const auto count = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        LandmarkPlace each;
        each.landmark = reader.get<LandmarkIndex>();
        each.place = reader.get<glm::vec3>();
        each.outward = reader.get<glm::vec3>();
        landmarks.push_back(each);
    }
    return landmarks;
}

/// The model in the bytes of a fresh file; nothing where they are damaged.
std::optional<SkeletonModel> parse(const MappedFile& file, const Header& header,
                                   const Registry& registry) {
    const std::size_t size = file.bytes.size();
    if (header.vertex_count > size || header.index_count > size ||
        XXH3_64bits(file.bytes.data() + sizeof(Header), size - sizeof(Header)) != header.checksum) {
        return std::nullopt;
    }
    ByteReader reader(file.bytes);
    reader.take(sizeof(Header));
    ByteReader description(reader.take(header.description_size));
    SkeletonModel model = get_description(description);
    model.landmarks = get_landmarks(description);
    reader.align(alignment);
    model.vertices = view_as<PackedVertex>(reader.take(header.vertex_count * sizeof(PackedVertex)));
    reader.align(alignment);
    model.indices = view_as<std::uint32_t>(reader.take(header.index_count * sizeof(std::uint32_t)));
    if (!description.at_end() || !reader.at_end() || !is_consistent(model, registry.bones.size())) {
        return std::nullopt;
    }
    const bool known = std::ranges::all_of(model.landmarks, [&](const LandmarkPlace& each) {
        return each.landmark < registry.landmarks.size();
    });
    if (!known) {
        return std::nullopt;
    }
    model.storage = file.storage;
    model.mapped = file.bytes;
    return model;
}

/// Removes all but the newest cached models.
void prune(const fs::path& folder) {
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        if (entry->path().extension() == ending) {
            std::error_code ignored;
            files.emplace_back(entry->last_write_time(ignored), entry->path());
        }
    }
    std::ranges::sort(files, std::greater{});
    for (std::size_t i = most_files; i < files.size(); ++i) {
        fs::remove(files[i].second, error);
    }
}

} // namespace

CacheKey cache_key(const ModelSource& source, std::span<const FileStamp> files,
                   const Registry& registry, const fs::path& builtin_file) {
    std::error_code ignored;
    const std::string place = fmt::format(
        "{}|{}|{}", fs::weakly_canonical(source.path, ignored).string(),
        source.options.metres_per_unit.value_or(0.0F), static_cast<int>(source.options.up));
    std::string state = fmt::format("{}|{}|", version, place);
    for (const FileStamp& file : files) {
        state += fmt::format("{}|{}|{}\n", file.name, file.size, file.modified);
    }
    if (fs::exists(builtin_file, ignored)) {
        state += fmt::format("{}|{}\n", fs::file_size(builtin_file, ignored),
                             fs::last_write_time(builtin_file, ignored).time_since_epoch().count());
    }
    state += registry_text(registry);
    const XXH128_hash_t hash = XXH3_128bits(state.data(), state.size());
    return {XXH3_64bits(place.data(), place.size()), {hash.low64, hash.high64}};
}

std::optional<SkeletonModel> read_cache(const fs::path& folder, const CacheKey& key,
                                        const Registry& registry) {
    const fs::path path = file_of(folder, key);
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        return std::nullopt;
    }
    const auto file = map_file(path);
    if (!file || file->bytes.size() < sizeof(Header)) {
        spdlog::warn("{}: the cached model is damaged; it is made again", path.string());
        return std::nullopt;
    }
    const auto header = ByteReader(file->bytes).get<Header>();
    const bool ours = std::string_view(header.magic.data(), header.magic.size()) == magic;
    if (ours && (header.version != version || header.state != key.state)) {
        return std::nullopt;
    }
    auto model = ours ? parse(*file, header, registry) : std::nullopt;
    if (!model) {
        spdlog::warn("{}: the cached model is damaged; it is made again", path.string());
    }
    return model;
}

void write_cache(const fs::path& folder, const CacheKey& key, const SkeletonModel& model) {
    ByteWriter description;
    put_description(description, model);
    put_landmarks(description, model.landmarks);
    ByteWriter body;
    body.append(description.bytes());
    body.align(alignment);
    body.append(std::as_bytes(model.vertices));
    body.align(alignment);
    body.append(std::as_bytes(model.indices));
    Header header;
    std::ranges::copy(magic, header.magic.begin());
    header.version = version;
    header.description_size = static_cast<std::uint32_t>(description.size());
    header.state = key.state;
    header.vertex_count = model.vertices.size();
    header.index_count = model.indices.size();
    header.checksum = XXH3_64bits(body.bytes().data(), body.size());
    ByteWriter file;
    file.put(header);
    file.append(body.bytes());
    if (const auto written = write_file_atomically(file_of(folder, key), file.bytes()); !written) {
        spdlog::info("The prepared model is not kept: {}", describe(written.error()));
        return;
    }
    prune(folder);
}

} // namespace osteon::anatomy
