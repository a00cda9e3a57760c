#include "sculpt/recipe_rows.h"

#include <glm/geometric.hpp>

#include <string>

namespace osteon::sculpt {
namespace {

constexpr std::size_t most_points = 2500; ///< of a sheet
constexpr std::size_t most_rows = 500;    ///< of a tube or line
constexpr float nearest_rows = 0.01F;     ///< mm
constexpr float narrowest_axis = 1e-4F;

void require_rows(const Statement& statement, const Rows& rows) {
    if (rows.size() < 2 || rows.size() > most_rows) {
        stop(statement.place, "expected at least two rows in the " + statement.keyword +
                                  ", at most " + std::to_string(most_rows));
    }
}

/// The half-widths of a tube's row: one, two, or four of them.
Station station_of(const Statement& row, const Frame& frame, float power) {
    const std::vector<float>& v = row.numbers;
    if (v.size() != 4 && v.size() != 5 && v.size() != 8 && v.size() != 10 && v.size() != 11) {
        stop(row.place, "expected x y z, one, two or four half-widths and perhaps "
                        "an axis, found " +
                            std::to_string(v.size()) + " numbers");
    }
    Station station;
    station.centre = frame.place(vector_at(row, 0));
    station.power = v.size() == 11 ? v[10] : power;
    if (v.size() >= 10) {
        station.half = {v[3], v[4], v[5], v[6]};
    } else {
        const float other = v.size() > 4 ? v[4] : v[3];
        station.half = {v[3], v[3], other, other};
    }
    for (int i = 0; i < 4; ++i) {
        require_above_0(row, station.half[i], "half-widths");
    }
    const glm::vec3 across = v.size() == 8    ? vector_at(row, 5)
                             : v.size() >= 10 ? vector_at(row, 7)
                                              : glm::vec3(1.0F, 0.0F, 0.0F);
    if (glm::length(across) < narrowest_axis) {
        stop(row.place, "expected an axis that is not 0 0 0");
    }
    station.across = frame.axes * glm::normalize(across);
    return station;
}

} // namespace

glm::vec3 vector_at(const Statement& statement, std::size_t first) {
    return {statement.numbers[first], statement.numbers[first + 1], statement.numbers[first + 2]};
}

void require_above_0(const Statement& statement, float value, const char* what) {
    if (!(value > 0.0F)) {
        stop(statement.place, "expected " + std::string(what) + " above 0");
    }
}

std::vector<Station> stations_of(const Statement& tube, const Rows& rows, const Frame& frame) {
    std::vector<Station> stations;
    for (const Statement& row : rows) {
        stations.push_back(station_of(row, frame, tube.setting("p", 2.0F)));
        const std::size_t last = stations.size() - 1;
        if (last > 0 &&
            glm::distance(stations[last].centre, stations[last - 1].centre) < nearest_rows) {
            stop(row.place, "expected a place apart from that in the row before");
        }
    }
    require_rows(tube, rows);
    return stations;
}

std::vector<SheetPoint> sheet_points_of(const Statement& sheet, const Rows& rows,
                                        const Frame& frame) {
    require_rows(sheet, rows);
    const std::size_t count = rows.front().numbers.size();
    const std::size_t fewest = sheet.has("closed") ? 3 : 2;
    std::vector<SheetPoint> points;
    for (const Statement& row : rows) {
        if (row.numbers.size() < 4 * fewest || row.numbers.size() % 4 != 0) {
            stop(row.place, "expected at least " + std::to_string(fewest) +
                                " points of x y z thickness, found " +
                                std::to_string(row.numbers.size()) + " numbers");
        }
        if (row.numbers.size() != count) {
            stop(row.place,
                 "expected " + std::to_string(count / 4) + " points as in the row before");
        }
        for (std::size_t i = 0; i < count; i += 4) {
            require_above_0(row, row.numbers[i + 3], "a thickness");
            points.push_back({frame.place(vector_at(row, i)), row.numbers[i + 3]});
        }
    }
    if (points.size() > most_points) {
        stop(sheet.place, "the sheet has more than " + std::to_string(most_points) + " points");
    }
    return points;
}

std::vector<glm::vec4> line_points_of(const Statement& line, const Rows& rows, const Frame& frame,
                                      float half_width) {
    require_rows(line, rows);
    std::vector<glm::vec4> points;
    for (const Statement& row : rows) {
        if (row.numbers.size() != 3 && row.numbers.size() != 4) {
            stop(row.place, "expected x y z and perhaps a half-width, found " +
                                std::to_string(row.numbers.size()) + " numbers");
        }
        const float half = row.numbers.size() == 4 ? row.numbers[3] : half_width;
        require_above_0(row, half, "a half-width");
        points.emplace_back(frame.place(vector_at(row, 0)), half);
    }
    return points;
}

} // namespace osteon::sculpt
