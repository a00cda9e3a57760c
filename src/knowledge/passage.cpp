#include "knowledge/passage.h"

#include "knowledge/markdown_inline.h"

#include <algorithm>
#include <iterator>

namespace osteon::knowledge {

std::pair<int, int> Passage::place(std::size_t offset) const {
    const auto after = std::find_if(starts_.begin(), starts_.end(),
                                    [&](const Start& start) { return start.offset > offset; });
    if (after == starts_.begin()) {
        return {1 + lines_before, 1};
    }
    const Start& start = *std::prev(after);
    const std::string_view before =
        std::string_view(text).substr(start.offset, offset - start.offset);
    return {start.line + lines_before, start.column + count_characters(before)};
}

void Passage::add(const Run& run, std::size_t from, std::size_t to, const TextPosition& position) {
    const auto begin = [&](std::size_t offset, std::size_t source) {
        starts_.push_back(
            {text.size() + offset - from, position.line(source), position.column(source)});
    };
    begin(from, run.source_of(from));
    for (const auto& [offset, source] : run.origin) {
        if (offset > from && offset < to) {
            begin(offset, source);
        }
    }
    if (run.span.link != LinkKind::none) {
        links.push_back({run.span.link, run.span.target, text.size(), text.size() + to - from});
    }
    text += std::string_view(run.span.text).substr(from, to - from);
    std::replace(text.begin(), text.end(), '\n', ' ');
}

void Passage::add_reference(std::string reference) {
    if (text.ends_with(' ')) {
        text.pop_back();
    }
    links.push_back({LinkKind::reference, std::move(reference), text.size(), text.size()});
}

void Passage::add(std::string_view value, int line, int column) {
    starts_.push_back({text.size(), line, column});
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\n') {
            starts_.push_back({text.size() + at + 1, ++line, 1});
        }
    }
    text += value;
    std::replace(text.begin(), text.end(), '\n', ' ');
}

bool is_plain_level(const Passage& passage) {
    return passage.file.stem().extension() == ".plain";
}

} // namespace osteon::knowledge
