#include "designs.h"
#include "reading.h"
#include "shipped.h"

#include "core/digest.h"
#include "match/tokens.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace hypeline;
using bench::Article;
using bench::Design;

namespace {

constexpr std::size_t kBytes = std::size_t{3} << 20;

struct Sum {
  std::size_t matches = 0;
  std::uint64_t hash = 0;
  bool operator==(const Sum&) const = default;
};

Sum run(const Design& design, const std::vector<Article>& articles) {
  Sum out;
  for (const Article& article : articles) {
    auto matches = design.find(article);
    std::sort(matches.begin(), matches.end());
    out.matches += matches.size();
    for (const Match& m : matches) out.hash = out.hash * 0x9E3779B97F4A7C15u + (std::uint64_t{m.span.begin} << 40 ^ std::uint64_t{m.span.end} << 16 ^ m.rule);
  }
  return out;
}

/// All designs find the same, or there is nothing to compare.
Sum agreed(const std::vector<Design>& designs, const std::vector<Article>& articles) {
  const Sum first = run(designs.front(), articles);
  for (const Design& design : designs)
    if (const Sum sum = run(design, articles); sum != first) {
      std::fprintf(stderr, "%s finds %zu matches where %s finds %zu\n", design.name.c_str(), sum.matches, designs.front().name.c_str(), first.matches);
      std::exit(1);
    }
  return first;
}

std::size_t tokenise(Tokens& tokens, const std::vector<Article>& articles) {
  std::size_t count = 0;
  for (const Article& article : articles)
    for (const Span paragraph : article.paragraphs) {
      tokens.read(article.text, paragraph);
      count += tokens.size();
    }
  return count;
}

double megabytes_a_second(const Design& design, const std::vector<Article>& articles) {
  const std::clock_t begin = std::clock();
  for (const Article& article : articles) benchmark::DoNotOptimize(design.find(article));
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return static_cast<double>(bench::bytes_of(articles)) / 1e6 / seconds;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Rounds of all designs in turn, so that a slow minute of the machine is slow for all.
int compare(const std::vector<Design>& designs, const std::vector<Article>& articles) {
  constexpr std::size_t kRounds = 7;
  std::vector<std::vector<double>> speeds(designs.size());
  for (std::size_t round = 0; round < kRounds; ++round)
    for (std::size_t i = 0; i < designs.size(); ++i) speeds[i].push_back(megabytes_a_second(designs[i], articles));
  const double ours = median(speeds[0]);
  for (std::size_t i = 0; i < designs.size(); ++i)
    std::printf("%-36s %8.1f MB/s (CPU)   %6.2f x\n", designs[i].name.c_str(), median(speeds[i]), ours / median(speeds[i]));
  return ours >= 2 * median(speeds[1]) && ours >= 5 * median(speeds[2]) ? 0 : 1;
}

void register_all(const std::vector<Design>& designs, const std::vector<Article>& articles, Sum sum) {
  const auto bytes = static_cast<std::int64_t>(bench::bytes_of(articles));
  benchmark::RegisterBenchmark("tokenise", [&articles, bytes](benchmark::State& state) {
    Tokens tokens;
    for (auto _ : state) benchmark::DoNotOptimize(tokenise(tokens, articles));
    state.SetBytesProcessed(state.iterations() * bytes);
  })->Unit(benchmark::kMillisecond);
  for (const Design& design : designs)
    benchmark::RegisterBenchmark(design.name.c_str(), [&design, &articles, bytes, sum](benchmark::State& state) {
      for (auto _ : state)
        for (const Article& article : articles) benchmark::DoNotOptimize(design.find(article));
      state.SetBytesProcessed(state.iterations() * bytes);
      state.counters["matches"] = static_cast<double>(sum.matches);
    })->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  const bool ratios = argc == 2 && std::strcmp(argv[1], "--ratios") == 0;
  if (!ratios) benchmark::Initialize(&argc, argv);
  const Lexicon lexicon = testing::shipped_lexicon();
  const auto articles = bench::articles(kBytes);
  const std::vector<Design> designs{bench::our_matcher(lexicon), bench::alternation_and_set(lexicon), bench::set_per_article(lexicon)};
  const Sum sum = agreed(designs, articles);
  std::printf("%zu rules, %zu articles, %zu bytes; every design: %zu matches, hash %016llx\n", lexicon.rules().size(), articles.size(),
              bench::bytes_of(articles), sum.matches, static_cast<unsigned long long>(sum.hash));
  const bench::ReadingTimes reading = bench::time_reading(lexicon, articles);
  std::printf("reading in context takes %.0f %% of the time in which the candidates are found\n", 100 * reading.decide / reading.find);
  if (ratios) return compare(designs, articles);
  register_all(designs, articles, sum);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
