#include "anatomy/builtin_format.h"

#include "anatomy/model_bytes.h"
#include "anatomy/model_check.h"

#include <meshoptimizer.h>
#include <xxhash.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace osteon::anatomy {
namespace {

constexpr std::string_view magic = "OSTEON-B";
constexpr std::uint32_t version = 1;
/// The codecs pack no tighter than this, so that a lie about a count cannot ask for all memory:
/// 4096 bytes of vertices need 64, a triangle needs one.
constexpr std::size_t most_vertex_ratio = 64;

struct Buffers {
    std::vector<PackedVertex> vertices;
    std::vector<std::uint32_t> indices;
};

std::vector<unsigned char> encode_vertices(std::span<const PackedVertex> vertices) {
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
bool rename_bones(SkeletonModel& model, std::span<PackedVertex> vertices,
                  std::span<const std::string> ids, const Registry& registry) {
    for (std::size_t i = 0; i < model.meshes.size(); ++i) {
        BoneMesh& mesh = model.meshes[i];
        mesh.bone = registry.find(ids[i]);
        const std::uint64_t end = std::uint64_t{mesh.first_vertex} + mesh.vertex_count;
        if (mesh.bone == no_bone || end > vertices.size()) {
            return false;
        }
        for (PackedVertex& vertex : vertices.subspan(mesh.first_vertex, mesh.vertex_count)) {
            vertex.bone = mesh.bone;
        }
    }
    std::ranges::sort(model.meshes, {}, &BoneMesh::bone);
    return true;
}

Error damaged(std::string place) {
    return {Fault::input, "The built-in skeleton", std::move(place), "the file is damaged",
            "Install the program again"};
}

} // namespace

std::vector<std::byte> encode_builtin(const SkeletonModel& model, const Registry& registry) {
    ByteWriter body;
    put_description(body, model);
    for (const BoneMesh& mesh : model.meshes) {
        body.put(std::string_view(registry.bones[mesh.bone].id));
    }
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
    const Coded vertices = get_coded(reader);
    const Coded indices = get_coded(reader);
    const auto buffers = reader.at_end() ? decode_buffers(vertices, indices) : nullptr;
    if (!buffers) {
        return fail(damaged("its buffers"));
    }
    if (!rename_bones(model, buffers->vertices, ids, registry)) {
        return fail(damaged("its bones"));
    }
    model.vertices = buffers->vertices;
    model.indices = buffers->indices;
    model.storage = buffers;
    if (!is_consistent(model, registry.bones.size())) {
        return fail(damaged("its tables"));
    }
    return model;
}

} // namespace osteon::anatomy
