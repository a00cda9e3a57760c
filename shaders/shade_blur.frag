// The mean of a shade map over 4 x 4 pixels, in which every turn of its samples comes once; only of
// those at about the same depth, so that no shade spills over an edge.

uniform highp sampler2D u_shade;
uniform vec2 u_size;
uniform float u_pixel; // of this picture, in radians

layout(location = 0) out vec4 o_shade;

#include "depth.glsl"

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 here = texelFetch(u_shade, at, 0);
    o_shade = here;
    if (here == vec4(1.0)) {
        return;
    }
    ivec2 last = ivec2(u_size) - 1;
    float depth = unpack_depth(here.ba);
    float slack = 0.002 + 6.0 * depth * u_pixel;
    vec2 sum = vec2(0.0);
    float weights = 0.0;
    for (int y = -2; y < 2; ++y) {
        for (int x = -2; x < 2; ++x) {
            vec4 beside = texelFetch(u_shade, clamp(at + ivec2(x, y), ivec2(0), last), 0);
            float weight = max(1.0 - abs(unpack_depth(beside.ba) - depth) / slack, 0.0);
            sum += weight * beside.rg;
            weights += weight;
        }
    }
    o_shade.rg = sum / weights;
}
