// An X-ray film from the exponents of absorption: light where little came through.

#include "sums.glsl"

uniform int u_samples;
uniform float u_window;
uniform float u_level;
uniform float u_opacity;
uniform vec3 u_base;
uniform bool u_packed;
uniform highp sampler2D u_exponents;

layout(location = 0) out vec4 o_colour;

const vec3 brightest = vec3(0.945, 0.960, 0.972);
const float shoulder = 0.6; // 0: straight; 1: level where the film is lightest

float blackening_spared(ivec2 at) {
    vec4 texel = texelFetch(u_exponents, at, 0);
    float exponent = u_packed ? unpack_sum(texel) : texel.r;
    float absorbed = 1.0 - exp(-max(exponent, 0.0));
    float x = clamp((absorbed - u_level) / u_window + 0.5, 0.0, 1.0);
    return x * (1.0 + shoulder - shoulder * x);
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * u_samples;
    float light = 0.0;
    for (int y = 0; y < u_samples; ++y) {
        for (int x = 0; x < u_samples; ++x) {
            light += blackening_spared(first + ivec2(x, y));
        }
    }
    light /= float(u_samples * u_samples);
    o_colour = vec4(mix(u_opacity * u_base, brightest, light), mix(u_opacity, 1.0, light));
}
