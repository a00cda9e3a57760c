#include "session/settings_file.h"

#include "base/files.h"
#include "session/limits.h"

#include <toml++/toml.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>

namespace osteon::session {

namespace {

constexpr std::size_t c_largest_file = 1 << 20;

template <class Value, std::size_t N>
using Words = std::array<std::pair<std::string_view, Value>, N>;

constexpr Words<Mode, 4> c_modes = {{{"explore", Mode::explore},
                                     {"lecture", Mode::lecture},
                                     {"bedside", Mode::bedside},
                                     {"study", Mode::study}}};
constexpr Words<ThemeChoice, 3> c_themes = {{{"dark", ThemeChoice::dark},
                                             {"light", ThemeChoice::light},
                                             {"contrast", ThemeChoice::contrast}}};
constexpr Words<MotionChoice, 3> c_motions = {{{"system", MotionChoice::system},
                                               {"full", MotionChoice::full},
                                               {"reduced", MotionChoice::reduced}}};
constexpr Words<ReadingLevel, 2> c_levels = {
    {{"plain", ReadingLevel::plain}, {"clinical", ReadingLevel::clinical}}};
constexpr Words<RegionOrder, 2> c_orders = {
    {{"size", RegionOrder::by_size}, {"body", RegionOrder::by_body}}};
constexpr Words<MatrixFigures, 3> c_matrices = {{{"estimates", MatrixFigures::estimates},
                                                 {"patients", MatrixFigures::patients},
                                                 {"lesions", MatrixFigures::lesions}}};
constexpr Words<Drawer, 11> c_drawers = {{{"none", Drawer::none},
                                          {"search", Drawer::search},
                                          {"skeleton", Drawer::skeleton},
                                          {"sites", Drawer::sites},
                                          {"primaries", Drawer::primaries},
                                          {"matrix", Drawer::matrix},
                                          {"library", Drawer::library},
                                          {"tours", Drawer::tours},
                                          {"notes", Drawer::notes},
                                          {"settings", Drawer::settings},
                                          {"help", Drawer::help}}};
constexpr Words<anatomy::UpAxis, 3> c_axes = {{{"automatic", anatomy::UpAxis::automatic},
                                               {"y", anatomy::UpAxis::y},
                                               {"z", anatomy::UpAxis::z}}};

template <class Value, std::size_t N>
std::string word_of(const Words<Value, N>& words, Value value) {
    for (const auto& [word, meaning] : words) {
        if (meaning == value) {
            return std::string(word);
        }
    }
    return {};
}

/// Takes settings out of a table; what is missing keeps its default, what cannot be used is told.
class Reader {
public:
    explicit Reader(const toml::table& root)
        : root_(root) {}

    const std::vector<std::string>& complaints() const { return complaints_; }

    template <class Value, std::size_t N>
    void read(std::string_view key, Value& setting, const Words<Value, N>& words) {
        const auto node = root_.at_path(key);
        if (!node) {
            return;
        }
        const auto text = node.value<std::string>();
        std::string expected;
        for (const auto& [word, meaning] : words) {
            if (text == word) {
                setting = meaning;
                return;
            }
            expected += (expected.empty() ? "" : ", ") + std::string(word);
        }
        complain(key, "expected one of " + expected);
    }

    void read(std::string_view key, bool& setting) {
        if (const auto node = root_.at_path(key)) {
            if (const auto value = node.value_exact<bool>()) {
                setting = *value;
            } else {
                complain(key, "expected true or false");
            }
        }
    }

    /// A number within its limits; one outside is brought back to the nearest that is allowed.
    void read(std::string_view key, float& setting, const Limits& limits, bool zero_too = false) {
        const auto value = number(key);
        if (!value) {
            return;
        }
        const auto wanted = static_cast<float>(*value);
        setting = zero_too && wanted == 0.0F ? 0.0F : limits.clamped(wanted);
        if (setting != wanted) {
            std::ostringstream range;
            range << "expected " << limits.least << " to " << limits.most;
            complain(key, range.str());
        }
    }

    void read(std::string_view key, int& setting, const Limits& limits) {
        auto wanted = static_cast<float>(setting);
        read(key, wanted, limits);
        setting = static_cast<int>(wanted);
    }

