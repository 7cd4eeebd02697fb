#include "store/letters.h"

#include "base/error.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_LETTER_COLUMNS                                                                                                    \
  "id, kind, state, unit_id, unit_name, superior, issuer, place, symbol, subject, basis, words, answer_days, capacity, signer, " \
  "recipients, as_of, made_by, made_name, made_at, number, issued_on, answer_due, answered_on, reason, version"

std::optional<std::string> text_of(const std::optional<Date>& day) {
  return day ? std::optional(iso(*day)) : std::nullopt;
}

std::vector<LetterTask> tasks_of(const Reader& reader, AgencyId agency, LetterId letter) {
  std::vector<LetterTask> tasks;
  auto rows = reader.database().query(R"sql(
    select task_id, number, title, due_on, state, percent, days_overdue, heard_on from letter_tasks
    where agency_id = $1 and letter_id = $2 order by place
  )sql",
                                      agency, letter);
  while (rows.next()) {
    LetterTask& task = tasks.emplace_back();
    rows.read(0, task.task);
    task.number = rows.text(1);
    task.title = rows.text(2);
    task.due_on = find_date(rows.view(3));
    task.state = find_work_state(rows.view(4)).value();
    task.percent = rows.small(5);
    task.days_overdue = rows.small(6);
    task.heard_on = find_date(rows.view(7));
  }
  return tasks;
}

std::vector<LetterReply> replies_of(const Reader& reader, AgencyId agency, LetterId letter) {
  std::vector<LetterReply> replies;
  auto rows = reader.database().query(R"sql(
    select id, by_id, by_name, at, words, number, symbol, issued_on, file_sha256, file_name, file_bytes from letter_replies
    where agency_id = $1 and letter_id = $2 order by id
  )sql",
                                      agency, letter);
  while (rows.next()) {
    LetterReply& reply = replies.emplace_back();
    reply.id = rows.number(0);
    reply.by = {UserId(rows.number(1)), agency, rows.text(2)};
    reply.at = rows.instant(3);
    reply.words = rows.text(4);
    reply.number = rows.text(5);
    reply.symbol = rows.text(6);
    reply.issued_on = find_date(rows.view(7));
    reply.file_sha256 = rows.find_text(8).value_or("");
    reply.file_name = rows.text(9);
    reply.file_bytes = rows.number(10);
  }
  return replies;
}

Letter letter_from(const Rows& row, AgencyId agency) {
  Letter one;
  one.agency = agency;
  row.read(0, one.id);
  one.kind = find_letter_kind(row.view(1)).value();
  one.state = find_letter_state(row.view(2)).value();
  row.read(3, one.unit);
  one.unit_name = row.text(4);
  one.form = {.superior = row.text(5),
              .issuer = row.text(6),
              .place = row.text(7),
              .symbol = row.text(8),
              .subject = row.text(9),
              .basis = row.text(10),
              .words = row.text(11),
              .answer_days = row.small(12),
              .capacity = row.text(13),
              .signer = row.text(14),
              .recipients = row.text(15)};
  one.as_of = find_date(row.view(16)).value();
  one.made_by = {UserId(row.number(17)), agency, row.text(18)};
  one.made_at = row.instant(19);
  one.number = row.text(20);
  one.issued_on = find_date(row.view(21));
  one.answer_due = find_date(row.view(22));
  one.answered_on = find_date(row.view(23));
  one.reason = row.text(24);
  one.version = row.small(25);
  return one;
}

std::vector<Letter> letters_from(const Reader& reader, Rows rows, AgencyId agency) {
  std::vector<Letter> all;
  while (rows.next()) {
    Letter& one = all.emplace_back(letter_from(rows, agency));
    one.tasks = tasks_of(reader, agency, one.id);
    one.replies = replies_of(reader, agency, one.id);
  }
  return all;
}

void expect_free_number(const Reader& reader, const Letter& letter) {
  if (letter.number.empty()) return;
  auto rows = reader.database().query(
      "select 1 from letters where agency_id = $1 and id <> $2 and substr(issued_on, 1, 4) = $3 and number = $4 and symbol = $5",
      letter.agency, letter.id, iso(letter.issued_on.value()).substr(0, 4), letter.number, letter.form.symbol);
  if (rows.next()) throw Error(ErrorCode::conflict, "letter_number_taken", {printed_number(letter.number) + "/" + letter.form.symbol});
}

}  // namespace

std::vector<Letter> letters(const Reader& reader, AgencyId agency) {
  return letters_from(
      reader, reader.database().query("select " TIENDO_LETTER_COLUMNS " from letters where agency_id = $1 order by id desc", agency),
      agency);
}

