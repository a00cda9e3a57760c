#include "knowledge/load.h"
#include "knowledge/quiz.h"
#include "knowledge/toml_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, ReadingLevel>, 2> levels = {
    {{"plain", ReadingLevel::plain}, {"clinical", ReadingLevel::clinical}}};
constexpr std::size_t fewest_wrong = 2;
constexpr std::size_t most_wrong = 3;

/// What a language says of a question.
struct Wording {
    std::string text;
    std::string right;
    std::vector<std::string> wrong;
    std::string explanation;
};

Wording read_wording(TableReader& entry) {
    Wording wording{entry.prose("text"), entry.prose("right"), {}, {}};
    for (TableReader::Item& item : entry.list("wrong", true)) {
        if (item.text == wording.right || std::ranges::count(wording.wrong, item.text) > 0) {
            entry.file().fault(item.line, item.column,
                               "the answer '" + item.text + "' is there already; expected another");
        }
        wording.wrong.push_back(std::move(item.text));
    }
    if (wording.wrong.size() < fewest_wrong || wording.wrong.size() > most_wrong) {
        entry.fault_at("wrong", "expected 2 or 3 wrong answers");
    }
    wording.explanation = entry.prose("explanation");
    return wording;
}

/// A share is no common knowledge, so it has a source.
bool tells_a_share(const Wording& wording) {
    return (wording.text + wording.right + wording.explanation).find('%') != std::string::npos;
}

Question read_question(TableReader& entry, const std::string& id,
                       const anatomy::Registry& registry) {
    Question question;
    question.id = id;
    question.level = entry.choice<ReadingLevel>("level", levels);
    const Wording wording = read_wording(entry);
    question.text = wording.text;
    question.right = wording.right;
    question.wrong = wording.wrong;
    question.explanation = wording.explanation;
    question.sources = entry.mentions("sources", LinkKind::reference, false);
    if (question.sources.empty() && tells_a_share(wording)) {
        entry.fault_at("sources", "the question tells a share; expected its source");
    }
    for (const std::string& bone : entry.mentions("bones", LinkKind::bone, false)) {
        if (const anatomy::BoneIndex index = registry.find(bone); index != anatomy::no_bone) {
            question.bones.push_back(index);
        }
    }
    const auto link = [&](std::string_view key, LinkKind kind) {
        std::string target = entry.text_or(key, "");
        if (!target.empty()) {
            const auto [line, column] = entry.line_and_column(key);
            entry.file().mention(kind, target, line, column);
        }
        return target;
    };
    question.site = link("site", LinkKind::site);
    question.article = link("article", LinkKind::article);
    return question;
}

void translate_quiz(std::vector<Question>& questions, const fs::path& path, Findings& findings) {
    std::map<std::string, Wording> translated;
    const auto read = [&](TableReader& entry, const std::string& id) {
        Wording wording = read_wording(entry);
        entry.refuse_other_keys();
        if (std::ranges::find(questions, id, &Question::id) == questions.end()) {
            entry.fault_at("id", "there is no question '" + id + "' in content/en/quiz.toml");
        } else if (!entry.faulty()) {
            translated.emplace(id, std::move(wording));
        }
    };
    read_tables(path, "question", "id", findings, read);
    const ContentFile file{path, &findings};
    for (Question& question : questions) {
        const auto found = translated.find(question.id);
        if (found == translated.end()) {
            file.gap(1, 1, "the question '" + question.id + "' is not translated");
            continue;
        }
        file.translated();
        question.text = std::move(found->second.text);
        question.right = std::move(found->second.right);
        question.wrong = std::move(found->second.wrong);
        question.explanation = std::move(found->second.explanation);
    }
}

} // namespace

std::vector<Question> read_quiz(const fs::path& content, const Knowledge& known,
                                const anatomy::Registry& registry, Findings& findings) {
    std::vector<Question> questions;
    const fs::path english = content / base_language / "quiz.toml";
    std::error_code ignored;
    if (!fs::exists(english, ignored)) {
        return questions;
    }
    const bool translates = known.language.id != base_language;
    Findings told_elsewhere;
    const auto read = [&](TableReader& entry, const std::string& id) {
        Question question = read_question(entry, id, registry);
        entry.refuse_other_keys();
        if (!entry.faulty()) {
            questions.push_back(std::move(question));
        }
    };
    read_tables(english, "question", "id", translates ? told_elsewhere : findings, read);
    if (translates) {
        translate_quiz(questions, content / known.language.id / "quiz.toml", findings);
    }
    check_mentions(known, registry, findings);
    return questions;
}

QuestionBank load_quiz(const fs::path& content, const Knowledge& known,
                       const anatomy::Registry& registry) {
    Findings findings;
    QuestionBank bank;
    bank.questions = read_quiz(content, known, registry, findings);
    sort_faults(findings.faults);
    sort_faults(findings.gaps);
    bank.faults = std::move(findings.faults);
    bank.gaps = std::move(findings.gaps);
    return bank;
}

} // namespace osteon::knowledge
