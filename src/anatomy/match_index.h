#pragma once

#include "anatomy/match_words.h"
#include "anatomy/registry.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace osteon::anatomy {

/// Which of a bone's names was met.
enum class NameKind { english, latin, variant };

/// What a name led to: a bone, or why to none.
struct NameLookup {
    BoneIndex bone = no_bone;
    NameKind kind = NameKind::english;
    std::string obstacle; ///< where the name means a bone but does not settle which; else empty
};

/// All names of the registry, ready to be looked up by their words. Does not outlive the registry.
class NameIndex {
public:
    explicit NameIndex(const Registry& registry);

    BoneIndex find_fma(int fma, std::optional<Side> side) const;
    NameLookup find_name(std::string_view name) const;
    /// The bones of a name that gives a part of the spine without a number ("intervertebral disc
    /// of cervical vertebra"); empty for other names.
    std::vector<BoneIndex> find_family(std::string_view name) const;
    /// The bone with the most similar name; no_bone where none is at all similar.
    BoneIndex find_nearest(std::string_view name) const;

private:
    struct Entry {
        BoneIndex bone;
        NameKind kind;
    };
    using Words = std::vector<std::string>;

    void add(BoneIndex bone, std::string_view name, NameKind kind);
    void add_entry(const Words& words, Entry entry);
    NameLookup settle(const std::vector<Entry>& entries, const NameWords& name) const;

    const Registry* registry_;
    std::map<Words, std::vector<Entry>> entries_by_words_;
    std::unordered_multimap<int, BoneIndex> bones_by_fma_;
};

} // namespace osteon::anatomy
