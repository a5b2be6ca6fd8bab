#include "ingest/split_features.h"

#include "ingest/cues.h"

#include <algorithm>
#include <cstring>

namespace hypeline {
namespace {

constexpr std::size_t kLookedAt = 4;                           // a block, the one before it and two behind it
constexpr std::size_t kTopics = 12, kTopicCount = 9;           // where the features of the words stand
constexpr std::size_t kWide = 13;                              // likeness in windows of 250 words
constexpr std::size_t kVocabulary = 31, kVocabularyCount = 3;  // and those of the vocabulary

using FourFloats = float __attribute__((vector_size(16)));

/// The least and the most of each feature, four at a time.
class Extremes {
 public:
  Extremes() {
    low_.fill(FourFloats{} + kAnything);
    high_.fill(FourFloats{} - kAnything);
  }
  void take(const SplitFeatures& features) {
    std::array<float, 4 * kFours> padded{};
    std::ranges::copy(features, padded.begin());
    for (std::size_t i = 0; i < kFours; ++i) {
      FourFloats four;
      std::memcpy(&four, padded.data() + 4 * i, sizeof four);
      low_[i] = four < low_[i] ? four : low_[i];
      high_[i] = four > high_[i] ? four : high_[i];
    }
  }
  FeatureRange range(std::size_t feature) const { return {low_[feature / 4][feature % 4], high_[feature / 4][feature % 4]}; }

 private:
  static constexpr std::size_t kFours = (kSplitFeatureCount + 3) / 4;
  std::array<FourFloats, kFours> low_, high_;
};

constexpr bool is_of_words(std::size_t feature) {
  return (feature >= kTopics && feature < kTopics + kTopicCount) || (feature >= kVocabulary && feature < kVocabulary + kVocabularyCount);
}

/// Writes features one after the other.
class SplitRow {
 public:
  explicit SplitRow(SplitFeatures& out) : out_(out) {}
  void put(float value) { out_[at_++] = value; }
  void put(bool value) { put(value ? 1.0F : 0.0F); }
  void skip(std::size_t count) { at_ += count; }

 private:
  SplitFeatures& out_;
  std::size_t at_ = 0;
};

float bytes_of(const Page& page, std::size_t i) { return static_cast<float>(page.blocks[i].span.size()); }

void put_marks(SplitRow& row, std::span<const BlockLook> looks, std::uint32_t copies, std::size_t i) {
  const std::size_t n = looks.size();
  const auto cues = [&](std::size_t k) { return k < n ? looks[k].cues : 0; };
  const auto before = [&](std::size_t by) { return i >= by ? looks[i - by].cues : 0; };
  row.put(i + 1 < n && looks[i].same == looks[i + 1].same && (cues(i) & kCuesOfChrome) == 0);
  row.put(i > 0 && looks[i].same == looks[i - 1].same);
  row.put(static_cast<float>(copies));
  row.put((before(1) & kCueRule) != 0);
  row.put((cues(i + 1) & kCueByline) != 0);
  row.put(((cues(i + 1) | cues(i + 2)) & (kCueDate | kCueReadTime | kCueByline)) != 0);
  row.put((cues(i) & (kCuesOfChrome | kCueRelated | kCueTeaser | kCueRule | kCueByline | kCueDate | kCueSource | kCueReferences | kCueList)) != 0);
  row.put((before(1) & (kCuesOfChrome | kCueRelated | kCueTeaser | kCueBio | kCueSource | kCueLink)) != 0);
  row.put((before(1) & kCueList) != 0);
  row.put((cues(i + 1) & kCueList) != 0);
}

void put_words(SplitFeatures& out, SplitTopics& topics, std::size_t i, std::size_t n) {
  SplitRow row(out);
  row.skip(kTopics);
  const float near = topics.likeness(i, 60), wide = topics.likeness(i, 250);
  row.put(near);
  row.put(wide);
  row.put(near - std::min(i > 1 ? topics.likeness(i - 1, 60) : 1, i + 1 < n ? topics.likeness(i + 1, 60) : 1));
  row.put(wide - std::min(i > 2 ? topics.likeness(i - 2, 250) : 1, i + 2 < n ? topics.likeness(i + 2, 250) : 1));
  row.put(topics.likeness(i, SplitTopics::kLargest));
  for (const float share : topics.fresh(i)) row.put(share);
  row.skip(kVocabulary - kTopics - kTopicCount);
  for (const float share : topics.vocabulary(i)) row.put(share);
}

}  // namespace

SplitReader::SplitReader(const Page& page, std::span<const BlockLook> looks) : page_(page), looks_(looks), copies_(copies_of(looks)) {
  prose_.reserve(looks.size());
  rows_.resize(looks.size() + kLookedAt - 1);
  float prose = 0;
  std::size_t titles = 0;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    prose_.push_back(prose);
    rows_[i + 1] = {bytes_of(page, i), looks[i].ends_sentence ? 1.0F : 0.0F, looks[i].title ? 1.0F : 0.0F};
    prose += bytes_of(page, i) >= 120 && looks[i].ends_sentence ? bytes_of(page, i) : 0;
    titles += looks[i].title ? 1 : 0;
  }
  titles_ = static_cast<float>(titles) / static_cast<float>(looks.size());
}

SplitFeatures SplitReader::looks_of(std::size_t i) const {
  SplitFeatures out{};
  SplitRow row(out);
  const std::size_t n = looks_.size();
  for (std::size_t by = 0; by < kLookedAt; ++by) {
    row.put(rows_[i + by].bytes);
    row.put(rows_[i + by].ends_sentence);
    row.put(rows_[i + by].title);
  }
  row.skip(kTopicCount);
  put_marks(row, looks_, copies_[looks_[i].same], i);
  row.skip(kVocabularyCount);
  row.put(prose_[i]);
  row.put(titles_);
  row.put(static_cast<float>(n));
  row.put(looks_[0].title && (looks_[0].cues & kCuesOfChrome) == 0);
  row.put(i + 1 < n && (bytes_of(page_, i) >= 200 || bytes_of(page_, i + 1) >= 200));
  return out;
}

SplitRanges SplitReader::ranges(std::size_t begin, std::size_t end) const {
  Extremes extremes;
  for (std::size_t i = begin; i < end; ++i) extremes.take(looks_of(i));
  SplitRanges out;
  for (std::size_t f = 0; f < out.size(); ++f) out[f] = is_of_words(f) ? FeatureRange{-kAnything, kAnything} : extremes.range(f);
  return out;
}

SplitTopics& SplitReader::topics() {
  if (!topics_) topics_.emplace(page_.text.view(), page_.blocks);
  return *topics_;
}

void SplitReader::narrow(SplitRanges& ranges, std::size_t block) {
  const float wide = topics().likeness(block, 250);
  ranges[kWide] = {wide, wide};
}

SplitFeatures SplitReader::features(std::size_t block) {
  SplitFeatures out = looks_of(block);
  put_words(out, topics(), block, looks_.size());
  return out;
}

std::vector<SplitFeatures> split_features_of(const Page& page) {
  const std::vector<BlockLook> looks = look_at(page.text.view(), page.blocks);
  SplitReader reader(page, looks);
  std::vector<SplitFeatures> out;
  out.reserve(looks.size());
  for (std::size_t i = 0; i < looks.size(); ++i) out.push_back(reader.features(i));
  return out;
}

}  // namespace hypeline
