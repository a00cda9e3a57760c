#pragma once

#include <filesystem>
#include <spawn.h>
#include <string>
#include <vector>

namespace osteon::app {

/// Starts a program with the environment of this one, `files` done to its file descriptors, and all
/// signals heard as usual, whatever this thread holds back. 0, or why not as errno.
int spawn(pid_t& child, const std::filesystem::path& program, std::vector<std::string> arguments,
          const posix_spawn_file_actions_t& files);

} // namespace osteon::app
