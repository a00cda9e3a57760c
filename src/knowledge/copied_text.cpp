#include "knowledge/copied_text.h"

#include <algorithm>
#include <vector>

namespace osteon::knowledge {
namespace {

/// Writes blocks and numbers what they cite.
class Copier {
public:
    Copier(const Knowledge& knowledge, const std::function<bool(const Block&)>& is_open)
        : knowledge_(knowledge)
        , is_open_(is_open) {}

    void write(std::span<const Block> blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const bool goes_on = i > 0 && blocks[i].kind == BlockKind::list_item &&
                                 blocks[i - 1].kind == BlockKind::list_item;
            if (!text_.empty()) {
                text_ += goes_on ? "\n" : "\n\n";
            }
            write(blocks[i]);
        }
    }

    std::string take(const std::string& sources_heading) {
        if (!cited_.empty()) {
            text_ += "\n\n" + sources_heading;
        }
        for (std::size_t i = 0; i < cited_.size(); ++i) {
            text_ += "\n[" + std::to_string(i + 1) + "] " + source(cited_[i]);
        }
        return std::move(text_) + "\n";
    }

private:
    void write(const Block& block) {
        switch (block.kind) {
        case BlockKind::list_item:
            text_ += std::string(2 * static_cast<std::size_t>(block.level), ' ');
            text_ += block.number > 0 ? std::to_string(block.number) + ". " : "\u2013 ";
            write(block.spans);
            break;
        case BlockKind::table:
            write_table(block);
            break;
        case BlockKind::rule:
            text_ += "* * *";
            break;
        case BlockKind::callout:
        case BlockKind::folded:
            write(block.spans);
            if (block.kind == BlockKind::callout || is_open_(block)) {
                write(std::span(block.blocks));
            }
            break;
        case BlockKind::heading:
        case BlockKind::paragraph:
        case BlockKind::picture:
            write(block.spans);
            break;
        }
    }

    void write_table(const Block& block) {
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            text_ += row > 0 ? "\n" : "";
            for (std::size_t cell = 0; cell < block.rows[row].size(); ++cell) {
                text_ += cell > 0 ? "\t" : "";
                write(block.rows[row][cell]);
            }
        }
    }

    void write(const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            if (span.link == LinkKind::reference) {
                text_ += text_.ends_with(' ') ? "" : " ";
                text_ += "[" + std::to_string(number_of(span.target)) + "]";
            } else {
                text_ += span.text;
            }
        }
    }

    std::size_t number_of(const std::string& key) {
        const auto found = std::ranges::find(cited_, key);
        const auto place = static_cast<std::size_t>(found - cited_.begin());
        if (found == cited_.end()) {
            cited_.push_back(key);
        }
        return place + 1;
    }

    std::string source(const std::string& key) const {
        const Reference* const reference = knowledge_.reference(key);
        if (reference == nullptr) {
            return key;
        }
        std::string text = reference->text;
        if (!reference->doi.empty()) {
            text += " https://doi.org/" + reference->doi;
        } else if (!reference->url.empty()) {
            text += " " + reference->url;
        }
        return text;
    }

    const Knowledge& knowledge_;
    const std::function<bool(const Block&)>& is_open_;
    std::string text_;
    std::vector<std::string> cited_;
};

} // namespace

std::string copied_text(std::span<const Block> blocks, const Knowledge& knowledge,
                        const std::string& sources_heading,
                        const std::function<bool(const Block&)>& is_open) {
    Copier copier(knowledge, is_open);
    copier.write(blocks);
    return copier.take(sources_heading);
}

} // namespace osteon::knowledge
