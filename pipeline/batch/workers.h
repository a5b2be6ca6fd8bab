#pragma once
#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace hypeline {

/// Runs `work` over all that `next` yields on `jobs` threads and hands the results to `sink` on the calling thread, in the order of `next`,
/// so that the output is the same for any number of workers. `make_worker` is called once on each thread for its private state. `next` is
/// called under a lock. At most a few results a thread wait for their turn. An exception anywhere ends the run and is thrown here.
/// `stopped` is asked between items: true ends the run early, what was begun is still delivered.
template <class Item, class Result, class Worker>
class OrderedRun {
 public:
  std::function<std::optional<Item>()> next;
  std::function<Worker()> make_worker;
  std::function<Result(Worker&, Item)> work;
  std::function<void(Result)> sink;
  std::function<bool()> stopped = [] { return false; };

  void run(unsigned jobs) {
    window_ = jobs * 4;
    running_ = jobs;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([this] { loop(); });
    deliver();
    threads.clear();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void loop() {
    try {
      Worker worker = make_worker();
      while (auto job = take()) put(job->first, work(worker, std::move(job->second)));
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    --running_;
    ready_.notify_all();
  }

  std::optional<std::pair<std::size_t, Item>> take() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return error_ || taken_ < delivered_ + window_; });
    if (error_ || stopped()) return {};
    auto item = next();
    if (!item) return {};
    return std::pair(taken_++, std::move(*item));
  }

  void put(std::size_t number, Result result) {
    const std::lock_guard lock(mutex_);
    results_.emplace(number, std::move(result));
    ready_.notify_all();
  }

  void fail(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    room_.notify_all();
    ready_.notify_all();
  }

  void deliver() {
    try {
      while (auto result = await()) sink(std::move(*result));
    } catch (...) {
      fail(std::current_exception());
    }
  }

  std::optional<Result> await() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return error_ || results_.contains(delivered_) || running_ == 0; });
    const auto found = results_.find(delivered_);
    if (error_ || found == results_.end()) return {};
    Result out = std::move(found->second);
    results_.erase(found);
    ++delivered_;
    room_.notify_all();
    return out;
  }

  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<std::size_t, Result> results_;
  std::exception_ptr error_;
  std::size_t taken_ = 0, delivered_ = 0, window_ = 0;
  unsigned running_ = 0;
};

}  // namespace hypeline
