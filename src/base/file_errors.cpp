#include "base/file_errors.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace osteon {

namespace fs = std::filesystem;

Error reading_error(const fs::path& path, int number) {
    Error error{.fault = Fault::input,
                .subject = path.string(),
                .place = {},
                .reason = std::string("cannot be read: ") + std::strerror(number),
                .cure = {}};
    if (number == ENOENT || number == ENOTDIR) {
        error.reason = "there is no such file";
        error.cure = "Check the spelling of the path";
    } else if (number == EACCES || number == EPERM) {
        error.reason = "you may not read this file";
        error.cure = "Change its permissions, or copy it to a place of your own";
    } else if (number == ENOMEM) {
        error.fault = Fault::machine;
        error.reason = "there is not enough memory to read it";
        error.cure = "Close other programs";
    }
    return error;
}

Error writing_error(const fs::path& path, int number) {
    Error error{.fault = Fault::machine,
                .subject = path.string(),
                .place = {},
                .reason = std::string("cannot be written: ") + std::strerror(number),
                .cure = "Choose another place"};
    if (number == ENOSPC || number == EDQUOT) {
        error.reason = "the disk is full";
        error.cure = "Free some space, or choose a place on another disk";
    } else if (number == EACCES || number == EPERM) {
        error.reason = "you may not write in this folder";
        error.cure = "Change its permissions, or choose another place";
    } else if (number == EROFS) {
        error.reason = "this disk can only be read";
    } else if (number == ENOTDIR || number == EEXIST) {
        error.reason = "a part of this path is a file, not a folder";
    } else if (number == EISDIR) {
        error.reason = "this is a folder, not a file";
    }
    return error;
}

} // namespace osteon
