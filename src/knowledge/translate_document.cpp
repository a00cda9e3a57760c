#include "knowledge/translation.h"

#include <algorithm>
#include <map>
#include <set>

namespace osteon::knowledge {
namespace {

/// A heading and the blocks below it, up to the next heading of any level. The first section of a
/// document has no heading and no anchor.
struct Section {
    std::string anchor;
    Block* heading = nullptr;
    std::vector<Block*> blocks;
};

std::vector<Section> sections_of(Document& document) {
    std::vector<Section> sections(1);
    for (Block& block : document.blocks) {
        if (block.kind == BlockKind::heading) {
            sections.push_back({block.anchor, &block, {}});
        } else {
            sections.back().blocks.push_back(&block);
        }
    }
    return sections;
}

void add_sources(const std::vector<Span>& spans, std::set<std::string>& sources) {
    for (const Span& span : spans) {
        if (span.link == LinkKind::reference) {
            sources.insert(span.target);
        }
    }
}

/// The references that a block cites, within its cells and its inner blocks as well.
void add_sources(const Block& block, std::set<std::string>& sources) {
    add_sources(block.spans, sources);
    for (const auto& row : block.rows) {
        for (const auto& cell : row) {
            add_sources(cell, sources);
        }
    }
    for (const Block& inner : block.blocks) {
        add_sources(inner, sources);
    }
}

std::set<std::string> sources_of(const Block& block) {
    std::set<std::string> sources;
    add_sources(block, sources);
    return sources;
}

/// The first words of a block, to be found by.
std::string beginning_of(const Block& block) {
    constexpr std::size_t enough = 40;
    std::string text = plain_text({{block}});
    text = text.substr(0, text.find('\n'));
    if (text.size() <= enough) {
        return text;
    }
    const std::size_t end = text.rfind(' ', enough);
    return text.substr(0, end == std::string::npos ? text.size() : end) + " …";
}

class Overlay {
public:
    explicit Overlay(const ContentFile& file)
        : file_(file) {}

    void add(const Section& english, const Section* translated);
    Document take() { return std::move(result_); }
    /// Tells a section that English does not have.
    void tell_unknown(const Section& translated) const {
        file_.outdated(translated.heading->line, 1,
                       "there is no section '#" + translated.anchor +
                           "' in English; expected the anchors of content/en");
    }

private:
    void add_english(const Block& block) {
        result_.blocks.push_back(block);
        result_.blocks.back().untranslated = true;
    }
    void add_heading(const Section& english, const Section* translated);
    void compare(const Block& english, const Block& translated, const std::string& place) const;

    ContentFile file_;
    Document result_;
    int line_ = 1; ///< of the translated block that was added last
};

void Overlay::add_heading(const Section& english, const Section* translated) {
    if (english.heading == nullptr) {
        return;
    }
    if (translated == nullptr) {
        add_english(*english.heading);
        file_.gap(line_, 1, "the section '#" + english.anchor + "' is not translated");
        return;
    }
    file_.translated();
    line_ = translated->heading->line;
    result_.blocks.push_back(*translated->heading);
    result_.blocks.back().level = english.heading->level;
}

void Overlay::compare(const Block& english, const Block& translated,
                      const std::string& place) const {
    if (english.kind != translated.kind) {
        file_.outdated(translated.line, 1,
                       place + " is of another kind than the English '" + beginning_of(english) +
                           "'; expected the same blocks in the same order");
    } else if (sources_of(english) != sources_of(translated)) {
        file_.outdated(translated.line, 1,
                       place + " cites other sources than the English '" + beginning_of(english) +
                           "'; expected the same references");
    }
}

void Overlay::add(const Section& english, const Section* translated) {
    add_heading(english, translated);
    const std::string section =
        english.anchor.empty() ? "the text before the first heading" : "'#" + english.anchor + "'";
    std::size_t next = 0; // of the translated blocks
    for (std::size_t i = 0; i < english.blocks.size(); ++i) {
        const Block& block = *english.blocks[i];
        const Block* const there = translated != nullptr && next < translated->blocks.size()
                                       ? translated->blocks[next]
                                       : nullptr;
        const bool picture = block.kind == BlockKind::picture;
        const bool same_kind = there != nullptr && (there->kind == BlockKind::picture) == picture;
        if (there != nullptr && (same_kind || !picture)) {
            ++next;
            file_.translated();
            compare(block, *there, "block " + std::to_string(i + 1) + " of " + section);
            line_ = there->line;
            result_.blocks.push_back(same_kind ? *there : block);
            result_.blocks.back().picture = block.picture; // what it shows is told in English alone
            continue;
        }
        add_english(block);
        file_.gap(line_, 1,
                  "block " + std::to_string(i + 1) + " of " + section + " is not translated: '" +
                      beginning_of(block) + "'");
    }
    if (translated != nullptr && translated->blocks.size() > next) {
        file_.outdated(translated->blocks[next]->line, 1,
                       section + " has " + std::to_string(english.blocks.size()) +
                           " blocks in English and " + std::to_string(translated->blocks.size()) +
                           " here; expected as many");
    }
}

} // namespace

Document overlay(const Document& english, Document translated, const ContentFile& file) {
    Document base = english;
    std::vector<Section> parts = sections_of(translated);
    Overlay result(file);
    std::set<std::string> known;
    for (const Section& section : sections_of(base)) {
        // A heading of signs alone has no anchor, as the text before the first heading has none.
        const auto found = std::ranges::find_if(parts, [&](const Section& part) {
            return part.anchor == section.anchor &&
                   (part.heading == nullptr) == (section.heading == nullptr);
        });
        result.add(section, found == parts.end() ? nullptr : &*found);
        known.insert(section.anchor);
    }
    for (const Section& section : parts) {
        if (!known.contains(section.anchor)) {
            result.tell_unknown(section);
        }
    }
    return result.take();
}

} // namespace osteon::knowledge
