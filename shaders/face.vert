// A point of the plane of a section, and the bone whose cut face is drawn there.

layout(location = 0) in vec3 a_position;
layout(location = 1) in uint a_bone;

uniform mat4 u_to_clip;
uniform vec3 u_eye;

out vec3 v_to_eye;
out vec3 v_position;
flat out uint v_bone;

void main() {
    v_to_eye = u_eye - a_position;
    v_position = a_position;
    v_bone = a_bone;
    gl_Position = u_to_clip * vec4(a_position, 1.0);
}