    void read(std::string_view key, std::filesystem::path& setting) {
        if (const auto node = root_.at_path(key)) {
            const auto value = node.value<std::string>();
            if (value && value->find('\0') == std::string::npos) {
                setting = std::filesystem::path(*value);
            } else {
                complain(key, "expected a path in quotes");
            }
        }
    }

    /// A name of lower-case letters, digits, '-' and '_'.
    void read_id(std::string_view key, std::string& setting) {
        const auto node = root_.at_path(key);
        if (!node) {
            return;
        }
        const auto value = node.value<std::string>();
        const bool is_id =
            value && !value->empty() &&
            value->find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
        if (is_id) {
            setting = *value;
        } else {
            complain(key, "expected a language as \"en\"");
        }
    }

    /// Texts by their keys. A dot in a key may also have been written as a table of its own.
    void read(std::string_view key, KeyBindings& setting) {
        const auto node = root_.at_path(key);
        if (!node) {
            return;
        }
        if (const toml::table* const table = node.as_table()) {
            read_bindings(*table, "", setting);
        } else {
            complain(key, "expected a table of keys");
        }
    }

    void read(std::string_view key, std::optional<float>& setting) {
        if (const auto value = number(key)) {
            if (*value > 0.0) {
                setting = static_cast<float>(*value);
            } else {
                complain(key, "expected a number above zero");
            }
        }
    }

private:
    std::optional<double> number(std::string_view key) {
        const auto node = root_.at_path(key);
        if (!node) {
            return {};
        }
        const auto value = node.value<double>();
        if (!value || !std::isfinite(*value)) {
            complain(key, "expected a number");
            return {};
        }
        return value;
    }

    void read_bindings(const toml::table& table, const std::string& before, KeyBindings& setting) {
        for (const auto& [name, node] : table) {
            const std::string id = before + std::string(name.str());
            if (const toml::table* const inner = node.as_table()) {
                read_bindings(*inner, id + '.', setting);
            } else if (const auto keys = node.value_exact<std::string>()) {
                setting[id] = *keys;
            } else {
                complain("keys." + id, "expected a key in quotes, as \"Ctrl+K\"");
            }
        }
    }

    void complain(std::string_view key, const std::string& expected) {
        complaints_.push_back(std::string(key) + ": " + expected);
    }

