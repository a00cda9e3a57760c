#include "app/speech.h"

#include "app/spawn.h"
#include "knowledge/language.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace osteon::app {
namespace {

constexpr std::size_t c_longest = 400; ///< bytes: a name, not a text

Error speech_error(std::string reason) {
    return {Fault::machine, "spd-say", "", std::move(reason),
            "See whether 'spd-say hello' speaks in a terminal"};
}

/// Starts a program without input and output. Errors as errno.
Result<pid_t> spawn_quiet(const std::filesystem::path& program, std::vector<std::string> words) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    }
    pid_t child = 0;
    const int code = spawn(child, program, std::move(words), actions);
    ::posix_spawn_file_actions_destroy(&actions);
    if (code != 0) {
        return fail(speech_error(std::string("could not be started: ") + std::strerror(code)));
    }
    return child;
}

} // namespace

std::string_view search_path() {
    const char* const path = std::getenv("PATH");
    return path == nullptr ? std::string_view() : path;
}

Speech::Speech(std::string_view path) {
    while (!path.empty()) {
        const std::size_t end = std::min(path.find(':'), path.size());
        const std::filesystem::path file = std::filesystem::path(path.substr(0, end)) / "spd-say";
        if (end > 0 && ::access(file.c_str(), X_OK) == 0) {
            program_ = file;
            return;
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
}

const char* Speech::missing() const {
    return program_
               ? ""
               : knowledge::translatable(
                     "No speech is installed. Install speech-dispatcher to have names spoken.");
}

/// Looks at the children that have ended; whether one of them failed.
bool Speech::earlier_failed() {
    bool failed = false;
    std::erase_if(running_, [&](pid_t child) {
        int status = 0;
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        failed = failed || (ended == child && status != 0);
        return ended != 0;
    });
    return failed;
}

Result<void> Speech::say(const std::string& words, const std::string& language) {
    if (!program_) {
        return fail(speech_error("is not installed"));
    }
    if (earlier_failed()) {
        return fail(speech_error("failed with the words before"));
    }
    const auto child =
        spawn_quiet(*program_, {"--language", language, "--", words.substr(0, c_longest)});
    if (!child) {
        return fail(child.error());
    }
    running_.push_back(*child);
    return {};
}

} // namespace osteon::app
