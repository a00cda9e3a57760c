#include "knowledge/check.h"

#include <algorithm>
#include <string_view>

namespace osteon::knowledge {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool all_digits(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), is_digit);
}

/// Takes `prefix` off the front.
bool take(std::string_view& text, std::string_view prefix) {
    const bool there = text.starts_with(prefix);
    text.remove_prefix(there ? prefix.size() : 0);
    return there;
}

/// A registrant of four to nine digits, and the characters that Crossref gives DOIs.
bool is_doi(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    std::string_view registrant = text.substr(0, slash);
    const std::string_view rest = text.substr(slash);
    return take(registrant, "10.") && all_digits(registrant, 4, 9) && rest.size() > 1 &&
           is_letter_or_digit(rest.back()) && std::all_of(rest.begin(), rest.end(), [](char c) {
               return is_letter_or_digit(c) ||
                      std::string_view("-._;()/:<>+").find(c) != std::string_view::npos;
           });
}

bool is_pubmed_id(std::string_view text) {
    return (take(text, "PMID ") || take(text, "PMC")) && all_digits(text, 1, 9) &&
           !text.starts_with('0');
}

/// "journals.lww.com": labels of letters, digits and hyphens, the last of letters.
bool is_host(std::string_view host) {
    const std::size_t last = host.rfind('.');
    return last != std::string_view::npos && !host.starts_with('.') &&
           host.find("..") == std::string_view::npos && host.size() - last > 2 &&
           std::all_of(host.begin(), host.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; }) &&
           std::none_of(host.begin() + static_cast<std::ptrdiff_t>(last), host.end(), is_digit);
}

/// By RFC 3986, encrypted, and without user or port.
bool is_web_address(std::string_view text) {
    if (!take(text, "https://")) {
        return false;
    }
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string_view path = text.substr(slash);
    return is_host(text.substr(0, slash)) && std::all_of(path.begin(), path.end(), [](char c) {
               return is_letter_or_digit(c) ||
                      std::string_view("-._~!$&'()*+,;=:@/?#%").find(c) != std::string_view::npos;
           });
}

/// What follows `mark` in an address, up to `end` or its end; empty without the mark.
std::string_view after(std::string_view address, std::string_view mark, std::string_view end) {
    const std::size_t at = address.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = address.substr(at + mark.size());
    return rest.substr(0, rest.find_first_of(end));
}

/// Whether the address names a DOI or PubMed id that is not the reference's.
bool leads_elsewhere(const Reference& reference) {
    const auto differs = [](std::string_view id, std::string_view found) {
        return !id.empty() && !found.empty() && id != found;
    };
    const std::string_view url = reference.url;
    std::string_view id = reference.pmid;
    if (take(id, "PMID ")) {
        return differs(id, after(url, "pubmed.ncbi.nlm.nih.gov/", "/?#")) ||
               differs(id, after(url, "pubmed.gov/", "/?#"));
    }
    return differs(id, after(url, "pmc.ncbi.nlm.nih.gov/articles/", "/?#")) ||
           differs(reference.doi, after(url, "doi.org/", "?#"));
}

/// What is wrong with the addresses of a reference, each with its cure.
std::vector<std::string> address_faults(const Reference& reference) {
    std::vector<std::string> faults;
    if (!reference.doi.empty() && !is_doi(reference.doi)) {
        faults.push_back("'" + reference.doi +
                         "' is no DOI; expected 10., four to nine digits, a slash and the rest, "
                         "as in 10.4081/oncol.2017.321");
    }
    if (!reference.pmid.empty() && !is_pubmed_id(reference.pmid)) {
        faults.push_back("'" + reference.pmid +
                         "' is no PubMed id; expected it as in \"PMID 17671529\" or "
                         "\"PMC5444408\"");
    }
    if (!reference.url.empty() && !is_web_address(reference.url)) {
        faults.push_back("'" + reference.url +
                         "' is no web address; expected https://, the name of a site, and neither "
                         "spaces nor accented letters");
    }
    if (leads_elsewhere(reference)) {
        faults.push_back("'" + reference.url +
                         "' leads to another work than the DOI or PubMed id; "
                         "expected the same in both");
    }
    return faults;
}

} // namespace

void check_addresses(const CheckedContent& content, Faults& faults) {
    for (const Mention& source : content.findings.sources) {
        const Reference* const reference = content.knowledge.reference(source.target);
        if (reference == nullptr) {
            continue;
        }
        for (std::string& fault : address_faults(*reference)) {
            faults.push_back({source.file, source.line, source.column, std::move(fault)});
        }
    }
}

} // namespace osteon::knowledge
