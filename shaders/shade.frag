// What bones take of each other's light, found in the picture itself: occlusion finer than vertices
// can hold, and the soft shadow that near bones cast in the key light. The output is a shade map:
// openness, the share of the light that the shadow leaves, and the depth for which they hold.

uniform highp sampler2D u_depth;
uniform vec2 u_size;
uniform vec3 u_eye;
// Directions of unit length along the view: to the lower left corner, and from there to the others.
uniform vec3 u_ray_corner;
uniform vec3 u_ray_across;
uniform vec3 u_ray_upward;
uniform mat4 u_to_clip;
uniform float u_pixel; // of this picture, in radians

layout(location = 0) out vec4 o_shade;

#include "depth.glsl"
#include "light.glsl"

const float wide_radius = 0.070; // metres, as baked
const float fine_radius = 0.014;
const float wide_strength = 0.50;
const float fine_strength = 0.90;
const float longest_reach = 0.09; // share of the picture's height; nearer views look less far

const float shadow_reach = 0.130; // metres
const float shadow_strength = 0.90;
const float bone_thickness = 0.040; // metres behind its surface in which a bone stops the key light
const int shadow_steps = 16;

vec3 position_at(vec2 at) {
    float depth = view_depth(texture(u_depth, at).r);
    return u_eye + depth * (u_ray_corner + at.x * u_ray_across + at.y * u_ray_upward);
}

// The shorter of two ways along the surface: the other one leads over an edge.
vec3 shorter(vec3 a, vec3 b) {
    return dot(a, a) < dot(b, b) ? a : b;
}

vec3 normal_at(vec2 at, vec3 here) {
    vec2 d = 1.0 / u_size;
    vec3 across = shorter(position_at(at + vec2(d.x, 0.0)) - here,
                          here - position_at(at - vec2(d.x, 0.0)));
    vec3 upward = shorter(position_at(at + vec2(0.0, d.y)) - here,
                          here - position_at(at - vec2(0.0, d.y)));
    return normalize(cross(across, upward));
}

// One of 16 turns, each once in every square of 4 x 4 pixels, whose mean is smooth.
float turn_here() {
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    return (float(((cell.x + 4 * cell.y) * 7) & 15) + 0.5) / 16.0;
}

// How much of the light within a radius other surfaces take: after McGuire, Mara and Luebke 2012,
// Scalable ambient obscurance; the sum is over cosines, so that it has no unit.
float crowding(vec2 at, vec3 here, vec3 normal, float depth, float radius, float turn, int taps) {
    float most = longest_reach * u_size.y;
    float reach = min(radius / (depth * u_pixel), most);
    if (reach < 0.75) {
        return 0.0;
    }
    float metres = reach * depth * u_pixel;
    float lift = 0.04 * metres + 0.6 * depth * u_pixel;
    float sum = 0.0;
    for (int i = 0; i < taps; ++i) {
        float share = (float(i) + 0.5) / float(taps);
        float angle = 6.2831853 * (turn + 2.3999632 * float(i) / 6.2831853);
        vec2 beside = at + reach * share * vec2(cos(angle), sin(angle)) / u_size;
        vec3 way = position_at(beside) - here;
        float squared = dot(way, way);
        float near = max(1.0 - squared / (metres * metres), 0.0);
        sum += near * near * max(dot(way, normal) - lift, 0.0) * inversesqrt(squared + 1e-8);
    }
    return min(3.6 * sum / float(taps), 1.0);
}

// How much of the key light near bones keep off, by a walk through the depths towards the light.
// What is hit soon weighs more, so that shadows soften with their distance.
float shadow(vec3 here, vec3 normal, float depth, float turn) {
    float pixel = depth * u_pixel;
    vec3 start = here + (0.0008 + 1.5 * pixel) * normal;
    vec4 clip = u_to_clip * vec4(start, 1.0);
    vec4 step_clip = u_to_clip * vec4(u_key_direction, 0.0);
    float darkest = 0.0;
    for (int i = 0; i < shadow_steps; ++i) {
        float share = (float(i) + turn) / float(shadow_steps);
        float walked = shadow_reach * share * (0.3 + 0.7 * share);
        vec4 there = clip + walked * step_clip;
        float behind = there.w - view_depth(texture(u_depth, 0.5 + 0.5 * there.xy / there.w).r);
        float least = 0.0005 + 0.5 * pixel + 0.02 * walked;
        float hit = smoothstep(least, 2.0 * least, behind) *
                    (1.0 - smoothstep(0.7 * bone_thickness, bone_thickness, behind));
        darkest = max(darkest, hit * (1.0 - share * share));
    }
    return darkest;
}

// The share of the light on a surface that a shadow of the key light leaves.
float light_left(vec3 normal, float shadowed) {
    vec3 key = key_on(normal, 0.12);
    vec3 others = fill_on(normal) + ambient_on(normal);
    const vec3 brightness = vec3(0.2126, 0.7152, 0.0722);
    return dot(others + (1.0 - shadowed) * key, brightness) / dot(others + key, brightness);
}

void main() {
    vec2 at = gl_FragCoord.xy / u_size;
    float stored = texture(u_depth, at).r;
    if (stored >= 1.0) {
        o_shade = vec4(1.0);
        return;
    }
    float depth = view_depth(stored);
    vec3 here = position_at(at);
    vec3 normal = normal_at(at, here);
    float turn = turn_here();
    float wide = crowding(at, here, normal, depth, wide_radius, turn, 8);
    float fine = crowding(at, here, normal, depth, fine_radius, turn, 8);
    float open = (1.0 - wide_strength * wide) * (1.0 - fine_strength * fine);
    float facing = smoothstep(0.0, 0.25, dot(normal, u_key_direction));
    float shadowed = 0.0;
    if (facing > 0.0) {
        shadowed = shadow_strength * facing * shadow(here, normal, depth, turn);
    }
    o_shade = vec4(open, light_left(normal, shadowed), pack_depth(depth));
}
