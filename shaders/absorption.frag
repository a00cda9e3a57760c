// What bone takes of an X-ray, as exponents of Beer and Lambert that add up along the ray. Every
// surface that the ray meets adds its cortex; those of a closed bone also count the way between
// them: minus the distance where the ray enters, plus the distance where it leaves. Both are told
// from a place in the bone, for small numbers stay exact in every kind of target.

#include "sums.glsl"

in vec3 v_to_eye;
in vec3 v_normal;
flat in uint v_bone;

uniform bool u_closed;
uniform bool u_packed;
// For each bone: thickness of the cortex in metres; attenuation of the cortex and of what it
// encloses, each per metre; distance of a place in it from the eye in metres.
uniform highp sampler2D u_matter;

layout(location = 0) out vec4 o_exponent;

// A bone's surface is taken for a sphere of this many thicknesses of its cortex.
const float radius = 5.0;

// The way through a spherical shell in its thicknesses, from outside to the hollow; or, for a ray
// that misses the hollow, to the middle of the chord. Grazing rays meet more cortex, up to the
// very edge, where the way ends at 0.
float way_through_cortex(float facing) {
    float chord = radius * facing;
    return chord - sqrt(max(chord * chord - (2.0 * radius - 1.0), 0.0));
}

void main() {
    vec4 matter = texelFetch(u_matter, ivec2(int(v_bone & 255u), int(v_bone >> 8u)), 0);
    float distance = length(v_to_eye);
    float facing = abs(dot(normalize(v_normal), v_to_eye)) / distance;
    float exponent = matter.y * matter.x * way_through_cortex(facing);
    if (u_closed) {
        float way = distance - matter.w;
        exponent += matter.z * (gl_FrontFacing ? -way : way);
    }
    o_exponent = u_packed ? pack_sum(exponent) : vec4(exponent, 0.0, 0.0, 0.0);
}
