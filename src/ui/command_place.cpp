#include "ui/command_place.h"

#include "ui/status_bar.h"

#include <iterator>
#include <utility>

namespace osteon::ui {

CommandPlace command_place(const PanelContext& context) {
    const FrameInput& input = context.input;
    return {input.session,
            input.pose,
            input.pointing.hovered_bone,
            context.metrics.scale,
            input.no_speech.empty(),
            !context.output.told.empty() ? context.output.told
            : session::names_hidden(input.session.stage)
                ? std::string() // it would answer the question
                : status_name(input.session, input.world, {}).name};
}

void emit_command(PanelContext& context, Command command) {
    const CommandPlace place = command_place(context);
    if (place.session.stage.question && state_of(command, place).missing != nullptr) {
        return; // what it opens or writes would wait unseen until the questions are over
    }
    for (session::Action& action : actions_of(command, place)) {
        context.output.actions.push_back(std::move(action));
    }
    for (Request& request : requests_of(command, place)) {
        context.output.requests.push_back(std::move(request));
    }
}

} // namespace osteon::ui
