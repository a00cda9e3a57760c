#include "render/offscreen.h"

#include "render/gl/framebuffer.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::render {

namespace {

Error no_offscreen(const std::string& reason) {
    return {Fault::machine, "drawing without a window", "", reason,
            "Install Mesa (libegl1 and libgl1-mesa-dri on Debian), or update the graphics driver"};
}

/// Mesa's display without a screen where there is one, else the driver's own.
EGLDisplay find_display() {
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    const bool surfaceless = extensions != nullptr &&
                             std::string_view(extensions).find("EGL_MESA_platform_surfaceless") !=
                                 std::string_view::npos;
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (surfaceless && get_display != nullptr) {
        return get_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    }
    return eglGetDisplay(EGL_DEFAULT_DISPLAY);
}

EGLContext make_context(EGLDisplay display, bool debug) {
    const std::array<EGLint, 3> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = EGL_NO_CONFIG_KHR;
    EGLint count = 0;
    if (eglChooseConfig(display, wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0) {
        // A context that only ever draws into framebuffers of its own needs no configuration.
        config = EGL_NO_CONFIG_KHR;
    }
    std::vector<EGLint> attributes{
        EGL_CONTEXT_MAJOR_VERSION,       3,
        EGL_CONTEXT_MINOR_VERSION,       3,
        EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT};
    if (debug) {
        attributes.insert(attributes.end(), {EGL_CONTEXT_OPENGL_DEBUG, EGL_TRUE});
    }
    attributes.push_back(EGL_NONE);
    return eglCreateContext(display, config, EGL_NO_CONTEXT, attributes.data());
}

} // namespace

struct OffscreenContext::Parts {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        // The display stays initialised: it is the process's, and other contexts may live on it.
        if (context != EGL_NO_CONTEXT) {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
    }
};

OffscreenContext::OffscreenContext(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

Result<OffscreenContext> OffscreenContext::create(bool debug) {
    auto parts = std::make_unique<Parts>();
    parts->display = find_display();
    if (parts->display == EGL_NO_DISPLAY ||
        eglInitialize(parts->display, nullptr, nullptr) == EGL_FALSE) {
        return fail(
            no_offscreen("Osteon needs OpenGL 3.3; this machine has no EGL display to draw with"));
    }
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) {
        return fail(no_offscreen("Osteon needs OpenGL 3.3; this machine's EGL offers no OpenGL"));
    }
    parts->context = make_context(parts->display, debug);
    if (parts->context == EGL_NO_CONTEXT) {
        const char* vendor = eglQueryString(parts->display, EGL_VENDOR);
        return fail(no_offscreen("Osteon needs OpenGL 3.3; this machine offers less (EGL by " +
                                 std::string(vendor == nullptr ? "unknown" : vendor) + ")"));
    }
    if (eglMakeCurrent(parts->display, EGL_NO_SURFACE, EGL_NO_SURFACE, parts->context) ==
        EGL_FALSE) {
        return fail(no_offscreen("the driver cannot draw without a surface"));
    }
    return OffscreenContext(std::move(parts));
}

Renderer::Loader OffscreenContext::loader() {
    return eglGetProcAddress;
}

struct Canvas::Parts {
    gl::Texture colour;
    gl::Texture depth;
    gl::Framebuffer framebuffer;
};

Canvas::Canvas(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

Result<Canvas> Canvas::create(int width, int height) {
    GLint limit = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &limit);
    if (width < 1 || height < 1 || width > limit || height > limit) {
        return fail({Fault::machine, "the picture", "",
                     std::to_string(width) + "x" + std::to_string(height) +
                         " is not a size that this graphics driver can draw",
                     "Choose 1 to " + std::to_string(limit) + " pixels for each side"});
    }
    auto parts = std::make_unique<Parts>();
    parts->colour = gl::make_texture(gl::rgba8, width, height);
    parts->depth = gl::make_texture(gl::depth32, width, height);
    auto framebuffer = gl::try_framebuffer({&parts->colour}, &parts->depth);
    if (!framebuffer) {
        return fail({Fault::machine, "the picture", "",
                     "the graphics driver has no memory for " + std::to_string(width) + "x" +
                         std::to_string(height) + " pixels",
                     "Choose a smaller size"});
    }
    parts->framebuffer = std::move(*framebuffer);
    glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    return Canvas(std::move(parts));
}

std::uint32_t Canvas::framebuffer() const {
    return parts_->framebuffer.id();
}

} // namespace osteon::render
