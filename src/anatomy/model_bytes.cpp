#include "anatomy/model_bytes.h"

namespace osteon::anatomy {

void put_description(ByteWriter& writer, const SkeletonModel& model) {
    writer.put(std::string_view(model.name));
    writer.put(std::string_view(model.credit));
    writer.put(model.bounds);
    writer.put(model.position_offset);
    writer.put(model.position_scale);
    writer.put(static_cast<std::uint32_t>(model.meshes.size()));
    for (const BoneMesh& mesh : model.meshes) {
        writer.put(mesh.bone);
        writer.put(static_cast<std::uint8_t>(mesh.closed));
        writer.put(mesh.first_vertex);
        writer.put(mesh.vertex_count);
        writer.put(mesh.bounds);
        writer.put(mesh.centroid);
        writer.put(mesh.levels);
    }
}

SkeletonModel get_description(ByteReader& reader) {
    SkeletonModel model;
    model.name = reader.text();
    model.credit = reader.text();
    model.bounds = reader.get<Box>();
    model.position_offset = reader.get<glm::vec3>();
    model.position_scale = reader.get<glm::vec3>();
    const auto count = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        BoneMesh mesh;
        mesh.bone = reader.get<BoneIndex>();
        mesh.closed = reader.get<std::uint8_t>() != 0;
        mesh.first_vertex = reader.get<std::uint32_t>();
        mesh.vertex_count = reader.get<std::uint32_t>();
        mesh.bounds = reader.get<Box>();
        mesh.centroid = reader.get<glm::vec3>();
        mesh.levels = reader.get<decltype(mesh.levels)>();
        model.meshes.push_back(mesh);
    }
    return model;
}

} // namespace osteon::anatomy
