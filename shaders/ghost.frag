// A see-through bone: faint where it faces the viewer, edge-lit where it turns away.
// Premultiplied sRGB, blended as such.

in vec3 v_to_eye;
in vec3 v_normal;
in vec2 v_occlusion;
flat in uint v_bone;

uniform vec3 u_ghost;
uniform float u_opacity; // where it faces the viewer

layout(location = 0) out vec4 o_colour;
layout(location = 1) out uint o_bone;

#ifdef CUT
#include "cut.glsl"
#endif

void main() {
#ifdef CUT
    if (cut_away()) {
        discard;
    }
#endif
    vec3 n = normalize(v_normal);
    float facing = abs(dot(n, normalize(v_to_eye)));
    float rim = 1.0 - facing;
    // Edges and hollows keep their share of what is left, so that the shape is seen at any opacity.
    float lit = 0.52 * rim * rim * rim + 0.17 * (1.0 - v_occlusion.y);
    float opacity = u_opacity + (1.0 - u_opacity) * min(lit, 1.0) * min(5.0 * u_opacity, 1.0);
    vec3 colour = mix(u_ghost, vec3(1.0), 0.22 * facing);
    o_colour = vec4(colour * opacity, opacity);
    o_bone = v_bone;
}
