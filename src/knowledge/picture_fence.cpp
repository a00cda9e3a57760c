#include "knowledge/picture_fence.h"

#include "knowledge/toml_reader.h"

#include <array>
#include <utility>

namespace osteon::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, PictureLook>, 6> looks = {
    {{"solid", PictureLook::solid},
     {"see_through", PictureLook::see_through},
     {"radiograph", PictureLook::radiograph},
     {"bone_scan", PictureLook::bone_scan},
     {"section", PictureLook::section},
     {"exploded", PictureLook::exploded}}};

constexpr std::array<std::pair<std::string_view, PictureSection>, 3> sections = {
    {{"sagittal", PictureSection::sagittal},
     {"coronal", PictureSection::coronal},
     {"transverse", PictureSection::transverse}}};

constexpr std::array<std::pair<std::string_view, PictureCourse>, 3> courses = {
    {{"none", PictureCourse::none},
     {"femur", PictureCourse::femur},
     {"vertebra", PictureCourse::vertebra}}};

// Narrower than these a picture fills the panel's height, wider ones show nothing of it.
constexpr double narrowest = 0.6;
constexpr double widest = 3.0;

std::optional<float> degrees_of(TableReader& reader, std::string_view key, double limit) {
    const std::optional<double> value = reader.number_if(key, -limit, limit);
    return value ? std::optional(static_cast<float>(*value)) : std::nullopt;
}

/// A pattern's primary, and what is shown of it.
void read_pattern(TableReader& reader, LivePicture& picture) {
    picture.primary = reader.mention_or_none("primary", LinkKind::primary);
    picture.lesions = reader.flag("lesions", false);
    if (picture.primary.empty() && picture.lesions) {
        reader.fault_at("lesions", "there is no primary whose these are; expected primary = \"…\"");
    }
}

} // namespace

std::vector<std::string> read_bone_patterns(TableReader& reader, std::string_view key) {
    std::vector<std::string> patterns;
    for (TableReader::Item& item : reader.list(key, false)) {
        Mention mention{LinkKind::bone, item.text, reader.file().path, item.line, item.column};
        mention.line += reader.file().lines_before;
        mention.pattern = true;
        reader.file().findings->mentions.push_back(std::move(mention));
        patterns.push_back(std::move(item.text));
    }
    return patterns;
}

LivePicture read_live_picture(TableReader& reader) {
    LivePicture picture;
    picture.bones = read_bone_patterns(reader, "bones");
    picture.landmark = reader.mention_or_none("landmark", LinkKind::bone);
    const PictureLook usual = picture.bones.empty() ? PictureLook::solid : PictureLook::see_through;
    picture.look = reader.choice<PictureLook>("look", looks, usual);
    picture.yaw = degrees_of(reader, "yaw", 180.0);
    picture.pitch = degrees_of(reader, "pitch", 90.0);
    read_pattern(reader, picture);
    picture.section = reader.choice<PictureSection>("section", sections, PictureSection::sagittal);
    picture.course = reader.choice<PictureCourse>("course", courses, PictureCourse::none);
    picture.progress = static_cast<float>(reader.number_if("progress", 0.0, 1.0).value_or(0.0));
    return picture;
}

std::optional<Block> read_picture(std::string_view text, const ContentFile& file) {
    const std::optional<toml::table> table = parse_toml(text, file);
    if (!table) {
        return std::nullopt;
    }
    TableReader reader(*table, "the picture", file);
    Block block;
    block.kind = BlockKind::picture;
    Span caption;
    caption.text = reader.prose("caption");
    block.spans.push_back(std::move(caption));
    block.alt = reader.prose("alt");
    LivePicture picture = read_live_picture(reader);
    picture.aspect =
        static_cast<float>(reader.number_if("aspect", narrowest, widest).value_or(picture.aspect));
    reader.refuse_other_keys();
    block.picture = std::make_shared<const LivePicture>(std::move(picture));
    return block;
}

} // namespace osteon::knowledge
