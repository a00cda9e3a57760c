#include "anatomy/surroundings.h"
#include "knowledge/translation.h"

#include <initializer_list>
#include <set>

namespace osteon::knowledge {
namespace {

using anatomy::Bone;
using anatomy::Landmark;
using anatomy::Registry;

/// The names of one table of anatomy.toml, by id.
class NameTable {
public:
    NameTable(const toml::table& names, std::string_view key, const ContentFile& file)
        : key_(key)
        , file_(file)
        , reader_(table_of(names, key), file) {}

    bool has(std::string_view id) { return reader_.find(id) != nullptr; }

    /// Tells whether the name of an id, or of one of its other ids, is there.
    void want(const std::string& id, const std::string& english,
              std::initializer_list<std::string> others = {}) {
        bool found = has(id);
        for (const std::string& other : others) {
            found = has(other) || found;
        }
        if (found) {
            file_.translated();
        } else {
            file_.gap(1, 1, "'" + english + "' has no name; expected " + id + " in [" + key_ + "]");
        }
    }

    Catalogue take() const {
        reader_.refuse_unused("expected an id of assets/anatomy");
        return reader_.texts();
    }

private:
    static const toml::table& table_of(const toml::table& names, std::string_view key) {
        static const toml::table empty;
        const toml::node* node = names.get(key);
        return node != nullptr && node->is_table() ? *node->as_table() : empty;
    }

    std::string key_;
    ContentFile file_;
    CatalogueReader reader_;
};

Catalogue translate_bones(const toml::table& names, std::string_view key, const Registry& registry,
                          const ContentFile& file) {
    NameTable table(names, key, file);
    for (const Bone& bone : registry.bones) {
        table.want(bone.id, bone.name);
    }
    return table.take();
}

/// Regions of bones are shown; those of organs only in lists, so that their names are optional.
Catalogue translate_regions(const toml::table& names, const Registry& registry,
                            const Registry& organs, const ContentFile& file) {
    NameTable table(names, "regions", file);
    for (const anatomy::Region& region : registry.regions) {
        table.want(region.id, region.name);
    }
    for (const anatomy::Region& region : organs.regions) {
        table.has(region.id);
    }
    return table.take();
}

/// The ids by which a landmark may be named: on its bone, on that of the other side, on any bone.
std::array<std::string, 3> keys_of(const Landmark& landmark, const Registry& registry) {
    const Bone& bone = registry.bones[landmark.bone];
    const Bone& mirror = bone.mirror == anatomy::no_bone ? bone : registry.bones[bone.mirror];
    return {bone.id + "#" + landmark.id, mirror.id + "#" + landmark.id, landmark.id};
}

Catalogue translate_landmarks(const toml::table& names, std::string_view key,
                              std::string Landmark::*english, const Registry& registry,
                              const ContentFile& file) {
    NameTable table(names, key, file);
    std::set<std::string> told; // a landmark stands on many vertebrae; it is wanted once
    for (const Landmark& landmark : registry.landmarks) {
        const auto keys = keys_of(landmark, registry);
        const bool own = table.has(keys[0]) || table.has(keys[1]);
        if (own || told.insert(landmark.id).second) {
            table.want(landmark.id, landmark.*english, {keys[0], keys[1]});
        }
    }
    return table.take();
}

Catalogue translate_vessels(const toml::table& names, const anatomy::Surroundings& around,
                            const ContentFile& file) {
    NameTable table(names, "vessels", file);
    for (const anatomy::Vessel& vessel : around.vessels) {
        table.want(vessel.id, vessel.name);
    }
    return table.take();
}

/// Puts the name of an id in place of the English one, and returns that; empty: there is none.
std::string rename(std::string& name, const Catalogue& names, std::string_view id) {
    const auto found = names.find(id);
    return found == names.end() ? std::string() : std::exchange(name, found->second);
}

void rename_landmark(Landmark& landmark, const AnatomyNames& names, const Registry& registry) {
    bool named = false;
    bool defined = false;
    for (const std::string& key : keys_of(landmark, registry)) {
        if (!named) {
            landmark.english = rename(landmark.name, names.landmarks, key);
            named = !landmark.english.empty();
        }
        defined = defined || !rename(landmark.definition, names.definitions, key).empty();
    }
}

} // namespace

void translate_names(Knowledge& knowledge, const std::filesystem::path& folder,
                     const Registry& registry, const anatomy::Surroundings& around,
                     Findings& findings) {
    const ContentFile file{folder / "anatomy.toml", &findings};
    const toml::table names = read_translation(file);
    knowledge.names = {
        translate_bones(names, "bones", registry, file),
        translate_regions(names, registry, around.organs, file),
        translate_landmarks(names, "landmarks", &Landmark::name, registry, file),
        translate_landmarks(names, "definitions", &Landmark::definition, registry, file),
        translate_bones(names, "organs", around.organs, file),
        translate_vessels(names, around, file)};
    TableReader reader(names, "the names", file);
    for (const std::string_view key :
         {"bones", "regions", "landmarks", "definitions", "organs", "vessels"}) {
        reader.table(key, false);
    }
    reader.refuse_other_keys();
}

void rename_anatomy(const AnatomyNames& names, Registry& registry, anatomy::Surroundings& around) {
    for (Bone& bone : registry.bones) {
        bone.english = rename(bone.name, names.bones, bone.id);
    }
    for (anatomy::Region& region : registry.regions) {
        region.english = rename(region.name, names.regions, region.id);
    }
    for (Landmark& landmark : registry.landmarks) {
        rename_landmark(landmark, names, registry);
    }
    for (Bone& organ : around.organs.bones) {
        organ.english = rename(organ.name, names.organs, organ.id);
    }
    for (anatomy::Region& region : around.organs.regions) {
        region.english = rename(region.name, names.regions, region.id);
    }
    for (anatomy::Vessel& vessel : around.vessels) {
        rename(vessel.name, names.vessels, vessel.id);
    }
}

} // namespace osteon::knowledge
