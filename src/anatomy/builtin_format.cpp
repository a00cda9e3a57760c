#include "anatomy/builtin_format.h"

#include "anatomy/model_bytes.h"
#include "anatomy/model_check.h"
#include "anatomy/surface_traits.h"

#include <meshoptimizer.h>
#include <xxhash.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace osteon::anatomy {
namespace {

constexpr std::string_view magic = "OSTEON-B";
constexpr std::uint32_t version = 2;
/// The codecs pack no tighter than this, so that a lie about a count cannot ask for all memory:
/// 4096 bytes of vertices need 64, a triangle needs one.
constexpr std::size_t most_vertex_ratio = 64;

struct Buffers {
    std::vector<PackedVertex> vertices;
    std::vector<std::uint32_t> indices;
};

std::vector<unsigned char> encode_vertices(std::span<const PackedVertex> with_traits) {
    std::vector<PackedVertex> vertices(with_traits.begin(), with_traits.end());
    for (PackedVertex& vertex : vertices) {
        vertex.grain = 0;
        vertex.curvature = 0;
    }
    std::vector<unsigned char> coded(
        meshopt_encodeVertexBufferBound(vertices.size(), sizeof(PackedVertex)));
    coded.resize(meshopt_encodeVertexBuffer(coded.data(), coded.size(), vertices.data(),
                                            vertices.size(), sizeof(PackedVertex)));
    return coded;
}

std::vector<unsigned char> encode_indices(std::span<const std::uint32_t> indices,
                                          std::size_t vertex_count) {
    std::vector<unsigned char> coded(meshopt_encodeIndexBufferBound(indices.size(), vertex_count));
    coded.resize(
        meshopt_encodeIndexBuffer(coded.data(), coded.size(), indices.data(), indices.size()));
    return coded;
}

void put_coded(ByteWriter& writer, std::size_t count, std::span<const unsigned char> coded) {
    writer.put(static_cast<std::uint32_t>(count));
    writer.put(static_cast<std::uint32_t>(coded.size()));
    writer.append(std::as_bytes(coded));
}

struct Coded {
    std::size_t count = 0;
    std::span<const std::byte> bytes;
    const unsigned char* data() const {
        return reinterpret_cast<const unsigned char*>(bytes.data());
    }
};

Coded get_coded(ByteReader& reader) {
    Coded coded;
    coded.count = reader.get<std::uint32_t>();
    coded.bytes = reader.take(reader.get<std::uint32_t>());
    return coded;
}

/// The decoded buffers, or nothing where they are damaged.
std::shared_ptr<Buffers> decode_buffers(const Coded& vertices, const Coded& indices) {
    if (vertices.count * sizeof(PackedVertex) > vertices.bytes.size() * most_vertex_ratio ||
        indices.count % 3 != 0 || indices.count / 3 > indices.bytes.size()) {
        return nullptr;
    }
    auto buffers = std::make_shared<Buffers>();
    buffers->vertices.resize(vertices.count);
    buffers->indices.resize(indices.count);
    if (meshopt_decodeVertexBuffer(buffers->vertices.data(), vertices.count, sizeof(PackedVertex),
                                   vertices.data(), vertices.bytes.size()) != 0 ||
        meshopt_decodeIndexBuffer(buffers->indices.data(), indices.count, sizeof(std::uint32_t),
                                  indices.data(), indices.bytes.size()) != 0) {
        return nullptr;
    }
    return buffers;
}

/// Replaces the file's bone numbers by the registry's; false where a bone is not known.
bool rename_bones(SkeletonModel& model, std::span<const std::string> ids,
                  const Registry& registry) {
    for (std::size_t i = 0; i < model.meshes.size(); ++i) {
        model.meshes[i].bone = registry.find(ids[i]);
        if (model.meshes[i].bone == no_bone) {
            return false;
        }
    }
    std::ranges::sort(model.meshes, {}, &BoneMesh::bone);
    return true;
}

/// Writes each bone's number to its vertices; false where a bone claims vertices beyond the end.
bool number_vertices(const SkeletonModel& model, std::span<PackedVertex> vertices) {
    for (const BoneMesh& mesh : model.meshes) {
        if (std::uint64_t{mesh.first_vertex} + mesh.vertex_count > vertices.size()) {
            return false;
        }
        for (PackedVertex& vertex : vertices.subspan(mesh.first_vertex, mesh.vertex_count)) {
            vertex.bone = mesh.bone;
        }
    }
    return true;
}

void put_landmarks(ByteWriter& writer, const SkeletonModel& model, const Registry& registry) {
    writer.put(static_cast<std::uint32_t>(model.landmarks.size()));
    for (const LandmarkPlace& each : model.landmarks) {
        writer.put(std::string_view(registry.link_to(each.landmark)));
        writer.put(each.place);
        writer.put(each.outward);
    }
}

std::vector<LandmarkPlace> get_landmarks(ByteReader& reader, const Registry& registry) {
    std::vector<LandmarkPlace> places;
    const auto count = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        LandmarkPlace each;
        each.landmark = registry.find_landmark(reader.text());
        each.place = reader.get<glm::vec3>();
        each.outward = reader.get<glm::vec3>();
        if (each.landmark != no_landmark) {
            places.push_back(each);
        }
    }
    std::ranges::sort(places, {}, &LandmarkPlace::landmark);
    return places;
}

