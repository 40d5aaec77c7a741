#pragma once

#include <array>
#include <cstdint>

namespace entente::text {

class ByteSet {
  public:
    bool has(unsigned char byte) const { return words_[byte >> 6] >> (byte & 63) & 1; }
    bool has_ascii() const { return (words_[0] | words_[1]) != 0; }
    bool has_wide() const { return (words_[2] | words_[3]) != 0; }

    void add(unsigned byte) { words_[byte >> 6] |= std::uint64_t{1} << (byte & 63); }
    void add(unsigned first, unsigned last) {
        for (unsigned byte = first; byte <= last; ++byte) add(byte);
    }
    void add(const ByteSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    }
    void keep_ascii() { words_[2] = words_[3] = 0; }
    void turn() {  // to all that it has not
        for (std::uint64_t& word : words_) word = ~word;
    }

    bool operator==(const ByteSet&) const = default;
    std::size_t hash() const {
        std::size_t out = 0;
        for (const std::uint64_t word : words_) out = (out ^ word) * 0x9E3779B97F4A7C15U;
        return out ^ out >> 32;
    }

  private:
    std::array<std::uint64_t, 4> words_{};
};

}  // namespace entente::text
