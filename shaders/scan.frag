// A bone scan as a film on a light box: paper where nothing was counted, ink where much was.

uniform vec2 u_first; // the cell under the window's lower left corner
uniform vec2 u_step;  // cells for a pixel
uniform vec2 u_cells; // of the film
uniform float u_opacity;
uniform float u_intensity; // 1 as exposed
uniform vec3 u_paper;
uniform vec3 u_ink;
uniform sampler2D u_film;

layout(location = 0) out vec4 o_colour;

// A smooth curve through the cells, a cubic B-spline, as four linear fetches: Sigg and Hadwiger
// 2005, Fast third-order texture filtering (GPU Gems 2, chapter 20).
float darkness_at(vec2 cell) {
    vec2 base = floor(cell - 0.5) + 0.5;
    vec2 f = cell - base;
    vec2 g = 1.0 - f;
    vec2 w0 = g * g * g / 6.0;
    vec2 w1 = (4.0 - 6.0 * f * f + 3.0 * f * f * f) / 6.0;
    vec2 w3 = f * f * f / 6.0;
    vec2 w2 = 1.0 - w0 - w1 - w3;
    vec2 near = w0 + w1;
    vec2 far = w2 + w3;
    vec2 low = (base - 1.0 + w1 / near) / u_cells;
    vec2 high = (base + 1.0 + w3 / far) / u_cells;
    return near.y * (near.x * texture(u_film, low).r +
                     far.x * texture(u_film, vec2(high.x, low.y)).r) +
           far.y * (near.x * texture(u_film, vec2(low.x, high.y)).r +
                    far.x * texture(u_film, high).r);
}

void main() {
    vec2 cell = u_first + gl_FragCoord.xy * u_step;
    bool on_film = all(greaterThanEqual(cell, vec2(0.0))) && all(lessThan(cell, u_cells));
    float dark = on_film ? darkness_at(cell) : 0.0;
    // A cell holds 1 - exp(-counts): as if so many times more had been counted.
    dark = 1.0 - pow(max(1.0 - dark, 0.0), u_intensity);
    o_colour = vec4(mix(u_opacity * u_paper, u_ink, dark), mix(u_opacity, 1.0, dark));
}
