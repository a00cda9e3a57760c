#pragma once

#include "render/gl/program.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace osteon::render {

/// What bones need beside their plain surface. Processors that draw work out both sides of a branch
/// and throw one away, so each need is a macro of the shaders, not a uniform.
struct BoneNeeds {
    bool cut = false;      ///< CUT: a section cuts them
    bool lesions = false;  ///< LESIONS: some of them have lesions
    bool collapse = false; ///< COLLAPSE: a vertebra gives way
};

/// A pass over bones, as a program for each set of needs; one is compiled when it is first used.
class BoneProgram {
public:
    /// bone.vert with a fragment shader, which knows some of the macros; what the others stand for
    /// does not change its picture.
    BoneProgram(const std::filesystem::path& folder, const char* vertex_file,
                const char* fragment_file, const std::vector<std::string>& macros);

    const gl::Program& meeting(const BoneNeeds& needs) const;

    /// Compiles the program without any need, or all.
    Result<void> compile_plain() const { return forms_.front().compile(); }
    Result<void> compile_all() const;

private:
    std::vector<gl::Program> forms_; ///< by bits of the macros that they define
    std::array<unsigned, 3> bits_{}; ///< of CUT, LESIONS and COLLAPSE; 0 where it is not known
};

} // namespace osteon::render
