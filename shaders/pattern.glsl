// The pattern of a step of heat over its colour, so that the steps differ without colour too: sparse
// and dense dots, hatching, cross-hatching, as in the legend. Lies in the picture, not on the bone,
// so that it is as fine on a rib as on a skull.

const float dot_step = 6.0; // pixels between dense dots; sparse ones are twice as far apart
const float line_step = 7.0;
const float pattern_ink = 0.45; // share of black or white

// 1 within `reach` of the middle of its cell, softened over a pixel.
float near(float way, float reach) {
    return 1.0 - smoothstep(reach - 0.5, reach + 0.5, way);
}

float dots(vec2 pixel, float step) {
    vec2 turned = vec2(pixel.x + pixel.y, pixel.x - pixel.y) / step;
    return near(length(fract(turned) - 0.5) * step * 0.7071, 1.2);
}

float lines(float along) {
    return near(abs(fract(along / line_step) - 0.5) * line_step * 0.7071, 0.7);
}

float covered(int pattern, vec2 pixel) {
    if (pattern == 1) {
        return dots(pixel, 2.0 * dot_step);
    }
    if (pattern == 2) {
        return dots(pixel, dot_step);
    }
    float rising = lines(pixel.x - pixel.y);
    return pattern == 3 ? rising : max(rising, lines(pixel.x + pixel.y));
}

vec3 patterned(vec3 albedo, int pattern, vec2 pixel) {
    if (pattern <= 0) {
        return albedo;
    }
    // White has the better contrast on what is darker than this (WCAG 2.1).
    float ink = dot(albedo, vec3(0.2126, 0.7152, 0.0722)) < 0.179 ? 1.0 : 0.0;
    return mix(albedo, vec3(ink), pattern_ink * covered(pattern, pixel));
}
