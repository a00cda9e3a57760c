#include "journeys/desktop.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace osteon::journey {
namespace {

using namespace std::chrono_literals;

/// Starts a program; its process id, or 0.
int spawn(const std::vector<std::string>& words, const std::vector<std::string>& environment,
          int kept_descriptor = -1) {
    std::vector<char*> arguments;
    for (const std::string& word : words) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    std::vector<char*> variables;
    for (const std::string& variable : environment) {
        variables.push_back(const_cast<char*>(variable.c_str()));
    }
    variables.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (kept_descriptor >= 0) {
        posix_spawn_file_actions_adddup2(&actions, kept_descriptor, 3);
    }
    pid_t process = 0;
    const int failed = posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                    arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? process : 0;
}

std::vector<std::string> environment_with(const std::vector<std::string>& more) {
    std::vector<std::string> all = more;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string text = *variable;
        const std::string name = text.substr(0, text.find('=') + 1);
        const bool replaced = std::any_of(more.begin(), more.end(), [&](const std::string& own) {
            return own.compare(0, name.size(), name) == 0;
        });
        if (!replaced) {
            all.push_back(text);
        }
    }
    return all;
}

} // namespace

struct Desktop::Connection {
    Display* display = nullptr;
    ~Connection() {
        if (display != nullptr) {
            XCloseDisplay(display);
        }
    }
};

Desktop::Desktop(int width, int height)
    : width_(width)
    , height_(height)
    , connection_(std::make_unique<Connection>()) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        return;
    }
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    server_ = spawn({"Xvfb", "-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp"},
                    environment_with({}), ends[1]);
    close(ends[1]);
    std::string number;
    char letter = 0;
    while (server_ != 0 && read(ends[0], &letter, 1) == 1 && letter != '\n') {
        number += letter;
    }
    close(ends[0]);
    if (number.empty()) {
        return;
    }
    display_ = ":" + number;
    connection_->display = XOpenDisplay(display_.c_str());
}

Desktop::~Desktop() {
    connection_.reset();
    if (server_ != 0) {
        kill(server_, SIGTERM);
        waitpid(server_, nullptr, 0);
    }
}

render::Image Desktop::capture() const {
    render::Image image{width_, height_, {}};
    Display* const display = connection_->display;
    XImage* const pixels =
        XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(width_),
                  static_cast<unsigned>(height_), AllPlanes, ZPixmap);
    image.pixels.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
    for (int y = 0; y < height_; ++y) {
        for (int x = 0; x < width_; ++x) {
            const unsigned long pixel = XGetPixel(pixels, x, y);
            for (const int shift : {16, 8, 0}) {
                image.pixels.push_back(static_cast<std::uint8_t>(pixel >> shift));
            }
            image.pixels.push_back(255);
        }
    }
    XDestroyImage(pixels);
    return image;
}

void Desktop::xdotool(const std::vector<std::string>& words) const {
    std::vector<std::string> all{"xdotool"};
    all.insert(all.end(), words.begin(), words.end());
    const int process = spawn(all, environment_with({"DISPLAY=" + display_}));
    if (process != 0) {
        waitpid(process, nullptr, 0);
    }
}

void Desktop::move(int x, int y) const {
    xdotool({"mousemove", std::to_string(x), std::to_string(y)});
    std::this_thread::sleep_for(120ms);
}

void Desktop::click(int x, int y, int button) const {
    move(x, y);
    xdotool({"mousedown", std::to_string(button)});
    std::this_thread::sleep_for(80ms);
    xdotool({"mouseup", std::to_string(button)});
    std::this_thread::sleep_for(80ms);
}

void Desktop::drag(int x, int y, int to_x, int to_y) const {
    constexpr int c_steps = 12;
    move(x, y);
    xdotool({"mousedown", "1"});
    for (int step = 1; step <= c_steps; ++step) {
        move(x + (to_x - x) * step / c_steps, y + (to_y - y) * step / c_steps);
    }
    xdotool({"mouseup", "1"});
}

void Desktop::key(const std::string& chord) const {
    xdotool({"key", "--delay", "60", chord});
    std::this_thread::sleep_for(120ms);
}

