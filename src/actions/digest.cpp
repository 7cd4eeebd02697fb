#include "actions/digest.h"

#include <boost/json.hpp>

#include "base/sentences.h"
#include "reports/period_report.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;

std::string said(std::string_view key, const std::vector<std::string>& arguments = {}) {
  return sentence(Language::vi, std::string("digest.") + std::string(key), arguments);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  return out;
}

std::string link_to(const PlannedNotice& each, std::string_view page_address) {
  if (page_address.empty()) return {};
  return std::string(page_address) + "/programmes/" + each.task.programme.text() + "?task=" + each.task.id.text();
}

std::string due_words(const PlannedNotice& each) {
  const auto due = each.work.due_on ? said("due", {vietnamese(*each.work.due_on)}) : said("undated");
  return said(std::string("days.") + domain::name_of(each.notice.kind), {std::to_string(each.notice.days)}) + "; " + due;
}

std::string html_row(const PlannedNotice& each, std::string_view page_address) {
  const auto link = link_to(each, page_address);
  const auto title = escaped(each.task.title);
  return "<tr><td style=\"padding:4px 12px 4px 0;vertical-align:top\">" + escaped(each.task.number) +
         "</td><td style=\"padding:4px 12px 4px 0\">" + (link.empty() ? title : "<a href=\"" + escaped(link) + "\">" + title + "</a>") +
         "</td><td style=\"padding:4px 0;vertical-align:top\">" + escaped(due_words(each)) + "</td></tr>\n";
}

// "3 nhiệm vụ và 1 báo cáo"
std::string how_many(const OwnNotices& mine) {
  std::vector<std::string> parts;
  if (!mine.tasks.empty()) parts.push_back(said("tasks", {std::to_string(mine.tasks.size())}));
  if (!mine.reports.empty()) parts.push_back(said("reports", {std::to_string(mine.reports.size())}));
  return parts.size() == 2 ? said("and", parts) : parts.front();
}

void write_heading(Mail& mail, const std::string& heading) {
  mail.text += "\n" + heading + "\n";
  mail.html += "<h2 style=\"font-size:16px\">" + escaped(heading) + "</h2>\n";
}

std::string name_of(const PlannedReport& report) {
  return said("report", {reports::name_in_words(report.period)}) + (report.unit.empty() ? "" : ", " + report.unit);
}

std::string link_to(const PlannedReport& report, std::string_view page_address) {
  if (page_address.empty()) return {};
  return std::string(page_address) + "/figures/reports?kind=" + domain::name_of(report.period.kind) +
         "&year=" + std::to_string(report.period.year) + "&number=" + std::to_string(report.period.number);
}

void write_reports(Mail& mail, const std::vector<const PlannedReport*>& reports, std::string_view page_address) {
  if (reports.empty()) return;
  write_heading(mail, said("reports_to_send"));
  mail.html += "<ul>\n";
  for (const auto* each : reports) {
    const bool is_overdue = each->kind == domain::NoticeKind::overdue;
    const auto when = said(is_overdue ? "report_overdue" : "report_by", {vietnamese(each->send_by)}), link = link_to(*each, page_address);
    const auto name = escaped(name_of(*each));
    mail.text += "- " + name_of(*each) + " (" + when + ")\n" + (link.empty() ? "" : "  " + link + "\n");
    mail.html += "<li>" + (link.empty() ? name : "<a href=\"" + escaped(link) + "\">" + name + "</a>") + " (" + escaped(when) + ")</li>\n";
  }
  mail.html += "</ul>\n";
}

void write_tasks(Mail& mail, const std::vector<const PlannedNotice*>& tasks, std::string_view page_address) {
  std::optional<domain::NoticeKind> kind;
  for (const auto* each : tasks) {
    if (kind != each->notice.kind) {
      if (kind) mail.html += "</table>\n";
      write_heading(mail, said(std::string("kind.") + domain::name_of(each->notice.kind)));
      mail.html += "<table>\n";
      kind = each->notice.kind;
    }
    const auto link = link_to(*each, page_address);
    mail.text += "- " + (each->task.number.empty() ? "" : each->task.number + ". ") + each->task.title + " (" + due_words(*each) + ")\n";
    if (!link.empty()) mail.text += "  " + link + "\n";
    mail.html += html_row(*each, page_address);
  }
  if (kind) mail.html += "</table>\n";
}

}  // namespace

Mail digest(const OwnNotices& mine, std::string_view to, std::string_view agency_name, std::string_view page_address, Date day) {
  const auto count = how_many(mine);
  Mail mail{.to = std::string(to), .name = mine.user().full_name, .subject = said("subject", {vietnamese(day), count})};
  const auto greeting = said("greeting", {mail.name}), intro = said("intro", {count, vietnamese(day)});
  const auto foot = said("foot", {std::string(agency_name)});
  mail.text = greeting + "\n\n" + intro + "\n";
  mail.html = "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:sans-serif\">\n<p>" +
              escaped(greeting) + "</p>\n<p>" + escaped(intro) + "</p>\n";
  write_reports(mail, mine.reports, page_address);
  write_tasks(mail, mine.tasks, page_address);
  mail.text += "\n" + foot + "\n";
  mail.html += "<p style=\"color:#555\">" + escaped(foot) + "</p>\n</body></html>\n";
  return mail;
}

std::string mail_payload(const OwnNotices& mine, std::string_view to, std::string_view agency_name, std::string_view page_address,
                         Date day) {
  const auto mail = digest(mine, to, agency_name, page_address, day);
  return json::serialize(
      json::object{{"to", mail.to}, {"name", mail.name}, {"subject", mail.subject}, {"text", mail.text}, {"html", mail.html}});
}

Mail mail_from(std::string_view payload) {
  const auto kept = json::parse(payload).as_object();
  const auto text = [&](const char* name) { return std::string(kept.at(name).as_string()); };
  return {text("to"), text("name"), text("subject"), text("text"), text("html")};
}

std::string webhook_payload(std::span<const PlannedNotice> tasks, std::span<const PlannedReport> reports, domain::AgencyId agency,
                            Date day) {
  json::array notices, to_send;
  for (const auto& each : reports)
    to_send.push_back(json::object{{"user", each.user.name},
                                   {"unit", each.unit_id ? json::value(each.unit_id->text()) : json::value(nullptr)},
                                   {"kind", domain::name_of(each.period.kind)},
                                   {"year", each.period.year},
                                   {"number", each.period.number},
                                   {"send_by", iso(each.send_by)}});
  for (const auto& each : tasks) {
    notices.push_back(json::object{{"user", each.user.name},
                                   {"kind", domain::name_of(each.notice.kind)},
                                   {"step", domain::name_of(each.notice.step)},
                                   {"days", each.notice.days},
                                   {"programme", each.task.programme.text()},
                                   {"task", each.task.id.text()},
                                   {"number", each.task.number},
                                   {"title", each.task.title},
                                   {"due_on", each.work.due_on ? json::value(iso(*each.work.due_on)) : json::value(nullptr)}});
  }
  return json::serialize(json::object{{"event", "reminders"},
                                      {"agency", agency.text()},
                                      {"day", iso(day)},
                                      {"notices", std::move(notices)},
                                      {"reports", std::move(to_send)}});
}

}  // namespace tiendo::actions
