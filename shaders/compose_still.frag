// Opaque bones, for pictures of 4 x 4 samples a pixel.

#define STILL
#define SILHOUETTE

#include "compose.glsl"
