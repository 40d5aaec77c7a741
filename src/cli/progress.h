// A bar on standard error with rate and remaining time; silent where that is no terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace entente::cli {

// Threads may share one.
class Progress {
  public:
    // `total` bytes of input; 0 where nobody knows.
    explicit Progress(std::uint64_t total);
    ~Progress();  // wipes the bar
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void add_bytes(std::uint64_t bytes);
    void add_document();

  private:
    void draw();

    using Clock = std::chrono::steady_clock;
    std::mutex mutex_;
    std::uint64_t total_;
    std::uint64_t bytes_ = 0;
    std::uint64_t documents_ = 0;
    Clock::time_point start_ = Clock::now();
    Clock::time_point drawn_ = start_;
};

}  // namespace entente::cli
