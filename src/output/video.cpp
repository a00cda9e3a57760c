#include "output/video.h"

#include "base/file_errors.h"
#include "base/hidden_file.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <cerrno>
#include <string>
#include <utility>
#include <vector>

namespace osteon::output {
namespace {

namespace fs = std::filesystem;

/// An encoder and how it is asked to work: for pictures that stand still most of the time, in less
/// time than drawing them takes.
struct Encoder {
    const char* name;
    std::vector<std::pair<const char*, const char*>> options;
};

/// A kind of video file.
struct VideoKind {
    const char* ending;
    const char* container;
    const char* codec;             ///< as people call it
    const char* other;             ///< the ending to choose where the codec is missing
    std::vector<Encoder> encoders; ///< the best first
};

const std::array<VideoKind, 2>& video_kinds() {
    static const std::array<VideoKind, 2> kinds = {{
        {".mp4",
         "mp4",
         "H.264",
         ".webm",
         {{"libx264", {{"preset", "veryfast"}, {"crf", "19"}, {"profile", "high"}}},
          {"libopenh264", {{"b", "8000000"}}}}},
        {".webm",
         "webm",
         "VP9",
         ".mp4",
         {{"libvpx-vp9",
           {{"deadline", "realtime"},
            {"cpu-used", "7"},
            {"crf", "30"},
            {"b", "0"},
            {"row-mt", "1"}}}}},
    }};
    return kinds;
}

struct FreeContext {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(SwsContext* context) const { sws_freeContext(context); }
    void operator()(AVFormatContext* context) const {
        if (context->pb != nullptr) {
            avio_closep(&context->pb);
        }
        avformat_free_context(context);
    }
};
template <class T>
using Owned = std::unique_ptr<T, FreeContext>;

/// An error of FFmpeg.
Error coding_error(const fs::path& file, int code) {
    if (code == AVERROR(ENOSPC) || code == AVERROR(EDQUOT) || code == AVERROR(EACCES)) {
        return writing_error(file, AVUNERROR(code));
    }
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(code, words.data(), words.size());
    return {Fault::machine, file.string(), "",
            std::string("the video cannot be encoded (") + words.data() + ")",
            "Choose a smaller size or the other kind of file, .mp4 or .webm"};
}

Result<const VideoKind*> kind_of(const fs::path& file) {
    for (const VideoKind& kind : video_kinds()) {
        if (file.extension() == kind.ending) {
            return &kind;
        }
    }
    return fail(
        {Fault::usage, file.string(), "", "a video file ends in .mp4 or .webm", "Name it so"});
}

/// An opened encoder: the first that the system has.
Result<Owned<AVCodecContext>> open_encoder(const VideoKind& kind, const VideoForm& form,
                                           const fs::path& file) {
    for (const Encoder& encoder : kind.encoders) {
        const AVCodec* const codec = avcodec_find_encoder_by_name(encoder.name);
        if (codec == nullptr) {
            continue;
        }
        Owned<AVCodecContext> context(avcodec_alloc_context3(codec));
        if (!context) {
            return fail(coding_error(file, AVERROR(ENOMEM)));
        }
        context->width = form.width;
        context->height = form.height;
        context->time_base = {1, form.frames_per_second};
        context->framerate = {form.frames_per_second, 1};
        context->gop_size = 4 * form.frames_per_second;
        context->pix_fmt = AV_PIX_FMT_YUV420P;
        context->color_range = AVCOL_RANGE_MPEG;
        context->colorspace = AVCOL_SPC_BT709;
        context->color_primaries = AVCOL_PRI_BT709;
        context->color_trc = AVCOL_TRC_BT709;
        context->thread_count = 0; // as many as there are cores
        context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        AVDictionary* options = nullptr;
        for (const auto& [name, value] : encoder.options) {
            av_dict_set(&options, name, value, 0);
        }
        const int code = avcodec_open2(context.get(), codec, &options);
        av_dict_free(&options);
        if (code < 0) {
            return fail(coding_error(file, code));
        }
        return context;
    }
    return fail({Fault::machine, file.string(), "",
                 std::string("FFmpeg on this computer has no encoder for ") + kind.codec,
                 std::string("Name the file ") + kind.other + ", or install FFmpeg with " +
                     kind.encoders.front().name});
}

/// From sRGB bytes to the levels of BT.709 as videos have them.
Owned<SwsContext> make_scaler(const VideoForm& form) {
    Owned<SwsContext> scaler(sws_getContext(form.width, form.height, AV_PIX_FMT_RGBA, form.width,
                                            form.height, AV_PIX_FMT_YUV420P, SWS_AREA, nullptr,
                                            nullptr, nullptr));
    if (scaler) {
        const int* const bt709 = sws_getCoefficients(SWS_CS_ITU709);
        constexpr int full = 1;
        constexpr int limited = 0;
        constexpr int one = 1 << 16;
        sws_setColorspaceDetails(scaler.get(), bt709, full, bt709, limited, 0, one, one);
    }
    return scaler;
}

} // namespace

struct VideoFile::Parts {
    HiddenFile file;
    VideoForm form;
    Owned<AVFormatContext> container;
    AVStream* stream = nullptr;
    Owned<AVCodecContext> encoder;
    Owned<SwsContext> scaler;
    Owned<AVPacket> packet{av_packet_alloc()};
    int frames = 0;

