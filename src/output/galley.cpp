#include "output/galley.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <pango/pangocairo.h>

namespace osteon::output {
namespace {

struct Face {
    const char* family;
    double size; ///< of the body size
    PangoWeight weight;
    double leading; ///< height of a line, of its size
    unsigned ink;
};

constexpr std::array<Face, 7> c_faces = {{
    {"Inter Display, Inter, sans-serif", 2.1, PANGO_WEIGHT_SEMIBOLD, 1.2, c_ink},
    {"Inter, sans-serif", 1.15, PANGO_WEIGHT_MEDIUM, 1.35, c_quiet_ink},
    {"Inter, sans-serif", 1.3, PANGO_WEIGHT_SEMIBOLD, 1.3, c_accent_ink},
    {"Inter, sans-serif", 1.0, PANGO_WEIGHT_SEMIBOLD, 1.4, c_ink},
    {"Inter, sans-serif", 1.08, PANGO_WEIGHT_NORMAL, 1.42, c_ink},
    {"Inter, sans-serif", 1.0, PANGO_WEIGHT_NORMAL, 1.42, c_ink},
    {"Inter, sans-serif", 0.8, PANGO_WEIGHT_NORMAL, 1.38, c_quiet_ink},
}};

// Of Inter, as shares of its size: how far letters reach above and below the baseline.
constexpr double c_ascent = 0.969;
constexpr double c_descent = 0.242;

// Of the body size.
constexpr double c_item_indent = 1.25;
constexpr double c_item_space = 0.3;
constexpr double c_rule_height = 2.0; ///< room to write a line by hand
constexpr double c_box_padding = 0.7;
constexpr double c_box_indent = 1.1;
constexpr double c_bar_width = 4.0; // points

const Face& face_of(PageText role) {
    return c_faces[static_cast<std::size_t>(role)];
}

void set_ink(cairo_t* page, unsigned ink) {
    const auto channel = [&](int shift) { return ((ink >> shift) & 0xFFU) / 255.0; };
    cairo_set_source_rgb(page, channel(16), channel(8), channel(0));
}

template <class T>
std::shared_ptr<T> owned(T* object) {
    return {object, [](T* held) { g_object_unref(held); }};
}

std::shared_ptr<PangoContext> make_context(const std::string& language) {
    auto context = owned(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
    // A page is measured where it is set, so that glyphs stand where paper can show them.
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

std::shared_ptr<PangoLayout> make_layout(PangoContext* context, const Face& face, double body_size,
                                         const std::string& markup, std::optional<double> width) {
    auto layout = owned(pango_layout_new(context));
    PangoFontDescription* const font = pango_font_description_from_string(face.family);
    pango_font_description_set_absolute_size(font, face.size * body_size * PANGO_SCALE);
    pango_font_description_set_weight(font, face.weight);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    if (width) {
        pango_layout_set_width(layout.get(), static_cast<int>(*width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_markup(layout.get(), markup.c_str(), -1);
    return layout;
}

double width_of(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
}

/// Draws a line of a layout in a strip of a height, its letters in the middle.
void show_line(cairo_t* page, PangoLayout* layout, int line, double size, double height, double x,
               double y) {
    cairo_move_to(page, x, y + 0.5 * (height - (c_ascent + c_descent) * size) + c_ascent * size);
    pango_cairo_show_layout_line(page, pango_layout_get_line_readonly(layout, line));
}

void draw_rule(cairo_t* page, double from, double to, double y) {
    set_ink(page, c_quiet_ink);
    cairo_set_line_width(page, 0.6);
    cairo_move_to(page, from, y);
    cairo_line_to(page, to, y);
    cairo_stroke(page);
}

/// The picture over white, as Cairo holds it.
std::shared_ptr<cairo_surface_t> on_white(const render::Image& image) {
    std::shared_ptr<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height),
        cairo_surface_destroy);
    cairo_surface_flush(surface.get());
    unsigned char* const rows = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(image.width);
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint8_t* const from = &image.pixels[4 * (y * width + x)];
            const unsigned alpha = from[3];
            const auto over = [&](unsigned value) {
                return (value * alpha + 255U * (255U - alpha) + 127U) / 255U;
            };
            const std::uint32_t pixel = over(from[0]) << 16U | over(from[1]) << 8U | over(from[2]);
            std::memcpy(rows + y * stride + 4 * x, &pixel, sizeof(pixel));
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

void draw_picture(cairo_t* page, cairo_surface_t* picture, double x, double y, double width,
                  double height) {
    cairo_save(page);
    cairo_translate(page, x, y);
    cairo_scale(page, width / cairo_image_surface_get_width(picture),
                height / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(page, picture, 0.0, 0.0);
    cairo_paint(page);
    cairo_restore(page);
}

double height_in(const render::Image& image, double width) {
    return width * image.height / image.width;
}

} // namespace

Galley::Galley(double width, double body_size, const std::string& language)
    : width_(width)
    , body_size_(body_size)
    , context_(make_context(language)) {}

double Galley::indent() const {
    return ground_ == Ground::paper ? 0.0 : c_box_indent * body_size_;
}

void Galley::add(Strip strip) {
    const bool in_box = ground_ != Ground::paper && !strips_.empty() && strips_.back().box == box_;
    strip.keep = strip.keep || keep_ || in_box;
    strip.page_break = page_break_;
    strip.ground = ground_;
    strip.box = ground_ == Ground::paper ? 0 : box_;
    keep_ = false;
    page_break_ = false;
    strips_.push_back(std::move(strip));
}

void Galley::text(PageText role, const std::string& markup, double space) {
    const Face& face = face_of(role);
    const double size = face.size * body_size_;
    const double left = indent();
    const auto layout = make_layout(context_.get(), face, body_size_, markup, width_ - 2.0 * left);
    const int lines = pango_layout_get_line_count(layout.get());
    const bool heading = role == PageText::heading || role == PageText::subheading;
    for (int line = 0; line < lines; ++line) {
        Strip strip;
        strip.height = face.leading * size;
        strip.space = line == 0 ? space * body_size_ : 0.0;
        strip.keep = line == 1 || (line > 0 && (heading || line == lines - 1));
        strip.draw = [layout, line, size, ink = face.ink, left,
                      height = strip.height](cairo_t* page, double x, double y) {
            set_ink(page, ink);
            show_line(page, layout.get(), line, size, height, x + left, y);
        };
        add(std::move(strip));
    }
    keep_ = heading;
}

void Galley::item(const std::string& mark, const std::string& markup, PageText role, int level) {
    const Face& face = face_of(role);
    const double size = face.size * body_size_;
    const double left = indent() + c_item_indent * body_size_ * level;
    const double hang = c_item_indent * size;
    const auto layout =
        make_layout(context_.get(), face, body_size_, markup, width_ - left - hang - indent());
    const auto sign = make_layout(context_.get(), face, body_size_, mark, std::nullopt);
    // Marks of numbers end where the text begins; a bullet stands in the middle of its room.
    const double mark_x = left + std::max(0.0, hang - width_of(sign.get()) - 0.35 * size);
    const int lines = pango_layout_get_line_count(layout.get());
    for (int line = 0; line < lines; ++line) {
        Strip strip;
        strip.height = face.leading * size;
        strip.space = line == 0 ? c_item_space * size : 0.0;
        strip.keep = line > 0 && (line == 1 || line == lines - 1);
        strip.draw = [=, ink = face.ink, height = strip.height](cairo_t* page, double x, double y) {
            set_ink(page, ink);
            if (line == 0) {
                show_line(page, sign.get(), 0, size, height, x + mark_x, y);
            }
            show_line(page, layout.get(), line, size, height, x + left + hang, y);
        };
        add(std::move(strip));
    }
}

void Galley::rules(int count) {
    for (int rule = 0; rule < count; ++rule) {
        Strip strip;
        strip.height = c_rule_height * body_size_;
        strip.keep = true;
        strip.draw = [left = indent() + c_item_indent * body_size_, right = width_ - indent(),
                      height = strip.height](cairo_t* page, double x, double y) {
            draw_rule(page, x + left, x + right, y + height - 1.0);
        };
        add(std::move(strip));
    }
}

void Galley::field(const std::string& markup, double space) {
    const Face& face = face_of(PageText::body);
    const double size = body_size_;
    const double left = indent();
    const auto layout = make_layout(context_.get(), face, body_size_, markup, std::nullopt);
    const double begin = left + width_of(layout.get()) + 0.5 * size;
    Strip strip;
    strip.height = c_rule_height * size;
    strip.space = space * size;
    strip.draw = [=, ink = face.ink, leading = face.leading, right = width_ - left,
                  height = strip.height](cairo_t* page, double x, double y) {
        set_ink(page, ink);
        show_line(page, layout.get(), 0, size, leading * size, x + left,
                  y + height - leading * size);
        draw_rule(page, x + begin, x + right, y + height - 1.0);
    };
    add(std::move(strip));
}

void Galley::picture(const render::Image& image, double width, double space) {
    Strip strip;
    strip.height = height_in(image, width);
    strip.space = space * body_size_;
    strip.draw = [picture = on_white(image), width, height = strip.height,
                  left = 0.5 * (width_ - width)](cairo_t* page, double x, double y) {
        draw_picture(page, picture.get(), x + left, y, width, height);
    };
    add(std::move(strip));
}

void Galley::picture_beside(const render::Image& image, double picture_width, double gap,
                            Galley column, double space) {
    const double picture_height = height_in(image, picture_width);
    auto beside = std::make_shared<const Galley>(std::move(column));
    Strip strip;
    strip.height = std::max(picture_height, beside->height());
    strip.space = space * body_size_;
    strip.draw = [=, picture = on_white(image)](cairo_t* page, double x, double y) {
        draw_picture(page, picture.get(), x, y, picture_width, picture_height);
        for (const FlowedPage& flowed : flow(beside->strips(), beside->height() + 1.0)) {
            draw_page(page, flowed, x + picture_width + gap, y, beside->width());
        }
    };
    add(std::move(strip));
}

void Galley::append(Galley other) {
    for (Strip& strip : other.strips_) {
        add(std::move(strip));
    }
}

void Galley::open_box(Ground ground, double space) {
    ground_ = ground;
    ++box_;
    add({.height = c_box_padding * body_size_, .space = space * body_size_});
    keep_ = true;
}

void Galley::close_box() {
    add({.height = c_box_padding * body_size_, .keep = true});
    ground_ = Ground::paper;
}

double Galley::height() const {
    double height = 0.0;
    for (const Strip& strip : strips_) {
        height += strip.height + (&strip == &strips_.front() ? 0.0 : strip.space);
    }
    return height;
}

void draw_line(cairo_t* page, const std::string& markup, double size, double x, double baseline,
               bool from_right) {
    const auto context = make_context("");
    const auto layout =
        make_layout(context.get(), face_of(PageText::body), size, markup, std::nullopt);
    set_ink(page, c_quiet_ink);
    cairo_move_to(page, from_right ? x - width_of(layout.get()) : x, baseline);
    pango_cairo_show_layout_line(page, pango_layout_get_line_readonly(layout.get(), 0));
}

void draw_page(cairo_t* page, const FlowedPage& strips, double left, double top, double width) {
    for (auto first = strips.begin(); first != strips.end();) {
        const auto same_box = [&](const PlacedStrip& placed) {
            return placed.strip->box == first->strip->box;
        };
        const auto end = std::find_if_not(first, strips.end(), same_box);
        if (first->strip->ground != Ground::paper) {
            const bool warning = first->strip->ground == Ground::warning;
            const double bottom = std::prev(end)->y + std::prev(end)->strip->height;
            set_ink(page, warning ? 0xFBF1DF : 0xE9F3F1);
            cairo_rectangle(page, left, top + first->y, width, bottom - first->y);
            cairo_fill(page);
            set_ink(page, warning ? c_warning_ink : c_accent_ink);
            cairo_rectangle(page, left, top + first->y, c_bar_width, bottom - first->y);
            cairo_fill(page);
        }
        first = end;
    }
    for (const PlacedStrip& placed : strips) {
        if (placed.strip->draw) {
            placed.strip->draw(page, left, top + placed.y);
        }
    }
}

} // namespace osteon::output
