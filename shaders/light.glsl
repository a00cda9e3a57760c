// The lights of the stage. They follow the camera; their directions come as uniforms of the shader
// that includes this. All in linear light.

uniform vec3 u_up;
uniform vec3 u_key_direction;
uniform vec3 u_fill_direction;

// Colours of the lights times their brightness, chosen so that a surface that faces the viewer
// shows about its own colour, and that the key light alone models the form.
const vec3 key_light = 1.16 * vec3(1.05, 0.99, 0.90);
const vec3 fill_light = 0.34 * vec3(0.84, 0.98, 1.20);
const vec3 sky_light = 0.30 * vec3(0.93, 1.0, 1.09);
const vec3 ground_light = 0.17 * vec3(1.16, 0.99, 0.82);

// The key light, as from a large window: it wraps a little way around the form.
vec3 key_on(vec3 normal, float wrap) {
    return max(dot(normal, u_key_direction) + wrap, 0.0) / (1.0 + wrap) * key_light;
}

vec3 fill_on(vec3 normal) {
    return max(dot(normal, u_fill_direction), 0.0) * fill_light;
}

vec3 ambient_on(vec3 normal) {
    return mix(ground_light, sky_light, 0.5 + 0.5 * dot(normal, u_up));
}
