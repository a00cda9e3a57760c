#include "base/triangle.h"

namespace osteon {

glm::vec3 nearest_weights(const glm::vec3& point, const glm::vec3& a, const glm::vec3& b,
                          const glm::vec3& c) {
    const glm::vec3 ab = b - a, ac = c - a, ap = point - a;
    const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
    if (d1 <= 0.0F && d2 <= 0.0F) {
        return {1.0F, 0.0F, 0.0F};
    }
    const glm::vec3 bp = point - b;
    const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    if (d3 >= 0.0F && d4 <= d3) {
        return {0.0F, 1.0F, 0.0F};
    }
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0.0F && d1 >= 0.0F && d3 <= 0.0F) {
        const float v = d1 / (d1 - d3);
        return {1.0F - v, v, 0.0F};
    }
    const glm::vec3 cp = point - c;
    const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d6 >= 0.0F && d5 <= d6) {
        return {0.0F, 0.0F, 1.0F};
    }
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0.0F && d2 >= 0.0F && d6 <= 0.0F) {
        const float w = d2 / (d2 - d6);
        return {1.0F - w, 0.0F, w};
    }
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0.0F && d4 >= d3 && d5 >= d6) {
        const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return {0.0F, 1.0F - w, w};
    }
    const float sum = va + vb + vc;
    return {va / sum, vb / sum, vc / sum};
}

} // namespace osteon
