#include "app/notes_keeper.h"
#include "support/tiny_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

using namespace osteon;
using namespace osteon::app;
namespace fs = std::filesystem;

namespace {

/// A session of the tiny world in folders of its own.
struct Stand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    session::Session session;
    fs::path home = fs::path(OSTEON_BINARY_DIR) / "notes_keeper_test";

    Stand() { fs::remove_all(home); }
    ~Stand() { fs::remove_all(home); }
    session::World world() const { return {registry, knowledge}; }
    NotesKeeper keeper() const { return NotesKeeper(home / "state", home / "documents"); }
    void act(const session::Action& action) { session::apply(session, action, world()); }
    void pin(const char* text) {
        act(session::AddPin{{registry.find("sacrum"), {0, 0.9F, 0}}, text});
    }
    /// As the window does for some seconds.
    void keep(NotesKeeper& keeper) const {
        REQUIRE(keeper.keep(session, world(), 10.0).has_value());
        REQUIRE(keeper.keep(session, world(), 20.0).has_value());
    }
    /// As the window does when that is asked for.
    void save(NotesKeeper& keeper, const char* name) {
        const auto file = keeper.save(session, world(), name, false);
        REQUIRE(file.has_value());
        act(session::NameFile{*file});
    }
    void open(NotesKeeper& keeper, const char* name) {
        auto loaded = keeper.open(name, world());
        REQUIRE(loaded.has_value());
        const session::Notes notes = loaded->session.notes;
        act(session::TakeSavedSession{
            std::make_shared<const session::SavedSession>(std::move(loaded->session)),
            keeper.whole(name)});
        keeper.note_file(keeper.whole(name), notes);
    }
    std::size_t files() const {
        std::error_code none;
        const fs::recursive_directory_iterator all(home, none);
        return none ? 0
                    : static_cast<std::size_t>(
                          std::count_if(begin(all), end(all), [](const fs::directory_entry& each) {
                              return each.is_regular_file();
                          }));
    }
};

} // namespace

TEST_CASE("unsaved notes outlive a crash and are offered once") {
    Stand s;
    s.pin("do not lose me");
    {
        NotesKeeper crashed = s.keeper();
        s.keep(crashed);
    } // ends without end(), as a process that is killed
    NotesKeeper next = s.keeper();
    REQUIRE(next.look_for_left(s.world()).has_value());
    REQUIRE(next.recoverable() == 1);
    const auto left = next.take_left();
    REQUIRE(left);
    CHECK(left->notes.pins.at(0).text == "do not lose me");
    CHECK(next.recoverable() == 0);
}

TEST_CASE("what was restored is kept on until it is saved or the session ends") {
    Stand s;
    s.pin("one");
    {
        NotesKeeper crashed = s.keeper();
        s.keep(crashed);
    }
    {
        NotesKeeper next = s.keeper();
        REQUIRE(next.look_for_left(s.world()).has_value());
        next.take_left();
        s.keep(next);
    } // and crashes again
    NotesKeeper third = s.keeper();
    REQUIRE(third.look_for_left(s.world()).has_value());
    CHECK(third.recoverable() == 1);
    third.discard_left();
    CHECK(s.files() == 0);
}

TEST_CASE("a clean end, saving, and clearing the notes each leave nothing behind") {
    Stand s;
    s.pin("one");
    NotesKeeper keeper = s.keeper();
    s.keep(keeper);
    CHECK(s.files() == 2); // notes and lock
    s.act(session::ClearNotes{});
    s.keep(keeper);
    CHECK(s.files() == 0);
    s.act(session::Undo{});
    s.keep(keeper);
    CHECK(s.files() == 2);
    s.save(keeper, "round.osteon");
    CHECK_FALSE(keeper.has_unsaved(s.session));
    s.keep(keeper);
    CHECK(s.files() == 1);
    s.pin("two");
    CHECK(keeper.has_unsaved(s.session));
    s.keep(keeper);
    keeper.end();
    CHECK(s.files() == 1);
}

