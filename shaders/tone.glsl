// From the light of the scene to the values of a picture.

// Keeps what lies above 0.72 from burning out; slope 1 where it starts.
vec3 shoulder(vec3 x) {
    vec3 above = max(x - 0.72, 0.0);
    return min(x, 0.72) + 0.28 * above / (0.28 + above);
}

// Linear light to sRGB, IEC 61966-2-1.
vec3 encode(vec3 x) {
    return mix(1.055 * pow(max(x, 0.0), vec3(1.0 / 2.4)) - 0.055, 12.92 * x,
               lessThan(x, vec3(0.0031308)));
}
