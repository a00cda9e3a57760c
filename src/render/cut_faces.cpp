#include "render/cut_faces.h"

#include "render/passes.h"
#include "render/visible.h"
#include "view/contours.h"

#include <glm/vec4.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace osteon::render {

namespace {

constexpr float c_cover_margin = 0.0001F; ///< metres that a cover reaches over its face

/// A vertex of shaders/face.vert.
struct FaceCorner {
    glm::vec3 place;
    std::uint32_t bone;
};

/// An instance of shaders/face_rim.vert.
struct RimSegment {
    view::ContourSegment segment;
    std::uint32_t bone;
};

view::CutTissue tissue_of(const view::Cut& cut, std::uint16_t bone) {
    return bone < cut.tissues.size() ? cut.tissues[bone] : view::CutTissue{};
}

CutFaces::Subject subject_of(const view::Scene& scene, const Skeleton& skeleton) {
    CutFaces::Subject subject{*scene.cut, scene.geometry_revision, {}};
    subject.opaque.reserve(skeleton.parts.size());
    for (const view::GeometryPart& part : skeleton.parts) {
        const unsigned flags = look_of(scene, part.bone).flags;
        subject.opaque.push_back((flags & (view::bone_hidden | view::bone_ghost)) == 0);
    }
    return subject;
}

/// The contours of all closed opaque parts that the plane meets.
std::vector<view::Contour> contours_of(const CutFaces::Subject& subject, const Skeleton& skeleton) {
    std::vector<view::Contour> contours;
    const view::Plane& plane = subject.cut.plane;
    const view::Plane other_side{-plane.normal, -plane.distance};
    for (std::size_t i = 0; i < skeleton.parts.size(); ++i) {
        const view::GeometryPart& part = skeleton.parts[i];
        if (subject.opaque[i] && part.closed && !lies_before(part.bounds, plane) &&
            !lies_before(part.bounds, other_side)) {
            contours.push_back(view::contour_of(skeleton.geometry, part, plane,
                                                tissue_of(subject.cut, part.bone)));
        }
    }
    return contours;
}

/// Two triangles over a rectangle of the plane.
void add_sheet(const view::Plane& plane, const glm::vec2& min, const glm::vec2& max,
               std::uint32_t bone, std::vector<FaceCorner>& corners) {
    const view::PlaneAxes axes = view::axes_of(plane);
    const auto at = [&](float u, float v) {
        return FaceCorner{plane.distance * plane.normal + u * axes.u + v * axes.v, bone};
    };
    const std::array<FaceCorner, 4> ends{at(min.x, min.y), at(max.x, min.y), at(max.x, max.y),
                                         at(min.x, max.y)};
    for (const std::size_t end : {0U, 1U, 2U, 0U, 2U, 3U}) {
        corners.push_back(ends[end]);
    }
}

/// Triangles from one point of the plane to every segment: they overlap an odd way inside, and
/// cancel outside.
void add_windings(const view::Plane& plane, const view::Contour& contour,
                  std::vector<FaceCorner>& corners) {
    const view::PlaneAxes axes = view::axes_of(plane);
    const glm::vec2 middle = 0.5F * (contour.min + contour.max);
    const glm::vec3 pivot = plane.distance * plane.normal + middle.x * axes.u + middle.y * axes.v;
    for (const view::ContourSegment& segment : contour.segments) {
        corners.push_back({pivot, contour.bone});
        corners.push_back({segment.from, contour.bone});
        corners.push_back({segment.to, contour.bone});
    }
}

std::vector<FaceCorner> lay_out(CutFaces& faces,
                                const std::vector<std::vector<const view::Contour*>>& groups) {
    const view::Plane& plane = faces.subject->cut.plane;
    std::vector<FaceCorner> corners;
    glm::vec2 low(std::numeric_limits<float>::max());
    glm::vec2 high(std::numeric_limits<float>::lowest());
    for (const auto& contours : groups) {
        CutFaces::Group group;
        group.first_winding = static_cast<GLint>(corners.size());
        for (const view::Contour* contour : contours) {
            add_windings(plane, *contour, corners);
        }
        group.first_cover = static_cast<GLint>(corners.size());
        group.windings = group.first_cover - group.first_winding;
        for (const view::Contour* contour : contours) {
            add_sheet(plane, contour->min - c_cover_margin, contour->max + c_cover_margin,
                      contour->bone, corners);
            low = glm::min(low, contour->min - c_cover_margin);
            high = glm::max(high, contour->max + c_cover_margin);
        }
        group.covers = static_cast<GLsizei>(corners.size()) - group.first_cover;
        faces.groups.push_back(group);
    }
    faces.first_sheet = static_cast<GLint>(corners.size());
    add_sheet(plane, low, high, 0, corners);
    return corners;
}

void attribute(GLuint place, GLint count, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(offset));
}

