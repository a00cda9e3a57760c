#include "knowledge/tour.h"

#include <fmt/format.h>

#include <string_view>

namespace osteon::knowledge {
namespace {

/// A text as TOML writes it in quotation marks; `lines`: over several lines, between three of them.
std::string in_quotes(std::string_view text, bool lines = false) {
    std::string out = lines ? "\"\"\"\n" : "\"";
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        const bool control = code < 0x20U || code == 0x7FU;
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += letter;
        } else if (control && !(letter == '\n' && lines)) {
            out += fmt::format("\\u{:04X}", code);
        } else {
            out += letter;
        }
    }
    return out + (lines ? "\"\"\"" : "\"");
}

std::string in_quotes(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : ", ") + in_quotes(text);
    }
    return "[" + out + "]";
}

std::string_view word_of(PictureLook look) {
    switch (look) {
    case PictureLook::see_through:
        return "see_through";
    case PictureLook::radiograph:
        return "radiograph";
    case PictureLook::bone_scan:
        return "bone_scan";
    case PictureLook::section:
        return "section";
    case PictureLook::exploded:
        return "exploded";
    case PictureLook::solid:
        break;
    }
    return "solid";
}

std::string_view word_of(PictureSection section) {
    switch (section) {
    case PictureSection::coronal:
        return "coronal";
    case PictureSection::transverse:
        return "transverse";
    case PictureSection::sagittal:
        break;
    }
    return "sagittal";
}

std::string_view word_of(PictureCourse course) {
    switch (course) {
    case PictureCourse::femur:
        return "femur";
    case PictureCourse::vertebra:
        return "vertebra";
    case PictureCourse::none:
        break;
    }
    return "none";
}

/// Lines of `key = value`, without those that say what is so by itself.
class Lines {
public:
    template <class Value>
    void add(std::string_view key, const Value& value) {
        text_ += fmt::format("{} = {}\n", key, value);
    }
    void add_text(std::string_view key, const std::string& value) {
        if (!value.empty()) {
            add(key, in_quotes(value));
        }
    }
    void add_flag(std::string_view key, bool on) {
        if (on) {
            add(key, "true");
        }
    }
    void add_list(std::string_view key, const std::vector<std::string>& values) {
        if (!values.empty()) {
            add(key, in_quotes(values));
        }
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

void add_picture(Lines& lines, const LivePicture& picture) {
    lines.add_list("bones", picture.bones);
    lines.add_text("landmark", picture.landmark);
    lines.add("look", in_quotes(word_of(picture.look)));
    if (picture.yaw) {
        lines.add("yaw", *picture.yaw);
    }
    if (picture.pitch) {
        lines.add("pitch", *picture.pitch);
    }
    lines.add_text("primary", picture.primary);
    lines.add_flag("lesions", picture.lesions);
    if (picture.section != PictureSection::sagittal) {
        lines.add("section", in_quotes(word_of(picture.section)));
    }
    if (picture.course != PictureCourse::none) {
        lines.add("course", in_quotes(word_of(picture.course)));
        lines.add("progress", picture.progress);
    }
}

/// How a section lies, and how far bones are moved apart.
void add_cuts(Lines& lines, const TourStop& stop) {
    const TourStop usual;
    if (stop.plane) {
        lines.add("plane_yaw", stop.plane->yaw);
        lines.add("plane_pitch", stop.plane->pitch);
    }
    if (stop.section_offset != usual.section_offset) {
        lines.add("offset", stop.section_offset);
    }
    lines.add_flag("flip", stop.section_flipped);
    if (stop.exploded_by_bone) {
        lines.add("explode_by", in_quotes("bone"));
    }
    if (stop.exploded != usual.exploded) {
        lines.add("amount", stop.exploded);
    }
}

/// How films and ghosts are shown.
void add_development(Lines& lines, const TourStop& stop) {
    lines.add_flag("faded", stop.faded);
    if (stop.ghosts) {
        lines.add("ghosts", *stop.ghosts);
    }
    if (stop.film) {
        lines.add("window", stop.film->window);
        lines.add("level", stop.film->level);
    }
    if (stop.scan_intensity) {
        lines.add("intensity", *stop.scan_intensity);
    }
}

std::string text_of(const TourStop& stop) {
    Lines lines;
    lines.add("title", in_quotes(stop.title));
    lines.add_text("text", stop.text);
    if (!stop.notes.empty()) {
        lines.add("notes", in_quotes(stop.notes, true));
    }
    lines.add("seconds", stop.seconds);
    add_picture(lines, stop.picture);
    lines.add_list("hidden", stop.hidden);
    lines.add_flag("isolated", stop.isolated);
    if (stop.place) {
        const glm::vec3& target = stop.place->target;
        lines.add("target", fmt::format("[{}, {}, {}]", target.x, target.y, target.z));
        lines.add("distance", stop.place->distance);
    }
    lines.add_text("site", stop.site);
    lines.add_text("compare", stop.compared);
    lines.add_text("route", stop.route);
    if (stop.route_step >= 0) {
        lines.add("route_step", stop.route_step + 1);
    }
    add_cuts(lines, stop);
    lines.add_flag("labels", stop.labels);
    add_development(lines, stop);
    lines.add_text("article", stop.article);
    return lines.take();
}

} // namespace

std::string text_of(const Tour& tour) {
    Lines lines;
    lines.add("title", in_quotes(tour.title));
    lines.add_text("summary", tour.summary);
    lines.add("level", in_quotes(tour.level == ReadingLevel::plain ? "plain" : "clinical"));
    std::string text = lines.take();
    for (const TourStop& stop : tour.stops) {
        text += "\n[[stop]]\n" + text_of(stop);
    }
    return text;
}

} // namespace osteon::knowledge
