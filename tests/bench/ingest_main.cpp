// Bytes to documents: `bench_ingest` times, `bench_ingest --ratios` compares a page's time per byte with that of hostile pages. HYPELINE_PAGES names a
// file of JSON records to measure on instead of the made pages.
#include "pages.h"

#include "ingest/html/layout.h"
#include "ingest/readers.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace hypeline;

namespace {

constexpr std::size_t kPages = std::size_t{8} << 20, kTexts = std::size_t{4} << 20;
constexpr double kSlowest = 20;  // times the median time per byte

std::vector<Input> inputs(std::vector<std::string> texts, std::string_view suffix) {
  std::vector<Input> out;
  for (std::string& text : texts) {
    Input input;
    input.id = input.path = "page" + std::to_string(out.size()) + std::string(suffix);
    input.bytes = std::move(text);
    out.push_back(std::move(input));
  }
  return out;
}

std::size_t bytes_of(const std::vector<Input>& inputs) {
  std::size_t out = 0;
  for (const Input& input : inputs) out += input.bytes.size();
  return out;
}

double seconds_of(const Input& input) {
  const std::clock_t begin = std::clock();
  benchmark::DoNotOptimize(read_input(input));
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double nanoseconds_a_byte(const Input& input) { return seconds_of(input) * 1e9 / static_cast<double>(input.bytes.size()); }

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double megabytes_a_second(const std::vector<Input>& inputs) {
  double seconds = 0;
  for (const Input& input : inputs) seconds += seconds_of(input);
  return static_cast<double>(bytes_of(inputs)) / 1e6 / seconds;
}

int compare(const std::vector<Input>& pages, const std::vector<Input>& texts) {
  std::vector<double> each;
  for (const Input& page : pages) each.push_back(nanoseconds_a_byte(page));
  const double usual = median(each);
  std::printf("%zu pages: %.1f MB/s (CPU), median %.1f ns a byte\n", pages.size(), megabytes_a_second(pages), usual);
  if (!texts.empty()) std::printf("%zu plain texts: %.1f MB/s (CPU)\n", texts.size(), megabytes_a_second(texts));
  bool linear = true;
  for (bench::HostilePage& hostile : bench::hostile_pages()) {
    const double slow = nanoseconds_a_byte(inputs({std::move(hostile.html)}, ".html")[0]);
    std::printf("%-24s %8.1f ns a byte   %6.2f x the median page\n", hostile.name.c_str(), slow, slow / usual);
    linear = linear && slow <= kSlowest * usual;
  }
  return linear ? 0 : 1;
}

void time_all(const char* name, const std::vector<Input>& inputs) {
  if (inputs.empty()) return;
  benchmark::RegisterBenchmark(name, [&inputs](benchmark::State& state) {
    for (auto _ : state)
      for (const Input& input : inputs) benchmark::DoNotOptimize(read_input(input));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(inputs)));
  })->Unit(benchmark::kMillisecond);
}

void time_layout(const std::vector<Input>& inputs) {
  benchmark::RegisterBenchmark("pages laid out, no more", [&inputs](benchmark::State& state) {
    for (auto _ : state)
      for (const Input& input : inputs) benchmark::DoNotOptimize(html::lay_out(Text::raw(input.bytes)));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(inputs)));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  const bool ratios = argc == 2 && std::strcmp(argv[1], "--ratios") == 0;
  if (!ratios) benchmark::Initialize(&argc, argv);
  const std::vector<Input> pages = inputs(bench::pages(kPages), ".html"), texts = inputs(bench::plain_texts(kTexts), ".txt");
  if (ratios) return compare(pages, texts);
  time_all("pages to documents", pages);
  time_layout(pages);
  time_all("plain texts to documents", texts);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
