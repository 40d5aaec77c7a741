// Numbers as newspapers write them.
#include "extract/values.h"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

rules::ValueWords words() {
    rules::ValueWords out;
    out.scales = {{"조", 1e12},      {"억", 1e8},      {"만", 1e4},
                  {"천", 1e3},       {"백", 1e2},      {"hundred", 1e2},
                  {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}};
    out.numbers = {{"two", 2}, {"twenty", 20}, {"five", 5}};
    return out;
}

TEST(Values, Numbers) {
    const struct {
        const char* text;
        double value;
    } rows[] = {
        {"1,500", 1500},
        {"6.6 billion", 6.6e9},
        {"two", 2},
        {"twenty-five", 25},
        {"twenty-five million", 25e6},
        {"two hundred thousand", 200e3},
        {"5 hundred million", 5e8},
        {"billion", 1e9},
        {"2조3000억", 2.3e12},
        {"4천120억", 4120e8},  // not four thousand and 120억
        {"1조 2천3백억", 1.23e12},
        {"천억", 1e11},
        {"3천 백억", 3100e8},
        {"12만3천", 123e3},
        {"3.5조", 3.5e12},
    };
    for (const auto& row : rows) {
        const std::optional<double> value = parse_number(row.text, words());
        ASSERT_TRUE(value) << row.text;
        EXPECT_DOUBLE_EQ(*value, row.value) << row.text;
    }
    for (const char* none : {"", "crowns", "-"}) EXPECT_FALSE(parse_number(none, words())) << none;
}

}  // namespace
}  // namespace entente::extract
