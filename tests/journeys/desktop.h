#pragma once

#include "render/renderer.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace osteon::journey {

/// A virtual screen (Xvfb) of its own, gone with the object.
class Desktop {
public:
    /// `display` is empty where Xvfb could not be started.
    Desktop(int width, int height);
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    const std::string& display() const { return display_; }

    /// What is on the screen.
    render::Image capture() const;

    // Real events, by xdotool.
    void move(int x, int y) const;
    void click(int x, int y, int button = 1) const;
    void drag(int x, int y, int to_x, int to_y) const;
    void key(const std::string& chord) const;
    void type(const std::string& text) const;
    /// The title of the window of a process, empty while it has none.
    std::string window_title() const;

private:
    void xdotool(const std::vector<std::string>& words) const;

    struct Connection;
    int width_;
    int height_;
    int server_ = 0;
    std::string display_;
    std::unique_ptr<Connection> connection_;
};

/// The program, running on a desktop; ended with the object.
class Running {
public:
    Running(const Desktop& desktop, const std::filesystem::path& program,
            const std::vector<std::string>& arguments, const std::filesystem::path& home);
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    bool alive() const;
    /// Asks it to end and waits; its exit code, -1 if it was killed.
    int stop();
    /// Ends it without asking (SIGKILL), as a crash does.
    void kill_at_once();

private:
    mutable int process_ = 0;
    mutable int status_ = 0;
};

/// Waits until the program's window shows a picture; false if it does not come.
bool wait_for_window(const Desktop& desktop);

/// Waits until the window's title begins so; false if it does not come to that.
bool wait_for_title(const Desktop& desktop, const std::string& beginning);

/// Waits until the screen has not changed for a while; the last picture.
render::Image wait_until_still(const Desktop& desktop);

/// The share of pixels (0..1) within `area` that differ visibly (any channel by more than 24).
double difference(const render::Image& a, const render::Image& b, const Rect& area);

} // namespace osteon::journey
