#include "output/page_flow.h"

#include <doctest/doctest.h>

#include <vector>

using namespace osteon::output;

namespace {

Strip line(double height, bool keep = false, double space = 0.0) {
    Strip strip;
    strip.height = height;
    strip.keep = keep;
    strip.space = space;
    return strip;
}

std::vector<std::size_t> lines_on(const std::vector<FlowedPage>& pages) {
    std::vector<std::size_t> counts;
    for (const FlowedPage& page : pages) {
        counts.push_back(page.size());
    }
    return counts;
}

} // namespace

TEST_CASE("A page takes as many lines as fit, and the next begins without the space above") {
    const std::vector<Strip> strips = {line(40), line(40, false, 10), line(40, false, 10)};
    const auto pages = flow(strips, 100);
    CHECK(lines_on(pages) == std::vector<std::size_t>{2, 1});
    CHECK(pages[0][1].y == doctest::Approx(50));
    CHECK(pages[1][0].y == doctest::Approx(0));
    CHECK(filled(pages[0]) == doctest::Approx(90));
}

TEST_CASE("What is kept with the line before goes to the next page with it") {
    const std::vector<Strip> strips = {line(40), line(40), line(40, true), line(40)};
    CHECK(lines_on(flow(strips, 100)) == std::vector<std::size_t>{1, 2, 1});
}

TEST_CASE("What is kept together and higher than a page is parted all the same") {
    const std::vector<Strip> strips = {line(40), line(40, true), line(40, true), line(40, true)};
    CHECK(lines_on(flow(strips, 100)) == std::vector<std::size_t>{2, 2});
    CHECK(lines_on(flow(std::vector<Strip>{line(300), line(40)}, 100)) ==
          std::vector<std::size_t>{1, 1});
}

TEST_CASE("A page break begins a page, and nothing makes no page") {
    std::vector<Strip> strips = {line(10), line(10)};
    strips[1].page_break = true;
    CHECK(lines_on(flow(strips, 100)) == std::vector<std::size_t>{1, 1});
    CHECK(flow({}, 100).empty());
}
