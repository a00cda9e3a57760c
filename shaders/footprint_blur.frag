// A footprint blurred by a Gaussian, once for all places that a floor's shadow asks for.

uniform vec2 u_extent; // of the footprint on the floor, metres along x and z
uniform sampler2D u_footprint;

layout(location = 0) out vec4 o_closeness;

const float softness = 0.018; // metres: one standard deviation

void main() {
    vec2 here = gl_FragCoord.xy / vec2(textureSize(u_footprint, 0));
    float sum = 0.0;
    float weights = 0.0;
    for (int y = -3; y <= 3; ++y) {
        for (int x = -3; x <= 3; ++x) {
            vec2 away = 0.7 * vec2(float(x), float(y));
            float weight = exp(-0.5 * dot(away, away));
            sum += weight * texture(u_footprint, here + softness * away / u_extent).r;
            weights += weight;
        }
    }
    o_closeness = vec4(sum / weights);
}
