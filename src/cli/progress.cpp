// Draws at most ten times a second.
#include "cli/progress.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include "cli/terminal.h"

namespace entente::cli {

namespace {

std::string in_hours(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    char text[32];
    if (whole >= 3600)
        std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                      whole % 60);
    else
        std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

std::string bar(double part) {
    constexpr int cells = 24;
    const int full = static_cast<int>(part * cells);
    std::string text = "[";
    for (int i = 0; i < cells; ++i) text += i < full ? '#' : '.';
    return text + "] " + std::to_string(static_cast<int>(part * 100)) + "%";
}

}  // namespace

Progress::Progress(std::uint64_t total) : total_(total) {}

Progress::~Progress() {
    if (errors_are_terminal()) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::add_bytes(std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
    draw();
}

void Progress::add_document() {
    const std::lock_guard lock(mutex_);
    ++documents_;
    draw();
}

void Progress::draw() {
    const Clock::time_point now = Clock::now();
    if (!errors_are_terminal() || now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double part =
        total_ ? std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_)) : 0;
    char rate[64];
    std::snprintf(rate, sizeof rate, "%llu documents, %.0f/s, %.1f MB/s",
                  static_cast<unsigned long long>(documents_),
                  static_cast<double>(documents_) / seconds,
                  static_cast<double>(bytes_) / 1e6 / seconds);
    std::cerr << "\r\x1b[K";
    if (total_) std::cerr << bar(part) << "  ";
    std::cerr << rate;
    if (part > 0.01) std::cerr << ", " << in_hours(seconds * (1 - part) / part) << " to go";
    std::cerr << std::flush;
}

}  // namespace entente::cli
