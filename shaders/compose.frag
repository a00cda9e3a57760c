// Opaque bones alone over the backdrop.

#include "compose.glsl"
