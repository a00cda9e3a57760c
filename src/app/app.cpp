#include "app/app.h"

#include "anatomy/reference.h"
#include "app/atlas.h"
#include "app/atlas_window.h"
#include "app/bench.h"
#include "app/command_line.h"
#include "app/export.h"
#include "app/handout.h"
#include "app/lists.h"
#include "app/machine.h"
#include "app/recipe_watch.h"
#include "app/shot.h"
#include "app/tour_export.h"
#include "app/version.h"
#include "base/paths.h"
#include "base/progress.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>
#include <utility>

namespace osteon::app {
namespace {

void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

/// One visit for each command; the value is the exit code where nothing failed.
struct Runner {
    std::filesystem::path content;
    std::string language; ///< empty: English

    Result<std::unique_ptr<Atlas>> atlas() const {
        return atlas_in(language.empty() ? std::string(knowledge::base_language) : language);
    }

    Result<std::unique_ptr<Atlas>> atlas_in(const std::string& wanted) const {
        return find_folders(content).and_then(
            [&](const Folders& folders) { return load_atlas(folders, wanted); });
    }

    Result<int> operator()(const ShowHelp& command) const {
        print(command.text);
        return 0;
    }

    Result<int> operator()(const ShowVersion&) const {
        print(print_version());
        return 0;
    }

    Result<int> operator()(OpenWindow command) const {
        if (command.recipe && !command.recipe->reference.empty()) {
            Result<std::vector<std::string>> bones = recipe_bones(*command.recipe);
            if (!bones) {
                return fail(bones.error());
            }
            command.recipe->overlays = std::move(*bones);
        }
        const auto load = [&](const std::string& wanted) -> Result<std::unique_ptr<Atlas>> {
            auto known = atlas_in(wanted);
            if (known && command.recipe) {
                anatomy::add_overlay_bones((*known)->registry, command.recipe->overlays);
            }
            return known;
        };
        return run_window(load, command, {}).map([](const WindowReport&) { return 0; });
    }

    Result<int> operator()(const TakeShot& command) const {
        const auto known = atlas();
        if (!known) {
            return fail(known.error());
        }
        return take_shot(**known, command).map([] { return 0; });
    }

    Result<int> operator()(const PrintList& command) const {
        if (command.what == ListOf::languages) {
            return find_folders(content).and_then([&](const Folders& folders) {
                return print_languages(folders, command.json).map([](const std::string& text) {
                    print(text);
                    return 0;
                });
            });
        }
        const auto known = atlas();
        if (!known) {
            return fail(known.error());
        }
        return print_list(**known, command).map([](const std::string& text) {
            print(text);
            return 0;
        });
    }

    Result<int> operator()(const RunBench& command) const {
        return run_bench([this](const std::string& wanted) { return atlas_in(wanted); }, command)
            .map([](const std::string& text) {
                print(text);
                return 0;
            });
    }

    Result<int> operator()(const InspectModel& command) const {
        const Result<anatomy::Registry> registry = load_registry();
        if (!registry) {
            return fail(registry.error());
        }
        const Result<anatomy::Inspection> inspection =
            anatomy::inspect_model(command.model, *registry, tell_nobody);
        if (!inspection) {
            return fail(inspection.error());
        }
        print(print_inspection(*inspection, *registry, command.json));
        if (inspection->matched.empty()) {
            return fail({Fault::input, command.model.path.string(), "",
                         "none of its pieces is a bone that Osteon knows",
                         "Choose a model of a skeleton whose pieces carry the bones' names"});
        }
        return 0;
    }

    Result<int> operator()(const CheckContent& command) const {
        const Result<anatomy::Registry> registry = load_registry();
        if (!registry) {
            return fail(registry.error());
        }
        const Result<Folders> folders =
            find_folders(command.folder.empty() ? content : command.folder);
        if (!folders) {
            return fail(folders.error());
        }
        const auto around = anatomy::load_surroundings(folders->anatomy(), *registry);
        if (!around) {
            return fail(around.error());
        }
        const auto faults =
            knowledge::check_content(folders->content, *registry, *around, command.against);
        if (!faults) {
            return fail(faults.error());
        }
        const auto gaps = knowledge::translation_gaps(folders->content, *registry, *around);
        if (!gaps) {
            return fail(gaps.error());
        }
        print_faults(*gaps, "translation: ");
        print_faults(*faults, "");
        if (!gaps->empty()) {
            print(fmt::format("{} gaps in translations.\n", gaps->size()));
        }
        print(faults->empty() ? "No faults.\n" : fmt::format("{} faults.\n", faults->size()));
        const bool passed = faults->empty() && (gaps->empty() || !command.complete);
        return passed ? 0 : static_cast<int>(Fault::input);
    }

    static void print_faults(const std::vector<knowledge::ContentFault>& faults,
                             std::string_view kind) {
        for (const knowledge::ContentFault& fault : faults) {
            print(fmt::format("{}:{}:{}: {}{}\n", fault.file.string(), fault.line, fault.column,
                              kind, fault.expected));
        }
    }

    Result<int> operator()(const ExportHtml& command) const {
        return find_folders(content)
            .and_then([&](const Folders& folders) { return export_content(folders, command); })
            .map([](const std::string& text) {
                print(text);
                return 0;
            });
    }

    Result<int> operator()(const MakeHandout& command) const {
        const auto known = atlas();
        if (!known) {
            return fail(known.error());
        }
        return make_handout(**known, command).map([](const std::string& text) {
            print(text);
            return 0;
        });
    }

    Result<int> operator()(const WriteTour& command) const {
        const auto known = atlas();
        if (!known) {
            return fail(known.error());
        }
        return run_tour_export(**known, command);
    }

    static Result<anatomy::Registry> load_registry() {
        return shipped_folder("assets").and_then([](const std::filesystem::path& assets) {
            return anatomy::load_registry(assets / "anatomy" / "bones.toml");
        });
    }
};

int report(const Error& error) {
    fmt::print(stderr, "osteon: {}\n", describe(error));
    return static_cast<int>(error.fault);
}

} // namespace

int run(int argc, const char* const* argv) {
    // Standard output belongs to what the commands print.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("osteon"));
    spdlog::set_pattern("osteon: %l: %v");
    spare_full_disk();
    try {
        Result<CommandLine> line = parse_command_line(argc, argv);
        if (!line) {
            return report(line.error());
        }
        const Result<int> code =
            std::visit(Runner{std::move(line->content), std::move(line->language)}, line->command);
        return code ? *code : report(code.error());
    } catch (const std::bad_alloc&) {
        return report({Fault::machine, "", "", "the machine has no memory left",
                       "Close other programs, or open a smaller model"});
    } catch (const std::exception& fault) {
        return report({Fault::machine, "", "",
                       std::string("the program met a fault of its own: ") + fault.what(),
                       "Report it with the command that you used"});
    }
}

} // namespace osteon::app
