#include "render/targets.h"

#include "render/gl/framebuffer.h"

namespace osteon::render {

namespace {

Targets::Layer make_layer(glm::ivec2 size) {
    Targets::Layer layer;
    layer.colour = gl::make_texture(gl::rgba8, size.x, size.y);
    layer.index = gl::make_texture(gl::index16, size.x, size.y);
    layer.depth = gl::make_texture(gl::depth32, size.x, size.y);
    layer.framebuffer = gl::make_framebuffer({&layer.colour, &layer.index}, &layer.depth);
    return layer;
}

} // namespace

void Targets::resize(glm::ivec2 size, glm::ivec2 outline_size) {
    if (size != size_ || outline_size != outline_size_) {
        solid_ = {};
        ghost_ = {};
        outlined_ = {};
        absorption_ = {};
        faces_ = {};
        size_ = size;
        outline_size_ = outline_size;
    }
}

const Targets::Layer& Targets::solid() {
    if (!solid_.framebuffer) {
        solid_ = make_layer(size_);
    }
    return solid_;
}

const Targets::Layer& Targets::ghost() {
    if (!ghost_.framebuffer) {
        ghost_ = make_layer(size_);
    }
    return ghost_;
}

const Targets::Layer& Targets::outlined() {
    if (!outlined_.framebuffer) {
        outlined_.index = gl::make_texture(gl::index16, outline_size_.x, outline_size_.y);
        outlined_.depth = gl::make_texture(gl::depth32, outline_size_.x, outline_size_.y);
        outlined_.framebuffer = gl::make_framebuffer({&outlined_.index}, &outlined_.depth);
    }
    return outlined_;
}

const Targets::Absorption& Targets::absorption() {
    if (!absorption_.framebuffer) {
        absorption_.exponents = gl::make_texture(gl::sum_format(sums_), size_.x, size_.y);
        absorption_.framebuffer = gl::make_framebuffer({&absorption_.exponents});
    }
    return absorption_;
}

const Targets::Faces& Targets::faces() {
    if (!faces_.framebuffer) {
        faces_.bones = gl::make_texture(gl::index16, size_.x, size_.y);
        faces_.winding = gl::make_texture(gl::depth24_stencil8, size_.x, size_.y);
        faces_.rims = gl::make_texture(gl::share8, size_.x, size_.y);
        faces_.rim_framebuffer = gl::make_framebuffer({&faces_.rims});
        faces_.framebuffer =
            gl::make_framebuffer({&faces_.bones}, &faces_.winding, GL_DEPTH_STENCIL_ATTACHMENT);
    }
    return faces_;
}

void ShadeMap::resize(glm::ivec2 new_size) {
    if (new_size == size) {
        return;
    }
    size = {}; // in case there is no memory
    rough = gl::make_texture(gl::rgba8, new_size.x, new_size.y);
    shade = gl::make_texture(gl::rgba8, new_size.x, new_size.y);
    rough_framebuffer = gl::make_framebuffer({&rough});
    framebuffer = gl::make_framebuffer({&shade});
    size = new_size;
}

void FinishedPicture::resize(glm::ivec2 new_size) {
    if (new_size == size) {
        return;
    }
    size = {}; // in case there is no memory
    backdrop.reset();
    colour = gl::make_texture(gl::rgba8, new_size.x, new_size.y);
    framebuffer = gl::make_framebuffer({&colour});
    empty = gl::make_texture(gl::rgba8, new_size.x, new_size.y);
    empty_framebuffer = gl::make_framebuffer({&empty});
    size = new_size;
}

} // namespace osteon::render
