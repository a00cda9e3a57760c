#pragma once

#include "base/error.h"
#include "render/renderer.h"

#include <filesystem>
#include <memory>

namespace osteon::output {

/// The measure of a video.
struct VideoForm {
    int width = 1920; ///< pixels, even, as H.264 and VP9 want it here
    int height = 1080;
    int frames_per_second = 30;
};

/// A video file that is written frame by frame, each shown equally long: H.264 (".mp4") or VP9
/// (".webm") by the encoders of the system's FFmpeg. It is written under a hidden name beside its
/// place, and whole or not at all.
class VideoFile {
public:
    /// Errors: an ending of another kind, an odd size, a folder that cannot be written, or no
    /// encoder for that kind of file.
    static Result<VideoFile> create(const std::filesystem::path& file, const VideoForm& form);
    VideoFile(VideoFile&&) noexcept;
    VideoFile& operator=(VideoFile&&) noexcept;
    /// Removes what is written unless it was finished.
    ~VideoFile();

    /// Adds a picture of the video's size, shown for so many frames. Its ground is black where the
    /// picture is clear.
    Result<void> add(const render::Image& picture, int frames = 1);
    /// How many frames it has so far.
    int frames() const;
    /// Writes the last frames, and puts the file in its place.
    Result<void> finish();

private:
    struct Parts;
    explicit VideoFile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::output
