#include "ui/stage.h"

namespace osteon::ui {

void draw_stage(PanelContext& context, StageState&) {
    context.output.pointer_on_stage = false;
}

} // namespace osteon::ui
