#include "intake/labelled_annexes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>

#include <boost/json.hpp>
#include <unistd.h>

#include "base/text.h"

namespace tiendo::intake {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr const char* labels_ending = ".labels.json";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char letter : text) out += letter == '&' ? "&amp;" : letter == '<' ? "&lt;" : letter == '>' ? "&gt;" : std::string(1, letter);
  return out;
}

std::string as_csv(const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (const auto& cell : row) {
      out += &cell == &row.front() ? "\"" : ",\"";
      for (const char letter : cell) out += letter == '"' ? "\"\"" : std::string(1, letter);
      out += '"';
    }
    out += "\n";
  }
  return out;
}

// A folder that goes with what was made in it.
struct Workshop {
  fs::path path = fs::temp_directory_path() / ("tiendo-annexes-" + std::to_string(getpid()));
  Workshop() { fs::create_directories(path); }
  ~Workshop() { fs::remove_all(path); }
};

std::string converted(const std::string& name, const std::string& source, const std::string& filter, const std::string& to) {
  const Workshop workshop;
  std::ofstream(workshop.path / name, std::ios::binary) << source;
  const std::string at = workshop.path.string();
  const std::string command = "cd " + at + " && soffice -env:UserInstallation=file://" + at + "/profile --headless --infilter='" + filter +
                              "' --convert-to '" + to + "' " + name + " >/dev/null 2>&1";
  if (std::system(command.c_str()) != 0) return {};
  const auto made = (workshop.path / name).replace_extension(to.substr(0, to.find(':')));
  if (const char* keep = std::getenv("TIENDO_KEEP")) fs::copy(made, keep, fs::copy_options::overwrite_existing);
  return bytes_of(made);
}

constexpr const char* as_writer = "HTML (StarWriter)";

// Columns as an office draws them: no word is wider than its column, long texts get more room.
std::vector<double> shares_of(const Rows& rows) {
  std::vector<double> shares(rows[0].size());
  for (std::size_t column = 0; column < shares.size(); ++column) {
    double longest = 0, all = 0;
    for (const auto& row : rows) {
      all += static_cast<double>(code_points(row[column]));
      for (const auto& word : words(row[column])) longest = std::max(longest, static_cast<double>(code_points(word)) + 2);
    }
    shares[column] = std::max(longest, 4 * std::sqrt(all / static_cast<double>(rows.size())));
  }
  return shares;
}

}  // namespace

std::vector<std::string> labelled_annexes() {
  std::vector<std::string> out;
  if (!fs::exists(annexes)) return out;
  for (const auto& entry : fs::directory_iterator(annexes))
    if (const auto file = entry.path().filename().string(); file.ends_with(labels_ending))
      out.push_back(file.substr(0, file.size() - std::string_view(labels_ending).size()));
  std::ranges::sort(out);
  return out;
}

bool have(const char* program) {
  return std::system((std::string("command -v ") + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Rows labelled_rows(const std::string& annex) {
  const auto labels = json::parse(bytes_of(annexes / (annex + labels_ending))).as_object();
  std::vector<std::string> keys;
  if (const auto* columns = labels.if_contains("columns"))
    for (const auto& column : columns->as_array()) keys.emplace_back(column.as_string());
  else
    keys = {"number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note"};
  const std::map<std::string, std::string> printed = {{"number", "STT"},           {"title", "Nhiệm vụ"},
                                                      {"lead", "Đơn vị chủ trì"},  {"coordinating", "Đơn vị phối hợp"},
                                                      {"deliverable", "Sản phẩm"}, {"directing_leader", "Lãnh đạo chỉ đạo"},
                                                      {"note", "Ghi chú"}};
  const auto& rows = labels.contains("rows") ? labels.at("rows").as_array() : labels.at("tasks").as_array();
  Rows out{{}};
  for (const auto& key : keys) out[0].push_back(printed.contains(key) ? printed.at(key) : key);
  for (const auto& row : rows) {
    out.emplace_back();
    for (const auto& key : keys) {
      const auto* cell = row.as_object().if_contains(key);
      out.back().push_back(cell && cell->is_string() ? std::string(cell->as_string()) : "");
    }
  }
  return out;
}

std::string as_html(const Rows& rows) {
  std::string out =
      "<html><head><meta charset=\"utf-8\"><style>@page { size: 297mm 210mm; margin: 20mm 15mm 20mm 30mm } "
      "p { font: 12pt 'Liberation Serif'; margin: 0 }</style></head><body><p>PHỤ LỤC</p><p>Nhiệm vụ năm 2025</p>"
      "<table border=1 width=\"100%\">";
  const auto shares = shares_of(rows);
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (const double share : shares) out += "<col width=\"" + std::to_string(std::lround(100 * share / sum)) + "%\">";
  for (const auto& row : rows) {
    const bool is_header = &row == &rows.front();
    out += is_header ? "<thead><tr>" : "<tr>";
    for (const auto& cell : row) out += "<td><p>" + escaped(cell) + "</p></td>";
    out += is_header ? "</tr></thead><tbody>" : "</tr>";
  }
  return out + "</tbody></table></body></html>";
}

std::string as_docx(const std::string& annex, const Rows& rows) {
  return converted(annex + ".html", as_html(rows), as_writer, "docx:MS Word 2007 XML");
}

// Every column as text (2), as a careful clerk keeps numbers and days.
std::string as_xlsx(const std::string& annex, const Rows& rows) {
  return converted(annex + ".csv", as_csv(rows), "CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2", "xlsx");
}

std::string as_pdf(const std::string& annex, const Rows& rows) {
  return converted(annex + ".html", as_html(rows), as_writer, "pdf:writer_pdf_Export");
}

}  // namespace tiendo::intake
