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
uniform sampler2D u_footprint;
uniform sampler2D u_solid;

layout(location = 0) out vec4 o_left;

const float darkness = 0.42;
const float softness = 0.018; // metres: one standard deviation

// The footprint, blurred by a Gaussian.
float closeness(vec2 place) {
    float sum = 0.0;
    float weights = 0.0;
    for (int y = -3; y <= 3; ++y) {
        for (int x = -3; x <= 3; ++x) {
            vec2 away = 0.7 * vec2(float(x), float(y));
            float weight = exp(-0.5 * dot(away, away));
            vec2 at = (place + softness * away - u_low) / (u_high - u_low);
            sum += weight * texture(u_footprint, at).r;
            weights += weight;
        }
    }
    return sum / weights;
}

void main() {
    vec2 at = (gl_FragCoord.xy + u_origin) / u_viewport;
    vec3 ray = u_ray_corner + at.x * u_ray_across + at.y * u_ray_upward;
    float way = u_eye.y / max(-ray.y, 1e-4);
    vec2 place = u_eye.xz + way * ray.xz;
    float covered = texture(u_solid, gl_FragCoord.xy / u_size).a;
    o_left = vec4(vec3(1.0 - darkness * closeness(place) * (1.0 - covered)), 1.0);
}
