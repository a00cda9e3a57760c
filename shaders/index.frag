// The bone under each sample, and nothing else.

flat in uint v_bone;

layout(location = 0) out uint o_bone;

void main() {
    o_bone = v_bone;
}
