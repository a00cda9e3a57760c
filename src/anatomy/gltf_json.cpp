#include "anatomy/gltf_json.h"

namespace osteon::anatomy {

const GltfJson& gltf_list(const GltfJson& document, const char* key) {
    static const GltfJson none = GltfJson::array();
    const auto found = document.find(key);
    if (found == document.end()) {
        return none;
    }
    if (!found->is_array()) {
        throw BrokenGltf{key, "this must be a list"};
    }
    for (const GltfJson& entry : *found) {
        if (!entry.is_object()) {
            throw BrokenGltf{key, "its entries must be objects"};
        }
    }
    return *found;
}

std::size_t gltf_number(const GltfJson& object, const char* key,
                        std::optional<std::size_t> otherwise, const std::string& place) {
    const auto found = object.find(key);
    if (found == object.end() && otherwise) {
        return *otherwise;
    }
    if (found == object.end() || !found->is_number_unsigned() ||
        found->get<std::uint64_t>() > 0xFFFFFFFFU) {
        throw BrokenGltf{place, std::string("\"") + key + "\" must be a whole number"};
    }
    return found->get<std::size_t>();
}

const GltfJson& gltf_referred(const GltfJson& object, const char* key, const GltfJson& entries,
                              const std::string& place) {
    const std::size_t index = gltf_number(object, key, std::nullopt, place);
    if (index >= entries.size()) {
        throw BrokenGltf{place, std::string("\"") + key + "\" leads to entry " +
                                    std::to_string(index) + " of " +
                                    std::to_string(entries.size())};
    }
    return entries[index];
}

std::string gltf_place(const char* key, std::size_t index) {
    return std::string(key) + " " + std::to_string(index);
}

} // namespace osteon::anatomy
