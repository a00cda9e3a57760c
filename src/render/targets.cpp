#include "render/targets.h"

#include "render/gl/texture.h"

#include <array>

namespace osteon::render {

namespace {

void attach(GLenum point, const gl::Texture& texture) {
    glFramebufferTexture2D(GL_FRAMEBUFFER, point, GL_TEXTURE_2D, texture.id(), 0);
}

Targets::Layer make_layer(glm::ivec2 size) {
    Targets::Layer layer;
    layer.colour = gl::make_texture(gl::rgba8, size.x, size.y);
    layer.index = gl::make_texture(gl::index16, size.x, size.y);
    layer.depth = gl::make_texture(gl::depth32, size.x, size.y);
    layer.framebuffer = gl::Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, layer.framebuffer.id());
    attach(GL_COLOR_ATTACHMENT0, layer.colour);
    attach(GL_COLOR_ATTACHMENT1, layer.index);
    attach(GL_DEPTH_ATTACHMENT, layer.depth);
    const std::array<GLenum, 2> outputs{GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    glDrawBuffers(2, outputs.data());
    return layer;
}

} // namespace

void Targets::resize(glm::ivec2 size) {
    if (size != size_) {
        solid_ = {};
        ghost_ = {};
        outlined_ = {};
        absorption_ = {};
        size_ = size;
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
        outlined_.index = gl::make_texture(gl::index16, size_.x, size_.y);
        outlined_.depth = gl::make_texture(gl::depth32, size_.x, size_.y);
        outlined_.framebuffer = gl::Framebuffer::make();
        glBindFramebuffer(GL_FRAMEBUFFER, outlined_.framebuffer.id());
        attach(GL_COLOR_ATTACHMENT0, outlined_.index);
        attach(GL_DEPTH_ATTACHMENT, outlined_.depth);
    }
    return outlined_;
}

const Targets::Absorption& Targets::absorption() {
    if (!absorption_.framebuffer) {
        absorption_.exponents = gl::make_texture(gl::sum32, size_.x, size_.y);
        absorption_.framebuffer = gl::Framebuffer::make();
        glBindFramebuffer(GL_FRAMEBUFFER, absorption_.framebuffer.id());
        attach(GL_COLOR_ATTACHMENT0, absorption_.exponents);
    }
    return absorption_;
}

void FinishedPicture::resize(glm::ivec2 new_size) {
    if (new_size == size) {
        return;
    }
    size = new_size;
    colour = gl::make_texture(gl::rgba8, size.x, size.y);
    framebuffer = gl::Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.id());
    attach(GL_COLOR_ATTACHMENT0, colour);
}

} // namespace osteon::render
