// Writes the sample articles as a report: sample_report OUT. A test tool for the browser tests and for screenshots.
#include "render/writers.h"
#include "sample.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace hypeline;

namespace {

void save(const std::filesystem::path& root, const File& file) {
  const std::filesystem::path path = root / file.path;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << file.bytes;
}

void save_all(const std::filesystem::path& root, const std::vector<File>& files) {
  for (const File& file : files) save(root, file);
}

void write(const Writer& writer, const std::filesystem::path& root, const std::vector<Article>& articles, const RunInfo& run) {
  const Context context = sample::context();
  std::vector<IndexRow> rows;
  std::string stream = writer.head ? writer.head(context) : "";
  for (const Article& article : articles) {
    rows.push_back(summarise(article, context));
    if (writer.line) stream += writer.line(article, context);
    if (writer.of_article) save_all(root, writer.of_article(article, context));
  }
  if (!writer.stream.empty()) save(root, {std::string(writer.stream), stream});
  if (writer.of_run) save_all(root, writer.of_run(rows, run, context));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: sample_report OUT\n", stderr), 2;
  const RunInfo run{
      {{"Inputs", "in/"}, {"Started", "2026-11-22 03:00 UTC"}, {"Took", "1.2 s"}, {"<script>fired('fact')</script>", "\"><img src=x onerror=fired('fact')>"}},
      {}};
  for (const Writer& writer : writers()) write(writer, argv[1], sample::all(), run);
}
