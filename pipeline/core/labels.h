#pragma once
#include "core/error.h"

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A label's identity: the FNV-1a hash of its name, so that code can name a label at compile time (`"hype.hope"_label`) and no table of
/// indices has to be kept in step. Labels::parse rejects a file in which two names collide. Rejected: an enum beside the file.
struct LabelId {
  std::uint32_t value = 0;
  constexpr auto operator<=>(const LabelId&) const = default;
};

constexpr LabelId label_id(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return {hash};
}

consteval LabelId operator""_label(const char* name, std::size_t size) { return label_id({name, size}); }

/// One row of lexicons/labels.tsv.
struct Label {
  LabelId id;
  std::string name;                   ///< `family.kind`
  std::string title;                  ///< for people
  std::string meaning;                ///< a phrase
  std::vector<std::string> criteria;  ///< ids of the review criteria it speaks to
  std::string colour;                 ///< #rrggbb
  double weight = 0;                  ///< what one finding adds to the promotional load
  std::string settle;                 ///< what would settle the question it raises: a sentence for the reviewer; may be empty

  std::string_view family() const { return std::string_view(name).substr(0, name.find('.')); }
};

/// The labels, in the file's order.
class Labels {
 public:
  /// Parses the contents of labels.tsv; every bad row is an error that names file and line.
  static std::expected<Labels, Errors> parse(std::string_view file, std::string_view contents);

  /// nullptr where there is no such label.
  const Label* find(LabelId id) const;
  const std::vector<Label>& all() const { return all_; }

 private:
  std::vector<Label> all_;
};

}  // namespace hypeline
