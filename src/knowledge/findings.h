#pragma once

#include "knowledge/document.h"
#include "knowledge/knowledge.h"

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
};

/// What loading finds besides the content itself.
struct Findings {
    std::vector<ContentFault> faults;
    std::vector<Mention> mentions;
    std::vector<Mention> sources; ///< each reference, at the place of its key
};

/// A content file while it is read: tells its faults and mentions with their places.
struct ContentFile {
    std::filesystem::path path;
    Findings* findings = nullptr;
    int lines_before = 0; ///< lines of the file above the text that is parsed on its own

    void fault(int line, int column, std::string expected) const {
        findings->faults.push_back({path, line + lines_before, column, std::move(expected)});
    }
    void mention(LinkKind kind, std::string target, int line, int column) const {
        findings->mentions.push_back({kind, std::move(target), path, line + lines_before, column});
    }
};

} // namespace osteon::knowledge
