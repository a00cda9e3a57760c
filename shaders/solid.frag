// Opaque bone, cartilage and teeth under soft light that follows the camera: what the surface is,
// what light it sends to the eye, and how that shows in the picture.

in vec3 v_to_eye;
in vec3 v_normal;
in vec3 v_albedo;
in vec2 v_occlusion;
flat in uint v_bone;
flat in uint v_flags;
flat in int v_pattern;
#ifdef LESIONS
flat in vec3 v_moved;
#endif

#ifdef LESIONS
uniform vec3 u_eye;
#endif
uniform float u_occlusion_strength;
uniform float u_exposure;
uniform float u_rim;
uniform int u_samples; // along a side of a pixel

layout(location = 0) out vec4 o_colour;
layout(location = 1) out uint o_bone;

#ifdef CUT
#include "cut.glsl"
#endif
#ifdef LESIONS
#include "lesions.glsl"
#include "lesion_surface.glsl"
#endif
#include "light.glsl"
#include "tone.glsl"
#include "pattern.glsl"

const uint flat_flag = 16u;
const uint soft_flag = 32u;
const uint tooth_flag = 64u;

const vec3 rim_light = vec3(0.80, 0.92, 1.0);
const vec3 cartilage_light = vec3(0.80, 0.97, 1.06);

// A share of the light reaches every crevice, so that none is black.
const float least_open = 0.16;

struct Material {
    float wrap;    // how far around the form the key light reaches: more where it enters the tissue
    float sheen;   // of cortical bone, like satin
    float polish;  // of enamel: a small clear highlight
    float through; // light that has passed through, where the form is thin to the eye
};

struct Surface {
    vec3 normal;
    vec3 to_eye;
    vec3 albedo;
    float open; // share of the light that finds its way here
    Material material;
};

Material material_of(uint flags) {
    if ((flags & soft_flag) != 0u) {
        return Material(0.40, 0.0, 0.0, 0.16);
    }
    if ((flags & flat_flag) != 0u) {
        return Material(0.14, 0.0, 0.0, 0.0);
    }
    if ((flags & tooth_flag) != 0u) {
        return Material(0.24, 0.5, 1.0, 0.06);
    }
    return Material(0.12, 1.0, 0.0, 0.0);
}

// How open the surface lies: baked over 70 mm, and over 14 mm for sutures, sockets and contacts.
float openness() {
    float wide = mix(1.0, v_occlusion.x, 0.55 + 0.35 * u_occlusion_strength);
    float fine = mix(1.0, v_occlusion.y, 0.70 + 0.20 * u_occlusion_strength);
    return mix(least_open, 1.0, wide * fine);
}

Surface surface_here() {
    vec3 normal = normalize(gl_FrontFacing ? v_normal : -v_normal);
    vec3 albedo = patterned(v_albedo, v_pattern, gl_FragCoord.xy / float(u_samples));
    Surface s = Surface(normal, normalize(v_to_eye), albedo, openness(), material_of(v_flags));
#ifdef LESIONS
    if (lesions_on(v_flags) > 0) {
        Lesioned changed = with_lesions(Lesioned(s.normal, s.albedo, 1.0, s.material.sheen),
                                        v_flags, u_eye - v_to_eye - v_moved, s.to_eye);
        s.normal = changed.normal;
        s.albedo = changed.albedo;
        s.open *= changed.open;
        s.material.sheen = changed.sheen;
    }
#endif
    return s;
}

// What arrives when light also bounces within the crevice: the surface's own colour deepens, which
// warms bone. Jimenez et al. 2016, Practical real-time strategies for accurate indirect occlusion.
vec3 bounced(float open, vec3 albedo) {
    vec3 a = 2.0404 * albedo - 0.3324;
    vec3 b = -4.7951 * albedo + 0.6417;
    vec3 c = 2.7552 * albedo + 0.6903;
    return max(vec3(open), ((open * a + b) * open + c) * open);
}

// The light that the surface scatters. Crevices lie in the shadow of key and fill light before they
// lie in the sky's.
vec3 scattered(Surface s) {
    vec3 direct = key_on(s.normal, s.material.wrap) + fill_on(s.normal);
    vec3 light = direct * mix(s.open, 1.0, 0.25) + ambient_on(s.normal);
    if ((v_flags & flat_flag) != 0u) {
        // A colour that stands for a number keeps its hue under the lights, and about its lightness
        // away from them and in the shade.
        float grey = dot(light, vec3(0.3, 0.5, 0.2));
        return s.albedo * (0.45 + 0.72 * grey) * mix(1.0, s.open, 0.6);
    }
    return s.albedo * light * bounced(s.open, s.albedo);
}

// The light that it mirrors, and that passes through thin cartilage and the edges of teeth.
vec3 mirrored(Surface s) {
    float grazing = 1.0 - max(dot(s.normal, s.to_eye), 0.0);
    float fresnel = grazing * grazing * grazing;
    vec3 rim = (0.35 * u_rim * fresnel * v_occlusion.x) * rim_light * (0.4 + 0.6 * s.albedo);
    vec3 through = (s.material.through * grazing * s.open) * s.albedo * cartilage_light;
    float facing = max(dot(s.normal, normalize(u_key_direction + s.to_eye)), 0.0);
    float satin = facing * facing * facing;
    satin *= satin;
    float clear = satin * satin * satin;
    clear *= clear;
    float gloss = s.material.sheen * (0.02 + 0.06 * satin) * satin +
                  s.material.polish * 0.26 * clear * clear;
    return rim + through + vec3(gloss * s.open);
}

void main() {
#ifdef CUT
    if (cut_away()) {
        discard;
    }
#endif
    Surface surface = surface_here();
    vec3 light = scattered(surface) + mirrored(surface);
    o_colour = vec4(encode(shoulder(u_exposure * light)), 1.0);
    o_bone = v_bone;
}
