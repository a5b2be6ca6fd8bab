// Runs a fuzz target over every file below the folders given and over 20,000 random inputs from a fixed seed.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::size_t run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return 1;
}

std::string random_bytes(std::mt19937& random) {
  constexpr std::string_view kLikely = "<>&;/='\" \n\tabcp123-\xC3\xA9\xE2\x80\x99\xF0\x9F";
  std::string out(random() % 200, '\0');
  for (char& c : out) c = random() % 4 == 0 ? static_cast<char>(random()) : kLikely[random() % kLikely.size()];
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t inputs = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      inputs += run({std::istreambuf_iterator<char>(in), {}});
    }
  }
  std::mt19937 random(20261122);
  for (int i = 0; i < 20'000; ++i) inputs += run(random_bytes(random));
  std::printf("%zu inputs\n", inputs);
  return 0;
}