    Result<void> open(const VideoKind& kind);
    Result<void> encode(const AVFrame* frame);
    Error error(int code) const { return coding_error(file.target(), code); }
};

Result<void> VideoFile::Parts::open(const VideoKind& kind) {
    AVFormatContext* made = nullptr;
    int code = avformat_alloc_output_context2(&made, nullptr, kind.container, file.path().c_str());
    container.reset(made);
    if (code < 0) {
        return fail(error(code));
    }
    stream = avformat_new_stream(made, nullptr);
    if (stream == nullptr || !packet || !scaler) {
        return fail(error(AVERROR(ENOMEM)));
    }
    stream->time_base = encoder->time_base;
    stream->avg_frame_rate = encoder->framerate;
    avcodec_parameters_from_context(stream->codecpar, encoder.get());
    code = avio_open(&made->pb, file.path().c_str(), AVIO_FLAG_WRITE);
    if (code < 0) {
        return fail(error(code));
    }
    AVDictionary* options = nullptr;
    av_dict_set(&options, "movflags", "+faststart", 0); // plays while it is still loading
    code = avformat_write_header(made, &options);
    av_dict_free(&options);
    return code < 0 ? Result<void>(fail(error(code))) : Result<void>{};
}

/// Hands a frame to the encoder, none at the end, and writes what comes out of it.
Result<void> VideoFile::Parts::encode(const AVFrame* frame) {
    int code = avcodec_send_frame(encoder.get(), frame);
    while (code >= 0) {
        code = avcodec_receive_packet(encoder.get(), packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
            return {};
        }
        if (code >= 0) {
            packet->stream_index = stream->index;
            packet->duration = 1;
            av_packet_rescale_ts(packet.get(), encoder->time_base, stream->time_base);
            code = av_interleaved_write_frame(container.get(), packet.get());
        }
        if (code >= 0 && container->pb->error < 0) {
            code = container->pb->error;
        }
    }
    return fail(error(code));
}

VideoFile::VideoFile(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
VideoFile::VideoFile(VideoFile&&) noexcept = default;
VideoFile& VideoFile::operator=(VideoFile&&) noexcept = default;
VideoFile::~VideoFile() = default;

Result<VideoFile> VideoFile::create(const fs::path& file, const VideoForm& form) {
    av_log_set_level(AV_LOG_QUIET); // what goes wrong is told as an error
    const Result<const VideoKind*> kind = kind_of(file);
    if (!kind) {
        return fail(kind.error());
    }
    if (form.width % 2 != 0 || form.height % 2 != 0) {
        return fail({Fault::usage, file.string(), "",
                     "a video has an even number of pixels along each side",
                     "Choose an even width and height"});
    }
    Result<HiddenFile> hidden = HiddenFile::beside(file);
    if (!hidden) {
        return fail(hidden.error());
    }
    Result<Owned<AVCodecContext>> encoder = open_encoder(**kind, form, file);
    if (!encoder) {
        return fail(encoder.error());
    }
    auto parts = std::make_unique<Parts>(Parts{.file = std::move(*hidden),
                                               .form = form,
                                               .container = nullptr,
                                               .encoder = std::move(*encoder),
                                               .scaler = make_scaler(form)});
    if (auto opened = parts->open(**kind); !opened) {
        return fail(opened.error());
    }
    return VideoFile(std::move(parts));
}

Result<void> VideoFile::add(const render::Image& picture, int frames) {
    const VideoForm& form = parts_->form;
    if (picture.width != form.width || picture.height != form.height) {
        return fail({Fault::usage, parts_->file.target().string(), "",
                     "a picture is not of the size of the video", "Draw it in that size"});
    }
    const Owned<AVFrame> frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = form.width;
    frame->height = form.height;
    frame->color_range = AVCOL_RANGE_MPEG;
    frame->colorspace = AVCOL_SPC_BT709;
    if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) {
        return fail(parts_->error(code));
    }
    const std::uint8_t* const rows = picture.pixels.data();
    const int stride = 4 * picture.width;
    sws_scale(parts_->scaler.get(), &rows, &stride, 0, form.height, frame->data, frame->linesize);
    for (int repeat = 0; repeat < frames; ++repeat) {
        frame->pts = parts_->frames++;
        if (auto encoded = parts_->encode(frame.get()); !encoded) {
            return encoded;
        }
    }
    return {};
}

int VideoFile::frames() const {
    return parts_->frames;
}

Result<void> VideoFile::finish() {
    if (auto encoded = parts_->encode(nullptr); !encoded) {
        return encoded;
    }
    int code = av_write_trailer(parts_->container.get());
    if (const int closed = avio_closep(&parts_->container->pb); code >= 0) {
        code = closed;
    }
    if (code < 0) {
        return fail(parts_->error(code));
    }
    return parts_->file.take_place();
}

} // namespace osteon::output