    const toml::table& root_;
    std::vector<std::string> complaints_;
};

void read_all(Reader& reader, Settings& settings) {
    reader.read("mode", settings.mode, c_modes);
    reader.read("theme", settings.theme, c_themes);
    reader.read("reading_level", settings.level, c_levels);
    reader.read("interface_scale", settings.scale, scale_limits, true);
    reader.read("text_size", settings.text_size, text_size_limits);
    reader.read_id("language", settings.language);
    bool reduced_motion = false; // as earlier versions wrote it
    reader.read("reduced_motion", reduced_motion);
    settings.motion = reduced_motion ? MotionChoice::reduced : settings.motion;
    reader.read("motion", settings.motion, c_motions);
    reader.read("patterns", settings.patterns);
    reader.read("speech", settings.speech);
    reader.read("first_steps_done", settings.first_steps_done);
    reader.read("show_unchecked_figures", settings.show_unchecked);
    reader.read("chart_order", settings.region_order, c_orders);
    reader.read("matrix", settings.matrix, c_matrices);
    reader.read("show_landmarks", settings.show_landmarks);
    reader.read("dim_rest", settings.dim_rest);
    reader.read("panels.drawer", settings.drawer, c_drawers);
    reader.read("panels.drawer_width", settings.drawer_width, drawer_width_limits);
    reader.read("panels.reading_folded", settings.panel_folded);
    reader.read("panels.reading_width", settings.panel_width, panel_width_limits);
    reader.read("window.width", settings.window_width, window_width_limits);
    reader.read("window.height", settings.window_height, window_height_limits);
    reader.read("keys", settings.keys);
    reader.read("model.path", settings.model.path);
    reader.read("model.metres_per_unit", settings.model.options.metres_per_unit);
    reader.read("model.up", settings.model.options.up, c_axes);
}

/// Values as a person would write them: 1.1, not 1.10000002384.
double rounded(float value) {
    return std::round(static_cast<double>(value) * 1000.0) / 1000.0;
}

toml::table table_of(const KeyBindings& bindings) {
    toml::table table;
    for (const auto& [command, keys] : bindings) {
        table.insert(command, keys);
    }
    return table;
}

std::string to_text(const Settings& settings) {
    toml::table model{{"path", settings.model.path.string()},
                      {"up", word_of(c_axes, settings.model.options.up)}};
    if (const auto& unit = settings.model.options.metres_per_unit) {
        model.insert("metres_per_unit", static_cast<double>(*unit));
    }
    const toml::table root{
        {"mode", word_of(c_modes, settings.mode)},
        {"theme", word_of(c_themes, settings.theme)},
        {"reading_level", word_of(c_levels, settings.level)},
        {"interface_scale", rounded(settings.scale)},
        {"text_size", rounded(settings.text_size)},
        {"language", settings.language},
        {"motion", word_of(c_motions, settings.motion)},
        {"patterns", settings.patterns},
        {"speech", settings.speech},
        {"first_steps_done", settings.first_steps_done},
        {"show_unchecked_figures", settings.show_unchecked},
        {"chart_order", word_of(c_orders, settings.region_order)},
        {"matrix", word_of(c_matrices, settings.matrix)},
        {"show_landmarks", settings.show_landmarks},
        {"dim_rest", settings.dim_rest},
        {"panels", toml::table{{"drawer", word_of(c_drawers, settings.drawer)},
                               {"drawer_width", rounded(settings.drawer_width)},
                               {"reading_folded", settings.panel_folded},
                               {"reading_width", rounded(settings.panel_width)}}},
        {"window",
         toml::table{{"width", settings.window_width}, {"height", settings.window_height}}},
        {"keys", table_of(settings.keys)},
        {"model", std::move(model)}};
    std::ostringstream text;
    text << "# Settings of Osteon, written when they change. Edit them while the program is "
            "closed.\n"
            "# interface_scale 0 takes the scale of the monitor; an empty model.path means the\n"
            "# built-in skeleton.\n\n"
         << root << '\n';
    return text.str();
}

std::filesystem::path with_suffix(std::filesystem::path file, const char* suffix) {
    file += suffix;
    return file;
}

/// The table of a file, or why it could not be read, as a sentence with its place.
tl::expected<toml::table, std::string> parse(const std::string& text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return tl::unexpected("line " + std::to_string(error.source().begin.line) + ", column " +
                              std::to_string(error.source().begin.column) + ": " +
                              std::string(error.description()));
    }
}

} // namespace

LoadedSettings load_settings(const std::filesystem::path& file) {
    LoadedSettings loaded;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        return loaded;
    }
    const Result<std::string> text = read_file(file, c_largest_file);
    if (!text) {
        loaded.warning = describe(text.error());
        return loaded;
    }
    const auto table = parse(*text);
    if (!table) {
        loaded.warning = "The settings could not be read, so the usual ones are in use. " +
                         file.string() + ", " + table.error() + ". The file is kept as " +
                         with_suffix(file.filename(), ".damaged").string() + '.';
        return loaded;
    }
    loaded.settings.first_steps_done = true; // whoever has settings has been here before
    Reader reader(*table);
    read_all(reader, loaded.settings);
    for (const std::string& complaint : reader.complaints()) {
        loaded.warning +=
            (loaded.warning.empty() ? "Some settings were put right. " + file.string() + ", "
                                    : "; ") +
            complaint;
    }
    loaded.warning += loaded.warning.empty() ? "" : ".";
    return loaded;
}

Result<void> save_settings(const Settings& settings, const std::filesystem::path& file) {
    // What a user may have written by hand is not thrown away for a slip of the pen.
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) {
        const Result<std::string> old = read_file(file, c_largest_file);
        if (!old || !parse(*old)) {
            std::filesystem::rename(file, with_suffix(file, ".damaged"), ignored);
        }
    }
    return write_file_atomically(file, to_text(settings));
}

} // namespace osteon::session
