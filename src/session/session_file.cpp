#include "session/session_file.h"

#include "base/files.h"
#include "session/session_json.h"

#include <fmt/core.h>

#include <algorithm>

namespace osteon::session {

namespace {

constexpr std::string_view c_format = "osteon session";

Json model_json(const anatomy::ModelSource& model) {
    Json json = {{"path", model.path.string()}, {"up", word_of(axis_words, model.options.up)}};
    if (model.options.metres_per_unit) {
        json["metres_per_unit"] = *model.options.metres_per_unit;
    }
    return json;
}

anatomy::ModelSource read_model(const Json& json, SessionReading& reading) {
    constexpr Limits c_unit_limits{1e-9F, 1e9F};
    anatomy::ModelSource model;
    Fields fields(json, "model", reading);
    std::string path;
    fields.read("path", path);
    if (path.find('\0') != std::string::npos) {
        reading.complain("model.path", "this is no path", "Repair the value");
    }
    model.path = path;
    fields.read("up", model.options.up, axis_words);
    float unit = 0.0F;
    fields.read("metres_per_unit", unit, c_unit_limits);
    if (unit > 0.0F) {
        model.options.metres_per_unit = unit;
    }
    return model;
}

ReadingPlace read_reading(const Json& json, SessionReading& reading) {
    ReadingPlace place;
    Fields fields(json, "reading", reading);
    fields.read("article", place.article);
    fields.read("section", place.section);
    const bool known = place.article.empty() ||
                       reading.world.knowledge.article(place.article) != nullptr ||
                       bone_of_page(place.article, reading.world.registry) != anatomy::no_bone;
    if (!known) {
        reading.unknown.emplace_back("reading.article");
        place = {};
    }
    return place;
}

/// "line 3, column 14" of a byte of a text.
std::string place_of_byte(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1);
    return fmt::format("line {}, column {}", line, std::max<std::size_t>(column, 1));
}

Result<Json> parse_json(std::string_view text, const std::string& subject) {
    try {
        return Json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        const bool cut_off = error.byte >= text.size();
        return fail({Fault::input, subject, place_of_byte(text, error.byte),
                     text.empty() ? "the file is empty"
                     : cut_off    ? "the file ends too early"
                                  : "this is no part of a session file",
                     "Open another copy of it; nothing has been changed"});
    } catch (const nlohmann::json::out_of_range&) {
        return fail({Fault::input, subject, "", "a number in it is too large",
                     "Open another copy of it; nothing has been changed"});
    }
}

/// Whether the file is one, of a version that can be read.
void check_head(Fields& fields, SessionReading& reading) {
    std::string format;
    std::vector<int> version;
    fields.read("format", format);
    for_each_in(fields, "version", 2, [&](const Json& number, const std::string& place) {
        if (number.is_number_unsigned() && number.get<std::uint64_t>() < 10'000) {
            version.push_back(number.get<int>());
        } else {
            reading.complain(place, "a whole number was expected", "Repair the value");
        }
    });
    if (format != c_format || version.size() != 2) {
        reading.complain("format", "this is not a session that Osteon saved",
                         "Choose a file that ends in .osteon");
        return;
    }
    if (version[0] != session_file_major) {
        reading.complain("version",
                         fmt::format("the file is of version {}.{}, and this program reads {}.x",
                                     version[0], version[1], session_file_major),
                         "Open it with a newer Osteon");
    }
    reading.newer = version[1] > session_file_minor;
}

} // namespace

bool is_session_file(const std::filesystem::path& path) {
    return path.extension() == session_file_suffix;
}

SavedSession saved_session(const Session& session, std::string title) {
    const Stage& stage = session.interrupted ? session.interrupted->stage : session.stage;
    return {std::move(title), stage, session.reading.here(), session.notes, session.settings.model};
}

std::string session_text(const SavedSession& saved, const World& world) {
    Json root = {{"format", c_format}, {"version", {session_file_major, session_file_minor}}};
    if (!saved.model.builtin()) {
        root["model"] = model_json(saved.model);
    }
    root["reading"] = {{"article", saved.reading.article}, {"section", saved.reading.section}};
    root["stage"] = stage_json(saved.stage, world.registry);
    root["notes"] = notes_json(saved.notes, world.registry);
    return root.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<LoadedSession> parse_session(std::string_view text, const std::string& subject,
                                    const World& world) {
    const Result<Json> root = parse_json(text, subject);
    if (!root) {
        return fail(root.error());
    }
    SessionReading reading{.world = world};
    LoadedSession loaded;
    {
        Fields fields(*root, "", reading);
        check_head(fields, reading);
        const auto read = [&](const char* name, auto take) {
            const Json* const json = fields.take(name);
            if (json != nullptr && !reading.fault) {
                take(*json);
            }
        };
        SavedSession& saved = loaded.session;
        read("model", [&](const Json& json) { saved.model = read_model(json, reading); });
        read("reading", [&](const Json& json) { saved.reading = read_reading(json, reading); });
        read("stage", [&](const Json& json) { saved.stage = read_stage(json, "stage", reading); });
        read("notes", [&](const Json& json) { saved.notes = read_notes(json, "notes", reading); });
    }
    if (reading.fault) {
        reading.fault->subject = subject;
        return fail(*reading.fault);
    }
    loaded.unknown = std::move(reading.unknown);
    return loaded;
}

Result<LoadedSession> load_session(const std::filesystem::path& file, const World& world) {
    return read_file(file, largest_session_file)
        .and_then(
            [&](const std::string& text) { return parse_session(text, file.string(), world); })
        .map([&](LoadedSession loaded) {
            loaded.session.title = file.stem().string();
            return loaded;
        });
}

Result<void> save_session(const SavedSession& saved, const std::filesystem::path& file,
                          const World& world) {
    return write_file_atomically(file, session_text(saved, world));
}

} // namespace osteon::session
