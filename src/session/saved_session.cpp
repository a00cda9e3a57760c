#include "session/saved_session.h"

#include "session/notes_change.h"
#include "session/stage_change.h"

#include <memory>
#include <utility>

namespace osteon::session {

UndoStep take_saved(Session& session, const TakeSavedSession& taken, const World& world) {
    const SavedSession& saved = *taken.saved;
    UndoStep step{world.knowledge.language.tr("opening {}", saved.title),
                  std::exchange(session.stage, saved.stage),
                  std::make_shared<const Notes>(std::exchange(session.notes, saved.notes)),
                  std::exchange(session.file, taken.file),
                  std::exchange(session.settings.model, saved.model),
                  std::exchange(session.talk.kept, {})};
    session.talk.taken.reset();
    session.focused_hotspot.clear();
    tidy_desk(session);
    open_article(session.reading, saved.reading);
    CameraWish wish;
    wish.exact = saved.stage.camera;
    ask(session, std::move(wish));
    return step;
}

} // namespace osteon::session
