#pragma once

#include "ui/fonts.h"
#include "ui/interface.h"

#include <memory>
#include <vector>

struct ImGuiContext;

namespace osteon::ui {

/// The faces of each kind of room, built when they are first wanted: who comes back to a room waits
/// for no letters. Those of another scale or text size go.
class FaceShelf {
public:
    /// Of the current context of Dear ImGui, which outlives it.
    FaceShelf();
    ~FaceShelf();
    FaceShelf(const FaceShelf&) = delete;
    FaceShelf& operator=(const FaceShelf&) = delete;

    /// Gives the context these faces; whether they are others than before, whose texture is to be
    /// uploaded. Only the first of all are looked for in `cache`, and kept there: the next start
    /// most likely wants the same. Between frames.
    bool take(FaceSet set, float scale, float text_size, const FontFiles& files,
              const FontCache& cache);
    /// Those taken last.
    const Fonts& fonts() const { return fonts_; }

private:
    struct Built {
        FaceSet set = FaceSet::panels;
        std::unique_ptr<ImFontAtlas> atlas;
        Fonts fonts;
    };
    void use(const Built& built);

    ImGuiContext* context_;
    ImFontAtlas* own_atlas_; ///< of the context, which frees it
    std::vector<Built> built_;
    Fonts fonts_;
    FaceSet set_ = FaceSet::panels;
    float scale_ = 0.0F; ///< 0: none is built yet
    float text_size_ = 0.0F;
};

} // namespace osteon::ui
