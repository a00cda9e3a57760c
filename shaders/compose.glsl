// From samples to pixels: opaque bones with their silhouettes, ghosts with their edges; premultiplied,
// to be laid over the backdrop.
// All colours are sRGB as stored: edges averaged so step evenly to the eye.
//
// What a picture does without is left out by the files that include this one, not skipped by a
// uniform: processors that draw would work it out and throw it away. STILL: 4 x 4 samples a pixel,
// else 1 or 2 x 2. SILHOUETTE, GHOSTS: what their names say.

uniform int u_samples; // along each side of a pixel
uniform vec2 u_scale; // the same, below 1 where several pixels share a sample
uniform vec2 u_size;  // of the picture, in pixels
uniform float u_silhouette;
uniform vec3 u_ghost_line;
uniform sampler2D u_solid;
uniform sampler2D u_ghosts;
uniform highp usampler2D u_ghost_index;

layout(location = 0) out vec4 o_colour;

// The mean of a pixel's samples. A linear fetch between four of them is their mean.
vec4 resolve(sampler2D source, vec2 pixel) {
#ifdef STILL
    return 0.25 * (texture(source, (pixel + vec2(-0.25, -0.25)) / u_size) +
                   texture(source, (pixel + vec2(0.25, -0.25)) / u_size) +
                   texture(source, (pixel + vec2(-0.25, 0.25)) / u_size) +
                   texture(source, (pixel + vec2(0.25, 0.25)) / u_size));
#else
    return texture(source, pixel / u_size);
#endif
}

#ifdef SILHOUETTE
// How much of the pixel lies on the inner side of the opaque bones' silhouette.
float silhouette(float coverage) {
    vec2 d = vec2(u_silhouette, 0.0);
    float least = min(min(resolve(u_solid, gl_FragCoord.xy + d.xy).a,
                          resolve(u_solid, gl_FragCoord.xy - d.xy).a),
                      min(resolve(u_solid, gl_FragCoord.xy + d.yx).a,
                          resolve(u_solid, gl_FragCoord.xy - d.yx).a));
    return max(coverage - least, 0.0);
}
#endif

#ifdef GHOSTS
// How much of the pixel is the border between two ghosts, or of a ghost against nothing.
float ghost_edge() {
    ivec2 first = ivec2(floor(gl_FragCoord.xy) * u_scale);
    float borders = 0.0;
    for (int y = 0; y < u_samples; ++y) {
        for (int x = 0; x < u_samples; ++x) {
            ivec2 at = first + ivec2(x, y);
            uint here = texelFetch(u_ghost_index, at, 0).r;
            bool border = here != texelFetch(u_ghost_index, at + ivec2(1, 0), 0).r ||
                          here != texelFetch(u_ghost_index, at + ivec2(0, 1), 0).r;
            borders += border ? 1.0 : 0.0;
        }
    }
    return min(borders / float(u_samples), 1.0);
}
#endif

void main() {
    vec4 solid = resolve(u_solid, gl_FragCoord.xy);
#ifdef SILHOUETTE
    solid.rgb *= 1.0 - 0.42 * silhouette(solid.a);
#endif
    vec4 colour = solid;
#ifdef GHOSTS
    vec4 ghost = resolve(u_ghosts, gl_FragCoord.xy);
    colour = ghost + (1.0 - ghost.a) * colour;
    float line = ghost.a > 0.0 ? 0.45 * ghost_edge() : 0.0;
    colour = vec4(line * u_ghost_line, line) + (1.0 - line) * colour;
#endif
    o_colour = colour;
}
