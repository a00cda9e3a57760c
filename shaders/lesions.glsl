// The table of lesions: metastases on the surface of a bone. An illustration.

// A row for each lesion: place and radius; outward direction and kind; crack and start; pits.
uniform highp sampler2D u_lesions;

const int pit_count = 14;
const int first_pit = 3;
const int mixed_pit_count = 6;
const float blastic_kind = 1.0;
const float mixed_kind = 2.0;
// In radii of the lesion: where nothing of it is left.
const float lesion_reach = 1.5;

struct Lesion {
    vec3 place;
    float radius;
    vec3 outward;
    float kind;
    float crack; // how far a fracture line runs from the place, metres
    vec3 start;  // where its waves begin, so that no two look alike
};

int lesions_on(uint flags) {
    return int((flags >> 8u) & 15u);
}

Lesion read_lesion(int row) {
    vec4 ball = texelFetch(u_lesions, ivec2(0, row), 0);
    vec4 facing = texelFetch(u_lesions, ivec2(1, row), 0);
    vec4 own = texelFetch(u_lesions, ivec2(2, row), 0);
    return Lesion(ball.xyz, ball.w, facing.xyz, facing.w, own.x, own.yzw);
}

// Makes round borders wander: waves on waves, `at` in radii of the lesion.
vec3 wander(vec3 at, vec3 start) {
    at += 0.075 * sin(5.1 * at.yzx + start);
    at += 0.050 * sin(11.3 * at.zxy - 2.0 * start);
    return at + 0.022 * sin(26.0 * at.yzx + start.zxy);
}

int pits_of(Lesion lesion) {
    return lesion.kind == mixed_kind ? mixed_pit_count : pit_count;
}

// How far outside of the nearest pit, in radii of the lesion; negative: inside.
float beside_pits(int row, int pits, vec3 from, float radius) {
    float least = 1.0;
    for (int i = 0; i < pits; ++i) {
        vec4 pit = texelFetch(u_lesions, ivec2(first_pit + i, row), 0);
        least = min(least, (length(from - pit.xyz) - pit.w) / radius);
    }
    return least;
}
