#include "app/child_process.h"

#include "app/spawn.h"
#include "base/descriptor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace osteon::app {
namespace {

struct Pipe {
    Descriptor read, write;
};

bool open_pipe(Pipe& made) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return false;
    }
    made.read = Descriptor(ends[0]);
    made.write = Descriptor(ends[1]);
    return true;
}

constexpr int c_stop_asked_ms = 100; ///< between two looks whether the program is to end

/// Tells the lines of an output from `told` on that have ended; where the next one begins.
std::size_t tell_lines(const std::string& output, std::size_t told, const ChildWatch& watch) {
    for (std::size_t end = output.find('\n', told); watch.on_line && end != std::string::npos;
         end = output.find('\n', told)) {
        watch.on_line(std::string_view(output).substr(told, end - told));
        told = end + 1;
    }
    return told;
}

/// Reads both pipes until the other side has closed them.
void drain(Pipe& out, Pipe& err, pid_t child, const ChildWatch& watch, ChildOutput& result) {
    std::size_t told = 0;
    bool asked = false;
    std::array<pollfd, 2> waiting{{{out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
    const std::array<std::string*, 2> texts{&result.output, &result.errors};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        const int patience = watch.stop.stop_possible() && !asked ? c_stop_asked_ms : -1;
        if (::poll(waiting.data(), waiting.size(), patience) < 0 && errno != EINTR) {
            return;
        }
        if (watch.stop.stop_requested() && !std::exchange(asked, true)) {
            ::kill(child, SIGTERM);
        }
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) {
                continue;
            }
            std::array<char, 4096> buffer{};
            const ssize_t count = ::read(waiting[i].fd, buffer.data(), buffer.size());
            if (count > 0) {
                texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
            } else if (count == 0 || errno != EINTR) {
                waiting[i].fd = -1;
            }
        }
        told = tell_lines(result.output, told, watch);
    }
}

Error cannot_start(const std::filesystem::path& program, int code) {
    return {Fault::machine, program.string(), "",
            std::string("the program could not be started: ") + std::strerror(code),
            "Build all of Osteon, so that it lies beside osteon"};
}

} // namespace

Result<ChildOutput> run_child(const std::filesystem::path& program,
                              const std::vector<std::string>& arguments, const ChildWatch& watch) {
    Pipe out, err;
    if (!open_pipe(out) || !open_pipe(err)) {
        return fail(cannot_start(program, errno));
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.write.get(), STDERR_FILENO);
    pid_t child = 0;
    const int code = spawn(child, program, arguments, actions);
    ::posix_spawn_file_actions_destroy(&actions);
    if (code != 0) {
        return fail(cannot_start(program, code));
    }
    out.write.close();
    err.write.close();
    ChildOutput result;
    drain(out, err, child, watch, result);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

} // namespace osteon::app
