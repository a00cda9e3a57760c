// Opaque bones with their silhouettes.

#define SILHOUETTE

#include "compose.glsl"
