#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace hypeline {

/// Takes all that `next` yields through four steps: `work` on `jobs` threads; `settle` one at a time in the order of `next`, for what depends on all
/// before; `finish` on the threads again; `sink` on the calling thread, in order. So the output is the same for any number of workers.
/// `make_worker` is called once on each thread for its private state, `next` under a lock. At most a few results a thread wait for their turn.
/// An exception anywhere ends the run and is thrown here. `stopped` is asked between items: true ends the run early, what was begun is still delivered.
template <class Item, class Draft, class Result, class Worker>
class OrderedRun {
 public:
  std::function<std::optional<Item>()> next;
  std::function<Worker()> make_worker;
  std::function<Draft(Worker&, Item)> work;
  std::function<void(Draft&)> settle = [](Draft&) {};
  std::function<Result(Worker&, Draft)> finish;
  std::function<void(Result)> sink;
  std::function<bool()> stopped = [] { return false; };

  void run(unsigned jobs) {
    window_ = std::size_t{jobs} * 4;
    running_ = jobs;
    std::vector<std::jthread> threads;
    threads.reserve(jobs);
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([this] { loop(); });
    deliver();
    threads.clear();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct Task {
    std::size_t number;
    std::variant<Item, Draft> what;  // still to be worked on, or to be finished
  };

  void loop() {
    try {
      Worker worker = make_worker();
      while (auto task = take()) {
        if (task->what.index() == 0)
          settle_from(task->number, work(worker, std::move(std::get<0>(task->what))));
        else
          put(task->number, finish(worker, std::move(std::get<1>(task->what))));
      }
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    --running_;
    ready_.notify_all();
  }

  /// What is settled goes first: it frees the memory of a draft.
  std::optional<Task> take() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return error_ || !settled_.empty() || (ended_ ? settled_to_ == taken_ : taken_ < delivered_ + window_); });
    if (error_) return {};
    if (!settled_.empty()) {
      Task task = std::move(settled_.front());
      settled_.pop_front();
      return task;
    }
    if (ended_) return {};
    auto item = stopped() ? std::optional<Item>() : next();
    if (item) return Task{taken_++, std::variant<Item, Draft>(std::in_place_index<0>, std::move(*item))};
    ended_ = true;
    lock.unlock();
    room_.notify_all();
    return take();
  }

  /// Settles all drafts whose turn has come; one thread at a time does.
  void settle_from(std::size_t number, Draft draft) {
    std::unique_lock lock(mutex_);
    drafts_.emplace(number, std::move(draft));
    if (settling_) return;
    settling_ = true;
    for (auto turn = drafts_.find(settled_to_); turn != drafts_.end(); turn = drafts_.find(settled_to_)) {
      auto node = drafts_.extract(turn);
      lock.unlock();
      settle(node.mapped());
      lock.lock();
      settled_.push_back({settled_to_++, std::variant<Item, Draft>(std::in_place_index<1>, std::move(node.mapped()))});
      room_.notify_all();
    }
    settling_ = false;
  }

  void put(std::size_t number, Result result) {
    const std::lock_guard lock(mutex_);
    results_.emplace(number, std::move(result));
    ready_.notify_all();
  }

  void fail(const std::exception_ptr& error) {
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
  std::map<std::size_t, Draft> drafts_;
  std::deque<Task> settled_;
  std::map<std::size_t, Result> results_;
  std::exception_ptr error_;
  std::size_t taken_ = 0, settled_to_ = 0, delivered_ = 0, window_ = 0;
  unsigned running_ = 0;
  bool ended_ = false, settling_ = false;
};

}  // namespace hypeline