Error damaged(std::string place) {
    return {Fault::input, "The built-in skeleton", std::move(place), "the file is damaged",
            "Install the program again"};
}

/// What stands before the surfaces; `reader` is left where they begin.
Result<SkeletonModel> read_outline(ByteReader& reader, std::span<const std::byte> bytes,
                                   const Registry& registry) {
    const auto start = reader.take(magic.size());
    if (!std::ranges::equal(start, std::as_bytes(std::span(magic))) ||
        reader.get<std::uint32_t>() != version) {
        return fail(damaged("its header"));
    }
    const auto checksum = reader.get<std::uint64_t>();
    const std::size_t header = magic.size() + sizeof(version) + sizeof(checksum);
    if (!reader.good() || checksum != XXH3_64bits(bytes.data() + header, bytes.size() - header)) {
        return fail(damaged("its checksum"));
    }
    SkeletonModel model = get_description(reader);
    std::vector<std::string> ids(model.meshes.size());
    std::ranges::generate(ids, [&] { return reader.text(); });
    model.landmarks = get_landmarks(reader, registry);
    if (!reader.good() || !rename_bones(model, ids, registry)) {
        return fail(damaged("its bones"));
    }
    return model;
}

} // namespace

std::vector<std::byte> encode_builtin(const SkeletonModel& model, const Registry& registry) {
    ByteWriter body;
    put_description(body, model);
    for (const BoneMesh& mesh : model.meshes) {
        body.put(std::string_view(registry.bones[mesh.bone].id));
    }
    put_landmarks(body, model, registry);
    put_coded(body, model.vertices.size(), encode_vertices(model.vertices));
    put_coded(body, model.indices.size(), encode_indices(model.indices, model.vertices.size()));
    ByteWriter file;
    file.append(std::as_bytes(std::span(magic)));
    file.put(version);
    file.put(XXH3_64bits(body.bytes().data(), body.size()));
    file.append(body.bytes());
    return std::move(file.bytes());
}

Result<SkeletonModel> decode_builtin(std::span<const std::byte> bytes, const Registry& registry) {
    ByteReader reader(bytes);
    auto model = read_outline(reader, bytes, registry);
    if (!model) {
        return model;
    }
    const Coded vertices = get_coded(reader);
    const Coded indices = get_coded(reader);
    const auto buffers = reader.at_end() ? decode_buffers(vertices, indices) : nullptr;
    if (!buffers) {
        return fail(damaged("its buffers"));
    }
    if (!number_vertices(*model, buffers->vertices)) {
        return fail(damaged("its bones"));
    }
    model->vertices = buffers->vertices;
    model->indices = buffers->indices;
    model->storage = buffers;
    if (!is_consistent(*model, registry.bones.size())) {
        return fail(damaged("its tables"));
    }
    add_surface_traits(*model, buffers->vertices);
    return model;
}

Result<SkeletonModel> decode_builtin_outline(std::span<const std::byte> bytes,
                                             const Registry& registry) {
    ByteReader reader(bytes);
    return read_outline(reader, bytes, registry);
}

} // namespace osteon::anatomy
