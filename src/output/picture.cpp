#include "output/picture.h"

#include "base/files.h"

#include <png.h>

#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace osteon::output {

namespace {

Error bad_png(const std::filesystem::path& file, const std::string& reason) {
    return {Fault::input, file.string(), "", reason, "Choose another picture"};
}

bool is_whole(const render::Image& image) {
    return image.width > 0 && image.height > 0 &&
           image.pixels.size() ==
               static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
}

/// libpng's own description of a picture of this size, 8-bit RGBA.
png_image description(int width, int height) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(width);
    png.height = static_cast<png_uint_32>(height);
    png.format = PNG_FORMAT_RGBA;
    return png;
}

} // namespace

Result<std::vector<std::byte>> pack_png(const render::Image& image,
                                        const std::filesystem::path& file) {
    if (!is_whole(image)) {
        return fail({Fault::usage, file.string(), "", "the picture has no pixels",
                     "Choose a size of at least 1x1"});
    }
    png_image png = description(image.width, image.height);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    std::vector<std::byte> bytes(size);
    if (png_image_write_to_memory(&png, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr) ==
        0) {
        return fail({Fault::machine, file.string(), "",
                     std::string("the picture could not be packed (") + png.message + ")",
                     "Choose a smaller size"});
    }
    bytes.resize(size);
    return bytes;
}

Result<void> write_png(const render::Image& image, const std::filesystem::path& file) {
    return pack_png(image, file).and_then([&](const std::vector<std::byte>& bytes) {
        return write_file_atomically(file, std::span(bytes));
    });
}

Result<render::Image> read_png(const std::filesystem::path& file) {
    const auto bytes = read_file(file);
    if (!bytes) {
        return fail(bytes.error());
    }
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&png, bytes->data(), bytes->size()) == 0) {
        return fail(bad_png(file, std::string("this is not a PNG picture (") + png.message + ")"));
    }
    png.format = PNG_FORMAT_RGBA;
    constexpr png_uint_32 side_limit = 32768;
    if (png.width > side_limit || png.height > side_limit) {
        png_image_free(&png);
        return fail(bad_png(file, "the picture is larger than 32768 pixels along a side"));
    }
    render::Image image;
    image.width = static_cast<int>(png.width);
    image.height = static_cast<int>(png.height);
    image.pixels.resize(PNG_IMAGE_SIZE(png));
    if (png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr) == 0) {
        return fail(bad_png(file, std::string("the picture is damaged (") + png.message + ")"));
    }
    return image;
}

} // namespace osteon::output
