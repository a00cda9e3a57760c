#include "sculpt/commands.h"

#include <cstdio>
#include <exception>
#include <vector>

namespace {

using namespace osteon;

int run(int argc, char** argv) {
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

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) { // no memory left, for one
        std::fprintf(stderr, "osteon-sculpt: %s\n", error.what());
        return static_cast<int>(Fault::machine);
    }
}
