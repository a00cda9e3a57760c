#include "knowledge/markdown_inline.h"

#include "base/text.h"
#include "knowledge/figures_in_text.h"

#include <algorithm>
#include <array>

namespace osteon::knowledge {
namespace {

constexpr std::array<std::string_view, 4> quote_styles = {"warning", "note", "help", "folded"};

bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \n");
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(" \n") + 1 - first);
}

void add_text(const Run& run, std::size_t from, std::size_t to, const TextPosition& position,
              Inline& result) {
    if (from == to) {
        return;
    }
    result.passage.add(run, from, to, position);
    Span span = run.span;
    span.text = run.span.text.substr(from, to - from);
    std::replace(span.text.begin(), span.text.end(), '\n', ' ');
    result.spans.push_back(std::move(span));
}

/// Reads `@a; @b`, the inside of a reference mark. False where it is malformed.
bool read_keys(std::string_view inside, std::vector<std::string>& keys) {
    while (true) {
        const std::size_t end = std::min(inside.find(';'), inside.size());
        const std::string_view part = trimmed(inside.substr(0, end));
        if (!part.starts_with('@') || !is_id(part.substr(1))) {
            return false;
        }
        keys.emplace_back(part.substr(1));
        if (end == inside.size()) {
            return true;
        }
        inside.remove_prefix(end + 1);
    }
}

/// Adds the spans of a run, and of the reference marks in it.
void read_run(const Run& run, const TextPosition& position, const ContentFile& file,
              Inline& result) {
    const std::string& text = run.span.text;
    std::size_t done = 0;
    std::size_t open = text.find("[@");
    while (run.span.link == LinkKind::none && open != std::string::npos) {
        const std::size_t source = run.source_of(open);
        const std::size_t close = text.find(']', open);
        std::vector<std::string> keys;
        if (close == std::string::npos ||
            !read_keys(std::string_view(text).substr(open + 1, close - open - 1), keys)) {
            file.fault(position.line(source), position.column(source),
                       "expected a reference as [@key] or [@key1; @key2]");
            open = text.find("[@", open + 2);
            continue;
        }
        add_text(run, done, open, position, result);
        for (const std::string& key : keys) {
            file.mention(LinkKind::reference, key, position.line(source), position.column(source));
            Span span = run.span;
            span.text = key;
            span.link = LinkKind::reference;
            span.target = key;
            result.spans.push_back(std::move(span));
            result.passage.add_reference(key);
        }
        result.has_reference = true;
        done = close + 1;
        open = text.find("[@", done);
    }
    add_text(run, done, text.size(), position, result);
}

std::string words_as_anchor(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) {
        text += run.span.text;
    }
    std::string anchor;
    for (const char c : fold(text)) {
        if (is_id_character(c) && c != '-') {
            anchor += c;
        } else if (!anchor.empty() && anchor.back() != '-') {
            anchor += '-';
        }
    }
    while (anchor.ends_with('-')) {
        anchor.pop_back();
    }
    return anchor;
}

} // namespace

bool is_id(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), is_id_character);
}

std::size_t Run::source_of(std::size_t offset) const {
    std::size_t source = 0;
    for (const auto& [start, from] : origin) {
        if (start > offset) {
            break;
        }
        source = from + (offset - start);
    }
    return source;
}

void Run::append(std::string_view text, std::size_t source) {
    origin.emplace_back(span.text.size(), source);
    span.text += text;
}

Run Run::split(std::size_t offset) {
    Run rest;
    rest.span = span;
    rest.span.text = span.text.substr(offset);
    rest.origin.emplace_back(0, source_of(offset));
    for (const auto& [start, from] : origin) {
        if (start > offset) {
            rest.origin.emplace_back(start - offset, from);
        }
    }
    std::erase_if(origin, [&](const auto& piece) { return piece.first >= offset; });
    span.text.resize(offset);
    return rest;
}

Inline read_inline(const std::vector<Run>& runs, const TextPosition& position,
                   const ContentFile& file) {
    Inline result;
    std::string text;
    for (const Run& run : runs) {
        text += run.span.text;
        read_run(run, position, file, result);
    }
    if (const auto figure = find_figure(text)) {
        std::size_t before = 0;
        for (const Run& run : runs) {
            if (*figure < before + run.span.text.size()) {
                result.figure = run.source_of(*figure - before);
                break;
            }
            before += run.span.text.size();
        }
    }
    return result;
}

std::string take_anchor(std::vector<Run>& runs, const TextPosition& position,
                        const ContentFile& file) {
    if (runs.empty() || !trimmed(runs.back().span.text).ends_with('}')) {
        return words_as_anchor(runs);
    }
    Run& last = runs.back();
    const std::size_t open = last.span.text.rfind("{#");
    if (open == std::string::npos) {
        return words_as_anchor(runs);
    }
    const std::size_t source = last.source_of(open);
    const std::string_view mark = trimmed(std::string_view(last.span.text).substr(open));
    const std::string anchor(mark.substr(2, mark.size() - 3));
    if (!is_id(anchor)) {
        file.fault(position.line(source), position.column(source),
                   "expected an anchor of letters, digits, '_' or '-', as in {#how-often}");
    }
    last.span.text.resize(open);
    while (last.span.text.ends_with(' ')) {
        last.span.text.pop_back();
    }
    return is_id(anchor) ? anchor : words_as_anchor(runs);
}

std::optional<QuoteMark> take_quote_mark(std::vector<Run>& runs) {
    if (runs.empty() || !runs.front().span.text.starts_with("[!")) {
        return std::nullopt;
    }
    const std::size_t close = runs.front().span.text.find(']');
    if (close == std::string::npos) {
        return std::nullopt;
    }
    QuoteMark mark{runs.front().span.text.substr(2, close - 2), {}};
    if (std::find(quote_styles.begin(), quote_styles.end(), mark.style) == quote_styles.end()) {
        return std::nullopt;
    }
    std::vector<Run> text;
    bool in_title = true;
    for (std::size_t index = 0; index < runs.size(); ++index) {
        Run run = index > 0 ? runs[index] : runs[index].split(close + 1);
        if (in_title) {
            const std::size_t line_end = run.span.text.find('\n');
            if (line_end != std::string::npos) {
                text.push_back(run.split(line_end + 1));
                run.span.text.pop_back();
                in_title = false;
            }
            mark.title.push_back(std::move(run));
        } else {
            text.push_back(std::move(run));
        }
    }
    Run& first = mark.title.front();
    first = first.split(std::min(first.span.text.find_first_not_of(' '), first.span.text.size()));
    runs = std::move(text);
    std::erase_if(runs, [](const Run& run) { return run.span.text.empty(); });
    return mark;
}

} // namespace osteon::knowledge
