#pragma once

#include <tl/expected.hpp>

#include <string>

namespace osteon {

/// Who is at fault; the values are the exit codes of the command line.
enum class Fault {
    input = 1,   ///< a file or content given to the program
    usage = 2,   ///< the command line
    machine = 3, ///< the machine: no OpenGL 3.3, no memory, no disk
};

/// An expected failure, in words a user understands.
struct Error {
    Fault fault = Fault::input;
    std::string subject; ///< the file or thing it is about; may be empty
    std::string place;   ///< where in it ("line 4, column 7", "byte 4096"); may be empty
    std::string reason;  ///< what is wrong, one sentence without its full stop
    std::string cure;    ///< what the user can do, one sentence without its full stop
};

/// The error as one message: "subject, place: reason. Cure."
std::string describe(const Error& error);

/// A value, or the error that stood in its way.
template <class T>
using Result = tl::expected<T, Error>;

/// An error to return from a function that yields a Result.
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace osteon
