#pragma once

#include "knowledge/knowledge.h"
#include "ui/markdown_layout.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::ui {

/// The spans as they are read: a reference shows its short form ("Macedo 2017") in place of its
/// key, set off by a space; a key that is not known shows itself.
std::vector<knowledge::Span> readable_spans(std::span<const knowledge::Span> spans,
                                            const knowledge::Knowledge& knowledge);

/// The address by which a reference is found on the web; empty: none is known.
std::string address_of(const knowledge::Reference& reference);

/// The lines of a reference's tooltip: the full citation, its identifiers, and whether it was
/// retrieved or cited from memory.
std::string reference_details(const knowledge::Reference& reference,
                              const knowledge::Language& language);

/// Puts an address into the clipboard, and says so for a moment in the tooltip of the last item.
void copy_address(PanelContext& context, ReadingPanelState& state, const std::string& address);
void copied_tooltip(PanelContext& context, const ReadingPanelState& state,
                    const std::string& address);

/// Does what a click on the link means: an action of the session; for a reference the way to the
/// list at the page's end; for a web address a copy of it to the clipboard.
void follow_link(PanelContext& context, ReadingPanelState& state, const InlineLink& link);

/// The tooltip of the last item, which belongs to the link: glossary entry at the reading level,
/// reference, or where it leads.
void link_tooltip(PanelContext& context, const ReadingPanelState& state, const InlineLink& link);

} // namespace osteon::ui
