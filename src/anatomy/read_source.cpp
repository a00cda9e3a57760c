#include "anatomy/read_source.h"

#include "anatomy/isa_table.h"
#include "anatomy/read_format.h"
#include "base/files.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace osteon::anatomy {
namespace {

namespace fs = std::filesystem;

constexpr int deepest_folder = 8;
constexpr std::size_t most_files = 20'000;

bool is_zip(const fs::path& path) {
    std::string start(4, '\0');
    std::ifstream(path, std::ios::binary).read(start.data(), 4);
    return start == "PK\x03\x04" || start == "PK\x05\x06" || path.extension() == ".zip" ||
           path.extension() == ".ZIP";
}

/// All files under a folder, by their path within it, sorted.
Result<std::vector<std::string>> files_under(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    if (error) {
        return fail({Fault::input, folder.string(), "", "you may not read this folder",
                     "Change its permissions, or copy it to a place of your own"});
    }
    std::vector<std::string> files;
    while (entry != fs::recursive_directory_iterator()) {
        std::error_code ignored;
        if (entry->is_directory(ignored) &&
            (entry.depth() >= deepest_folder || entry->path().filename().string()[0] == '.')) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file(ignored)) {
            files.push_back(entry->path().lexically_relative(folder).string());
        }
        entry.increment(error);
        if (error || files.size() > most_files) {
            return fail({Fault::input, folder.string(), "",
                         error ? "a folder in it cannot be read" : "it holds too many files",
                         "Put only the files of the model into a folder of their own"});
        }
    }
    std::ranges::sort(files);
    return files;
}

std::string table_beside(const fs::path& folder) {
    std::error_code ignored;
    const fs::path file = folder / isa_table_name;
    return fs::is_regular_file(file, ignored) ? read_file(file).value_or(std::string())
                                              : std::string();
}

/// Whether a name that a model file refers to stays within the model's folder.
bool stays_inside(const fs::path& name) {
    return name.is_relative() && std::ranges::find(name, fs::path("..")) == name.end();
}

Result<FileSet> open_folder(const fs::path& path) {
    auto files = files_under(path);
    if (!files) {
        return fail(files.error());
    }
    std::erase_if(*files, [](const std::string& name) { return !format_of_name(name); });
    if (files->empty()) {
        return fail({Fault::input, path.string(), "", "there is no model in this folder",
                     "Choose a folder with glTF, GLB, OBJ, FBX, STL or PLY files"});
    }
    const std::string beside = table_beside(path);
    return FileSet{std::move(*files), beside.empty() ? table_beside(path.parent_path()) : beside,
                   [path](const std::string& name) -> Result<std::string> {
                       if (!stays_inside(name)) {
                           return fail({Fault::input, name, "", "its name leads outside the folder",
                                        "Keep all files of the model in one folder"});
                       }
                       return read_file(path / name);
                   }};
}

} // namespace

Result<FileSet> open_file_set(const fs::path& path) {
    std::error_code error;
    const fs::path full = fs::absolute(path, error).lexically_normal();
    if (fs::is_directory(full, error)) {
        return open_folder(full.has_filename() ? full : full.parent_path());
    }
    auto bytes_there = map_file(full);
    if (!bytes_there) {
        return fail(bytes_there.error());
    }
    if (is_zip(full)) {
        auto files = open_zip(full);
        if (files && files->isa_table.empty()) {
            files->isa_table = table_beside(full.parent_path());
        }
        return files;
    }
    return FileSet{{full.filename().string()},
                   table_beside(full.parent_path()),
                   [folder = full.parent_path()](const std::string& name) -> Result<std::string> {
                       if (!stays_inside(name)) {
                           return fail({Fault::input, name, "", "its name leads outside the folder",
                                        "Keep all files of the model in one folder"});
                       }
                       return read_file(folder / name);
                   }};
}

Result<std::vector<FileStamp>> stamp_files(const fs::path& path) {
    std::error_code error;
    std::vector<fs::path> files = {path, path.parent_path() / isa_table_name};
    if (fs::is_directory(path, error)) {
        const auto names = files_under(path);
        if (!names) {
            return fail(names.error());
        }
        for (const std::string& name : *names) {
            files.push_back(path / name);
        }
    }
    std::vector<FileStamp> stamps;
    for (const fs::path& file : files) {
        if (fs::is_regular_file(file, error)) {
            stamps.push_back({file.string(), fs::file_size(file, error),
                              fs::last_write_time(file, error).time_since_epoch().count()});
        }
    }
    return stamps;
}

} // namespace osteon::anatomy
