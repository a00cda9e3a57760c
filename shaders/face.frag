// The cut faces of a section: cortex around spongy bone, marrow in the shafts of long bones, the
// rings of discs, enamel around dentine.

in vec3 v_to_eye;
in vec3 v_position;

uniform float u_exposure;
uniform vec3 u_cut_normal;
uniform highp usampler2D u_faces; // the bone of the face under each sample
uniform highp sampler2D u_rims;   // how deep in its face each sample lies: 1 past the rim
uniform highp sampler2D u_looks;
// For each bone: its kind; between which heights marrow alone fills it, metres.
uniform highp sampler2D u_tissues;

layout(location = 0) out vec4 o_colour;
layout(location = 1) out uint o_bone;

#include "light.glsl"
#include "tone.glsl"

const uint nothing = 0xFFFFu;
const uint flat_flag = 16u;

const int disc = 1;
const int cartilage = 2;
const int tooth = 3;

// Linear light.
const vec3 cortex = vec3(0.84, 0.77, 0.61);
const vec3 trabecula = vec3(0.78, 0.60, 0.38);
const vec3 red_marrow = vec3(0.36, 0.115, 0.060);
const vec3 yellow_marrow = vec3(0.74, 0.45, 0.15);
const vec3 annulus = vec3(0.60, 0.60, 0.54);
const vec3 annulus_line = vec3(0.40, 0.42, 0.40);
const vec3 nucleus = vec3(0.62, 0.76, 0.76);
const vec3 hyaline = vec3(0.50, 0.62, 0.64);
const vec3 perichondrium = vec3(0.66, 0.70, 0.68);
const vec3 dentine = vec3(0.78, 0.66, 0.40);
const vec3 enamel = vec3(0.92, 0.91, 0.86);

const float cell = 0.0015;        // metres between the plates of spongy bone
const float ring = 1.0 / 6.0;     // of the annulus
const float annulus_share = 0.85; // of the rim, before the nucleus begins

float random_at(ivec3 at) {
    uint h = uint(at.x) * 73856093u ^ uint(at.y) * 19349663u ^ uint(at.z) * 83492791u;
    h = (h ^ (h >> 15u)) * 0x2C1B3C6Du;
    h = (h ^ (h >> 12u)) * 0x297A2D39u;
    h ^= h >> 15u;
    return float(h & 0xFFFFu) / 65535.0;
}

// Value noise, 0..1, one step of the lattice a unit.
float noise(vec3 p) {
    vec3 corner = floor(p);
    vec3 w = p - corner;
    w = w * w * (3.0 - 2.0 * w);
    ivec3 c = ivec3(corner);
    vec4 low = vec4(random_at(c), random_at(c + ivec3(1, 0, 0)), random_at(c + ivec3(0, 1, 0)),
                    random_at(c + ivec3(1, 1, 0)));
    vec4 high = vec4(random_at(c + ivec3(0, 0, 1)), random_at(c + ivec3(1, 0, 1)),
                     random_at(c + ivec3(0, 1, 1)), random_at(c + ivec3(1, 1, 1)));
    vec4 z = mix(low, high, w.z);
    vec2 y = mix(z.xy, z.zw, w.y);
    return mix(y.x, y.y, w.x);
}

// Turned out of the axes of planes and lattice, so that neither shows in a cut.
const mat3 turned = mat3(0.00, 0.80, 0.60, -0.80, 0.36, -0.48, -0.60, -0.48, 0.64);

// Where a noise passes its middle: thin plates, one between every high and low.
float plate(vec3 p, float width) {
    float n = 0.65 * noise(p) + 0.35 * noise(turned * (1.9 * p) + 31.0);
    return 1.0 - smoothstep(0.35 * width, width, abs(n - 0.5));
}

// Plates of spongy bone, 0 in the gaps between them; their mean where pixels are coarser.
float lattice() {
    vec3 p = turned * (v_position / cell) + 1024.0;
    float plates = max(plate(p, 0.095), plate(turned * p + 57.0, 0.085));
    float pixel = length(fwidth(v_position)) / cell;
    return mix(plates, 0.52, smoothstep(0.3, 0.9, pixel));
}

vec3 bone_face(float depth, vec2 cavity, vec3 look, bool is_flat) {
    float spongy = lattice();
    float end = 0.12 * (cavity.y - cavity.x);
    float shaft = smoothstep(cavity.x, cavity.x + end, v_position.y) *
                  (1.0 - smoothstep(cavity.y - end, cavity.y, v_position.y));
    vec3 within = mix(red_marrow, trabecula, spongy);
    within = mix(within, yellow_marrow * (0.94 + 0.12 * spongy), shaft);
    vec3 rim = cortex;
    if (is_flat) {
        rim = look;
        within = mix(0.45 * look, look, 0.55 + 0.45 * spongy);
    }
    // Spongy bone grows denser towards the cortex.
    float inner = smoothstep(0.82, 1.0, depth);
    return mix(rim, within, inner);
}

vec3 disc_face(float depth) {
    float pixel = fwidth(depth) / ring;
    float line = 0.5 + 0.5 * cos(6.2831853 * depth / ring);
    vec3 rings = mix(annulus, annulus_line, mix(line * line, 0.4, smoothstep(0.3, 0.7, pixel)));
    return mix(rings, nucleus, smoothstep(annulus_share - 0.12, annulus_share + 0.1, depth));
}

void main() {
    uint bone = texelFetch(u_faces, ivec2(gl_FragCoord.xy), 0).r;
    if (bone == nothing) {
        discard;
    }
    ivec2 entry = ivec2(int(bone & 255u), int(bone >> 8u));
    vec4 look = texelFetch(u_looks, entry, 0);
    vec3 tissue = texelFetch(u_tissues, entry, 0).rgb;
    float depth = texelFetch(u_rims, ivec2(gl_FragCoord.xy), 0).r;
    int kind = int(tissue.x + 0.5);
    bool is_flat = (uint(look.a + 0.5) & flat_flag) != 0u;
    vec3 albedo;
    if (kind == disc) {
        albedo = disc_face(depth);
    } else if (kind == cartilage) {
        albedo = mix(perichondrium, hyaline, smoothstep(0.6, 1.0, depth));
    } else if (kind == tooth) {
        albedo = mix(enamel, dentine, smoothstep(0.85, 1.0, depth));
    } else {
        albedo = bone_face(depth, tissue.yz, look.rgb, is_flat);
    }
    // A face seen aslant stays readable: half of it is lit as if it faced the viewer.
    vec3 normal = normalize(u_cut_normal + normalize(v_to_eye));
    vec3 light = key_on(normal, 0.3) + 0.5 * fill_on(normal) + ambient_on(normal);
    o_colour = vec4(encode(shoulder(u_exposure * albedo * light)), 1.0);
    o_bone = bone;
}
