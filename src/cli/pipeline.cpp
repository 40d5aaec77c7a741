// A window of numbered places: the caller fills them, workers finish them, the taker empties them
// in order. A full window makes the caller wait.
#include "cli/pipeline.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <iostream>
#include <mutex>
#include <thread>

#include "entente/input.h"

namespace entente::cli {

namespace {

class Window {
  public:
    explicit Window(std::size_t size) : size_(size) {}

    // Throws what the taker threw.
    void put(Read&& read) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return places_.size() < size_ || broken_; });
        if (broken_) std::rethrow_exception(broken_);
        const bool done = read.failure.has_value();
        places_.push_back({std::move(read), done});
        changed_.notify_all();
    }

    // Runs `work` on places until the input has ended.
    void serve(const std::function<void(Read&)>& work) {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [&] { return begun_ < places_.size() || ended_ || broken_; });
            if (broken_ || begun_ >= places_.size()) return;
            Place& place = places_[begun_++];  // a deque keeps places where they are
            if (place.done) {
                changed_.notify_all();
                continue;
            }
            lock.unlock();
            work(place.read);
            lock.lock();
            place.done = true;
            changed_.notify_all();
        }
    }

    // Hands finished places on, in order, until the input has ended.
    void empty(const std::function<void(Read&&)>& take) {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [&] {
                return broken_ || (places_.empty() ? ended_ : begun_ > 0 && places_.front().done);
            });
            if (broken_ || places_.empty()) return;
            Read read = std::move(places_.front().read);
            places_.pop_front();
            --begun_;
            changed_.notify_all();
            lock.unlock();
            take(std::move(read));
            lock.lock();
        }
    }

    void end() {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    void break_off(std::exception_ptr reason) {
        const std::lock_guard lock(mutex_);
        if (!broken_) broken_ = std::move(reason);
        changed_.notify_all();
    }

    const std::exception_ptr& broken() const { return broken_; }  // once all threads have ended

  private:
    struct Place {
        Read read;
        bool done = false;
    };

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Place> places_;
    std::size_t begun_ = 0;  // places that a worker took, from the front
    std::size_t size_;
    bool ended_ = false;
    std::exception_ptr broken_;
};

void extract_into(Read& read, const Extractor& extractor) {
    try {
        read.extraction = extractor.extract(read.document);
    } catch (const std::exception& error) {
        read.error = error.what();
    }
}

void put_all(const std::vector<std::string>& inputs, Progress& progress, Window& window) {
    InputSink sink;
    sink.document = [&](Document&& document) { window.put({std::move(document), {}, {}, {}}); };
    sink.failure = [&](Failure&& failure) { window.put({{}, {}, std::move(failure), {}}); };
    sink.bytes = [&](std::uint64_t bytes) { progress.add_bytes(bytes); };
    read_inputs(inputs, std::cin, sink);
}

}  // namespace

void read_all(const std::vector<std::string>& inputs, const Extractor& extractor, std::size_t jobs,
              Progress& progress, const std::function<void(Read&&)>& take) {
    Window window(4 * jobs);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < jobs; ++i)
        threads.emplace_back(
            [&] { window.serve([&](Read& read) { extract_into(read, extractor); }); });
    threads.emplace_back([&] {
        try {
            window.empty([&](Read&& read) {
                if (!read.failure) progress.add_document();
                take(std::move(read));
            });
        } catch (...) {
            window.break_off(std::current_exception());
        }
    });
    try {
        put_all(inputs, progress, window);
        window.end();
    } catch (...) {
        window.break_off(std::current_exception());
    }
    for (std::thread& thread : threads) thread.join();
    if (window.broken()) std::rethrow_exception(window.broken());
}

void add_jobs_option(CLI::App& command, std::size_t& jobs) {
    command.add_option("-j,--jobs", jobs, "Threads that read (else as many as the machine has)")
        ->check(CLI::Range(1, 256))
        ->type_name("N");
}

std::size_t threads_for(std::size_t jobs) {
    return jobs ? jobs : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace entente::cli
