#include "formats/sheet_bytes.h"

#include <cstdint>
#include <cstring>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/error.h"

namespace tiendo::formats {
namespace {

// The fields of each value in their order. A new field does not compile until it is named here.
auto fields(auto& value) {
  using Value = std::remove_const_t<std::remove_reference_t<decltype(value)>>;
  if constexpr (std::is_same_v<Value, Run>) {
    auto& [text, bold, italic, size] = value;
    return std::tie(text, bold, italic, size);
  } else if constexpr (std::is_same_v<Value, SheetParagraph>) {
    auto& [runs, align, before, after, first_line, line_spacing, keep_with_next, heading, rule] = value;
    return std::tie(runs, align, before, after, first_line, line_spacing, keep_with_next, heading, rule);
  } else if constexpr (std::is_same_v<Value, SheetCell>) {
    auto& [row, column, row_span, column_span, paragraphs, vertical, is_number] = value;
    return std::tie(row, column, row_span, column_span, paragraphs, vertical, is_number);
  } else if constexpr (std::is_same_v<Value, SheetTable>) {
    auto& [widths, rows, header_rows, size, bordered, rows_may_break, kept_with_next, cells] = value;
    return std::tie(widths, rows, header_rows, size, bordered, rows_may_break, kept_with_next, cells);
  } else if constexpr (std::is_same_v<Value, PageBreak>) {
    auto& [worksheet] = value;
    return std::tie(worksheet);
  } else if constexpr (std::is_same_v<Value, PageNumbers>) {
    auto& [shown, on_first_page, size] = value;
    return std::tie(shown, on_first_page, size);
  } else if constexpr (std::is_same_v<Value, PageSetup>) {
    auto& [width, height, top, bottom, left, right, numbers] = value;
    return std::tie(width, height, top, bottom, left, right, numbers);
  } else {
    static_assert(std::is_same_v<Value, Sheet>);
    auto& [title, author, font, size, worksheet, page, blocks] = value;
    return std::tie(title, author, font, size, worksheet, page, blocks);
  }
}

template <class T>
constexpr bool is_plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Packing {
 public:
  std::string bytes;

  template <class T>
  void put(const T& value) {
    if constexpr (is_plain<T>)
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    else
      std::apply([&](const auto&... field) { (put(field), ...); }, fields(value));
  }
  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint64_t>(values.size()));
    for (const auto& value : values) put(value);
  }
  void put(const SheetBlock& block) {
    put(static_cast<std::uint64_t>(block.index()));
    std::visit([&](const auto& value) { put(value); }, block);
  }
};

class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : left_(bytes) {}

  template <class T>
  void take(T& value) {
    if constexpr (is_plain<T>)
      std::memcpy(&value, next(sizeof value).data(), sizeof value);
    else
      std::apply([&](auto&... field) { (take(field), ...); }, fields(value));
  }
  void take(std::string& text) { text = next(take_count()); }
  template <class T>
  void take(std::vector<T>& values) {
    for (auto count = take_count(); count > 0; --count) take(values.emplace_back());
  }
  void take(SheetBlock& block) {
    const auto index = take_count();
    if (index == 0) block = SheetParagraph();
    if (index == 1) block = SheetTable();
    if (index == 2) block = PageBreak();
    std::visit([&](auto& value) { take(value); }, block);
  }

 private:
  std::uint64_t take_count() {
    std::uint64_t count = 0;
    take(count);
    return count;
  }
  std::string_view next(std::size_t size) {
    if (size > left_.size()) throw Error(ErrorCode::internal, "internal", {}, "a sheet that ends too early");
    const auto taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }
  std::string_view left_;
};

}  // namespace

std::string to_bytes(const Sheet& sheet) {
  Packing packing;
  packing.put(sheet);
  return std::move(packing.bytes);
}

Sheet sheet_from_bytes(std::string_view bytes) {
  Sheet sheet;
  Unpacking(bytes).take(sheet);
  return sheet;
}

}  // namespace tiendo::formats
