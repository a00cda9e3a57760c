// Wavefront OBJ: every face must name vertices that exist.
#include "anatomy/read_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace osteon::anatomy {
namespace {

/// How many of v, vt, vn the file has so far.
using Counts = std::array<long, 3>;

constexpr std::string_view blanks = " \t\r";

std::string_view next_word(std::string_view& line) {
    const std::size_t start = std::min(line.find_first_not_of(blanks), line.size());
    const std::size_t end = std::min(line.find_first_of(blanks, start), line.size());
    const std::string_view word = line.substr(start, end - start);
    line.remove_prefix(end);
    return word;
}

/// Why a vertex line is no good; empty: it is good.
std::string vertex_fault(std::string_view rest) {
    for (int axis = 0; axis < 3; ++axis) {
        const std::string_view word = next_word(rest);
        float value = 0.0F;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
        if (read.ec == std::errc::result_out_of_range) {
            return "a coordinate is out of range";
        }
        if (word.empty() || read.ec != std::errc{}) {
            return "a vertex needs three numbers";
        }
        if (!std::isfinite(value)) {
            return "a coordinate is not a finite number";
        }
    }
    return {};
}

/// Why a corner of a face ("12", "12/3", "12//4", "-1/-1/-1") is no good.
std::string corner_fault(std::string_view corner, const Counts& counts) {
    for (std::size_t part = 0; part < counts.size() && !corner.empty(); ++part) {
        const std::string_view digits = corner.substr(0, corner.find('/'));
        corner.remove_prefix(std::min(digits.size() + 1, corner.size()));
        if (digits.empty() && part > 0) {
            continue;
        }
        long index = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
            return "a face names its corners by numbers, not \"" + std::string(digits) + "\"";
        }
        if (index == 0 || index > counts[part] || index < -counts[part]) {
            return "a face names vertex " + std::to_string(index) + ", but there are only " +
                   std::to_string(counts[part]);
        }
    }
    return {};
}

std::string face_fault(std::string_view rest, const Counts& counts) {
    int corners = 0;
    for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
        if (auto fault = corner_fault(word, counts); !fault.empty()) {
            return fault;
        }
        ++corners;
    }
    return corners < 3 ? "a face needs three corners" : std::string();
}

std::string line_fault(std::string_view line, Counts& counts, bool& has_face) {
    const std::string_view keyword = next_word(line);
    if (keyword == "v") {
        ++counts[0];
        return vertex_fault(line);
    }
    if (keyword == "vt") {
        ++counts[1];
    } else if (keyword == "vn") {
        ++counts[2];
        return vertex_fault(line);
    } else if (keyword == "f") {
        has_face = true;
        return face_fault(line, counts);
    }
    return {};
}

/// Joins the words of the names of objects and groups.
void join_names(std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (text.compare(at, 2, "o ") == 0 || text.compare(at, 2, "g ") == 0) {
            std::replace(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                         text.begin() + static_cast<std::ptrdiff_t>(end), ' ', '_');
        }
        at = end + 1;
    }
}

} // namespace

Result<void> check_obj(CheckedFile& file) {
    if (file.bytes.find('\0') != std::string::npos) {
        return fail(broken_file(file.name, "", "this is not an OBJ file: it is not text"));
    }
    Counts counts{};
    bool has_face = false;
    std::string_view rest = file.bytes;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (auto fault = line_fault(line, counts, has_face); !fault.empty()) {
            return fail(broken_file(file.name, "line " + std::to_string(number), std::move(fault)));
        }
    }
    if (!has_face) {
        return fail(broken_file(file.name, "",
                                counts[0] == 0 ? "this is not an OBJ file: it has no vertex"
                                               : "the OBJ file holds points but no face"));
    }
    join_names(file.bytes);
    return {};
}

} // namespace osteon::anatomy
