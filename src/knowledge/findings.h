#pragma once

#include "knowledge/document.h"
#include "knowledge/knowledge.h"
#include "knowledge/passage.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace osteon::knowledge {

/// A place where the content speaks of something by its id, to be looked up once all is loaded.
struct Mention {
    LinkKind kind = LinkKind::none;
    std::string target;
    std::filesystem::path file;
    int line = 0;
    int column = 0;
    bool pattern = false; ///< of bones, as anatomy::bones_like() reads it
};

/// A sourced entry of a pattern of spread, at the place of its confidence.
struct Claim {
    std::string shown; ///< its figure as shown: "65–75 %"; empty: told in words
    Confidence confidence = Confidence::recalled;
    std::vector<std::string> sources;
    std::filesystem::path file;
    int line = 0;
    int column = 0;
};

/// What loading finds besides the content itself.
struct Findings {
    std::vector<ContentFault> faults;
    std::vector<Mention> mentions;
    std::vector<Mention> sources; ///< each reference, at the place of its key
    std::vector<Claim> claims;
    std::vector<Passage> passages;  ///< all that a reader reads, in the order of the files
    std::vector<ContentFault> gaps; ///< what a translation lacks
    Coverage coverage;              ///< of a translation
};

/// A content file while it is read: tells its faults and mentions with their places.
struct ContentFile {
    std::filesystem::path path;
    Findings* findings = nullptr;
    int lines_before = 0; ///< lines of the file above the text that is parsed on its own

    void fault(int line, int column, std::string expected) const {
        findings->faults.push_back({path, line + lines_before, column, std::move(expected)});
    }
    /// A text that a translation has, or lacks.
    void translated() const { findings->coverage.add(true); }
    void gap(int line, int column, std::string missing) const {
        findings->coverage.add(false);
        findings->gaps.push_back({path, line + lines_before, column, std::move(missing)});
    }
    /// What a translation has otherwise than the English by now.
    void outdated(int line, int column, std::string difference) const {
        findings->gaps.push_back({path, line + lines_before, column, std::move(difference)});
    }
    void mention(LinkKind kind, std::string target, int line, int column) const {
        findings->mentions.push_back({kind, std::move(target), path, line + lines_before, column});
    }
    void passage(PassageKind kind, std::string key, Passage passage) const {
        if (!passage.text.empty()) {
            passage.file = path;
            passage.kind = kind;
            passage.key = std::move(key);
            passage.lines_before = lines_before;
            findings->passages.push_back(std::move(passage));
        }
    }
};

} // namespace osteon::knowledge
