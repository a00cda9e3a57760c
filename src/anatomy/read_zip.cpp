#include "anatomy/isa_table.h"
#include "anatomy/read_format.h"
#include "anatomy/read_source.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace osteon::anatomy {
namespace {

namespace fs = std::filesystem;

// The official archive of BodyParts3D has 2,234 entries, unpacks to about 0.6 GB, and text packs at
// most 10 : 1; ten times that is not a skeleton but an attack.
constexpr zip_int64_t most_entries = 20'000;
constexpr std::uint64_t most_bytes = std::uint64_t{4} << 30U;
constexpr std::uint64_t most_ratio = 200;
constexpr std::uint64_t ratio_matters_from = std::uint64_t{1} << 20U;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using EntryFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

struct Entry {
    zip_uint64_t index = 0;
    std::uint64_t size = 0;
};

/// An open archive; libzip is used by one thread at a time.
struct OpenZip {
    std::string name;
    Archive archive{nullptr, &zip_discard};
    std::unordered_map<std::string, Entry> entries;
    std::mutex mutex;
};

Error zip_fault(const std::string& archive, std::string place, std::string reason) {
    return {Fault::input, archive, std::move(place), std::move(reason),
            "Download or pack the archive again"};
}

bool leads_outside(const std::string& name) {
    std::string slashed = name;
    std::ranges::replace(slashed, '\\', '/');
    const fs::path path(slashed);
    return path.is_absolute() || slashed.find(':') != std::string::npos ||
           std::ranges::find(path, fs::path("..")) != path.end();
}

/// What is wrong with an entry; empty: nothing.
std::string entry_fault(const zip_stat_t& entry, const std::string& name) {
    if (leads_outside(name)) {
        return "its name leads outside the archive";
    }
    if (entry.encryption_method != ZIP_EM_NONE) {
        return "it is encrypted";
    }
    if (entry.size > ratio_matters_from &&
        entry.size / most_ratio > std::max<std::uint64_t>(entry.comp_size, 1)) {
        return "it unpacks to " + std::to_string(entry.size >> 20U) + " MB from almost nothing";
    }
    return {};
}

Result<void> list_entries(OpenZip& zip) {
    const zip_int64_t count = zip_get_num_entries(zip.archive.get(), 0);
    if (count > most_entries) {
        return fail(zip_fault(zip.name, "", "the archive holds too many entries"));
    }
    std::uint64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        zip_stat_init(&entry);
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(zip.archive.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0 ||
            (entry.valid & needed) != needed) {
            return fail(zip_fault(zip.name, "entry " + std::to_string(i), "it is damaged"));
        }
        const std::string name = entry.name;
        if (auto fault = entry_fault(entry, name); !fault.empty()) {
            return fail(zip_fault(zip.name, "entry " + name, std::move(fault)));
        }
        total += entry.size;
        if (total > most_bytes) {
            return fail(zip_fault(zip.name, "", "the archive unpacks to more than 4 GB"));
        }
        zip.entries[name] = {static_cast<zip_uint64_t>(i), entry.size};
    }
    return {};
}

Result<std::string> read_entry(OpenZip& zip, const std::string& name) {
    const std::scoped_lock lock(zip.mutex);
    const auto entry = zip.entries.find(name);
    if (entry == zip.entries.end()) {
        return fail(zip_fault(zip.name, "entry " + name, "there is no such file in the archive"));
    }
    const EntryFile file(zip_fopen_index(zip.archive.get(), entry->second.index, 0), &zip_fclose);
    // One byte more than promised, so that libzip reaches the end and compares the checksum.
    std::string bytes(entry->second.size + 1, '\0');
    const zip_int64_t count = file ? zip_fread(file.get(), bytes.data(), bytes.size()) : -1;
    if (count < 0 || static_cast<std::uint64_t>(count) != entry->second.size) {
        return fail(zip_fault(zip.name, "entry " + name, "it is damaged"));
    }
    bytes.pop_back();
    char beyond = 0;
    if (zip_fread(file.get(), &beyond, 1) != 0) {
        return fail(zip_fault(zip.name, "entry " + name, "it is damaged"));
    }
    return bytes;
}

bool is_hidden(const std::string& name) {
    return name.starts_with("__MACOSX/") || fs::path(name).filename().string().starts_with(".");
}

} // namespace

Result<FileSet> open_zip(const fs::path& path) {
    auto zip = std::make_shared<OpenZip>();
    zip->name = path.string();
    int code = 0;
    zip->archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!zip->archive) {
        return fail(zip_fault(zip->name, "", "this is not a zip archive, or it is cut off"));
    }
    if (const auto listed = list_entries(*zip); !listed) {
        return fail(listed.error());
    }
    FileSet files;
    files.read = [zip](const std::string& name) { return read_entry(*zip, name); };
    for (const auto& [name, entry] : zip->entries) {
        if (format_of_name(name) && !is_hidden(name)) {
            files.models.push_back(name);
        } else if (fs::path(name).filename() == isa_table_name) {
            files.isa_table = read_entry(*zip, name).value_or(std::string());
        }
    }
    if (files.models.empty()) {
        return fail({Fault::input, zip->name, "", "there is no model in this archive",
                     "Choose a zip with glTF, GLB, OBJ, FBX, STL or PLY files"});
    }
    std::ranges::sort(files.models);
    return files;
}

} // namespace osteon::anatomy
