#pragma once

#include <glad/gl.h>

#include <utility>

namespace osteon::render::gl {

/// Owns one OpenGL object of the kind that `Kind` makes and deletes. Empty (0) until made; must die
/// while its context is current.
template <class Kind>
class Handle {
public:
    Handle() = default;
    static Handle make() { return Handle(Kind::make()); }

    Handle(Handle&& other) noexcept
        : id_(std::exchange(other.id_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (id_ != 0) {
            Kind::destroy(id_);
        }
    }

    GLuint id() const { return id_; }
    explicit operator bool() const { return id_ != 0; }

private:
    explicit Handle(GLuint id)
        : id_(id) {}

    GLuint id_ = 0;
};

struct BufferKind {
    static GLuint make() {
        GLuint id = 0;
        glGenBuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteBuffers(1, &id); }
};

struct TextureKind {
    static GLuint make() {
        GLuint id = 0;
        glGenTextures(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteTextures(1, &id); }
};

struct FramebufferKind {
    static GLuint make() {
        GLuint id = 0;
        glGenFramebuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteFramebuffers(1, &id); }
};

struct VertexArrayKind {
    static GLuint make() {
        GLuint id = 0;
        glGenVertexArrays(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteVertexArrays(1, &id); }
};

struct QueryKind {
    static GLuint make() {
        GLuint id = 0;
        glGenQueries(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteQueries(1, &id); }
};

struct ProgramKind {
    static GLuint make() { return glCreateProgram(); }
    static void destroy(GLuint id) { glDeleteProgram(id); }
};

using Buffer = Handle<BufferKind>;
using Texture = Handle<TextureKind>;
using Framebuffer = Handle<FramebufferKind>;
using VertexArray = Handle<VertexArrayKind>;
using Query = Handle<QueryKind>;

} // namespace osteon::render::gl
