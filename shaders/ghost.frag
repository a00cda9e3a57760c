// A see-through bone: faint where it faces the viewer, edge-lit where it turns away.
// Premultiplied sRGB, blended as such.

in vec3 v_to_eye;
in vec3 v_normal;
in vec2 v_occlusion;
flat in uint v_bone;

uniform vec3 u_ghost;

layout(location = 0) out vec4 o_colour;
layout(location = 1) out uint o_bone;

void main() {
    vec3 n = normalize(v_normal);
    float facing = abs(dot(n, normalize(v_to_eye)));
    float rim = 1.0 - facing;
    float opacity = 0.20 + 0.42 * rim * rim * rim + 0.14 * (1.0 - v_occlusion.y);
    vec3 colour = mix(u_ghost, vec3(1.0), 0.22 * facing);
    o_colour = vec4(colour * opacity, opacity);
    o_bone = v_bone;
}
