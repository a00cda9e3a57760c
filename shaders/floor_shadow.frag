// The soft shadow in which the feet stand, to be multiplied with the backdrop. In sRGB as stored.

uniform vec2 u_size;
uniform vec2 u_origin;
uniform vec2 u_viewport;
uniform vec3 u_eye;
uniform vec3 u_ray_corner;
uniform vec3 u_ray_across;
uniform vec3 u_ray_upward;
uniform vec2 u_low;  // of the footprint on the floor: x and z in metres
uniform vec2 u_high;
uniform sampler2D u_footprint; // blurred
uniform sampler2D u_solid;

layout(location = 0) out vec4 o_left;

const float darkness = 0.42;

void main() {
    vec2 at = (gl_FragCoord.xy + u_origin) / u_viewport;
    vec3 ray = u_ray_corner + at.x * u_ray_across + at.y * u_ray_upward;
    float way = u_eye.y / max(-ray.y, 1e-4);
    vec2 place = u_eye.xz + way * ray.xz;
    float covered = texture(u_solid, gl_FragCoord.xy / u_size).a;
    float closeness = texture(u_footprint, (place - u_low) / (u_high - u_low)).r;
    o_left = vec4(vec3(1.0 - darkness * closeness * (1.0 - covered)), 1.0);
}
