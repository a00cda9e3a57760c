#include "ui/face_shelf.h"

#include "ui/label_fonts.h"

#include <imgui_internal.h>

#include <algorithm>

namespace osteon::ui {
namespace {

Fonts build_faces(ImFontAtlas& atlas, const FontFiles& files, FaceSet faces, float scale,
                  float text_size, const FontCache& cache) {
    switch (faces) {
    case FaceSet::lecture:
        return build_lecture_fonts(atlas, files, scale);
    case FaceSet::bedside:
        return build_bedside_fonts(atlas, files, scale, text_size);
    case FaceSet::bedside_small:
        return build_bedside_fonts(atlas, files, scale, text_size, c_small_bedside);
    case FaceSet::panels:
        break;
    }
    return build_fonts(atlas, files, scale, text_size, cache);
}

} // namespace

FaceShelf::FaceShelf()
    : context_(ImGui::GetCurrentContext())
    , own_atlas_(context_->IO.Fonts) {}

FaceShelf::~FaceShelf() {
    context_->IO.Fonts = own_atlas_;
}

bool FaceShelf::take(FaceSet set, float scale, float text_size, const FontFiles& files,
                     const FontCache& cache) {
    const bool same_size = scale == scale_ && text_size == text_size_;
    if (same_size && set == set_) {
        return false;
    }
    const bool first = scale_ == 0.0F;
    if (!same_size) {
        context_->IO.Fonts = own_atlas_;
        built_.clear();
        scale_ = scale;
        text_size_ = text_size;
    }
    set_ = set;
    const auto known = std::ranges::find(built_, set, &Built::set);
    if (known != built_.end()) {
        use(*known);
        return true;
    }
    Built built{set, std::make_unique<ImFontAtlas>(), {}};
    built.fonts =
        build_faces(*built.atlas, files, set, scale, text_size, first ? cache : FontCache{});
    built_.push_back(std::move(built));
    use(built_.back());
    return true;
}

void FaceShelf::use(const Built& built) {
    context_->IO.Fonts = built.atlas.get();
    fonts_ = built.fonts;
}

} // namespace osteon::ui
