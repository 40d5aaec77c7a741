#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace entente::text {

// What is made when it is first asked for, by whichever thread.
template <typename T>
class Late {
  public:
    // `make` gives a unique_ptr; where it throws, the next who asks tries again.
    template <typename Make>
    const T& get(Make make) const {
        if (const T* ready = ready_.load(std::memory_order_acquire)) return *ready;
        std::call_once(once_, [&] {
            made_ = make();
            ready_.store(made_.get(), std::memory_order_release);
        });
        return *made_;
    }

  private:
    mutable std::once_flag once_;
    mutable std::unique_ptr<T> made_;
    mutable std::atomic<const T*> ready_{nullptr};  // quicker to ask than `once_`
};

}  // namespace entente::text
