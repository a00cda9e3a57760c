// How close bone comes to the floor, seen from below: 1 where it stands, 0 well above it.

in vec3 v_to_eye;

uniform vec3 u_eye;

layout(location = 0) out vec4 o_closeness;

const float too_high = 0.10; // metres

void main() {
    float height = u_eye.y - v_to_eye.y;
    o_closeness = vec4(1.0 - smoothstep(0.0, too_high, height));
}