TEST_CASE("a running window's notes are not taken for those of a crash") {
    Stand s;
    s.pin("mine");
    NotesKeeper first = s.keeper();
    s.keep(first);
    NotesKeeper second = s.keeper();
    REQUIRE(second.look_for_left(s.world()).has_value());
    CHECK(second.recoverable() == 0);
    s.keep(second);
    CHECK(s.files() == 4); // each has its own
}

TEST_CASE("nothing of the bedside is written unless that was chosen") {
    Stand s;
    s.act(session::SetMode{session::Mode::bedside});
    s.pin("a patient's");
    NotesKeeper keeper = s.keeper();
    REQUIRE(keeper.look_for_left(s.world()).has_value());
    s.keep(keeper);
    CHECK(s.files() == 0);
    CHECK_FALSE(fs::exists(s.home));
    CHECK_FALSE(keeper.has_unsaved(s.session));
    s.act(session::KeepNotes{true});
    s.keep(keeper);
    CHECK(s.files() == 2);
    CHECK(keeper.has_unsaved(s.session));
    s.act(session::KeepNotes{false});
    REQUIRE(keeper.keep(s.session, s.world(), 30.0).has_value());
    CHECK(s.files() == 0); // at once
}

TEST_CASE("notes of other rooms are kept while a talk goes on, and without the talk's") {
    Stand s;
    s.pin("of a lecture");
    NotesKeeper keeper = s.keeper();
    s.act(session::SetMode{session::Mode::bedside});
    s.pin("a patient's");
    CHECK(keeper.has_unsaved(s.session));
    s.keep(keeper);
    s.act(session::ClearTalk{});
    s.keep(keeper);
    std::ifstream kept(s.home / "state/recovery-1.osteon");
    const std::string text{std::istreambuf_iterator<char>(kept), {}};
    CHECK(text.find("of a lecture") != std::string::npos);
    CHECK(text.find("a patient's") == std::string::npos);
    s.act(session::SetMode{session::Mode::explore});
    REQUIRE(s.session.notes.pins.size() == 1);
    CHECK(s.session.notes.pins[0].text == "of a lecture");
}

TEST_CASE("what opening a file replaced goes back without that file") {
    Stand s;
    NotesKeeper keeper = s.keeper();
    s.pin("in B");
    s.save(keeper, "B.osteon");
    s.act(session::ClearNotes{});
    s.act(session::NameFile{});
    s.pin("in no file");
    s.open(keeper, "B.osteon");
    CHECK(s.session.file.filename() == "B.osteon");
    CHECK_FALSE(keeper.has_unsaved(s.session));
    s.act(session::Undo{});
    CHECK(s.session.file.empty());
    CHECK(keeper.has_unsaved(s.session));
    s.act(session::Redo{});
    CHECK(s.session.file.filename() == "B.osteon");
    CHECK_FALSE(keeper.has_unsaved(s.session));
}

TEST_CASE("another file is not written over by chance") {
    Stand s;
    s.pin("one");
    NotesKeeper keeper = s.keeper();
    REQUIRE(keeper.save(s.session, s.world(), "round.osteon", false).has_value());
    NotesKeeper other = s.keeper();
    CHECK_FALSE(other.save(s.session, s.world(), "round.osteon", false).has_value());
    CHECK(other.save(s.session, s.world(), "round.osteon", true).has_value());
    REQUIRE(other.view(s.session).known.size() == 1);
    CHECK(other.view(s.session).known[0].path.filename() == "round.osteon");
}

TEST_CASE("a damaged recovery file is set aside and told, and the next start is quiet") {
    Stand s;
    fs::create_directories(s.home / "state");
    std::ofstream(s.home / "state/recovery-1.osteon") << "{ half";
    NotesKeeper keeper = s.keeper();
    CHECK_FALSE(keeper.look_for_left(s.world()).has_value());
    CHECK(fs::exists(s.home / "state/recovery-1.osteon.damaged"));
    NotesKeeper next = s.keeper();
    CHECK(next.look_for_left(s.world()).has_value());
    CHECK(next.recoverable() == 0);
}
