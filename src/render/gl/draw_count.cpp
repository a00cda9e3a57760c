#include "render/gl/draw_count.h"

#include <glad/gl.h>

#include <atomic>

namespace osteon::render::gl {

namespace {

std::atomic<std::size_t> calls = 0;

/// Counts a call and passes it on to the driver's function, which `driver` keeps.
template <auto* slot, class... Arguments>
struct Counted {
    using Function = void(GLAD_API_PTR*)(Arguments...);
    static inline Function driver = nullptr;

    static void GLAD_API_PTR call(Arguments... arguments) {
        calls.fetch_add(1, std::memory_order_relaxed);
        driver(arguments...);
    }
    static void install() {
        if (*slot != nullptr && *slot != call) {
            driver = *slot;
            *slot = call;
        }
    }
};

template <auto* slot, class... Arguments>
void install(void(GLAD_API_PTR*)(Arguments...)) {
    Counted<slot, Arguments...>::install();
}

} // namespace

void count_draw_calls() {
    install<&glad_glDrawArrays>(glad_glDrawArrays);
    install<&glad_glDrawElements>(glad_glDrawElements);
    install<&glad_glMultiDrawElements>(glad_glMultiDrawElements);
    install<&glad_glDrawArraysInstanced>(glad_glDrawArraysInstanced);
    install<&glad_glDrawElementsInstanced>(glad_glDrawElementsInstanced);
    install<&glad_glDrawElementsBaseVertex>(glad_glDrawElementsBaseVertex);
    install<&glad_glMultiDrawElementsBaseVertex>(glad_glMultiDrawElementsBaseVertex);
}

std::size_t draw_calls() {
    return calls;
}

} // namespace osteon::render::gl
