#include "sculpt/mesh_cache.h"

#include "base/files.h"
#include "base/paths.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <vector>

namespace osteon::sculpt {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".mesh";
constexpr std::uintmax_t largest_cache = std::uintmax_t{512} << 20U;

/// The file begins with this; positions, normals, indices and strays follow.
struct Header {
    std::uint64_t checksum = 0; ///< of all that follows it
    std::array<std::uint64_t, 4> counts{};
    Cliff cliff;
};

fs::path file_of(const fs::path& cache, const MeshKey& key) {
    return cache / fmt::format("{:016x}{:016x}{}", key[0], key[1], ending);
}

template <class T>
void append(std::string& bytes, const std::vector<T>& values) {
    const auto view = std::as_bytes(std::span(values));
    bytes.append(reinterpret_cast<const char*>(view.data()), view.size());
}

template <class T>
std::vector<T> take(std::string_view& bytes, std::uint64_t count) {
    std::vector<T> values(static_cast<std::size_t>(count));
    if (count > 0) {
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    }
    bytes.remove_prefix(values.size() * sizeof(T));
    return values;
}

std::uint64_t checksum(std::string_view bytes) {
    return XXH3_64bits(bytes.data() + sizeof(std::uint64_t), bytes.size() - sizeof(std::uint64_t));
}

} // namespace

std::optional<fs::path> default_mesh_cache() {
    const auto folder = cache_folder();
    return folder ? std::optional(*folder / "sculpt") : std::nullopt;
}

std::optional<Mesh> read_cached_mesh(const fs::path& cache, const MeshKey& key) {
    const fs::path file = file_of(cache, key);
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return std::nullopt;
    }
    const auto read = read_file(file);
    Header header;
    if (!read || read->size() < sizeof(header)) {
        return std::nullopt;
    }
    std::memcpy(&header, read->data(), sizeof(header));
    if (header.checksum != checksum(*read)) {
        return std::nullopt;
    }
    std::string_view rest = std::string_view(*read).substr(sizeof(header));
    Mesh mesh;
    mesh.positions = take<glm::vec3>(rest, header.counts[0]);
    mesh.normals = take<glm::vec3>(rest, header.counts[1]);
    mesh.indices = take<std::uint32_t>(rest, header.counts[2]);
    mesh.strays = take<StrayPiece>(rest, header.counts[3]);
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
    mesh.cliff = header.cliff;
    return mesh;
}

void write_cached_mesh(const fs::path& cache, const MeshKey& key, const Mesh& mesh) {
    Header header;
    header.counts = {mesh.positions.size(), mesh.normals.size(), mesh.indices.size(),
                     mesh.strays.size()};
    header.cliff = mesh.cliff;
    std::string bytes(sizeof(header), '\0');
    append(bytes, mesh.positions);
    append(bytes, mesh.normals);
    append(bytes, mesh.indices);
    append(bytes, mesh.strays);
    std::memcpy(bytes.data(), &header, sizeof(header));
    header.checksum = checksum(bytes);
    std::memcpy(bytes.data(), &header, sizeof(header));
    if (const auto written = write_file_atomically(file_of(cache, key), bytes); !written) {
        spdlog::warn("A mesh is not kept: {}", describe(written.error()));
    }
}

void trim_mesh_cache(const fs::path& cache) {
    struct File {
        fs::file_time_type used;
        std::uintmax_t size = 0;
        fs::path path;
    };
    std::vector<File> files;
    std::uintmax_t total = 0;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(cache, ignored)) {
        if (entry.path().extension() == ending) {
            files.push_back(
                {entry.last_write_time(ignored), entry.file_size(ignored), entry.path()});
            total += files.back().size;
        }
    }
    std::ranges::sort(files, {}, &File::used);
    for (const File& file : files) {
        if (total <= largest_cache) {
            return;
        }
        fs::remove(file.path, ignored);
        total -= file.size;
    }
}

} // namespace osteon::sculpt
