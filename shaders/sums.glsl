// Sums along a ray in bytes, where a driver blends no floats: fixed point in two digits of base 16,
// what adds up in red and green, what takes away in blue and alpha. The low digits of 17 surfaces
// fit their byte whatever they are, and of twice as many as a rule.

const float steps_per_unit = 80.0;
const float base = 16.0;

vec4 pack_sum(float value) {
    float steps = floor(abs(value) * steps_per_unit + 0.5);
    float high = floor(steps / base);
    vec2 digits = vec2(high, steps - base * high) / 255.0;
    return value > 0.0 ? vec4(digits, 0.0, 0.0) : vec4(0.0, 0.0, digits);
}

float unpack_sum(vec4 texel) {
    vec2 digits = 255.0 * (texel.rg - texel.ba);
    return (base * digits.x + digits.y) / steps_per_unit;
}
