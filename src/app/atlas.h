#pragma once

#include "anatomy/load.h"
#include "anatomy/registry.h"
#include "anatomy/surroundings.h"
#include "knowledge/knowledge.h"
#include "knowledge/search.h"
#include "session/session.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::app {

/// The folders that the program reads.
struct Folders {
    std::filesystem::path assets;
    std::filesystem::path content;
    std::filesystem::path shaders;

    std::filesystem::path anatomy() const { return assets / "anatomy"; }
    std::filesystem::path registry_file() const { return anatomy() / "bones.toml"; }
    std::filesystem::path builtin_model() const { return assets / "anatomy" / "builtin.skeleton"; }
};

/// Finds the folders; `content` overrides the shipped one where it is not empty.
Result<Folders> find_folders(const std::filesystem::path& content);

/// What is known, loaded once at the start and read-only from then on. Stays where it was made.
struct Atlas {
    Folders folders;
    anatomy::Registry registry;
    anatomy::Surroundings around;
    knowledge::Knowledge knowledge;
    knowledge::Search search;

    Atlas(Folders where, anatomy::Registry bones, anatomy::Surroundings organs_and_vessels,
          knowledge::Knowledge texts)
        : folders(std::move(where))
        , registry(std::move(bones))
        , around(std::move(organs_and_vessels))
        , knowledge(std::move(texts))
        , search(registry, knowledge) {}

    session::World world() const { return {registry, knowledge, &around}; }
};

/// Loads the registry, the organs and vessels, and the texts in a language. What is faulty in the
/// texts is left out and logged; the rest is usable. A language that is not there is a usage error.
Result<std::unique_ptr<Atlas>> load_atlas(const Folders& folders,
                                          std::string_view language = knowledge::base_language);

/// Loads an atlas in a language when it is wanted, on whatever thread.
using AtlasSource = std::function<Result<std::unique_ptr<Atlas>>(const std::string& language)>;

/// The atlas in each language that was asked for: loaded once and kept, since others may refer to
/// what is in it.
class AtlasShelf {
public:
    explicit AtlasShelf(AtlasSource load)
        : load_(std::move(load)) {}

    const Atlas& put(std::unique_ptr<Atlas> atlas);
    Result<const Atlas*> in(const std::string& language);

private:
    AtlasSource load_;
    std::vector<std::unique_ptr<Atlas>> atlases_;
};

} // namespace osteon::app