std::vector<Letter> letters_about(const Reader& reader, AgencyId agency, TaskId task) {
  return letters_from(
      reader,
      reader.database().query("select " TIENDO_LETTER_COLUMNS
                              " from letters where agency_id = $1 and id in (select letter_id from letter_tasks where agency_id = $1 and "
                              "task_id = $2) order by id desc",
                              agency, task),
      agency);
}

std::vector<std::pair<TaskId, Date>> last_letters(const Reader& reader, AgencyId agency) {
  std::vector<std::pair<TaskId, Date>> all;
  auto rows = reader.database().query(R"sql(
    select t.task_id, max(l.issued_on) from letter_tasks t join letters l on l.agency_id = t.agency_id and l.id = t.letter_id
    where t.agency_id = $1 and l.state in ('issued', 'answered') group by t.task_id order by t.task_id
  )sql",
                                      agency);
  while (rows.next()) all.emplace_back(TaskId(rows.number(0)), find_date(rows.view(1)).value());
  return all;
}

std::optional<Letter> find_last_letter(const Reader& reader, AgencyId agency, LetterKind kind) {
  auto rows =
      reader.database().query("select " TIENDO_LETTER_COLUMNS
                              " from letters where agency_id = $1 and state <> 'withdrawn' order by kind = $2 desc, id desc limit 1",
                              agency, name_of(kind));
  return rows.next() ? std::optional(letter_from(rows, agency)) : std::nullopt;
}

Letter letter(const Reader& reader, AgencyId agency, LetterId id) {
  auto found = letters_from(
      reader, reader.database().query("select " TIENDO_LETTER_COLUMNS " from letters where agency_id = $1 and id = $2", agency, id),
      agency);
  if (found.empty()) throw Error(ErrorCode::not_found, "letter_not_found");
  return std::move(found.front());
}

void add(Writer& writer, const Letter& letter) {
  const LetterForm& form = letter.form;
  writer.database().run(
      R"sql(
    insert into letters (agency_id, id, kind, state, unit_id, unit_name, superior, issuer, place, symbol, subject, basis, words,
                         answer_days, capacity, signer, recipients, as_of, made_by, made_name, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
  )sql",
      letter.agency, letter.id, name_of(letter.kind), name_of(letter.state), letter.unit, letter.unit_name, form.superior, form.issuer,
      form.place, form.symbol, form.subject, form.basis, form.words, form.answer_days, form.capacity, form.signer, form.recipients,
      iso(letter.as_of), letter.made_by.user, letter.made_by.name, letter.made_at);
  int place = 0;
  for (const LetterTask& task : letter.tasks)
    writer.database().run(R"sql(
      insert into letter_tasks (agency_id, letter_id, place, task_id, number, title, due_on, state, percent, days_overdue, heard_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    )sql",
                          letter.agency, letter.id, place++, task.task, task.number, task.title, text_of(task.due_on), name_of(task.state),
                          task.percent, task.days_overdue, text_of(task.heard_on));
}

void save(Writer& writer, const Letter& letter) {
  expect_free_number(writer, letter);
  const LetterForm& form = letter.form;
  const int changed = writer.database().run(
      R"sql(
    update letters set state = $4, superior = $5, issuer = $6, place = $7, symbol = $8, subject = $9, basis = $10, words = $11,
      answer_days = $12, capacity = $13, signer = $14, recipients = $15, number = $16, issued_on = $17, answer_due = $18, answered_on = $19, reason = $20,
      version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
      letter.agency, letter.id, letter.version, name_of(letter.state), form.superior, form.issuer, form.place, form.symbol, form.subject,
      form.basis, form.words, form.answer_days, form.capacity, form.signer, form.recipients, letter.number, text_of(letter.issued_on),
      text_of(letter.answer_due), text_of(letter.answered_on), letter.reason);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void add(Writer& writer, AgencyId agency, LetterId letter, const LetterReply& reply) {
  writer.database().run(R"sql(
    insert into letter_replies (agency_id, letter_id, id, by_id, by_name, at, words, number, symbol, issued_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  )sql",
                        agency, letter, reply.id, reply.by.user, reply.by.name, reply.at, reply.words, reply.number, reply.symbol,
                        text_of(reply.issued_on));
}

void save_file(Writer& writer, AgencyId agency, LetterId letter, const LetterReply& reply) {
  writer.database().run(
      "update letter_replies set file_sha256 = $4, file_name = $5, file_bytes = $6 where agency_id = $1 and letter_id = $2 and id = $3",
      agency, letter, reply.id, reply.file_sha256, reply.file_name, reply.file_bytes);
}

}  // namespace tiendo::store
