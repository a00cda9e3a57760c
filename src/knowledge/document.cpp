#include "knowledge/document.h"

#include "knowledge/markdown.h"

#include <algorithm>

namespace osteon::knowledge {
namespace {

void add_words(const std::vector<Span>& spans, std::string& text) {
    for (const Span& span : spans) {
        if (span.link != LinkKind::reference) {
            text += span.text;
        } else if (text.ends_with(' ')) {
            text.pop_back();
        }
    }
    text += '\n';
}

void add_words(const std::vector<Block>& blocks, std::string& text) {
    for (const Block& block : blocks) {
        add_words(block.spans, text);
        for (const auto& row : block.rows) {
            for (const auto& cell : row) {
                add_words(cell, text);
            }
        }
        add_words(block.blocks, text);
    }
}

} // namespace

Result<Document> parse_document(std::string_view markdown, std::string_view file, int first_line) {
    Findings findings;
    Document document = parse_markdown(markdown, {file, &findings, first_line - 1});
    if (!findings.faults.empty()) {
        const ContentFault& fault = findings.faults.front();
        return fail(
            {Fault::input, std::string(file),
             "line " + std::to_string(fault.line) + ", column " + std::to_string(fault.column),
             fault.expected, "Correct the text at this place"});
    }
    return document;
}

bool is_partly_english(const Document& document) {
    return std::ranges::any_of(document.blocks, &Block::untranslated);
}

std::string plain_text(const Document& document) {
    std::string text;
    add_words(document.blocks, text);
    return text;
}

} // namespace osteon::knowledge
