#include "base/text.h"

#include <doctest/doctest.h>

using osteon::edit_distance;
using osteon::fold;

TEST_CASE("folding ignores case and diacritics") {
    CHECK(fold("Os Ílium") == "os ilium");
    CHECK(fold("ÉPIPHYSE") == "epiphyse");
    CHECK(fold("Vertèbre L3") == "vertebre l3");
    CHECK(fold("e\xCC\x81") == "e");
    CHECK(fold("") == "");
}

TEST_CASE("folding opens ligatures and compatibility forms") {
    CHECK(fold("ﬁbula") == "fibula");
    CHECK(fold("Straße") == "strasse");
}

TEST_CASE("folding drops bytes that are no text") {
    CHECK(fold("fem\xFFur") == "femur");
    CHECK(fold("femur\xC3") == "femur");
    CHECK(fold("\xFF\xFE") == "");
}

TEST_CASE("the edit distance counts letters added, left out, changed and swapped") {
    CHECK(edit_distance("femur", "femur") == 0);
    CHECK(edit_distance("femur", "femurs") == 1);
    CHECK(edit_distance("femur", "fmur") == 1);
    CHECK(edit_distance("femur", "lemur") == 1);
    CHECK(edit_distance("femur", "feumr") == 1);
    CHECK(edit_distance("ca", "abc") == 3);
    CHECK(edit_distance("", "rib") == 3);
    CHECK(edit_distance("rib", "") == 3);
    CHECK(edit_distance("scapula", "patella") == edit_distance("patella", "scapula"));
}
