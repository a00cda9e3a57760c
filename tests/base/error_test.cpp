#include "base/error.h"

#include <doctest/doctest.h>

using namespace osteon;

TEST_CASE("an error reads as one message with file, place, reason and cure") {
    CHECK(describe({.fault = Fault::input,
                    .subject = "bones.toml",
                    .place = "line 4, column 7",
                    .reason = "the region is not listed",
                    .cure = "Use another"}) ==
          "bones.toml, line 4, column 7: the region is not listed. Use another.");
}

TEST_CASE("an error without file, place or cure leaves them out") {
    CHECK(describe({.fault = Fault::machine,
                    .subject = {},
                    .place = {},
                    .reason = "no OpenGL 3.3",
                    .cure = {}}) == "no OpenGL 3.3.");
}

TEST_CASE("the faults are the exit codes of the command line") {
    CHECK(static_cast<int>(Fault::input) == 1);
    CHECK(static_cast<int>(Fault::usage) == 2);
    CHECK(static_cast<int>(Fault::machine) == 3);
}
