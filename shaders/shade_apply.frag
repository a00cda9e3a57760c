// What the shade leaves of a finished picture, to be multiplied with it. In sRGB as stored.

uniform int u_samples; // along each side of a pixel
uniform vec2 u_scale; // the same, below 1 where several pixels share a sample
uniform vec2 u_origin;
uniform vec2 u_viewport;
uniform highp sampler2D u_shade; // of the whole viewport
uniform float u_shade_pixel;     // one of its pixels, in radians
uniform highp sampler2D u_depth; // of the window, in samples

layout(location = 0) out vec4 o_left;

#include "depth.glsl"

// Where no place of the map fits, there is no shade.
const float doubt = 0.01;
// A share of the light reaches every place.
const float least_left = 0.2;

// The mean over a pixel's samples of how open the bone lies there, and of how much light shadows
// leave it: each from the nearest four places of the map, as far as they show the same bone.
vec2 shade_here() {
    ivec2 last = textureSize(u_shade, 0) - 1;
    vec2 at = (gl_FragCoord.xy + u_origin) / u_viewport * vec2(last + 1) - 0.5;
    vec2 part = fract(at);
    ivec2 low = clamp(ivec2(floor(at)), ivec2(0), last);
    ivec2 high = min(low + 1, last);
    vec4 a = texelFetch(u_shade, low, 0);
    vec4 b = texelFetch(u_shade, ivec2(high.x, low.y), 0);
    vec4 c = texelFetch(u_shade, ivec2(low.x, high.y), 0);
    vec4 d = texelFetch(u_shade, high, 0);
    vec4 open = vec4(a.r, b.r, c.r, d.r);
    vec4 left = vec4(a.g, b.g, c.g, d.g);
    vec4 depths = vec4(unpack_depth(a.ba), unpack_depth(b.ba), unpack_depth(c.ba),
                       unpack_depth(d.ba));
    vec4 nearness = vec4(1.0 - part.x, part.x, 1.0 - part.x, part.x) *
                        vec4(1.0 - part.yy, part.yy) +
                    0.002;
    ivec2 first = ivec2(floor(gl_FragCoord.xy) * u_scale);
    vec2 sum = vec2(0.0);
    for (int y = 0; y < u_samples; ++y) {
        for (int x = 0; x < u_samples; ++x) {
            float stored = texelFetch(u_depth, first + ivec2(x, y), 0).r;
            float depth = view_depth(stored);
            vec4 away = (depths - depth) / (0.001 + 2.5 * depth * u_shade_pixel);
            away *= away;
            vec4 weights = nearness / (1.0 + away * away);
            vec2 shade = (vec2(dot(weights, open), dot(weights, left)) + doubt) /
                         (dot(weights, vec4(1.0)) + doubt);
            sum += stored < 1.0 ? shade : vec2(1.0);
        }
    }
    return sum / float(u_samples * u_samples);
}

void main() {
    vec2 shade = shade_here();
    // Crevices are warmer, not greyer.
    vec3 light = least_left + (1.0 - least_left) * shade.y * pow(vec3(shade.x), vec3(0.92, 1.0, 1.12));
    o_left = vec4(pow(light, vec3(1.0 / 2.2)), 1.0);
}
