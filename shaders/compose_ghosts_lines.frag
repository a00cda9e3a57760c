// Opaque bones with their silhouettes, and ghosts.

#define SILHOUETTE
#define GHOSTS

#include "compose.glsl"
