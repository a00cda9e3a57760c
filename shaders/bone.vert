// A vertex of a bone: unpacks it, and mixes what changes slowly over the surface into its colour.

layout(location = 0) in vec3 a_position;
layout(location = 1) in uint a_bone;
layout(location = 2) in vec2 a_normal;
layout(location = 3) in vec2 a_occlusion;
layout(location = 4) in float a_grain;
layout(location = 5) in float a_curvature;

uniform mat4 u_to_clip;
uniform vec3 u_position_offset;
uniform vec3 u_position_scale;
uniform vec3 u_eye;
uniform vec3 u_back;
uniform vec2 u_depth_range;
uniform highp sampler2D u_looks;
#ifdef COLLAPSE
// A vertebra that gives way at its front: which bone; y of its body's lower and upper face; y and z
// of the upper edge of its back; radians.
uniform int u_collapsed;
uniform vec2 u_body;
uniform vec2 u_hinge;
uniform float u_tilt;
#endif

out vec3 v_to_eye;
out vec3 v_normal;
out vec3 v_albedo;
out vec2 v_occlusion;
flat out uint v_bone;
flat out uint v_flags;
flat out int v_pattern; // of heat; 0: none
flat out vec3 v_moved; // from the bone's place in the body, metres

const uint flat_flag = 16u;
const uint soft_flag = 32u;
const uint tooth_flag = 64u;
const float grain_share = 0.06;
const float far_darkening = 0.22;
// What hollows and joints keep of the colour: marrow shines through thin cortex, fat stains it.
const vec3 bone_stain = vec3(0.90, 0.78, 0.60);
// Towards its neck the dentine shows through a tooth.
const vec3 tooth_stain = vec3(0.96, 0.90, 0.76);

// Octahedral unit vectors: Cigolle et al. 2014, JCGT 3(2).
vec3 unpack_normal(vec2 e) {
    vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
    float fold = max(-n.z, 0.0);
    n.x += n.x >= 0.0 ? -fold : fold;
    n.y += n.y >= 0.0 ? -fold : fold;
    return n;
}

// Ridges are worn pale, grooves keep their colour.
const vec3 worn = vec3(0.07, 0.09, 0.13);
// A thin layer of cartilage whitens a joint surface.
const vec3 cartilage_veil = vec3(1.0, 1.03, 1.10);

#ifdef COLLAPSE
const uint carried_flag = 128u;

// How far a vertex tilts forward with the vertebra that gives way: what stands on it altogether, its
// own body the more the higher and the further forward.
float tilt_of(vec3 position, uint flags) {
    if ((flags & carried_flag) != 0u) {
        return u_tilt;
    }
    if (int(a_bone) != u_collapsed) {
        return 0.0;
    }
    return u_tilt * smoothstep(u_body.x, u_body.y, position.y) *
           smoothstep(-0.002, 0.008, position.z - u_hinge.y);
}

// Turns about the hinge, a line from side to side.
vec3 tilted(vec3 way, float tilt) {
    float c = cos(tilt);
    float s = sin(tilt);
    return vec3(way.x, c * way.y - s * way.z, s * way.y + c * way.z);
}
#endif

void main() {
    ivec2 entry = ivec2(int(a_bone & 255u), int(a_bone >> 8u));
    vec4 look = texelFetch(u_looks, entry, 0);
    // The lower half of the table tells how far the bone is moved from its place, and its pattern.
    vec4 more = texelFetch(u_looks, entry + ivec2(0, textureSize(u_looks, 0).y / 2), 0);
    v_moved = more.xyz;
    v_pattern = int(more.w + 0.5);
    vec3 position = u_position_offset + u_position_scale * a_position;
    v_flags = uint(look.a + 0.5);
    vec3 normal = unpack_normal(a_normal);
#ifdef COLLAPSE
    float tilt = tilt_of(position, v_flags);
    vec3 hinge = vec3(0.0, u_hinge);
    position = hinge + tilted(position - hinge, tilt);
    normal = tilted(normal, tilt);
#endif
    position += v_moved;
    v_bone = a_bone;
    v_to_eye = u_eye - position;
    v_normal = normal;
    // Where cartilage touches bone, its vertices lie too far apart for the line of their shadow.
    bool soft = (v_flags & soft_flag) != 0u;
    v_occlusion = soft ? mix(vec2(0.92), a_occlusion, vec2(0.4, 0.15)) : a_occlusion;

    bool plain = (v_flags & (flat_flag | soft_flag)) != 0u;
    bool tooth = (v_flags & tooth_flag) != 0u;
    float grain = plain || tooth ? 0.0 : grain_share * a_grain;
    float bend = plain ? 0.0 : a_curvature;
    // What is round and yet lies close to something is a joint surface.
    float joint = tooth ? 0.0 : smoothstep(0.10, 0.45, bend) * (1.0 - a_occlusion.y);
    float hollow = plain ? 0.0 : 1.0 - mix(0.25, 1.0, a_occlusion.y) * mix(a_occlusion.x, 1.0, 0.6);
    vec3 stained = mix(vec3(1.0), tooth ? tooth_stain : bone_stain, hollow);
    vec3 tint = mix(stained, cartilage_veil, 0.8 * joint) *
                (1.0 + grain * vec3(0.9, 1.1, 1.7) + bend * worn);
    float depth = dot(v_to_eye, u_back);
    float far = smoothstep(u_depth_range.x, u_depth_range.y, depth);
    v_albedo = look.rgb * tint * (1.0 - (plain ? 0.4 : 1.0) * far_darkening * far);
    gl_Position = u_to_clip * vec4(position, 1.0);
}
