#include "app/spawn.h"

#include <csignal>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX names it so

namespace osteon::app {

int spawn(pid_t& child, const std::filesystem::path& program, std::vector<std::string> arguments,
          const posix_spawn_file_actions_t& files) {
    std::string name = program.string();
    std::vector<char*> argv{name.data()};
    for (std::string& argument : arguments) {
        argv.push_back(argument.data());
    }
    argv.push_back(nullptr);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int code = ::posix_spawn(&child, name.c_str(), &files, &attributes, argv.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    return code;
}

} // namespace osteon::app
