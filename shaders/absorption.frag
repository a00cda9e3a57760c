// What bone takes of an X-ray, as exponents of Beer and Lambert that add up along the ray. Every
// surface that the ray meets adds its cortex; those of a closed bone also count the way between
// them: minus the distance where the ray enters, plus the distance where it leaves. Both are told
// from a place in the bone, for small numbers stay exact in every kind of target.

#include "sums.glsl"
#ifdef LESIONS
#include "lesions.glsl"
#endif

in vec3 v_to_eye;
in vec3 v_normal;
flat in uint v_bone;
#ifdef LESIONS
flat in uint v_flags;
flat in vec3 v_moved;

uniform vec3 u_eye;
#endif
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

// What lesions change.
struct Change {
    float cortex; // share of it that is left where the ray meets the surface
    float ahead;  // exponent added on the rest of the ray, were all of it within the bone
};

#ifdef LESIONS
// What dense new bone adds where a blastic lesion is densest, per metre.
const float new_bone = 110.0;
// The share of spongy bone that a lytic lesion takes where it is densest, and of the cortex between
// its pits.
const float eaten_inside = 1.0;
const float thinned_cortex = 0.35;

// How much of a lesion the ray still meets, in metres at its full density, which falls off from its
// middle as 1 - (distance / radius)^2. `from` the middle; `away` from the eye.
float lesion_ahead(vec3 from, vec3 away, float radius) {
    float start = dot(from, away);
    float square = radius * radius - dot(from, from) + start * start;
    if (square <= 0.0) {
        return 0.0;
    }
    float half_chord = sqrt(square);
    float t = clamp(start, -half_chord, half_chord);
    float cubes = half_chord * square - t * t * t;
    return (square * (half_chord - t) - cubes / 3.0) / (radius * radius);
}

Change change_by_lesions(vec3 at, vec3 away, float spongy) {
    Change change = Change(1.0, 0.0);
    int first = int(v_flags >> 12u);
    int end = first + lesions_on(v_flags);
    for (int row = first; row < end; ++row) {
        Lesion lesion = read_lesion(row);
        vec3 from = at - lesion.place;
        // Most of a lesion lies within the bone.
        vec3 from_middle = from + 0.4 * lesion.radius * lesion.outward;
        float ahead = lesion_ahead(from_middle, away, lesion.radius);
        if (lesion.kind >= blastic_kind) {
            change.ahead += new_bone * ahead;
        }
        if (lesion.kind != blastic_kind) {
            change.ahead -= lesion.kind == mixed_kind ? 0.0 : eaten_inside * spongy * ahead;
            if (dot(from, from) < lesion.radius * lesion.radius) {
                int pits = pits_of(lesion);
                vec3 bent = lesion.radius * wander(from / lesion.radius, lesion.start);
                bool gone = beside_pits(row, pits, bent, lesion.radius) < 0.0;
                change.cortex *= gone ? 0.0 : 1.0 - thinned_cortex;
            }
        }
    }
    return change;
}
#endif

void main() {
    vec4 matter = texelFetch(u_matter, ivec2(int(v_bone & 255u), int(v_bone >> 8u)), 0);
    float distance = length(v_to_eye);
    float facing = abs(dot(normalize(v_normal), v_to_eye)) / distance;
    Change change = Change(1.0, 0.0);
#ifdef LESIONS
    if (lesions_on(v_flags) > 0) {
        change = change_by_lesions(u_eye - v_to_eye - v_moved, -v_to_eye / distance, matter.z);
    }
#endif
    float exponent = matter.y * matter.x * way_through_cortex(facing) * change.cortex;
    if (u_closed) {
        float beyond = change.ahead - matter.z * (distance - matter.w);
        exponent += gl_FrontFacing ? beyond : -beyond;
    }
    o_exponent = u_packed ? pack_sum(exponent) : vec4(exponent, 0.0, 0.0, 0.0);
}
