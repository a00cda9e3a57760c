// The bone under each sample, and nothing else.

#ifdef CUT
in vec3 v_to_eye;
#endif
flat in uint v_bone;

layout(location = 0) out uint o_bone;

#ifdef CUT
#include "cut.glsl"
#endif

void main() {
#ifdef CUT
    if (cut_away()) {
        discard;
    }
#endif
    o_bone = v_bone;
}
