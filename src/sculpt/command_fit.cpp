#include "anatomy/reference.h"
#include "base/files.h"
#include "sculpt/commands.h"
#include "sculpt/fit.h"

#include <cstdio>
#include <memory>

namespace osteon::sculpt {
namespace {

struct Options {
    std::string bone;
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path registry = default_registry;
    std::filesystem::path reference;
    FitOptions fit;
    bool write = false;
};

Result<anatomy::TriangleMesh> reference_of(const Options& options) {
    const auto registry = anatomy::load_registry(options.registry);
    if (!registry) {
        return fail(registry.error());
    }
    auto meshes = anatomy::load_reference(options.reference, *registry, {options.bone});
    if (!meshes) {
        return fail(meshes.error());
    }
    const auto found = meshes->find(options.bone);
    if (found == meshes->end()) {
        return fail({.fault = Fault::usage,
                     .subject = options.bone,
                     .place = "",
                     .reason = "the reference has no mesh of this bone",
                     .cure = "Name the bone by its id in the registry, such as femur_right"});
    }
    return std::move(found->second);
}

void print(const Fit& fit) {
    std::printf("%-32s %10s %10s %9s %8s\n", "", "before", "after", "change", "slack");
    for (const FittedNumber& number : fit.numbers) {
        const auto before = static_cast<double>(number.dimension.value);
        const auto after = static_cast<double>(number.after);
        std::printf("%-32s %10.2f %10.2f %+9.2f %8.2f\n", number.dimension.name.c_str(), before,
                    after, after - before, static_cast<double>(number.slack));
    }
    std::printf("mean distance of the reference from the surface: %.2f mm before, %.2f mm after "
                "(%zu numbers, %zu places)\n",
                static_cast<double>(fit.mean_before), static_cast<double>(fit.mean_after),
                fit.numbers.size(), fit.places);
}

Result<void> write(const Options& options, const std::vector<RecipeText>& files, const Fit& fit) {
    for (const RecipeText& file : files) {
        const std::string text = rewrite(file, fit.numbers);
        if (text == file.text) {
            continue;
        }
        if (auto written = write_file_atomically(options.recipes / file.file, text); !written) {
            return written;
        }
        std::printf("%s is written\n", file.file.c_str());
    }
    return {};
}

Result<void> run_fit(const Options& options) {
    const auto files = read_recipe_files(options.recipes);
    if (!files) {
        return fail(files.error());
    }
    const auto book = RecipeBook::read(*files);
    if (!book) {
        return fail(book.error());
    }
    const auto reference = reference_of(options);
    if (!reference) {
        return fail(reference.error());
    }
    const auto fit = fit_bone(*book, options.bone, *reference, options.fit);
    if (!fit) {
        return fail(fit.error());
    }
    print(*fit);
    return options.write ? write(options, *files, *fit) : Result<void>{};
}

} // namespace

Command add_fit_command(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    CLI::App* parser = app.add_subcommand(
        "fit", "estimate a bone's dimensions and landmarks by measuring a reference");
    parser->add_option("bone", options->bone, "id of the bone")->required();
    parser->add_option("--reference", options->reference, "folder with a mesh for each bone")
        ->required();
    add_recipes_option(*parser, options->recipes);
    add_registry_option(*parser, options->registry);
    parser->add_option("--vary", options->fit.vary, "only these dimensions and landmarks")
        ->delimiter(',');
    parser->add_option("--fix", options->fit.fix, "not these")->delimiter(',');
    parser->add_option("--weight", options->fit.pull, "pull towards the values written")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    parser->add_flag("--write", options->write, "write the values into the recipe");
    return {parser, [options] {
                const auto done = run_fit(*options);
                return done ? 0 : report(done.error());
            }};
}

} // namespace osteon::sculpt
