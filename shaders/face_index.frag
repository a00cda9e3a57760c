// The bone under each sample of the cut faces, where it is one that is outlined.

uniform highp usampler2D u_faces;
uniform highp sampler2D u_looks;

layout(location = 0) out uint o_bone;

const uint nothing = 0xFFFFu;
const uint outlined_flags = 12u; // selected or hovered

void main() {
    uint bone = texelFetch(u_faces, ivec2(gl_FragCoord.xy), 0).r;
    if (bone == nothing) {
        discard;
    }
    vec4 look = texelFetch(u_looks, ivec2(int(bone & 255u), int(bone >> 8u)), 0);
    if ((uint(look.a + 0.5) & outlined_flags) == 0u) {
        discard;
    }
    o_bone = bone;
}
