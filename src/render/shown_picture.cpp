#include "render/shown_picture.h"

#include "render/gl/texture.h"

namespace osteon::render {

ShownPicture::ShownPicture(const Image& image)
    : texture_(gl::make_texture(gl::rgba8, image.width, image.height, image.pixels.data())) {}

} // namespace osteon::render
