// What lies behind the bones: a soft ellipse of light, premultiplied sRGB.

uniform vec2 u_origin;
uniform vec2 u_viewport;
uniform vec3 u_centre;
uniform vec3 u_edge;
uniform float u_opacity;
uniform bool u_dither;

layout(location = 0) out vec4 o_colour;

// An ellipse of 62 x 66 % of the viewport around 50/44 % from its top left.
vec3 backdrop() {
    vec2 at = (gl_FragCoord.xy + u_origin) / u_viewport;
    float distance = length((at - vec2(0.5, 0.56)) / vec2(0.62, 0.66));
    vec3 colour = mix(u_centre, u_edge, smoothstep(0.0, 1.0, distance));
    if (u_dither) {
        // Dark gradients band in 8 bits: half a step of noise (Jimenez 2014, interleaved gradient).
        vec2 pixel = gl_FragCoord.xy + u_origin;
        float noise = fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
        colour += (noise - 0.5) / 255.0;
    }
    return colour;
}

void main() {
    o_colour = u_opacity * vec4(backdrop(), 1.0);
}
