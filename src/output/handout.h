#pragma once

#include "base/error.h"
#include "base/paper.h"
#include "knowledge/knowledge.h"
#include "render/renderer.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace osteon::output {

/// A place that was marked on the skeleton, in the words that the patient reads.
struct HandoutMark {
    std::string bone; ///< "Third lumbar vertebra"
    std::string kind; ///< "a hole in the bone"; may be empty
};

/// What a sheet to take home tells. Site or primary may be empty, not both.
struct Handout {
    std::string site;    ///< id
    std::string primary; ///< id
    std::vector<HandoutMark> marks;
    /// Of the skeleton in a light theme, with the marks as they were drawn; without pixels the
    /// sheet has none.
    render::Image picture;
    std::vector<std::string> pictured_bones; ///< names, told where nothing is marked; may be empty
    Paper paper = Paper::a4;
    std::chrono::year_month_day date{}; ///< that is printed on it
};

struct HandoutReport {
    int pages = 0;
};

/// Writes the sheet as a PDF of one to four pages, in the language of `known` and always in plain
/// words: picture, marks, what is known of the place and the cancer, what can be done, questions
/// with room for answers, warning signs, words, sources. What is told of outlook stays out.
Result<HandoutReport> write_handout(const Handout& handout, const knowledge::Knowledge& known,
                                    const std::filesystem::path& file);

} // namespace osteon::output
