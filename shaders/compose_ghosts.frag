// Opaque bones and ghosts.

#define GHOSTS

#include "compose.glsl"
