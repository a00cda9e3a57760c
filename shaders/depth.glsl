// Where a sample lies, from its depth. For shaders over the whole screen.

// near * far, far, far - near of the camera: what turns stored depths into metres.
uniform vec3 u_planes;
// Metres before the eye that a shade map's depths 0 and 1 stand for.
uniform vec2 u_depth_range;

// Metres before the eye, along the view, of a stored depth 0..1.
float view_depth(float stored) {
    return u_planes.x / (u_planes.y - stored * u_planes.z);
}

// A depth in metres as two bytes of a shade map, and back.
vec2 pack_depth(float metres) {
    float share = clamp((metres - u_depth_range.x) / (u_depth_range.y - u_depth_range.x), 0.0, 1.0);
    float steps = floor(share * 65535.0 + 0.5);
    float high = floor(steps / 256.0);
    return vec2(high, steps - 256.0 * high) / 255.0;
}

float unpack_depth(vec2 packed_depth) {
    float share = dot(packed_depth, vec2(65280.0, 255.0)) / 65535.0;
    return mix(u_depth_range.x, u_depth_range.y, share);
}
