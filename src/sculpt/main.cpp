#include "sculpt/commands.h"

int main(int argc, char** argv) {
    using namespace osteon;
    CLI::App app("Sculpts the built-in skeleton from its recipes");
    app.require_subcommand(1);
    const std::vector<sculpt::Command> commands{
        sculpt::add_build_command(app),   sculpt::add_check_command(app),
        sculpt::add_obj_command(app),     sculpt::add_probe_command(app),
        sculpt::add_compare_command(app), sculpt::add_fit_command(app),
        sculpt::add_live_command(app),    sculpt::add_landmarks_command(app),
    };
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(Fault::usage);
    }
    for (const sculpt::Command& command : commands) {
        if (command.parser->parsed()) {
            return command.run();
        }
    }
    return 0;
}
