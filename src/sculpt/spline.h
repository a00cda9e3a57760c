#pragma once

namespace osteon::sculpt {

/// Catmull-Rom interpolation between p1 and p2 (Catmull and Rom 1974); t from 0 to 1.
template <class T>
T catmull_rom(const T& p0, const T& p1, const T& p2, const T& p3, float t) {
    return 0.5F * (2.0F * p1 + (p2 - p0) * t + (2.0F * p0 - 5.0F * p1 + 4.0F * p2 - p3) * (t * t) +
                   (3.0F * p1 - p0 - 3.0F * p2 + p3) * (t * t * t));
}

/// A Catmull-Rom span as a cubic in t, for values and derivatives.
template <class T>
struct CubicSpan {
    T c0{}, c1{}, c2{}, c3{};

    CubicSpan() = default;
    CubicSpan(const T& p0, const T& p1, const T& p2, const T& p3)
        : c0(p1)
        , c1(0.5F * (p2 - p0))
        , c2(0.5F * (2.0F * p0 - 5.0F * p1 + 4.0F * p2 - p3))
        , c3(0.5F * (3.0F * p1 - p0 - 3.0F * p2 + p3)) {}

    T at(float t) const { return c0 + t * (c1 + t * (c2 + t * c3)); }
    T slope(float t) const { return c1 + t * (2.0F * c2 + (3.0F * t) * c3); }
    T bend(float t) const { return 2.0F * c2 + (6.0F * t) * c3; }
};

} // namespace osteon::sculpt
