#include "sculpt/expression.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr int deepest_nesting = 32;

/// A recursive-descent reader; after the first error it yields zeros and keeps that error.
class Reader {
public:
    Reader(std::string_view text, const Variables& variables)
        : text_(text)
        , variables_(variables) {}

    tl::expected<float, std::string> read() {
        const float value = sum();
        if (error_.empty() && at_ != text_.size()) {
            error_ = "'" + std::string(text_) + "' is not a number or expression";
        }
        if (error_.empty() && !std::isfinite(value)) {
            error_ = "'" + std::string(text_) + "' has no finite value";
        }
        if (!error_.empty()) {
            return tl::unexpected<std::string>(error_);
        }
        return value;
    }

private:
    bool take(char wanted) {
        if (at_ < text_.size() && text_[at_] == wanted) {
            ++at_;
            return true;
        }
        return false;
    }

    float sum() {
        float value = product();
        for (;;) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    float product() {
        float value = factor();
        for (;;) {
            if (take('*')) {
                value *= factor();
            } else if (take('/')) {
                value /= factor();
            } else {
                return value;
            }
        }
    }

    float factor() {
        if (++depth_ > deepest_nesting) {
            return give_up("'" + std::string(text_.substr(0, 40)) + "' is nested too deeply");
        }
        const float value = take('-') ? -factor() : take('(') ? parenthesis() : operand();
        --depth_;
        return value;
    }

    float parenthesis() {
        const float value = sum();
        return take(')') ? value : give_up("expected ')' in '" + std::string(text_) + "'");
    }

    float operand() {
        const char* first = text_.data() + at_;
        float number = 0.0F;
        if (at_ < text_.size() &&
            (std::isdigit(static_cast<unsigned char>(*first)) != 0 || *first == '.')) {
            const auto [end, code] = std::from_chars(first, text_.data() + text_.size(), number);
            at_ += static_cast<std::size_t>(end - first);
            return code == std::errc() ? number : give_up("the number is out of range");
        }
        const std::size_t start = at_;
        while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
                                      text_[at_] == '_' || text_[at_] == '.')) {
            ++at_;
        }
        const std::string_view name = text_.substr(start, at_ - start);
        const auto found = variables_.find(name);
        if (name.empty()) {
            return give_up("'" + std::string(text_) + "' is not a number or expression");
        }
        return found != variables_.end() ? found->second
                                         : give_up("unknown name '" + std::string(name) + "'");
    }

    float give_up(std::string reason) {
        if (error_.empty()) {
            error_ = std::move(reason);
        }
        at_ = text_.size();
        return 0.0F;
    }

    std::string_view text_;
    const Variables& variables_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::string error_;
};

} // namespace

tl::expected<float, std::string> evaluate(std::string_view text, const Variables& variables) {
    return Reader(text, variables).read();
}

} // namespace osteon::sculpt
