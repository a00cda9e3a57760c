#include "anatomy/glb_chunks.h"

#include "anatomy/gltf_json.h"
#include "anatomy/read_check.h"

#include <cstdint>

namespace osteon::anatomy {
namespace {

constexpr std::uint32_t json_chunk = 0x4E4F534AU;
constexpr std::uint32_t binary_chunk = 0x004E4942U;
constexpr std::size_t header_size = 12;

void append_u32(std::string& bytes, std::size_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<char>(value >> shift & 0xFFU));
    }
}

} // namespace

GlbChunks split_glb(std::string_view bytes) {
    if (bytes.size() < header_size + 8) {
        throw BrokenGltf{"its header", "the GLB file is cut off"};
    }
    if (read_u32(bytes, 4) != 2) {
        throw BrokenGltf{"byte 4", "only version 2 of GLB can be read, this is version " +
                                       std::to_string(read_u32(bytes, 4))};
    }
    if (read_u32(bytes, 8) > bytes.size()) {
        throw BrokenGltf{"byte 8", "the GLB file is cut off: it should have " +
                                       std::to_string(read_u32(bytes, 8)) + " bytes and has " +
                                       std::to_string(bytes.size())};
    }
    GlbChunks chunks;
    for (std::size_t at = header_size; at + 8 <= bytes.size();) {
        const std::size_t length = read_u32(bytes, at);
        const std::uint32_t type = read_u32(bytes, at + 4);
        if (length > bytes.size() - at - 8) {
            throw BrokenGltf{"byte " + std::to_string(at), "a chunk runs past the end of the file"};
        }
        if (type == json_chunk && chunks.json.empty()) {
            chunks.json = bytes.substr(at + 8, length);
        } else if (type == binary_chunk && chunks.binary.empty()) {
            chunks.binary = bytes.substr(at + 8, length);
        }
        at += 8 + length;
    }
    return chunks;
}

std::string join_glb(std::string json, std::string_view binary) {
    json.append((4 - json.size() % 4) % 4, ' ');
    std::string bytes = "glTF";
    append_u32(bytes, 2);
    append_u32(bytes, header_size + 8 + json.size() + (binary.empty() ? 0 : 8 + binary.size()));
    append_u32(bytes, json.size());
    append_u32(bytes, json_chunk);
    bytes += json;
    if (!binary.empty()) {
        append_u32(bytes, binary.size());
        append_u32(bytes, binary_chunk);
        bytes += binary;
    }
    return bytes;
}

} // namespace osteon::anatomy
