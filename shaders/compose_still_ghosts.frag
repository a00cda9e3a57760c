// Opaque bones and ghosts, for pictures of 4 x 4 samples a pixel.

#define STILL
#define SILHOUETTE
#define GHOSTS

#include "compose.glsl"
