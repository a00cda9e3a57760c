#include "render/bone_program.h"

#include <algorithm>
#include <cstddef>

namespace osteon::render {

namespace {

constexpr std::array<const char*, 3> need_macros{"CUT", "LESIONS", "COLLAPSE"};

} // namespace

BoneProgram::BoneProgram(const std::filesystem::path& folder, const char* vertex_file,
                         const char* fragment_file, const std::vector<std::string>& macros) {
    for (unsigned form = 0; form < 1U << macros.size(); ++form) {
        std::vector<std::string> defined;
        for (std::size_t i = 0; i < macros.size(); ++i) {
            if ((form & 1U << i) != 0) {
                defined.push_back(macros[i]);
            }
        }
        forms_.emplace_back(folder, vertex_file, fragment_file, std::move(defined));
    }
    for (std::size_t need = 0; need < need_macros.size(); ++need) {
        const auto known = std::ranges::find(macros, need_macros[need]);
        bits_[need] = known == macros.end() ? 0U : 1U << (known - macros.begin());
    }
}

const gl::Program& BoneProgram::meeting(const BoneNeeds& needs) const {
    return forms_[(needs.cut ? bits_[0] : 0U) | (needs.lesions ? bits_[1] : 0U) |
                  (needs.collapse ? bits_[2] : 0U)];
}

Result<void> BoneProgram::compile_all() const {
    for (const gl::Program& form : forms_) {
        if (auto compiled = form.compile(); !compiled) {
            return compiled;
        }
    }
    return {};
}

} // namespace osteon::render
