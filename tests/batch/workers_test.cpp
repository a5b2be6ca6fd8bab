#include "batch/workers.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>

using namespace hypeline;

namespace {

struct Nothing {};
using Squares = OrderedRun<int, int, int, Nothing>;

/// Squares of 0 to count-1, slower for even numbers, as they arrive.
std::vector<int> squares_in_order(unsigned jobs, int count, int fails_at = -1, int stops_at = -1) {
  int at = 0;
  std::vector<int> out;
  Squares run;
  run.next = [&]() -> std::optional<int> { return at < count ? std::optional(at++) : std::nullopt; };
  run.make_worker = [] { return Nothing(); };
  run.work = [&](Nothing&, int n) {
    if (n == fails_at) throw std::runtime_error("at " + std::to_string(n));
    if (n % 2 == 0) std::this_thread::yield();
    return n * n;
  };
  run.finish = [](Nothing&, int n) { return n; };
  run.sink = [&](int n) { out.push_back(n); };
  run.stopped = [&] { return at == stops_at; };
  run.run(jobs);
  return out;
}

}  // namespace

TEST_CASE("results come in the order of the work for any number of workers", "[batch][workers]") {
  const auto one = squares_in_order(1, 500);
  REQUIRE(one.size() == 500);
  CHECK(squares_in_order(2, 500) == one);
  CHECK(squares_in_order(7, 500) == one);
  CHECK(squares_in_order(7, 0).empty());
  CHECK(squares_in_order(7, 3).size() == 3);
}

TEST_CASE("an exception in a worker ends the run and comes out", "[batch][workers]") {
  CHECK_THROWS_WITH(squares_in_order(3, 500, 77), "at 77");
  CHECK_THROWS_WITH(squares_in_order(1, 500, 0), "at 0");
}

TEST_CASE("a stopped run delivers what was begun, without gaps", "[batch][workers]") {
  const auto out = squares_in_order(4, 500, -1, 40);
  REQUIRE(out.size() == 40);
  CHECK(out.back() == 39 * 39);
}

TEST_CASE("what depends on all before is settled in order between work and finish", "[batch][workers]") {
  for (const unsigned jobs : {1u, 2u, 7u}) {
    int at = 0;
    int sum = 0;
    std::atomic<int> settling = 0;
    std::vector<int> out;
    Squares run;
    run.next = [&]() -> std::optional<int> { return at < 300 ? std::optional(at++) : std::nullopt; };
    run.make_worker = [] { return Nothing(); };
    run.work = [](Nothing&, int n) {
      if (n % 3 == 0) std::this_thread::yield();
      return n;
    };
    run.settle = [&](int& n) {
      if (settling.fetch_add(1) != 0) sum = -1'000'000;
      n = sum += n;
      settling.fetch_sub(1);
    };
    run.finish = [](Nothing&, int n) { return 2 * n; };
    run.sink = [&](int n) { out.push_back(n); };
    run.run(jobs);
    REQUIRE(out.size() == 300);
    for (int i = 0; i < 300; ++i) CHECK(out[static_cast<std::size_t>(i)] == i * (i + 1));
  }
}

TEST_CASE("an exception while settling ends the run and comes out", "[batch][workers]") {
  Squares run;
  run.next = []() -> std::optional<int> { return 1; };
  run.make_worker = [] { return Nothing(); };
  run.work = [](Nothing&, int n) { return n; };
  run.settle = [](int&) { throw std::runtime_error("no"); };
  run.finish = [](Nothing&, int n) { return n; };
  run.sink = [](int) {};
  CHECK_THROWS_WITH(run.run(3), "no");
}
