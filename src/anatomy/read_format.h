#pragma once

#include "base/error.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace osteon::anatomy {

enum class ModelFormat { glb, gltf, obj, fbx, stl, ply };

/// The format that the end of a file's name promises; nothing for other files.
std::optional<ModelFormat> format_of_name(std::string_view name);

/// What a file really is, by its first bytes where they say so, else what its name promises.
std::optional<ModelFormat> format_of_file(std::string_view name, std::string_view bytes);

/// "GLB", "OBJ", …
std::string_view to_string(ModelFormat format);

/// Reads a file that lies beside the model ("femur.bin"), by its name.
using ReadBeside = std::function<Result<std::string>(const std::string& name)>;

/// A model file whose structure has been checked, ready for Assimp.
struct CheckedFile {
    ModelFormat format = ModelFormat::glb;
    std::string name; ///< as messages show it
    std::string bytes;
    std::map<std::string, std::string> beside; ///< the files that it refers to
};

/// Checks a file before Assimp sees it, which trusts sizes and indices too readily: an Error names
/// the place in the file. Of glTF only geometry is kept.
Result<CheckedFile> check_model_file(std::string name, std::string bytes,
                                     const ReadBeside& read_beside);

} // namespace osteon::anatomy
