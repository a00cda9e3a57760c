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
const vec3 key_light = 1.06 * vec3(1.05, 0.99, 0.91);
const vec3 fill_light = 0.34 * vec3(0.84, 0.98, 1.20);
const vec3 sky_light = 0.42 * vec3(0.93, 1.0, 1.09);
const vec3 ground_light = 0.20 * vec3(1.16, 0.99, 0.82);
const vec3 rim_light = vec3(0.80, 0.92, 1.0);
const vec3 cartilage_light = vec3(0.80, 0.97, 1.06);

// A share of the light reaches every crevice, so that none is black.
const float least_open = 0.07;

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

// How open the surface lies: baked over 70 mm, and over 14 mm for sutures, sockets and contacts.
float openness() {
    float wide = mix(1.0, v_occlusion.x, 0.55 + 0.35 * u_occlusion_strength);
    float fine = mix(1.0, v_occlusion.y, 0.80 + 0.20 * u_occlusion_strength);
    return mix(least_open, 1.0, wide * fine * sqrt(fine));
}

// What arrives when light also bounces within the crevice: the surface's own colour deepens, which
// warms bone. Jimenez et al. 2016, Practical real-time strategies for accurate indirect occlusion.
vec3 bounced(float open, vec3 albedo) {
    vec3 a = 2.0404 * albedo - 0.3324;
    vec3 b = -4.7951 * albedo + 0.6417;
    vec3 c = 2.7552 * albedo + 0.6903;
    return max(vec3(open), ((open * a + b) * open + c) * open);
}

void main() {
    vec3 n = normalize(gl_FrontFacing ? v_normal : -v_normal);
    vec3 to_eye = normalize(v_to_eye);
    bool matt = (v_flags & (flat_flag | soft_flag)) != 0u;

    bool soft = (v_flags & soft_flag) != 0u;
    float open = openness();

    // The key light wraps a little way around the form, as from a large window; further around
    // cartilage, into which it enters. Crevices lie in its shadow before the sky's.
    float wrap = soft ? 0.40 : 0.14;
    float key = max(dot(n, u_key_direction) + wrap, 0.0) / (1.0 + wrap);
    float fill = max(dot(n, u_fill_direction), 0.0);
    vec3 direct = key * key_light + fill * fill_light;
    vec3 ambient = mix(ground_light, sky_light, 0.5 + 0.5 * dot(n, u_up));
    vec3 light = direct * mix(open, 1.0, 0.25) + ambient;
    if ((v_flags & flat_flag) != 0u) {
        // A colour that stands for a number keeps its hue under the lights.
        light = vec3(dot(light, vec3(0.3, 0.5, 0.2)));
    }
    vec3 colour = v_albedo * light * bounced(open, v_albedo);

    float grazing = 1.0 - max(dot(n, to_eye), 0.0);
    float fresnel = grazing * grazing * grazing;
    colour += (0.35 * u_rim * fresnel * v_occlusion.x) * rim_light * (0.4 + 0.6 * v_albedo);
    if (soft) {
        // Light that has passed through: strongest where the form is thin to the eye.
        colour += 0.16 * grazing * open * v_albedo * cartilage_light;
    }
    if (!matt) {
        float gloss = max(dot(n, normalize(u_key_direction + to_eye)), 0.0);
        gloss *= gloss * gloss;
        gloss *= gloss;
        colour += (0.02 + 0.06 * gloss) * gloss * open;
    }

    o_colour = vec4(encode(shoulder(u_exposure * colour)), 1.0);
    o_bone = v_bone;
}
