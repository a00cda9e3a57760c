#include "knowledge/load.h"
#include "knowledge/quiz.h"
#include "knowledge/toml_reader.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t fewest_wrong = 2;
constexpr std::size_t most_wrong = 3;

/// Reads what a language says of a question.
void read_wording(TableReader& entry, Question& question) {
    question.text = entry.prose("text");
    question.right = entry.prose("right");
    question.wrong.clear();
    for (TableReader::Item& item : entry.list("wrong", true)) {
        if (item.text == question.right || std::ranges::count(question.wrong, item.text) > 0) {
            entry.fault_at("wrong",
                           "the answer '" + item.text + "' is there already; expected another");
        }
        question.wrong.push_back(std::move(item.text));
    }
    if (question.wrong.size() < fewest_wrong || question.wrong.size() > most_wrong) {
        entry.fault_at("wrong", "expected 2 or 3 wrong answers");
    }
    question.explanation = entry.prose("explanation");
}

/// A share is no common knowledge, so it has a source.
bool tells_a_share(const Question& question) {
    return (question.text + question.right + question.explanation).find('%') != std::string::npos;
}

Question read_question(TableReader& entry, const std::string& id,
                       const anatomy::Registry& registry) {
    Question question;
    question.id = id;
    question.level = entry.reading_level("level");
    read_wording(entry, question);
    question.sources = entry.mentions("sources", LinkKind::reference, false);
    if (question.sources.empty() && tells_a_share(question)) {
        entry.fault_at("sources", "the question tells a share; expected its source");
    }
    for (const std::string& bone : entry.mentions("bones", LinkKind::bone, false)) {
        if (const anatomy::BoneIndex index = registry.find(bone); index != anatomy::no_bone) {
            question.bones.push_back(index);
        }
    }
    question.site = entry.mention_or_none("site", LinkKind::site);
    question.article = entry.mention_or_none("article", LinkKind::article);
    return question;
}

void translate_quiz(std::vector<Question>& questions, const fs::path& path, Findings& findings) {
    const ContentFile file{path, &findings};
    std::set<std::string> translated;
    const auto read = [&](TableReader& entry, const std::string& id) {
        const auto english = std::ranges::find(questions, id, &Question::id);
        Question question = english != questions.end() ? *english : Question{};
        read_wording(entry, question);
        entry.refuse_other_keys();
        if (english == questions.end()) {
            entry.fault_at("id", "there is no question '" + id + "' in content/en/quiz.toml");
        } else if (!entry.faulty() && translated.insert(id).second) {
            *english = std::move(question);
        }
    };
    read_tables(path, "question", "id", findings, read);
    for (const Question& question : questions) {
        if (translated.contains(question.id)) {
            file.translated();
        } else {
            file.gap(1, 1, "the question '" + question.id + "' is not translated");
        }
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
    tell(std::move(findings), bank);
    return bank;
}

} // namespace osteon::knowledge
