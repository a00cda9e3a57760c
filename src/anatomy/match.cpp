#include "anatomy/match.h"

#include "anatomy/match_index.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace osteon::anatomy {

namespace {

std::string_view describe_kind(NameKind kind) {
    switch (kind) {
    case NameKind::english:
        return "English name";
    case NameKind::latin:
        return "Latin name";
    case NameKind::variant:
        return "variant of the name";
    }
    return {};
}

/// The file's name without its extension.
std::string stem_of(const std::string& file) {
    return std::filesystem::path(file).stem().string();
}

std::optional<Side> side_in(std::string_view name) {
    return read_name(name, LetterReading::side).side;
}

/// The piece that is being matched, and where what is found goes.
struct Attempt {
    const NameIndex& index;
    Match& match;

    bool found() const { return match.bone != no_bone; }

    void by_fma(int fma, std::string_view name, std::string_view source) {
        if (found() || fma == 0) {
            return;
        }
        match.bone = index.find_fma(fma, side_in(name));
        if (found()) {
            match.reason = "FMA id " + std::to_string(fma) + std::string(source);
        }
    }

    void by_name(std::string_view name, std::string_view source) {
        if (found() || name.empty()) {
            return;
        }
        const NameLookup lookup = index.find_name(name);
        match.bone = lookup.bone;
        if (found()) {
            match.reason = std::string(describe_kind(lookup.kind)) + std::string(source);
        } else if (match.reason.empty()) {
            match.reason = lookup.obstacle;
        }
    }
};

void match_by_own_names(const NameIndex& index, const PieceName& piece, Match& match) {
    Attempt attempt{index, match};
    attempt.by_fma(fma_in_name(piece.name), piece.name, "");
    attempt.by_fma(piece.fma, piece.table_name, " in the table");
    attempt.by_name(piece.table_name, piece.fma != 0 ? " in the table" : " in the file's comments");
    attempt.by_name(piece.name, "");
}

/// A file's name speaks for its pieces only where none of them has a telling name of its own: the
/// pieces of "atlas.glb" may well be a whole skeleton.
void match_by_file_names(const NameIndex& index, std::span<const PieceName> pieces,
                         std::vector<Match>& matches) {
    std::set<std::string> telling_files;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (matches[i].bone != no_bone) {
            telling_files.insert(pieces[i].file);
        }
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].file.empty() || telling_files.contains(pieces[i].file)) {
            continue;
        }
        const std::string stem = stem_of(pieces[i].file);
        Attempt attempt{index, matches[i]};
        attempt.by_fma(fma_in_name(stem), stem, " in the file's name");
        attempt.by_name(stem, " in the file's name");
    }
}

/// BodyParts3D 4.0 calls the disc below the axis "intervertebral disk of cervical vertebra": where
/// all others of its kind are found, it must be the one that is left.
void match_by_elimination(const Registry& registry, const NameIndex& index,
                          std::span<const PieceName> pieces, std::vector<Match>& matches) {
    std::set<BoneIndex> taken;
    for (const Match& match : matches) {
        taken.insert(match.bone);
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (const std::string& name : {pieces[i].table_name, pieces[i].name}) {
            std::vector<BoneIndex> family = index.find_family(name);
            std::erase_if(family, [&](BoneIndex bone) { return taken.contains(bone); });
            if (matches[i].bone == no_bone && family.size() == 1) {
                matches[i].bone = family.front();
                matches[i].reason = "the only one of its kind that no other piece is: " +
                                    registry.bones[family.front()].name;
            }
        }
    }
}

void explain_failure(const Registry& registry, const NameIndex& index, const PieceName& piece,
                     Match& match) {
    if (match.bone != no_bone || !match.reason.empty()) {
        return;
    }
    match.reason = piece.table_name.empty() ? "no bone has this name"
                                            : "no bone is called '" + piece.table_name + "'";
    for (const std::string& name : {piece.table_name, piece.name, stem_of(piece.file)}) {
        const BoneIndex nearest = index.find_nearest(name);
        if (nearest != no_bone) {
            match.reason += "; nearest name: " + registry.bones[nearest].name;
            return;
        }
    }
}

} // namespace

std::vector<Match> match_pieces(const Registry& registry, std::span<const PieceName> pieces) {
    const NameIndex index(registry);
    std::vector<Match> matches;
    matches.reserve(pieces.size());
    for (const PieceName& piece : pieces) {
        matches.push_back(
            {.piece = piece.name.empty() ? piece.file : piece.name, .bone = no_bone, .reason = {}});
        match_by_own_names(index, piece, matches.back());
    }
    match_by_file_names(index, pieces, matches);
    match_by_elimination(registry, index, pieces, matches);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        explain_failure(registry, index, pieces[i], matches[i]);
    }
    return matches;
}

} // namespace osteon::anatomy
