#include "intake/lexicon.h"

#include <algorithm>
#include <array>

namespace tiendo::intake {
namespace {

using domain::Field;

constexpr auto units = std::to_array<std::string_view>(
    {"phong", "so",     "ban",   "trung", "van",  "ubnd",  "uy",  "cac",  "don",   "chi", "cuc",  "bo",   "cong", "hoi",
     "lien",  "truong", "thanh", "vien",  "to",   "quy",   "kho", "thue", "doanh", "dai", "hdnd", "mttq", "tap",  "bch",
     "vp",    "khoa",   "huyen", "xa",    "doan", "nganh", "co",  "bao",  "nha",   "toa", "tt",   "hop"});
constexpr auto deliverables = std::to_array<std::string_view>(
    {"ke",   "bao", "quyet", "van",  "to",   "hoi",    "de",     "nghi", "cong",   "chuong", "thong", "bien",
     "lop",  "ho",  "tai",   "giay", "danh", "ket",    "huong",  "cuoc", "buoi",   "du",     "quy",   "he",
     "dien", "hop", "ban",   "tap",  "bo",   "phuong", "chuyen", "hoan", "vbqppl", "so",     "phan"});
constexpr auto leaders = std::to_array<std::string_view>({"pgd", "pho",    "giam",  "gd",   "dong", "d/c", "ong", "ba",  "chu", "pct",
                                                          "ct",  "truong", "chanh", "lanh", "cac",  "bi",  "thu", "tgd", "cuc", "tong"});
constexpr auto dues = std::to_array<std::string_view>({"thang", "quy", "qui", "truoc", "ngay", "trong", "thuong", "hang", "dinh", "nam",
                                                       "theo", "sau", "cuoi", "dau", "tu", "den", "cham", "hoan"});
constexpr auto notes =
    std::to_array<std::string_view>({"nhiem", "theo", "chuong", "de", "chuyen", "bo", "da", "dieu", "ket", "phuc", "dang", "can"});
constexpr auto levels =
    std::to_array<std::string_view>({"ubnd", "hdnd", "tinh", "so", "chu", "chinh", "thu", "giam", "thuong", "ban", "uy"});

// Words that ask for another one after them.
constexpr auto openers =
    std::to_array<std::string_view>({"của", "cho",  "và",  "về",    "tại",   "theo", "với",  "các",  "trên", "từ",    "đến", "trong",
                                     "do",  "là",   "để",  "thuộc", "những", "được", "bằng", "hoặc", "như",  "gồm",   "khi", "qua",
                                     "đối", "giữa", "vào", "một",   "số",    "nhằm", "có",   "cấp",  "ngày", "tháng", "năm", "quý"});

}  // namespace

bool asks_for_more(std::string_view word) {
  return std::ranges::find(openers, word) != openers.end();
}

bool often_begins(Field field, std::string_view key) {
  const auto among = [&](const auto& list) { return std::ranges::find(list, key) != list.end(); };
  switch (field) {
    case Field::lead:
    case Field::coordinating:
      return among(units);
    case Field::deliverable:
      return among(deliverables);
    case Field::directing_leader:
      return among(leaders);
    case Field::due:
      return among(dues) || (!key.empty() && key[0] >= '0' && key[0] <= '9');
    case Field::note:
      return among(notes);
    case Field::issuing_level:
      return among(levels);
    default:
      return false;
  }
}

}  // namespace tiendo::intake
