#include "ui/icons.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace osteon::ui {

namespace {

// Paths on a 24 grid. M x y: begin; L x y: line; C x1 y1 x2 y2 x y: cubic; Z: close;
// O x y r: circle; A x y r from to: arc, degrees clockwise from the right; D x y r: dot;
// W x y r from to: filled wedge; R x y width height radius: rounded rectangle.
struct IconPath {
    Icon icon;
    const char* path;
    float stroke = 1.7F;
};

constexpr float mark_stroke = 2.6F; // 1.6 px where a mark is drawn at 14 px

constexpr std::array<IconPath, icon_count> icon_paths{{
    {Icon::none, ""},
    {Icon::search, "O 10.5 10.5 6.5 M 15.3 15.3 L 20.5 20.5"},
    {Icon::tree,
     "R 12 3 8.5 6.5 1.5 R 12 14.5 8.5 6.5 1.5 M 4 3 L 4 16.2 C 4 17.2 4.5 17.8 5.5 17.8 "
     "L 12 17.8 M 4 6.2 L 12 6.2"},
    {Icon::site, "O 12 12 8.5 D 12 12 2.9"},
    {Icon::landmark, "D 5.5 18 2.6 M 7.2 16.3 L 13 10.5 L 21 10.5 M 13 6.5 L 21 6.5"},
    {Icon::origin, "O 5 12 2.4 O 19 5.5 2 O 19 12 2 O 19 18.5 2 M 7.4 12 L 17 12 "
                   "M 8.5 12 C 13 12 12 5.5 17 5.5 M 8.5 12 C 13 12 12 18.5 17 18.5"},
    {Icon::book,
     "M 12 6.2 C 9.5 4.4 6 4.1 3 4.6 L 3 18.4 C 6 17.9 9.5 18.2 12 20 C 14.5 18.2 18 17.9 "
     "21 18.4 L 21 4.6 C 18 4.1 14.5 4.4 12 6.2 M 12 6.2 L 12 20"},
    {Icon::eye, "M 2.5 12 C 5 7.5 8.2 5.5 12 5.5 C 15.8 5.5 19 7.5 21.5 12 C 19 16.5 15.8 18.5 12 "
                "18.5 C 8.2 18.5 5 16.5 2.5 12 Z O 12 12 3"},
    {Icon::eye_off,
     "M 6.5 7.6 C 4.9 8.7 3.6 10.2 2.5 12 C 5 16.5 8.2 18.5 12 18.5 C 13.7 18.5 15.3 "
     "18.1 16.8 17.2 M 10 5.7 C 10.6 5.6 11.3 5.5 12 5.5 C 15.8 5.5 19 7.5 21.5 12 "
     "C 20.8 13.2 20.1 14.2 19.3 15.1 M 3.5 3.5 L 20.5 20.5"},
    {Icon::half_eye,
     "M 2.5 11.5 L 21.5 11.5 M 2.5 11.5 C 5 16.2 8.2 18.2 12 18.2 C 15.8 18.2 19 16.2 "
     "21.5 11.5 W 12 11.5 3.6 0 180"},
    {Icon::back, "M 14.5 5.5 L 8 12 L 14.5 18.5"},
    {Icon::forward, "M 9.5 5.5 L 16 12 L 9.5 18.5"},
    {Icon::down, "M 6 9.5 L 12 15.5 L 18 9.5"},
    {Icon::right, "M 9.5 6 L 15.5 12 L 9.5 18"},
    {Icon::up, "M 6 14.5 L 12 8.5 L 18 14.5"},
    {Icon::close, "M 5.5 5.5 L 18.5 18.5 M 18.5 5.5 L 5.5 18.5"},
    {Icon::check, "M 4.5 12.5 L 9.8 17.8 L 19.5 6.8"},
    {Icon::plus, "M 12 4.5 L 12 19.5 M 4.5 12 L 19.5 12"},
    {Icon::minus, "M 4.5 12 L 19.5 12"},
    {Icon::home, "M 3 11.5 L 12 4 L 21 11.5 M 5.5 9.6 L 5.5 20 L 18.5 20 L 18.5 9.6"},
    {Icon::info, "O 12 12 9 M 12 11 L 12 16.6 D 12 7.7 1.1"},
    {Icon::warn, "M 12 4 L 21.5 20 L 2.5 20 Z M 12 10 L 12 14.6 D 12 17.3 1.1"},
    {Icon::undo, "M 8.5 4.5 L 3.5 9.5 L 8.5 14.5 M 3.5 9.5 L 14.5 9.5 C 18 9.5 20.5 11.7 20.5 14.7 "
                 "C 20.5 17.7 18 20 14.5 20 L 11 20"},
    {Icon::redo, "M 15.5 4.5 L 20.5 9.5 L 15.5 14.5 M 20.5 9.5 L 9.5 9.5 C 6 9.5 3.5 11.7 3.5 14.7 "
                 "C 3.5 17.7 6 20 9.5 20 L 13 20"},
    {Icon::sliders, "M 3 7.5 L 11.3 7.5 M 16.7 7.5 L 21 7.5 O 14 7.5 2.6 M 3 16.5 L 7.3 16.5 "
                    "M 12.7 16.5 L 21 16.5 O 10 16.5 2.6"},
    {Icon::question, "O 12 12 9 M 9.2 9.6 C 9.2 7.9 10.4 6.9 12 6.9 C 13.6 6.9 14.8 7.9 14.8 9.4 "
                     "C 14.8 11.4 12 11.6 12 13.8 D 12 16.9 1.1"},
    {Icon::text_size, "M 2 18.5 L 7.5 5.5 L 13 18.5 M 3.9 14 L 11.1 14 M 14.5 18.5 L 18.2 9.8 "
                      "L 21.9 18.5 M 15.8 15.4 L 20.6 15.4"},
    {Icon::external, "M 14 4 L 20 4 L 20 10 M 20 4 L 11 13 M 18 14 L 18 19.5 L 4.5 19.5 L 4.5 6 "
                     "L 10 6"},
    {Icon::copy, "R 8.5 8.5 11.5 11.5 2 M 15.5 5 L 15.5 4 L 4 4 L 4 15.5 L 5 15.5"},
    {Icon::isolate, "M 4 8.5 L 4 4 L 8.5 4 M 15.5 4 L 20 4 L 20 8.5 M 20 15.5 L 20 20 L 15.5 20 "
                    "M 8.5 20 L 4 20 L 4 15.5 D 12 12 3.6"},
    {Icon::fade, "O 12 12 8.5 W 12 12 8.5 90 270"},
    {Icon::film, "R 4 3 16 18 2 M 12 6 L 12 18 M 12 9 C 10 8.2 8 9 7.4 11 M 12 9 C 14 8.2 16 9 "
                 "16.6 11 M 12 13 C 10 12.2 8 13 7.4 15 M 12 13 C 14 12.2 16 13 16.6 15"},
    {Icon::scan, "R 2.5 3 8.5 18 1.8 R 13 3 8.5 18 1.8 D 6.7 8 1.5 D 6.2 14.5 1.1 D 17.3 8 1.5 "
                 "D 17.8 14.5 1.1"},
    {Icon::section, "M 4.5 20 C 3.5 12 6 4.5 12 4.5 C 18 4.5 20.5 12 19.5 20 M 2.5 12.5 L 5 12.5 "
                    "M 8 12.5 L 10.5 12.5 M 13.5 12.5 L 16 12.5 M 19 12.5 L 21.5 12.5"},
    {Icon::explode, "R 9 9 6 6 1.5 M 7 7 L 3.5 3.5 M 3.5 7 L 3.5 3.5 L 7 3.5 M 17 7 L 20.5 3.5 "
                    "M 17 3.5 L 20.5 3.5 L 20.5 7 M 17 17 L 20.5 20.5 M 20.5 17 L 20.5 20.5 "
                    "L 17 20.5 M 7 17 L 3.5 20.5 M 7 20.5 L 3.5 20.5 L 3.5 17"},
    {Icon::layers, "M 12 3.5 L 21 8.5 L 12 13.5 L 3 8.5 Z M 3.8 12.6 L 12 17 L 20.2 12.6 "
                   "M 3.8 16.4 L 12 20.8 L 20.2 16.4"},
    {Icon::lesion, "M 5 20 C 3.5 13 4 5 9 4 C 14 3 20 5 20 12 C 20 17 17 20.5 13 20 D 9 9.5 1.7 "
                   "D 13.6 8.4 1.2 D 11 14.5 2.2 D 15.8 13 1.3"},
    {Icon::route, "O 5.5 18.5 2.3 O 18.5 5.5 2.3 M 7.8 18.5 L 15 18.5 C 19 18.5 19 12 15 12 "
                  "L 9 12 C 5 12 5 5.5 9 5.5 L 16.2 5.5"},
    {Icon::label, "R 9.5 4 11.5 8 2 M 12.5 8 L 18 8 M 9.5 8 L 7 8 L 4.5 18.5 D 4.5 19 1.8"},
    {Icon::flip, "M 12 3 L 12 21 M 8.5 7 L 3.5 12 L 8.5 17 Z M 15.5 7 L 20.5 12 L 15.5 17 Z"},
    {Icon::compare, "R 3 4 7.5 16 1.8 R 13.5 4 7.5 16 1.8 M 5.5 12 L 8 12 M 16 12 L 18.5 12"},
    {Icon::link, "M 10 14 C 11.4 15.4 13.6 15.4 15 14 L 19 10 C 20.7 8.3 20.7 6.3 19.2 4.8 "
                 "C 17.7 3.3 15.7 3.3 14 5 L 12.4 6.6 M 14 10 C 12.6 8.6 10.4 8.6 9 10 L 5 14 "
                 "C 3.3 15.7 3.3 17.7 4.8 19.2 C 6.3 20.7 8.3 20.7 10 19 L 11.6 17.4"},
    {Icon::bone, "M 8.2 13.2 L 13.2 8.2 C 12.4 5.6 14 3.4 16.1 3.4 C 17.7 3.4 18.6 4.5 18.8 5.2 "
                 "C 19.5 5.4 20.6 6.3 20.6 7.9 C 20.6 10 18.4 11.6 15.8 10.8 L 10.8 15.8 "
                 "C 11.6 18.4 10 20.6 7.9 20.6 C 6.3 20.6 5.4 19.5 5.2 18.8 "
                 "C 4.5 18.6 3.4 17.7 3.4 16.1 C 3.4 14 5.6 12.4 8.2 13.2 Z"},
    {Icon::frame, "M 4 8.5 L 4 4 L 8.5 4 M 15.5 4 L 20 4 L 20 8.5 M 20 15.5 L 20 20 L 15.5 20 "
                  "M 8.5 20 L 4 20 L 4 15.5 M 12 8.8 L 12 15.2 M 8.8 12 L 15.2 12"},
    {Icon::fold, "R 3.5 4.5 17 15 2 M 15 4.5 L 15 19.5 M 8 9.2 L 10.8 12 L 8 14.8"},
    {Icon::unfold, "R 3.5 4.5 17 15 2 M 15 4.5 L 15 19.5 M 10.6 9.2 L 7.8 12 L 10.6 14.8"},
    {Icon::term, "M 6.5 15.5 L 12 3.5 L 17.5 15.5 M 8.6 11 L 15.4 11 M 4 20 L 20 20"},
    {Icon::file, "M 6 3.5 L 13.5 3.5 L 19 9 L 19 20.5 L 6 20.5 Z M 13.5 3.5 L 13.5 9 L 19 9"},
    {Icon::bookmark, "M 6.5 3.5 L 17.5 3.5 L 17.5 20.5 L 12 16.5 L 6.5 20.5 Z"},
    {Icon::play, "M 8 5 L 18.5 12 L 8 19 Z"},
    {Icon::ladder,
     "M 8 3 L 8 21 M 16 3 L 16 21 M 8 6.5 L 16 6.5 M 8 12 L 16 12 M 8 17.5 L 16 17.5"},
    {Icon::table, "R 3.5 4.5 17 15 2 M 3.5 9.5 L 20.5 9.5 M 3.5 14.5 L 20.5 14.5 "
                  "M 9.2 4.5 L 9.2 19.5 M 14.9 4.5 L 14.9 19.5"},
    {Icon::compass, "O 12 12 9 M 15.8 8.2 L 13.6 13.6 L 8.2 15.8 L 10.4 10.4 Z"},
    {Icon::screen, "R 3 4.5 18 12 1.5 M 12 16.5 L 12 20 M 8 20 L 16 20"},
    {Icon::bed, "M 3 6 L 3 19 M 3 16 L 21 16 L 21 19 M 21 16 L 21 13.5 C 21 11.5 19.8 10.5 18 10.5 "
                "L 11 10.5 L 11 16 O 7 12.2 1.9"},
    {Icon::cap, "M 12 5 L 22 9.8 L 12 14.6 L 2 9.8 Z M 6 11.8 L 6 16.2 C 9 19 15 19 18 16.2 L 18 "
                "11.8 M 22 9.8 L 22 15.5"},
    {Icon::tour, "O 5 18.5 2.2 O 19 5.5 2.2 M 7.2 18.5 L 15.5 18.5 C 20.5 18.5 20.5 12 15.5 12 L "
                 "8.5 12 C 3.5 12 3.5 5.5 8.5 5.5 L 16.8 5.5"},
    {Icon::cards, "R 8 7.5 12.5 13 1.8 M 5.2 16.5 C 4.2 16.5 3.5 15.8 3.5 14.8 L 3.5 5.3 C 3.5 4.3 "
                  "4.3 3.5 5.3 3.5 L 14.8 3.5 C 15.8 3.5 16.5 4.2 16.5 5.2"},
    {Icon::note, "M 13.5 20 L 5.5 20 C 4.6 20 4 19.4 4 18.5 L 4 5.5 C 4 4.6 4.6 4 5.5 4 L 18.5 4 C "
                 "19.4 4 20 4.6 20 5.5 L 20 13.5 Z M 20 13.5 L 13.5 13.5 L 13.5 20"},
    {Icon::pen, "M 4 20 L 5 15.6 L 16.2 4.4 L 19.6 7.8 L 8.4 19 Z M 13.8 6.8 L 17.2 10.2"},
    {Icon::pin, "M 12 21 C 8 16.4 6 13.2 6 10.2 C 6 6.8 8.7 4 12 4 C 15.3 4 18 6.8 18 10.2 C 18 "
                "13.2 16 16.4 12 21 Z O 12 10.2 2.2"},
    {Icon::eraser, "M 9 19.5 L 4 14.5 L 14 4.5 L 20.5 11 L 12 19.5 Z M 8.8 9.7 L 15.3 16.2 M 9 "
                   "19.5 L 20 19.5"},
    {Icon::ruler, "M 3.5 16.5 L 16.5 3.5 L 20.5 7.5 L 7.5 20.5 Z M 7.3 12.7 L 9.2 14.6 M 10.3 9.7 "
                  "L 12.2 11.6 M 13.3 6.7 L 15.2 8.6"},
    {Icon::angle, "M 19 19.5 L 4 19.5 L 15 5 M 12.5 19.5 C 12.5 16.8 11.4 14.8 9.4 13.2"},
    {Icon::print, "M 7 8.5 L 7 3.5 L 17 3.5 L 17 8.5 M 7 17 L 4.5 17 C 3.7 17 3 16.3 3 15.5 L 3 10 "
                  "C 3 9.2 3.7 8.5 4.5 8.5 L 19.5 8.5 C 20.3 8.5 21 9.2 21 10 L 21 15.5 C 21 16.3 "
                  "20.3 17 19.5 17 L 17 17 M 7 13.5 L 17 13.5 L 17 20.5 L 7 20.5 Z"},
    {Icon::camera,
     "M 4.5 7.5 L 7.5 7.5 L 9.2 5 L 14.8 5 L 16.5 7.5 L 19.5 7.5 C 20.3 7.5 21 8.2 21 "
     "9 L 21 18 C 21 18.8 20.3 19.5 19.5 19.5 L 4.5 19.5 C 3.7 19.5 3 18.8 3 18 L 3 9 "
     "C 3 8.2 3.7 7.5 4.5 7.5 Z O 12 13.3 3.6"},
    {Icon::film_strip,
     "R 3.5 4.5 17 15 1.8 M 8 4.5 L 8 19.5 M 16 4.5 L 16 19.5 M 3.5 9.5 L 8 9.5 M "
     "3.5 14.5 L 8 14.5 M 16 9.5 L 20.5 9.5 M 16 14.5 L 20.5 14.5"},
    {Icon::trash, "M 4.5 6.5 L 19.5 6.5 M 9 6.5 L 9 4 L 15 4 L 15 6.5 M 6.5 6.5 L 7.4 20 L 16.6 20 "
                  "L 17.5 6.5 M 10.3 10.5 L 10.3 16 M 13.7 10.5 L 13.7 16"},
    {Icon::clock, "O 12 12 9 M 12 6.8 L 12 12 L 15.6 14.2"},
    {Icon::chart, "M 4 4 L 4 20 L 20.5 20 M 8.5 16 L 8.5 12 M 12.8 16 L 12.8 7.5 M 17.1 16 L 17.1 "
                  "10"},
    {Icon::spotlight, "O 12 12 4.2 M 12 2.8 L 12 5 M 12 19 L 12 21.2 M 2.8 12 L 5 12 M 19 12 L "
                      "21.2 12 M 5.5 5.5 L 7 7 M 17 17 L 18.5 18.5 M 18.5 5.5 L 17 7 M 7 17 L 5.5 "
                      "18.5"},
    {Icon::blank, "R 3 4.5 18 12 1.5 M 8 20 L 16 20 M 5.5 14.5 L 18.5 6.5"},
    {Icon::pause, "M 8.5 5.5 L 8.5 18.5 M 15.5 5.5 L 15.5 18.5"},
    {Icon::next, "M 6 5 L 15 12 L 6 19 Z M 18.5 5 L 18.5 19"},
    {Icon::previous, "M 18 5 L 9 12 L 18 19 Z M 5.5 5 L 5.5 19"},
    {Icon::hand, "M 8 12.5 L 8 6 C 8 4.2 10.6 4.2 10.6 6 L 10.6 11 M 10.6 5 C 10.6 3 13.2 3 13.2 5 "
                 "L 13.2 11 M 13.2 6 C 13.2 4.2 15.8 4.2 15.8 6 L 15.8 12 M 15.8 8.5 C 15.8 6.8 "
                 "18.4 6.8 18.4 8.5 L 18.4 14.5 C 18.4 18.5 16 21 12.6 21 C 9 21 7.6 19 4.6 14.6 C "
                 "3.6 13 5.6 11.8 6.8 13 L 8 14.3"},
    {Icon::speaker, "M 4 9.5 L 7.5 9.5 L 12.5 5 L 12.5 19 L 7.5 14.5 L 4 14.5 Z A 12.5 12 4 -45 45 "
                    "A 12.5 12 7.5 -45 45"},
    {Icon::keyboard,
     "R 2.5 6 19 12.5 1.8 M 6 10 L 6.1 10 M 9 10 L 9.1 10 M 12 10 L 12.1 10 M 15 10 "
     "L 15.1 10 M 18 10 L 18.1 10 M 8 14.5 L 16 14.5"},
    {Icon::save,
     "M 5.5 4 L 15.5 4 L 20 8.5 L 20 18.5 C 20 19.4 19.4 20 18.5 20 L 5.5 20 C 4.6 20 4 "
     "19.4 4 18.5 L 4 5.5 C 4 4.6 4.6 4 5.5 4 Z M 8 4 L 8 8.5 L 14.5 8.5 L 14.5 4 M 7.5 "
     "20 L 7.5 13.5 L 16.5 13.5 L 16.5 20"},
    {Icon::folder,
     "M 3 18.5 L 3 6 C 3 5.4 3.4 5 4 5 L 9 5 L 11.2 7.5 L 20 7.5 C 20.6 7.5 21 7.9 21 "
     "8.5 L 21 18.5 C 21 19.1 20.6 19.5 20 19.5 L 4 19.5 C 3.4 19.5 3 19.1 3 18.5 Z"},
    {Icon::person, "O 12 8 4 M 4.5 20.5 C 5 16.4 8 14.5 12 14.5 C 16 14.5 19 16.4 19.5 20.5"},
    {Icon::swap, "M 4 8.5 L 19.5 8.5 M 16 5 L 19.5 8.5 L 16 12 M 20 15.5 L 4.5 15.5 M 8 12 L 4.5 "
                 "15.5 L 8 19"},
    {Icon::mark_reported, "D 12 12 8.5", mark_stroke},
    {Icon::mark_derived, "O 12 12 8 W 12 12 8 90 270", mark_stroke},
    {Icon::mark_at_least, "M 5.5 4 L 19.5 12 L 5.5 20 Z", mark_stroke},
    {Icon::mark_at_most, "M 18.5 4 L 4.5 12 L 18.5 20 Z", mark_stroke},
    {Icon::mark_proxy, "M 12 3 L 21 12 L 12 21 L 3 12 Z", mark_stroke},
    {Icon::mark_unchecked,
     "A 12 12 8.5 10 35 A 12 12 8.5 70 95 A 12 12 8.5 130 155 "
     "A 12 12 8.5 190 215 A 12 12 8.5 250 275 A 12 12 8.5 310 335",
     mark_stroke},
    {Icon::mark_none, "M 5 12 L 19 12", mark_stroke},
    {Icon::mark_estimate, "R 3.5 3.5 17 17 3 M 5 14.5 L 14.5 5 M 9.5 19 L 19 9.5", mark_stroke},
}};

constexpr const char* product_mark =
    "R 7.5 2.8 9.5 4.8 2.2 R 7.5 9.6 11 4.8 2.2 R 7.5 16.4 12.5 4.8 2.2 "
    "M 4 5.2 L 7.5 5.2 M 4 12 L 7.5 12 M 4 18.8 L 7.5 18.8";

constexpr bool in_order() {
    for (std::size_t i = 0; i < icon_paths.size(); ++i) {
        if (icon_paths[i].icon != static_cast<Icon>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(in_order(), "the table of paths follows the enumeration");

/// Reads a path and draws it, command by command.
class PathPainter {
public:
    PathPainter(ImDrawList* list, ImVec2 centre, float size, float stroke, ImU32 colour)
        : list_(list)
        , unit_(size / 24.0F)
        , origin_(centre.x - 0.5F * size, centre.y - 0.5F * size)
        , stroke_(stroke * size / 24.0F)
        , colour_(colour) {}

    void draw(std::string_view path) {
        rest_ = path;
        while (skip_blanks()) {
            const char command = rest_.front();
            rest_.remove_prefix(1);
            carry_out(command);
        }
        stroke(false);
    }

private:
    void carry_out(char command) {
        switch (command) {
        case 'M':
            stroke(false);
            list_->PathLineTo(point());
            break;
        case 'L':
            list_->PathLineTo(point());
            break;
        case 'C': {
            const ImVec2 first = point();
            const ImVec2 second = point();
            list_->PathBezierCubicCurveTo(first, second, point());
            break;
        }
        case 'Z':
            stroke(true);
            break;
        default:
            stroke(false);
            draw_shape(command);
        }
    }

    void draw_shape(char command) {
        const ImVec2 place = point();
        if (command == 'R') {
            const float width = length();
            const float height = length();
            list_->AddRect(place, {place.x + width, place.y + height}, colour_, length(), 0,
                           stroke_);
            return;
        }
        const float radius = length();
        if (command == 'O') {
            list_->AddCircle(place, radius, colour_, 0, stroke_);
        } else if (command == 'D') {
            list_->AddCircleFilled(place, radius, colour_);
        } else {
            const float from = number() * half_turn / 180.0F;
            const float to = number() * half_turn / 180.0F;
            list_->PathArcTo(place, radius, from, to);
            command == 'W' ? list_->PathFillConvex(colour_) : stroke(false);
        }
    }

    /// Draws the path so far, with round ends where it is open.
    void stroke(bool closed) {
        if (list_->_Path.empty()) {
            return;
        }
        const ImVec2 first = list_->_Path.front();
        const ImVec2 last = list_->_Path.back();
        if (closed && std::abs(first.x - last.x) + std::abs(first.y - last.y) < 0.01F) {
            list_->_Path.pop_back(); // a doubled point would draw a spur at the joint
        }
        list_->PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke_);
        if (!closed && stroke_ > 1.2F) {
            list_->AddCircleFilled(first, 0.5F * stroke_, colour_, 8);
            list_->AddCircleFilled(last, 0.5F * stroke_, colour_, 8);
        }
    }

    bool skip_blanks() {
        const auto start = rest_.find_first_not_of(' ');
        rest_.remove_prefix(start == std::string_view::npos ? rest_.size() : start);
        return !rest_.empty();
    }
    float number() {
        skip_blanks();
        float value = 0.0F;
        const auto end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value).ptr;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }
    float length() { return number() * unit_; }
    ImVec2 point() {
        const float x = origin_.x + length();
        return {x, origin_.y + length()};
    }

    static constexpr float half_turn = 3.14159265F;
    ImDrawList* list_;
    float unit_;
    ImVec2 origin_;
    float stroke_;
    ImU32 colour_;
    std::string_view rest_;
};

} // namespace

void draw_icon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    const IconPath& entry = icon_paths[static_cast<std::size_t>(icon)];
    PathPainter(list, centre, size, entry.stroke, colour).draw(entry.path);
}

void draw_product_mark(ImDrawList* list, ImVec2 centre, float size, ImU32 colour) {
    PathPainter(list, centre, size, 1.8F, colour).draw(product_mark);
}

} // namespace osteon::ui
