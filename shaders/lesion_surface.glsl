// How lesions change the surface of a bone: lytic ones are pits eaten through the cortex, blastic
// ones raised patches of dense new bone, mixed ones both. Needs lesions.glsl.

// Linear light of #7A4B33, #3A2A26 and #FFF8EA.
const vec3 hole_edge = vec3(0.195, 0.070, 0.033);
const vec3 hole_inside = vec3(0.042, 0.023, 0.019);
const vec3 new_bone = vec3(1.0, 0.939, 0.823);

struct Lesioned {
    vec3 normal;
    vec3 albedo;
    float open;  // share of the light that still comes, beside what the surface had
    float sheen; // share of the gloss that is left
};

// A ray's way through a lesion's pits, from `from` (from the lesion's place) until bone.
struct Way {
    float metres; // 0: no pit here
    vec3 wall;    // the normal of the bone where it ends
};

// Pits that meet let the ray pass on: the second turn finds those beyond the first.
Way way_through_pits(int row, int pits, vec3 from, vec3 direction) {
    Way way = Way(0.0, vec3(0.0));
    for (int turn = 0; turn < 2; ++turn) {
        for (int i = 0; i < pits; ++i) {
            vec4 pit = texelFetch(u_lesions, ivec2(first_pit + i, row), 0);
            vec3 offset = from - pit.xyz;
            float along = dot(offset, direction);
            float inside = along * along - dot(offset, offset) + pit.w * pit.w;
            if (inside > 0.0) {
                float half_chord = sqrt(inside);
                float leaves = half_chord - along;
                if (-half_chord - along <= way.metres && leaves > way.metres) {
                    way = Way(leaves, (pit.xyz - from - leaves * direction) / pit.w);
                }
            }
        }
    }
    return way;
}

// Eaten bone. Within a pit the ray goes on to its wall: rough remnants of spongy bone in the dark.
// Around it the cortex is thinned and stained.
Lesioned eaten(Lesioned s, Lesion lesion, int row, vec3 from, vec3 to_eye) {
    int pits = pits_of(lesion);
    float beside = beside_pits(row, pits, from, lesion.radius);
    if (beside > 0.0) {
        float stain = 1.0 - smoothstep(0.0, 0.22, beside);
        s.albedo = mix(s.albedo, s.albedo * vec3(0.66, 0.52, 0.42), 0.85 * stain * stain);
        s.open *= 1.0 - 0.25 * stain * stain;
        return s;
    }
    Way way = way_through_pits(row, pits, from, -to_eye);
    float depth = way.metres * max(dot(s.normal, to_eye), 0.0);
    float deep = clamp(depth / (0.30 * lesion.radius), 0.0, 1.0);
    vec3 end = from - way.metres * to_eye;
    vec3 grain = sin(end * 3100.0) * sin(end.yzx * 2300.0 + 1.0);
    float spongy = clamp(grain.x + grain.y + grain.z, -1.0, 1.0);
    s.normal = normalize(mix(s.normal, way.wall, 0.8) + 0.25 * grain);
    s.albedo = mix(hole_edge, hole_inside, smoothstep(0.1, 0.75, deep)) * (1.0 + 0.45 * spongy);
    s.open *= mix(0.9, 0.42, deep);
    s.sheen = 0.0;
    return s;
}

// New bone: a plateau with a soft border, nodular and dense.
Lesioned laid_down(Lesioned s, Lesion lesion, vec3 at) {
    float distance = length(at);
    vec3 knobs = cos(6.5 * at.yzx + 1.7) * cos(8.3 * at.zxy);
    float edge = distance + 0.10 * (knobs.x + knobs.y + knobs.z);
    float patch_here = 1.0 - smoothstep(0.72, 0.98, edge);
    float slope = smoothstep(0.45, 0.85, edge) * (1.0 - smoothstep(0.85, 1.12, edge));
    vec3 sideways = at - dot(at, s.normal) * s.normal;
    vec3 bent = 0.95 * slope * sideways / max(length(sideways), 0.001) + 0.16 * patch_here * knobs;
    float foot = smoothstep(0.86, 1.0, edge) * (1.0 - smoothstep(1.0, 1.3, edge));
    s.normal = normalize(s.normal + bent);
    s.albedo = mix(s.albedo * (1.0 - 0.45 * foot), 1.12 * new_bone, patch_here);
    s.open *= 1.0 - 0.20 * foot;
    s.sheen *= 1.0 - 0.8 * patch_here;
    return s;
}

// A fracture line across the bone, ragged, finer towards its ends.
Lesioned cracked(Lesioned s, float crack, vec3 from) {
    vec3 waves = sin(from.zxy * vec3(310.0, 0.0, 260.0)) + 0.5 * sin(from.zxy * vec3(900.0, 0.0, 1130.0));
    float across = from.y + 0.0016 * (waves.x + waves.z) + 0.25 * from.x;
    float left = 1.0 - length(from) / crack;
    float line = left * (1.0 - smoothstep(0.0003, 0.0008, abs(across)));
    line = clamp(3.0 * line, 0.0, 1.0);
    s.albedo = mix(s.albedo, hole_inside, line);
    s.open *= 1.0 - 0.5 * line;
    s.sheen *= 1.0 - line;
    return s;
}

// The surface of a bone with its lesions; `at` is its place, in metres.
Lesioned with_lesions(Lesioned s, uint flags, vec3 at, vec3 to_eye) {
    int first = int(flags >> 12u);
    int end = first + lesions_on(flags);
    for (int row = first; row < end; ++row) {
        Lesion lesion = read_lesion(row);
        vec3 from = at - lesion.place;
        if (lesion.crack > 0.0 && dot(from, from) < lesion.crack * lesion.crack) {
            s = cracked(s, lesion.crack, from);
        }
        float reach = lesion_reach * lesion.radius;
        if (dot(from, from) < reach * reach) {
            vec3 bent = wander(from / lesion.radius, lesion.start);
            if (lesion.kind >= blastic_kind) {
                s = laid_down(s, lesion, bent);
            }
            if (lesion.kind != blastic_kind) {
                s = eaten(s, lesion, row, bent * lesion.radius, to_eye);
            }
        }
    }
    return s;
}
