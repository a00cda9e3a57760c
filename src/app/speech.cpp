#include "app/speech.h"

#include "app/spawn.h"
#include "knowledge/language.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <thread>
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

/// Waits for the end of a child, so that none is left behind, and notes that it failed.
void await(pid_t child, const std::shared_ptr<std::atomic<bool>>& failed) {
    int status = 0;
    pid_t ended = ::waitpid(child, &status, 0);
    while (ended < 0 && errno == EINTR) {
        ended = ::waitpid(child, &status, 0);
    }
    if (ended == child && status != 0) {
        *failed = true;
    }
}

} // namespace

std::string_view search_path() {
    const char* const path = std::getenv("PATH");
    return path == nullptr ? std::string_view() : path;
}

Speech::Speech(std::string_view path)
    : failed_(std::make_shared<std::atomic<bool>>(false)) {
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

Result<void> Speech::say(const std::string& words, const std::string& language) {
    if (!program_) {
        return fail(speech_error("is not installed"));
    }
    if (failed_->exchange(false)) {
        return fail(speech_error("failed with the words before"));
    }
    const auto child = spawn_quiet(
        *program_, {"--language", language, "--", std::string(beginning_of(words, c_longest))});
    if (!child) {
        return fail(child.error());
    }
    std::thread(await, *child, failed_).detach();
    return {};
}

std::string_view beginning_of(std::string_view words, std::size_t most) {
    std::size_t end = std::min(most, words.size());
    const auto continues = [&](std::size_t at) {
        return at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U;
    };
    while (end > 0 && continues(end)) {
        --end;
    }
    return words.substr(0, end);
}

} // namespace osteon::app
