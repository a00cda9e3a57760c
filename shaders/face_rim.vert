// The strip of a cut face along one piece of its outline: four corners for each piece, a little
// past its ends, so that the strips of neighbours meet.

layout(location = 0) in vec3 a_from;
layout(location = 1) in vec3 a_to;
layout(location = 2) in vec2 a_rims; // thickness of the rim at both ends, metres
layout(location = 3) in uint a_bone;

uniform mat4 u_to_clip;
uniform vec3 u_cut_normal;

out vec2 v_at;           // along the piece from its start, and aside; metres
flat out float v_length; // metres
flat out vec2 v_rims;
flat out uint v_bone;

void main() {
    vec3 way = a_to - a_from;
    float length_of_way = length(way);
    vec3 along = way / max(length_of_way, 1e-9);
    vec3 aside = cross(u_cut_normal, along);
    float reach = max(a_rims.x, a_rims.y);
    bool at_end = (gl_VertexID & 1) != 0;
    v_at.x = at_end ? length_of_way + reach : -reach;
    v_at.y = (gl_VertexID & 2) != 0 ? reach : -reach;
    v_length = length_of_way;
    v_rims = a_rims;
    v_bone = a_bone;
    gl_Position = u_to_clip * vec4(a_from + along * v_at.x + aside * v_at.y, 1.0);
}
