#include "ui/former_view.h"

#include "ui/theme.h"

#include <imgui.h>

namespace osteon::ui {

void draw_former_view(std::uint32_t texture, float opacity) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::GetBackgroundDrawList()->AddImage(
        reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), {0.0F, 0.0F}, size,
        {0.0F, 1.0F}, {1.0F, 0.0F}, faded(IM_COL32_WHITE, opacity));
}

} // namespace osteon::ui