void whole_attribute(GLuint place, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribIPointer(place, 1, GL_UNSIGNED_INT, static_cast<GLsizei>(stride),
                           reinterpret_cast<const void*>(offset));
}

template <class Element>
void fill(gl::Buffer& buffer, const std::vector<Element>& elements) {
    buffer = gl::Buffer::make();
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(elements.size() * sizeof(Element)),
                 elements.data(), GL_DYNAMIC_DRAW);
}

void upload(CutFaces& faces, const std::vector<FaceCorner>& corners,
            const std::vector<RimSegment>& segments) {
    faces.corner_array = gl::VertexArray::make();
    glBindVertexArray(faces.corner_array.id());
    fill(faces.corners, corners);
    attribute(0, 3, sizeof(FaceCorner), offsetof(FaceCorner, place));
    whole_attribute(1, sizeof(FaceCorner), offsetof(FaceCorner, bone));

    faces.segment_array = gl::VertexArray::make();
    glBindVertexArray(faces.segment_array.id());
    fill(faces.segments, segments);
    faces.segment_count = static_cast<GLsizei>(segments.size());
    attribute(0, 3, sizeof(RimSegment), offsetof(view::ContourSegment, from));
    attribute(1, 3, sizeof(RimSegment), offsetof(view::ContourSegment, to));
    attribute(2, 2, sizeof(RimSegment), offsetof(view::ContourSegment, rim_from));
    whole_attribute(3, sizeof(RimSegment), offsetof(RimSegment, bone));
    for (GLuint place = 0; place < 4; ++place) {
        glVertexAttribDivisor(place, 1);
    }
    glBindVertexArray(0);
}

/// The numbers by which shaders/face.frag knows the kinds of tissue.
float number_of(view::CutTissue::Kind kind) {
    switch (kind) {
    case view::CutTissue::Kind::bone:
        return 0.0F;
    case view::CutTissue::Kind::disc:
        return 1.0F;
    case view::CutTissue::Kind::cartilage:
        return 2.0F;
    case view::CutTissue::Kind::upper_tooth:
    case view::CutTissue::Kind::lower_tooth:
        break;
    }
    return 3.0F;
}

/// Marrow alone fills this share of a shaft, around its middle.
constexpr float c_cavity_share = 0.68F;
constexpr float c_nowhere = 1000.0F; ///< metres: the height of cavities of bones without one

gl::Texture tissue_table(const view::Cut& cut, const Skeleton& skeleton) {
    std::size_t bones = 1;
    for (const view::GeometryPart& part : skeleton.parts) {
        bones = std::max(bones, std::size_t{part.bone} + 1);
    }
    const int rows = static_cast<int>(bones) / look_table_width + 1;
    std::vector<glm::vec4> texels(static_cast<std::size_t>(rows * look_table_width));
    for (const view::GeometryPart& part : skeleton.parts) {
        const view::CutTissue tissue = tissue_of(cut, part.bone);
        const float middle = part.bounds.centre().y;
        const float reach = 0.5F * c_cavity_share * part.bounds.size().y;
        texels[part.bone] = {number_of(tissue.kind), tissue.cavity ? middle - reach : c_nowhere,
                             tissue.cavity ? middle + reach : c_nowhere + 1.0F, 0.0F};
    }
    return gl::make_texture(gl::table32, look_table_width, rows, texels.data());
}

} // namespace

void prepare(CutFaces& faces, const view::Scene& scene, const Skeleton& skeleton) {
    if (!scene.cut) {
        faces = {};
        return;
    }
    CutFaces::Subject subject = subject_of(scene, skeleton);
    if (faces.subject == subject) {
        return;
    }
    faces = {};
    faces.subject = std::move(subject);
    const auto contours = contours_of(*faces.subject, skeleton);
    const auto groups = view::without_overlaps(contours, scene.cut->tissues);
    if (groups.empty()) {
        return;
    }
    std::vector<RimSegment> segments;
    for (const view::Contour& contour : contours) {
        for (const view::ContourSegment& segment : contour.segments) {
            segments.push_back({segment, contour.bone});
        }
    }
    upload(faces, lay_out(faces, groups), segments);
    faces.tissues = tissue_table(*scene.cut, skeleton);
}

} // namespace osteon::render
