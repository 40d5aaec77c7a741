// Values as bytes and back, for files that only the same build reads: sizes, order of bytes and
// layout are the machine's own. A type that is no plain one has a static member
//     template <typename Archive, typename Self>
//     static void pack(Archive& archive, Self& self) { archive(self.a_, self.b_); }
// which serves both ways.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "entente/error.h"

namespace entente::text {

class Packer {
  public:
    template <typename... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }
    std::string bytes;

  private:
    template <typename T>
    void put(const T& value) {
        if constexpr (std::is_trivially_copyable_v<T>)
            bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        else
            T::pack(*this, value);
    }
    void put(const std::string& value) {
        put(static_cast<std::uint32_t>(value.size()));
        bytes += value;
    }
    template <typename T>
    void put(const std::vector<T>& values) {
        put(static_cast<std::uint64_t>(values.size()));
        if constexpr (std::is_trivially_copyable_v<T>)
            bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
        else
            for (const T& value : values) put(value);
    }
};

// Throws Error where the bytes end too early.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    template <typename... T>
    void operator()(T&... values) {
        (get(values), ...);
    }

  private:
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) throw Error("packed values end too early");
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    template <typename T>
    void get(T& value) {
        if constexpr (std::is_trivially_copyable_v<T>)
            std::memcpy(&value, take(sizeof value).data(), sizeof value);
        else
            T::pack(*this, value);
    }
    template <typename Size>
    std::size_t size() {
        Size size;
        get(size);
        return static_cast<std::size_t>(size);
    }
    void get(std::string& value) { value = take(size<std::uint32_t>()); }
    template <typename T>
    void get(std::vector<T>& values) {
        const std::size_t count = size<std::uint64_t>();
        if (count > rest_.size()) throw Error("packed values end too early");
        values.resize(count);
        if constexpr (std::is_trivially_copyable_v<T>) {
            const std::string_view bytes = take(count * sizeof(T));
            if (count > 0) std::memcpy(values.data(), bytes.data(), bytes.size());
        } else {
            for (T& value : values) get(value);
        }
    }

    std::string_view rest_;
};

}  // namespace entente::text
