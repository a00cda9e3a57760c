#include "anatomy/read_model.h"

#include "anatomy/batches.h"
#include "anatomy/isa_table.h"
#include "anatomy/read_mesh.h"
#include "anatomy/read_source.h"

#include <cmath>
#include <utility>

namespace osteon::anatomy {
namespace {

constexpr std::size_t files_between_reports = 8;

Result<MeshFile> read_one(const FileSet& files, const std::string& name) {
    auto bytes = files.read(name);
    if (!bytes) {
        return fail(bytes.error());
    }
    const std::string comment = name_in_comments(*bytes);
    const std::filesystem::path folder = std::filesystem::path(name).parent_path();
    auto checked = check_model_file(name, std::move(*bytes), [&](const std::string& beside) {
        return files.read((folder / beside).string());
    });
    if (!checked) {
        return fail(checked.error());
    }
    Result<MeshFile> mesh = read_mesh(std::move(*checked));
    if (mesh) {
        for (Piece& piece : mesh->pieces) {
            piece.name.table_name = comment;
        }
    }
    return mesh;
}

void look_up(PieceName& name, const IsaTable& table) {
    const auto found = table.find(std::filesystem::path(name.file).stem().string());
    if (found != table.end()) {
        name.fma = found->second.fma;
        name.table_name = found->second.name;
    }
}

/// What to show while a file is read: its English name where the table has one.
std::string shown_name(const std::string& file, const IsaTable& table) {
    PieceName name{"", std::filesystem::path(file).filename().string(), 0, ""};
    look_up(name, table);
    return "Reading " + (name.table_name.empty() ? name.file : name.table_name);
}

/// A broken entry of an archive makes the whole archive doubtful.
bool spoils_source(const FileSet& files, const Error& error, const std::string& name) {
    return files.models.size() == 1 || error.fault == Fault::machine ||
           error.place == "entry " + name;
}

} // namespace

Result<RawModel> read_model(const std::filesystem::path& path, const Progress& progress) {
    const auto files = open_file_set(path);
    if (!files) {
        return fail(files.error());
    }
    const IsaTable table = parse_isa_table(files->isa_table);
    const auto& names = files->models;
    std::vector<Result<MeshFile>> read(names.size());
    const bool done = run_in_batches(
        names.size(), files_between_reports,
        [&](std::size_t i) { read[i] = read_one(*files, names[i]); },
        [&](std::size_t i) {
            return tell(progress, shown_name(names[i], table), i, names.size());
        });
    if (!done) {
        return fail(stopped());
    }
    RawModel model;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!read[i]) {
            if (spoils_source(*files, read[i].error(), names[i])) {
                return fail(read[i].error());
            }
            model.warnings.push_back(describe(read[i].error()));
            continue;
        }
        for (Piece& piece : read[i]->pieces) {
            look_up(piece.name, table);
            model.pieces.push_back(std::move(piece));
        }
        if (!model.hints.metres_per_unit) {
            model.hints.metres_per_unit = read[i]->hints.metres_per_unit;
            model.hints.up = read[i]->hints.up;
        }
        if (model.hints.credit.empty()) {
            model.hints.credit = read[i]->hints.credit;
        }
    }
    if (model.pieces.empty()) {
        return fail({Fault::input, path.string(), "",
                     "none of its " + std::to_string(names.size()) + " files can be read; " +
                         (model.warnings.empty() ? "" : model.warnings.front()),
                     ""});
    }
    return model;
}

} // namespace osteon::anatomy
