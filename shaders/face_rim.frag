// How deep in a cut face a sample lies: 0 on its outline, 1 where the rim ends and farther in. The
// least over all pieces of the outline stays (GL_MIN).

in vec2 v_at;
flat in float v_length;
flat in vec2 v_rims;
flat in uint v_bone;

uniform highp usampler2D u_faces;

layout(location = 0) out vec4 o_depth;

void main() {
    if (texelFetch(u_faces, ivec2(gl_FragCoord.xy), 0).r != v_bone) {
        discard; // the face of another bone, or none
    }
    float along = clamp(v_at.x, 0.0, v_length);
    float rim = mix(v_rims.x, v_rims.y, along / max(v_length, 1e-9));
    o_depth = vec4(length(vec2(v_at.x - along, v_at.y)) / rim);
}
