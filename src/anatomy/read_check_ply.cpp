// Stanford PLY: the header must be whole, and the body as long as the header promises.
#include "anatomy/read_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <vector>

namespace osteon::anatomy {
namespace {

struct Property {
    std::size_t size = 0;       ///< bytes of a value
    std::size_t count_size = 0; ///< bytes of a list's length; 0: not a list
};

struct Element {
    std::string name;
    std::size_t count = 0;
    std::vector<Property> properties;
};

struct Header {
    std::string format;
    std::vector<Element> elements;
    std::size_t body = 0; ///< where the header ends
};

std::size_t size_of_type(const std::string& type) {
    static const std::map<std::string, std::size_t> sizes = {
        {"char", 1},  {"uchar", 1},   {"int8", 1},   {"uint8", 1},  {"short", 2}, {"ushort", 2},
        {"int16", 2}, {"uint16", 2},  {"int", 4},    {"uint", 4},   {"int32", 4}, {"uint32", 4},
        {"float", 4}, {"float32", 4}, {"double", 8}, {"float64", 8}};
    const auto found = sizes.find(type);
    return found == sizes.end() ? 0 : found->second;
}

/// Reads a header line into the header; false where it makes no sense.
bool read_line(const std::string& line, Header& header) {
    std::istringstream words(line);
    std::string keyword;
    words >> keyword;
    if (keyword == "format") {
        return static_cast<bool>(words >> header.format);
    }
    if (keyword == "element") {
        Element element;
        const bool good = static_cast<bool>(words >> element.name >> element.count);
        header.elements.push_back(std::move(element));
        return good;
    }
    if (keyword != "property") {
        return true;
    }
    std::string type;
    words >> type;
    Property property;
    if (type == "list") {
        std::string count_type;
        words >> count_type >> type;
        property.count_size = size_of_type(count_type);
        if (property.count_size == 0 || property.count_size > 4) {
            return false;
        }
    }
    property.size = size_of_type(type);
    if (header.elements.empty() || property.size == 0) {
        return false;
    }
    header.elements.back().properties.push_back(property);
    return true;
}

Result<Header> read_header(const CheckedFile& file) {
    Header header;
    std::size_t at = 0;
    for (std::size_t number = 1; at < file.bytes.size(); ++number) {
        const std::size_t end = std::min(file.bytes.find('\n', at), file.bytes.size());
        std::string line = file.bytes.substr(at, end - at);
        line.erase(std::ranges::find(line, '\r'), line.end());
        at = end + 1;
        if (line == "end_header") {
            header.body = std::min(at, file.bytes.size());
            return header;
        }
        if (line.size() > 4096 || !read_line(line, header)) {
            return fail(broken_file(file.name, "line " + std::to_string(number),
                                    "the PLY header cannot be understood"));
        }
    }
    return fail(broken_file(file.name, "its header", "the PLY header does not end"));
}

/// Walks a binary body; where it runs out of bytes, nothing.
class Body {
public:
    Body(std::string_view bytes, bool big_endian)
        : rest_(bytes)
        , big_endian_(big_endian) {}

    bool skip(std::size_t count) {
        const bool enough = count <= rest_.size();
        rest_.remove_prefix(enough ? count : rest_.size());
        return enough;
    }

    std::optional<std::size_t> read_count(std::size_t size) {
        if (size > rest_.size()) {
            return std::nullopt;
        }
        std::size_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t from = big_endian_ ? i : size - 1 - i;
            value = value << 8U | static_cast<unsigned char>(rest_[from]);
        }
        rest_.remove_prefix(size);
        return value;
    }

    bool skip_row(const Element& element) {
        return std::ranges::all_of(element.properties, [&](const Property& property) {
            if (property.count_size == 0) {
                return skip(property.size);
            }
            const auto count = read_count(property.count_size);
            return count && skip(*count * property.size);
        });
    }

private:
    std::string_view rest_;
    bool big_endian_;
};

bool body_is_whole(const Header& header, std::string_view body) {
    if (header.format == "ascii") {
        std::size_t rows = 0;
        for (const Element& element : header.elements) {
            rows += std::min(element.count, body.size() + 1);
        }
        const auto lines = static_cast<std::size_t>(std::ranges::count(body, '\n'));
        return rows <= lines + (body.ends_with('\n') ? 0U : 1U);
    }
    Body rest(body, header.format == "binary_big_endian");
    for (const Element& element : header.elements) {
        for (std::size_t row = 0; row < element.count; ++row) {
            if (element.properties.empty() || !rest.skip_row(element)) {
                return false;
            }
        }
    }
    return true;
}

bool has_rows(const Header& header, std::string_view name) {
    const auto found = std::ranges::find(header.elements, name, &Element::name);
    return found != header.elements.end() && found->count > 0;
}

} // namespace

Result<void> check_ply(const CheckedFile& file) {
    if (!file.bytes.starts_with("ply")) {
        return fail(broken_file(file.name, "", "this is not a PLY file"));
    }
    const auto header = read_header(file);
    if (!header) {
        return fail(header.error());
    }
    if (header->format != "ascii" && !header->format.starts_with("binary_")) {
        return fail(broken_file(file.name, "its header", "the PLY format is not known"));
    }
    if (!has_rows(*header, "vertex") || !has_rows(*header, "face")) {
        return fail(broken_file(file.name, "its header", "the PLY file holds no faces"));
    }
    if (!body_is_whole(*header, std::string_view(file.bytes).substr(header->body))) {
        return fail(broken_file(file.name, "its end", "the PLY file ends too early"));
    }
    return {};
}

} // namespace osteon::anatomy
