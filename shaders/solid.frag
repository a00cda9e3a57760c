// Opaque bone under soft light that follows the camera. In linear light, written as sRGB.

in vec3 v_to_eye;
in vec3 v_normal;
in vec3 v_albedo;
in vec2 v_occlusion;
flat in uint v_bone;
flat in uint v_flags;

uniform vec3 u_right;
uniform vec3 u_up;
uniform vec3 u_key_direction;
uniform vec3 u_fill_direction;
uniform float u_occlusion_strength;
uniform float u_exposure;
uniform float u_rim;

layout(location = 0) out vec4 o_colour;
layout(location = 1) out uint o_bone;

const uint flat_flag = 16u;
const uint soft_flag = 32u;

// Colours of the lights relative to their own brightness; the brightnesses are chosen so that a
// surface that faces the viewer shows about its own colour.
const vec3 key_light = 0.86 * vec3(1.04, 0.99, 0.93);
const vec3 fill_light = 0.34 * 0.86 * vec3(0.88, 0.98, 1.16);
const vec3 sky_light = 0.46 * vec3(0.93, 1.0, 1.09);
const vec3 ground_light = 0.30 * vec3(1.12, 0.99, 0.86);
const vec3 rim_light = vec3(0.80, 0.92, 1.0);
const vec3 crevice = vec3(0.42, 0.29, 0.19);

// Keeps what lies above 0.72 from burning out; slope 1 where it starts.
vec3 shoulder(vec3 x) {
    vec3 above = max(x - 0.72, 0.0);
    return min(x, 0.72) + 0.28 * above / (0.28 + above);
}

// IEC 61966-2-1.
vec3 encode(vec3 x) {
    return mix(1.055 * pow(max(x, 0.0), vec3(1.0 / 2.4)) - 0.055, 12.92 * x,
               lessThan(x, vec3(0.0031308)));
}

// What arrives of the light in crevices: less of it, and warmer.
vec3 occlusion_tint() {
    float open = mix(1.0, v_occlusion.x, 0.75 * u_occlusion_strength) *
                 mix(1.0, v_occlusion.y, 0.85 * u_occlusion_strength);
    return mix(crevice, vec3(1.0), open);
}

void main() {
    vec3 n = normalize(gl_FrontFacing ? v_normal : -v_normal);
    vec3 to_eye = normalize(v_to_eye);
    bool matt = (v_flags & (flat_flag | soft_flag)) != 0u;

    // The key light wraps a little way around the form, as from a large window.
    float key = max(dot(n, u_key_direction) + 0.22, 0.0) / 1.22;
    float fill = max(dot(n, u_fill_direction), 0.0);
    vec3 light = key * key_light + fill * fill_light +
                 mix(ground_light, sky_light, 0.5 + 0.5 * dot(n, u_up));
    if ((v_flags & flat_flag) != 0u) {
        // A colour that stands for a number keeps its hue under the lights.
        light = vec3(dot(light, vec3(0.3, 0.5, 0.2)));
    }
    vec3 colour = v_albedo * light * occlusion_tint();

    float grazing = 1.0 - max(dot(n, to_eye), 0.0);
    float fresnel = grazing * grazing * grazing;
    colour += (0.35 * u_rim * fresnel * v_occlusion.x) * rim_light * (0.4 + 0.6 * v_albedo);
    if (!matt) {
        float gloss = max(dot(n, normalize(u_key_direction + to_eye)), 0.0);
        gloss *= gloss * gloss;
        gloss *= gloss;
        colour += 0.06 * gloss * gloss * v_occlusion.y;
    }

    o_colour = vec4(encode(shoulder(u_exposure * colour)), 1.0);
    o_bone = v_bone;
}
