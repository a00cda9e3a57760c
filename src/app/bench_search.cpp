#include "app/bench_search.h"

#include "app/bench_stage.h"
#include "app/process.h"
#include "knowledge/search.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace osteon::app {
namespace {

constexpr int c_rounds = 5;

// Names, words of texts, everyday words, errors, whole questions, German words, and nothing.
constexpr std::array<std::string_view, 14> c_queries = {"L3",
                                                        "greater trochanter left",
                                                        "backbone",
                                                        "breast cancer",
                                                        "pain at night",
                                                        "denosumab",
                                                        "fractures",
                                                        "high calcium",
                                                        "Macedo 2017",
                                                        "prostrate",
                                                        "mastiod process",
                                                        "what is the mirels score",
                                                        "Wirbel",
                                                        "xqzvwkj"};

} // namespace

nlohmann::ordered_json bench_search(const Atlas& atlas) {
    const knowledge::Search search(atlas.registry, atlas.knowledge);
    const auto timed = [&](std::string_view query) {
        const BenchClock::time_point start = BenchClock::now();
        const knowledge::SearchResult found = search.find(query);
        return std::pair(milliseconds(BenchClock::now() - start), found.hits.size());
    };
    // The first search of all waits for the index; in the window it is built beforehand.
    const double with_index = timed("spine").first;
    const double first = timed(c_queries.front()).first;
    std::vector<double> times;
    std::vector<double> processor_times; // on a machine with other work they tell more
    std::size_t hits = 0;
    for (int round = 0; round < c_rounds; ++round) {
        for (const std::string_view query : c_queries) {
            for (std::size_t typed = 1; typed <= query.size(); ++typed) {
                const double before = cpu_seconds();
                const auto [time, found] = timed(query.substr(0, typed));
                times.push_back(time);
                processor_times.push_back(1000.0 * (cpu_seconds() - before));
                hits += found;
            }
        }
    }
    nlohmann::ordered_json json;
    json["with_index_ms"] = with_index;
    json["cold_ms"] = first;
    json["warm_median_ms"] = quantile(times, 0.5);
    json["warm_p95_ms"] = quantile(times, 0.95);
    json["warm_slowest_ms"] = *std::ranges::max_element(times);
    json["processor_median_ms"] = quantile(processor_times, 0.5);
    json["processor_p95_ms"] = quantile(processor_times, 0.95);
    json["processor_slowest_ms"] = *std::ranges::max_element(processor_times);
    json["searches"] = times.size();
    json["hits"] = hits;
    return json;
}

} // namespace osteon::app
