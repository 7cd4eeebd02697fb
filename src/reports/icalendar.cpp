#include "reports/icalendar.h"

#include <algorithm>

#include <fmt/format.h>

namespace tiendo::reports {
namespace {

constexpr std::size_t longest_line = 75;  // octets without the line break (RFC 5545 3.1)

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
  }
  return out;
}

void add_line(std::string& out, std::string_view line) {
  for (std::size_t room = longest_line; !line.empty(); room = longest_line - 1) {
    std::size_t end = std::min(room, line.size());
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    if (room < longest_line) out += ' ';
    out += line.substr(0, end);
    out += "\r\n";
    line.remove_prefix(end);
  }
}

std::string basic(Date day) {
  return fmt::format("{:04}{:02}{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::string basic(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
  return fmt::format("{}T{:02}{:02}{:02}Z", basic(Date(day)), time.hours().count(), time.minutes().count(), time.seconds().count());
}

void add_entry(std::string& out, const CalendarEntry& entry, Instant now) {
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + escaped(entry.uid));
  add_line(out, "DTSTAMP:" + basic(now));
  add_line(out, "DTSTART;VALUE=DATE:" + basic(entry.day));
  add_line(out, "DTEND;VALUE=DATE:" + basic(Date(std::chrono::sys_days(entry.day) + std::chrono::days(1))));
  add_line(out, fmt::format("SEQUENCE:{}", entry.sequence));
  add_line(out, "SUMMARY:" + escaped(entry.summary));
  if (!entry.description.empty()) add_line(out, "DESCRIPTION:" + escaped(entry.description));
  if (!entry.url.empty()) add_line(out, "URL:" + entry.url);
  add_line(out, "TRANSP:TRANSPARENT");
  add_line(out, "BEGIN:VALARM");
  add_line(out, "ACTION:DISPLAY");
  add_line(out, "TRIGGER:-PT16H");  // eight in the morning of the day before
  add_line(out, "DESCRIPTION:" + escaped(entry.summary));
  add_line(out, "END:VALARM");
  add_line(out, "END:VEVENT");
}

}  // namespace

std::string icalendar(std::string_view name, std::span<const CalendarEntry> entries, Instant now) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//Tien Do//tiendo//VI");
  add_line(out, "CALSCALE:GREGORIAN");
  add_line(out, "METHOD:PUBLISH");
  add_line(out, "X-WR-CALNAME:" + escaped(name));
  add_line(out, "X-WR-TIMEZONE:Asia/Ho_Chi_Minh");
  for (const auto& entry : entries) add_entry(out, entry, now);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace tiendo::reports
