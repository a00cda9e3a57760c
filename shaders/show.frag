// A finished picture in its place in the window, pixel by pixel.

uniform vec2 u_corner; // of the picture in the framebuffer, lower left
uniform sampler2D u_picture;

layout(location = 0) out vec4 o_colour;

void main() {
    o_colour = texelFetch(u_picture, ivec2(gl_FragCoord.xy - u_corner), 0);
}
