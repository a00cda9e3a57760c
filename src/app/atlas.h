#pragma once

#include "anatomy/load.h"
#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "knowledge/search.h"
#include "session/session.h"

#include <filesystem>

namespace osteon::app {

/// The folders that the program reads.
struct Folders {
    std::filesystem::path assets;
    std::filesystem::path content;
    std::filesystem::path shaders;

    std::filesystem::path registry_file() const { return assets / "anatomy" / "bones.toml"; }
    std::filesystem::path builtin_model() const { return assets / "anatomy" / "builtin.skeleton"; }
};

/// Finds the folders; `content` overrides the shipped one where it is not empty.
Result<Folders> find_folders(const std::filesystem::path& content);

/// What is known, loaded once at the start and read-only from then on.
struct Atlas {
    Folders folders;
    anatomy::Registry registry;
    knowledge::Knowledge knowledge;
    knowledge::Search search;

    session::World world() const { return {registry, knowledge}; }
};

/// Loads the registry, the texts and the search index. What is faulty in the texts is left out and
/// logged; the rest is usable.
Result<Atlas> load_atlas(const Folders& folders);

} // namespace osteon::app
