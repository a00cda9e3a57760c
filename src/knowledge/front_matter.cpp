#include "knowledge/front_matter.h"

#include <algorithm>
#include <cstddef>

namespace osteon::knowledge {

std::optional<FrontMatter> split_front_matter(std::string_view text, const ContentFile& file) {
    if (!text.starts_with(front_matter_fence)) {
        file.fault(1, 1, "expected front matter: a line of +++, TOML keys, and a line of +++");
        return std::nullopt;
    }
    const std::size_t end = text.find("\n+++\n", front_matter_fence.size() - 1);
    if (end == std::string_view::npos) {
        file.fault(1, 1, "the front matter has no end; expected a second line of +++");
        return std::nullopt;
    }
    ContentFile front = file;
    front.lines_before = 1;
    const std::size_t body = end + 1 + front_matter_fence.size();
    auto keys = parse_toml(
        text.substr(front_matter_fence.size(), end + 1 - front_matter_fence.size()), front);
    if (!keys) {
        return std::nullopt;
    }
    const auto lines =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(body), '\n');
    return FrontMatter{std::move(*keys), text.substr(body), static_cast<int>(lines)};
}

} // namespace osteon::knowledge
