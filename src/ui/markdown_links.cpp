#include "ui/markdown_links.h"

#include "session/talk.h"
#include "ui/landmark_list.h"
#include "ui/widgets.h"

namespace osteon::ui {
namespace {

using knowledge::LinkKind;
using knowledge::Span;

constexpr double copied_shown_for = 2.0; // seconds

/// "Address copied" just after a click, else how to copy.
std::string copy_hint(PanelContext& context, const ReadingPanelState& state,
                      const std::string& address) {
    if (address.empty()) {
        return {};
    }
    const bool fresh = state.copied == address && context.now - state.copied_at < copied_shown_for;
    if (fresh) {
        context.motion.ask_for_frame_in(state.copied_at + copied_shown_for - context.now);
    }
    return fresh ? context.tr("Address copied") : context.tr("A click copies the address");
}

void reference_tooltip(PanelContext& context, const std::string& key) {
    const knowledge::Reference* const reference = context.input.world.knowledge.reference(key);
    if (reference == nullptr) {
        tooltip(context, context.tr("This source is not in the list of references"));
        return;
    }
    tooltip(context, reference->short_text,
            reference_details(*reference, context.language()) + "\n" +
                context.tr("A click goes to the sources of this page"));
}

/// "Gandaglia 2014" stays on one line; longer names of sources may break.
std::string unbroken(const std::string& words) {
    constexpr std::size_t longest = 24;
    if (words.size() > longest) {
        return words;
    }
    std::string joined;
    for (const char letter : words) {
        joined += letter == ' ' ? std::string("\u00A0") : std::string(1, letter);
    }
    return joined;
}

} // namespace

std::string address_of(const knowledge::Reference& reference) {
    return reference.doi.empty() ? reference.url : "https://doi.org/" + reference.doi;
}

void copy_address(PanelContext& context, ReadingPanelState& state, const std::string& address) {
    if (address.empty()) {
        return;
    }
    ImGui::SetClipboardText(address.c_str());
    state.copied = address;
    state.copied_at = context.now;
}

void copied_tooltip(PanelContext& context, const ReadingPanelState& state,
                    const std::string& address) {
    tooltip(context, address, copy_hint(context, state, address));
}

std::vector<Span> readable_spans(std::span<const Span> spans,
                                 const knowledge::Knowledge& knowledge) {
    std::vector<Span> readable;
    readable.reserve(spans.size() + 4);
    for (const Span& span : spans) {
        if (span.link != LinkKind::reference) {
            readable.push_back(span);
            continue;
        }
        const bool set_off = !readable.empty() && !readable.back().text.empty() &&
                             readable.back().text.back() != ' ';
        if (set_off) {
            Span space;
            space.text = " ";
            readable.push_back(std::move(space));
        }
        const knowledge::Reference* const reference = knowledge.reference(span.target);
        Span caption = span;
        caption.text = unbroken(reference != nullptr ? reference->short_text : span.target);
        readable.push_back(std::move(caption));
    }
    return readable;
}

std::string reference_details(const knowledge::Reference& reference,
                              const knowledge::Language& language) {
    std::string details = reference.text;
    if (!reference.doi.empty()) {
        details += "\ndoi " + reference.doi;
    }
    if (!reference.pmid.empty()) {
        details += "\n" + reference.pmid;
    }
    if (!reference.retrieved) {
        details += std::string("\n") + language.tr("Cited from memory, not yet looked up");
    }
    return details;
}

void follow_link(PanelContext& context, ReadingPanelState& state, const InlineLink& link) {
    switch (link.kind) {
    case LinkKind::bone:
        context.emit(session::FollowBone{link.target});
        break;
    case LinkKind::site:
        context.emit(session::ChooseSite{link.target});
        break;
    case LinkKind::primary:
        context.emit(session::ChoosePrimary{link.target});
        break;
    case LinkKind::article: {
        const std::size_t hash = link.target.find('#');
        const std::string section =
            hash == std::string::npos ? std::string() : link.target.substr(hash + 1);
        context.emit(session::OpenArticle{link.target.substr(0, hash), section});
        break;
    }
    case LinkKind::reference:
        state.sources.reached = link.target;
        state.sources.wanted = true;
        state.sources.came_from = ImGui::GetScrollY();
        context.motion.ask_for_frame();
        break;
    case LinkKind::web:
        copy_address(context, state, link.target);
        break;
    case LinkKind::term:
    case LinkKind::none:
        break;
    }
}

void link_tooltip(PanelContext& context, const ReadingPanelState& state, const InlineLink& link) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    switch (link.kind) {
    case LinkKind::term:
        if (const knowledge::GlossaryTerm* const term = known.term(link.target)) {
            const bool plain = session::shown_level(context.input.session.settings) ==
                               session::ReadingLevel::plain;
            tooltip(context, term->term, plain ? term->plain : term->clinical);
        }
        break;
    case LinkKind::reference:
        reference_tooltip(context, link.target);
        break;
    case LinkKind::web:
        copied_tooltip(context, state, link.target);
        break;
    case LinkKind::bone: {
        const anatomy::Registry& registry = context.input.world.registry;
        const anatomy::BoneIndex bone = registry.find(link.target);
        const anatomy::LandmarkIndex landmark = registry.find_landmark(link.target);
        if (landmark != anatomy::no_landmark) {
            landmark_tooltip(context, landmark);
        } else if (bone != anatomy::no_bone) {
            tooltip(context, registry.bones[bone].name, registry.bones[bone].latin);
        }
        break;
    }
    case LinkKind::site:
    case LinkKind::primary:
    case LinkKind::article:
    case LinkKind::none:
        break;
    }
}

} // namespace osteon::ui
