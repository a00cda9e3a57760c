#include "ui/key_map.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace osteon::ui {

namespace {

/// Whether a key is that of a command whose keys cannot be changed.
bool is_fixed(const KeyPress& press) {
    return std::ranges::any_of(commands(), [&](const CommandRow& row) {
        const auto presses = row.has(fixed_keys) ? key_presses(row.keys) : std::nullopt;
        return presses && std::ranges::find(*presses, press) != presses->end();
    });
}

bool holds_reserved(const std::vector<KeyPress>& presses) {
    return std::ranges::any_of(
        presses, [](const KeyPress& press) { return is_reserved(press) || is_fixed(press); });
}

/// The user's keys of a command, where they can be used.
std::optional<std::vector<KeyPress>> own_keys(const CommandRow& row,
                                              const session::KeyBindings& own) {
    const auto bound = own.find(row.id);
    if (bound == own.end() || row.has(fixed_keys)) {
        return std::nullopt;
    }
    auto presses = key_presses(bound->second);
    if (presses && holds_reserved(*presses)) {
        return std::nullopt;
    }
    return presses;
}

std::string words_of(const std::vector<KeyPress>& presses) {
    std::string words;
    for (const KeyPress& press : presses) {
        words += (words.empty() ? "" : " ") + text_of(press);
    }
    return words;
}

} // namespace

KeyMap::KeyMap(const session::KeyBindings& own) {
    std::vector<KeyPress> taken; // by the user: a usual key steps back
    for (const CommandRow& row : commands()) {
        if (auto presses = own_keys(row, own)) {
            std::erase_if(*presses, [&](const KeyPress& press) {
                return std::ranges::find(taken, press) != taken.end();
            });
            taken.insert(taken.end(), presses->begin(), presses->end());
            keys_[row.command] = {std::move(*presses), true};
        }
    }
    for (const CommandRow& row : commands()) {
        if (keys_.contains(row.command)) {
            continue;
        }
        std::vector<KeyPress> presses = key_presses(row.keys).value_or(std::vector<KeyPress>{});
        std::erase_if(presses, [&](const KeyPress& press) {
            return std::ranges::find(taken, press) != taken.end();
        });
        keys_[row.command] = {std::move(presses), false};
    }
}

std::optional<Command> KeyMap::command_of(const KeyPress& press) const {
    for (const auto& [command, keys] : keys_) {
        if (std::ranges::find(keys.presses, press) != keys.presses.end()) {
            return command;
        }
    }
    return std::nullopt;
}

const std::vector<KeyPress>& KeyMap::keys_of(Command command) const {
    return keys_.at(command).presses;
}

std::string KeyMap::text_of(Command command) const {
    const std::vector<KeyPress>& presses = keys_of(command);
    return presses.empty() ? std::string() : ui::text_of(presses.front());
}

bool KeyMap::is_own(Command command) const {
    return keys_.at(command).own;
}

std::vector<std::string> key_faults(const session::KeyBindings& own) {
    std::vector<std::string> faults;
    std::vector<std::pair<KeyPress, std::string_view>> given;
    for (const auto& [id, keys] : own) {
        const CommandRow* const row = find_command(id);
        const auto presses = key_presses(keys);
        if (row == nullptr) {
            faults.push_back(fmt::format("keys.{}: there is no such command", id));
        } else if (row->has(fixed_keys)) {
            faults.push_back(fmt::format("keys.{}: its keys cannot be changed", id));
        } else if (!presses) {
            faults.push_back(
                fmt::format("keys.{}: expected a key as \"Ctrl+K\", not \"{}\"", id, keys));
        } else if (holds_reserved(*presses)) {
            faults.push_back(fmt::format("keys.{}: {} is reserved", id, keys));
        }
    }
    for (const CommandRow& row : commands()) {
        for (const KeyPress& press : own_keys(row, own).value_or(std::vector<KeyPress>{})) {
            const auto other =
                std::ranges::find(given, press, [](const auto& each) { return each.first; });
            if (other != given.end()) {
                faults.push_back(fmt::format("keys.{}: {} is the key of {}", row.id, text_of(press),
                                             other->second));
            } else {
                given.emplace_back(press, row.id);
            }
        }
    }
    return faults;
}

KeyChange key_change(const KeyMap& keys, Command command, const KeyPress& press) {
    KeyChange change;
    const auto holder = keys.command_of(press);
    if (is_reserved(press) || (holder && row_of(*holder).has(fixed_keys))) {
        change.reserved = true;
    } else if (holder && *holder != command) {
        change.taken_by = holder;
    }
    return change;
}

std::vector<session::Action> give_key(const KeyMap& keys, Command command, const KeyPress& press) {
    std::vector<session::Action> actions;
    if (const auto holder = keys.command_of(press); holder && *holder != command) {
        std::vector<KeyPress> left = keys.keys_of(*holder);
        std::erase(left, press);
        const std::vector<KeyPress>& freed = keys.keys_of(command);
        left.insert(left.end(), freed.begin(), freed.end());
        actions.emplace_back(session::BindKey{row_of(*holder).id, words_of(left)});
    }
    actions.emplace_back(session::BindKey{row_of(command).id, text_of(press)});
    return actions;
}

std::string usual_keys_page() {
    std::string page =
        "# Keys\n\nEvery command, its usual keys, and the name by which the settings "
        "file knows it. Made from the\ntable in `src/ui/commands.cpp`; a test tells "
        "where this page is behind it.\n";
    std::string_view group;
    for (const CommandRow& row : commands()) {
        if (group != row.group) {
            group = row.group;
            page += fmt::format(
                "\n## {}\n\n| command | keys | name in the settings |\n| --- | --- | --- |\n",
                group);
        }
        std::string keys;
        for (const KeyPress& press : key_presses(row.keys).value_or(std::vector<KeyPress>{})) {
            const std::string text = text_of(press);
            keys += (keys.empty() ? "`" : ", `") + text + "`";
        }
        page += fmt::format("| {} | {}{} | `{}` |\n", row.name, keys.empty() ? "–" : keys,
                            row.has(fixed_keys) ? " (fixed)" : "", row.id);
    }
    return page;
}

} // namespace osteon::ui