void Desktop::type(const std::string& text) const {
    xdotool({"type", "--delay", "60", text});
    std::this_thread::sleep_for(120ms);
}

std::string Desktop::window_title() const {
    const std::string command = "DISPLAY=" + display_ +
                                " xdotool search --onlyvisible --class osteon getwindowname"
                                " 2>/dev/null";
    std::string title;
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 256> buffer{};
    while (pipe && fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
        title += buffer.data();
    }
    title.erase(title.find_last_not_of('\n') + 1);
    return title;
}

Running::Running(const Desktop& desktop, const std::filesystem::path& program,
                 const std::vector<std::string>& arguments, const std::filesystem::path& home) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    process_ =
        spawn(words, environment_with({"DISPLAY=" + desktop.display(), "HOME=" + home.string(),
                                       "XDG_CACHE_HOME=" + (home / "cache").string(),
                                       "XDG_CONFIG_HOME=" + (home / "config").string(),
                                       "XDG_DATA_HOME=" + (home / "data").string()}));
}

Running::~Running() {
    stop();
}

bool Running::alive() const {
    if (process_ != 0 && waitpid(process_, &status_, WNOHANG) == process_) {
        process_ = 0;
    }
    return process_ != 0;
}

int Running::stop() {
    if (alive()) {
        kill(process_, SIGTERM);
        waitpid(process_, &status_, 0);
        process_ = 0;
    }
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : -1;
}

void Running::kill_at_once() {
    if (alive()) {
        kill(process_, SIGKILL);
        waitpid(process_, &status_, 0);
        process_ = 0;
    }
}

namespace {

/// An empty screen, and a window before its first picture, are of one colour.
bool shows_something(const render::Image& image) {
    std::size_t others = 0;
    for (std::size_t at = 4; at + 4 <= image.pixels.size(); at += 4) {
        others += std::equal(image.pixels.begin(), image.pixels.begin() + 3,
                             image.pixels.begin() + static_cast<std::ptrdiff_t>(at))
                      ? 0
                      : 1;
    }
    return others > image.pixels.size() / 40;
}

} // namespace

bool wait_for_window(const Desktop& desktop) {
    constexpr int c_tries = 150;
    for (int tries = 0; tries < c_tries; ++tries) {
        if (!desktop.window_title().empty() && shows_something(desktop.capture())) {
            return true;
        }
        std::this_thread::sleep_for(200ms);
    }
    return false;
}

bool wait_for_title(const Desktop& desktop, const std::string& beginning) {
    constexpr int c_tries = 75;
    for (int tries = 0; tries < c_tries; ++tries) {
        if (desktop.window_title().starts_with(beginning)) {
            return true;
        }
        std::this_thread::sleep_for(200ms);
    }
    return false;
}

render::Image wait_until_still(const Desktop& desktop) {
    constexpr auto c_patience = 20s;
    constexpr int c_same_needed = 4;
    const auto end = std::chrono::steady_clock::now() + c_patience;
    render::Image last = desktop.capture();
    int same = 0;
    while (same < c_same_needed && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(200ms);
        render::Image now = desktop.capture();
        same = now.pixels == last.pixels ? same + 1 : 0;
        last = std::move(now);
    }
    return last;
}

double difference(const render::Image& a, const render::Image& b, const Rect& area) {
    constexpr int c_visible = 24;
    std::size_t different = 0;
    std::size_t pixels = 0;
    for (int y = static_cast<int>(area.y); y < static_cast<int>(area.bottom()); ++y) {
        for (int x = static_cast<int>(area.x); x < static_cast<int>(area.right()); ++x) {
            const auto at = static_cast<std::size_t>(4 * (y * a.width + x));
            bool visible = false;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                visible = visible ||
                          std::abs(a.pixels[at + channel] - b.pixels[at + channel]) > c_visible;
            }
            different += visible ? 1 : 0;
            ++pixels;
        }
    }
    return pixels == 0 ? 0.0 : static_cast<double>(different) / static_cast<double>(pixels);
}

} // namespace osteon::journey
