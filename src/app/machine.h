#pragma once

namespace osteon::app {

/// Mesa maps its shader cache into memory, and a disk that is full then ends the program with a bus
/// error. Where the disk of that cache has no room, this asks Mesa to do without. Call it before
/// the first OpenGL context is made.
void spare_full_disk();

} // namespace osteon::app
