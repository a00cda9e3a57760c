// The plane of a section, for fragments of bones.

uniform vec3 u_cut_normal;
uniform float u_cut_reach; // of the plane from the eye along its normal, metres

// Is this piece of surface before the plane? It is not drawn then.
bool cut_away() {
    return dot(u_cut_normal, -v_to_eye) > u_cut_reach;
}
