// Outlines of bones: selected ones thick, dotted where something hides them; hovered ones thin.

uniform int u_samples; // of the outlined bones, along each side of a pixel
uniform vec2 u_resolution; // of all bones, in those
uniform vec2 u_origin;
uniform float u_unit;
uniform vec3 u_colour;
uniform bool u_has_ghosts;
uniform highp usampler2D u_outlined;
uniform highp usampler2D u_solid_index;
uniform highp usampler2D u_ghost_index;
uniform highp sampler2D u_looks;

layout(location = 0) out vec4 o_colour;

const uint nothing = 0xFFFFu;
const uint selected_flag = 4u;

const vec2 directions[8] = vec2[8](vec2(1.0, 0.0), vec2(0.7071, 0.7071), vec2(0.0, 1.0),
                                   vec2(-0.7071, 0.7071), vec2(-1.0, 0.0), vec2(-0.7071, -0.7071),
                                   vec2(0.0, -1.0), vec2(0.7071, -0.7071));

uint outlined_at(ivec2 at) {
    ivec2 last = textureSize(u_outlined, 0) - 1;
    return texelFetch(u_outlined, clamp(at, ivec2(0), last), 0).r;
}

bool is_selected(uint bone) {
    if (bone == nothing) {
        return false;
    }
    vec4 look = texelFetch(u_looks, ivec2(int(bone & 255u), int(bone >> 8u)), 0);
    return (uint(look.a + 0.5) & selected_flag) != 0u;
}

// Is this bone what the viewer sees there?
bool seen(uint bone, ivec2 outlined_sample) {
    ivec2 at = ivec2(vec2(outlined_sample) * u_resolution);
    uint solid = texelFetch(u_solid_index, at, 0).r;
    if (solid == bone) {
        return true;
    }
    return u_has_ghosts && solid == nothing && texelFetch(u_ghost_index, at, 0).r == bone;
}

// 4 on, 4 off, along lines of any direction.
bool in_dot() {
    vec2 cell = floor((gl_FragCoord.xy + u_origin) / (4.0 * u_unit));
    return mod(cell.x + cell.y, 2.0) < 0.5;
}

// Does the line of a bone of the wanted kind pass this sample?
bool on_line(ivec2 at, uint here, float reach, bool selected) {
    for (int i = 0; i < 8; ++i) {
        ivec2 beside = at + ivec2(round(directions[i] * reach));
        uint other = outlined_at(beside);
        if (other == here) {
            continue;
        }
        if (is_selected(here) == selected && here != nothing) {
            return !selected || seen(here, at) || in_dot();
        }
        if (is_selected(other) == selected && other != nothing) {
            return !selected || seen(other, beside) || in_dot();
        }
    }
    return false;
}

// Most pixels lie far from any border; a ring around them tells.
bool far_from_lines(ivec2 first, float reach) {
    ivec2 centre = first + u_samples / 2;
    uint here = outlined_at(centre);
    for (int i = 0; i < 8; ++i) {
        if (outlined_at(centre + ivec2(round(directions[i] * reach))) != here) {
            return false;
        }
    }
    return true;
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * u_samples;
    // Half of a line lies on either side of the border: 2 px when selected, 1 px when hovered.
    float thick = max(round(u_unit * float(u_samples)), 1.0);
    float thin = max(round(0.5 * u_unit * float(u_samples)), 1.0);
    if (far_from_lines(first, thick + 0.5 * float(u_samples))) {
        discard;
    }
    float covered = 0.0;
    for (int y = 0; y < u_samples; ++y) {
        for (int x = 0; x < u_samples; ++x) {
            ivec2 at = first + ivec2(x, y);
            uint here = outlined_at(at);
            if (on_line(at, here, thick, true) || on_line(at, here, thin, false)) {
                covered += 1.0;
            }
        }
    }
    float opacity = covered / float(u_samples * u_samples);
    if (opacity == 0.0) {
        discard;
    }
    o_colour = vec4(u_colour * opacity, opacity);
}
