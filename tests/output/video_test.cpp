#include "output/video.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace osteon;
using namespace osteon::output;

namespace {

namespace fs = std::filesystem;

fs::path fresh_folder(const char* name) {
    const fs::path folder = fs::path(OSTEON_BINARY_DIR "/video_test") / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

render::Image plain(std::uint8_t grey) {
    return {64, 48, std::vector<std::uint8_t>(64U * 48U * 4U, grey)};
}

/// What a player finds in a file.
struct Played {
    int frames = 0;
    int width = 0;
    int height = 0;
    std::string codec;
    double seconds = 0.0;
    bool evenly = true; ///< each frame as long after the last
};

Played play(const fs::path& file) {
    Played played;
    AVFormatContext* container = nullptr;
    REQUIRE(avformat_open_input(&container, file.c_str(), nullptr, nullptr) == 0);
    REQUIRE(avformat_find_stream_info(container, nullptr) >= 0);
    REQUIRE(container->nb_streams == 1);
    const AVStream* const stream = container->streams[0];
    played.codec = avcodec_get_name(stream->codecpar->codec_id);
    played.width = stream->codecpar->width;
    played.height = stream->codecpar->height;
    played.seconds = static_cast<double>(container->duration) / AV_TIME_BASE;
    const double second = 1.0 / av_q2d(stream->time_base);
    AVPacket* packet = av_packet_alloc();
    std::vector<double> times;
    while (av_read_frame(container, packet) >= 0) {
        times.push_back(static_cast<double>(packet->pts) / second);
        ++played.frames;
        av_packet_unref(packet);
    }
    std::sort(times.begin(), times.end());
    for (std::size_t i = 1; i < times.size(); ++i) {
        played.evenly = played.evenly && std::abs(times[i] - times[i - 1] - 0.04) < 0.002;
    }
    av_packet_free(&packet);
    avformat_close_input(&container);
    return played;
}

bool has_encoder(const fs::path& ending) {
    const fs::path file = fresh_folder("probe") / ("probe" + ending.string());
    const auto made = VideoFile::create(file, {64, 48, 25});
    if (!made) {
        MESSAGE("skipped: " << describe(made.error()));
        CHECK(made.error().fault == Fault::machine);
        CHECK(describe(made.error()).find("encoder") != std::string::npos);
    }
    return made.has_value();
}

} // namespace

TEST_CASE("A video has every frame that was added, equally long, in the codec of its ending") {
    for (const auto& [ending, codec] : {std::pair{".mp4", "h264"}, std::pair{".webm", "vp9"}}) {
        if (!has_encoder(ending)) {
            continue;
        }
        const fs::path file = fresh_folder("frames") / (std::string("film") + ending);
        auto video = VideoFile::create(file, {64, 48, 25});
        REQUIRE(video.has_value());
        for (std::uint8_t grey = 0; grey < 25; ++grey) {
            REQUIRE(video->add(plain(static_cast<std::uint8_t>(10 * grey))).has_value());
        }
        REQUIRE(video->add(plain(200), 50).has_value());
        CHECK(video->frames() == 75);
        CHECK_FALSE(fs::exists(file)); // not before it is whole
        REQUIRE(video->finish().has_value());
        const Played played = play(file);
        CHECK(played.codec == codec);
        CHECK(played.frames == 75);
        CHECK(played.width == 64);
        CHECK(played.height == 48);
        CHECK(played.seconds == doctest::Approx(3.0).epsilon(0.02));
        CHECK(played.evenly);
    }
}

TEST_CASE("A video that is not finished leaves nothing, and an earlier one as it was") {
    if (!has_encoder(".webm")) {
        return;
    }
    const fs::path folder = fresh_folder("cancelled");
    const fs::path file = folder / "film.webm";
    const auto begin = [&] {
        auto video = VideoFile::create(file, {64, 48, 25});
        REQUIRE(video.has_value());
        REQUIRE(video->add(plain(100), 10).has_value());
    };
    begin();
    CHECK(fs::is_empty(folder));
    std::ofstream(file) << "the film of yesterday";
    begin();
    std::ifstream earlier(file);
    CHECK(std::string{std::istreambuf_iterator<char>(earlier), {}} == "the film of yesterday");
}

TEST_CASE("A video that cannot be written says which file, why, and what to do") {
    const fs::path folder = fresh_folder("refused");
    const auto refused = [](const fs::path& file, const VideoForm& form) {
        const auto video = VideoFile::create(file, form);
        REQUIRE_FALSE(video.has_value());
        CHECK(describe(video.error()).find(file.filename().string()) != std::string::npos);
        CHECK_FALSE(video.error().cure.empty());
        return video.error().fault;
    };
    CHECK(refused(folder / "film.avi", {64, 48, 25}) == Fault::usage);
    CHECK(refused(folder / "film.mp4", {63, 48, 25}) == Fault::usage);
    CHECK(refused("/dev/null/film.webm", {64, 48, 25}) == Fault::machine);
    CHECK(fs::is_empty(folder));
}

TEST_CASE("A picture of another size is refused") {
    if (!has_encoder(".webm")) {
        return;
    }
    auto video = VideoFile::create(fresh_folder("size") / "film.webm", {32, 32, 25});
    REQUIRE(video.has_value());
    CHECK_FALSE(video->add(plain(0)).has_value());
}
