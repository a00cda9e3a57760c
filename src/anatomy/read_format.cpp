#include "anatomy/read_format.h"

#include "anatomy/read_check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace osteon::anatomy {
namespace {

constexpr std::array<std::pair<std::string_view, ModelFormat>, 6> endings = {{
    {".glb", ModelFormat::glb},
    {".gltf", ModelFormat::gltf},
    {".obj", ModelFormat::obj},
    {".fbx", ModelFormat::fbx},
    {".stl", ModelFormat::stl},
    {".ply", ModelFormat::ply},
}};

Result<void> check_structure(CheckedFile& file, const ReadBeside& read_beside) {
    switch (file.format) {
    case ModelFormat::glb:
    case ModelFormat::gltf:
        return check_gltf(file, read_beside);
    case ModelFormat::obj:
        return check_obj(file);
    case ModelFormat::fbx:
        return check_fbx(file);
    case ModelFormat::stl:
        return check_stl(file);
    case ModelFormat::ply:
        return check_ply(file);
    }
    return {};
}

} // namespace

std::optional<ModelFormat> format_of_name(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    for (const auto& [ending, format] : endings) {
        if (lower.ends_with(ending)) {
            return format;
        }
    }
    return std::nullopt;
}

std::optional<ModelFormat> format_of_file(std::string_view name, std::string_view bytes) {
    if (bytes.starts_with("glTF")) {
        return ModelFormat::glb;
    }
    if (bytes.starts_with("ply\n") || bytes.starts_with("ply\r")) {
        return ModelFormat::ply;
    }
    if (bytes.starts_with("Kaydara FBX Binary")) {
        return ModelFormat::fbx;
    }
    return format_of_name(name);
}

std::string_view to_string(ModelFormat format) {
    constexpr std::array<std::string_view, 6> names = {"GLB", "glTF", "OBJ", "FBX", "STL", "PLY"};
    return names[static_cast<std::size_t>(format)];
}

Error broken_file(std::string name, std::string place, std::string reason) {
    return {Fault::input, std::move(name), std::move(place), std::move(reason),
            "Export the model again, or download it anew"};
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8U * i);
    }
    return value;
}

Result<CheckedFile> check_model_file(std::string name, std::string bytes,
                                     const ReadBeside& read_beside) {
    if (bytes.empty()) {
        return fail(broken_file(std::move(name), "", "the file is empty"));
    }
    const auto format = format_of_file(name, bytes);
    if (!format) {
        return fail({Fault::input, std::move(name), "", "this kind of file is not known",
                     "Use glTF, GLB, OBJ, FBX, STL or PLY, or a folder or zip of them"});
    }
    CheckedFile file{*format, std::move(name), std::move(bytes), {}};
    if (const auto sound = check_structure(file, read_beside); !sound) {
        return fail(sound.error());
    }
    return file;
}

} // namespace osteon::anatomy
