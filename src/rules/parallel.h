// Work that falls into pieces which know nothing of each other.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace entente::rules {

// Calls work(0) to work(count - 1), each once, in any order, on as many threads as help. What one
// of them throws is thrown here.
template <typename Work>
void in_parallel(std::size_t count, const Work& work) {
    constexpr std::size_t enough = 8;  // threads
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::future<void>> others;
    const std::size_t threads =
        std::min({count, enough, std::size_t{std::thread::hardware_concurrency()}});
    while (others.size() + 1 < threads) others.push_back(std::async(std::launch::async, run));
    run();
    for (std::future<void>& other : others) other.get();
}

}  // namespace entente::rules
