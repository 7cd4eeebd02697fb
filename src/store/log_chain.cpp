#include "store/log_chain.h"

#include <fmt/format.h>

#include "base/hash.h"

namespace tiendo::store {
namespace {

std::string sealed(std::string_view previous_hash, AgencyId agency, std::int64_t sequence, std::string_view content) {
  return sha256(fmt::format("{}\n{}\n{}\n{}", previous_hash, agency.value(), sequence, content));
}

// How far from its place a row is looked for.
constexpr std::int64_t farthest = 100'000;

// Walks along a log and notes where it does not hold.
class Walk {
 public:
  Walk(AgencyId agency, Head head) : agency_(agency), head_(std::move(head)), last_{head_.trimmed_to, {}, head_.trimmed_hash, {}} {}

  void take(const Link& row) {
    if (is_full()) return;
    const std::int64_t expected = last_.sequence + 1;
    const bool follows = row.sequence == expected;
    if (row.sequence > head_.sequence) {
      added_from_ = added_from_ ? added_from_ : row.sequence;
    } else if (!follows) {
      note(ChainFault::Kind::removed, expected, row.sequence - 1);
    }
    bool is_sound = true;
    if (!fits(row, row.sequence)) {
      is_sound = false;
      const auto was = was_sound_ && row.previous_hash == last_.hash ? std::nullopt : place_of(row);
      note(was ? ChainFault::Kind::moved : ChainFault::Kind::changed, row.sequence, was.value_or(0));
    } else if (follows && was_sound_ && row.previous_hash != last_.hash) {
      // The row itself holds, so the one before it was written anew together with its hash.
      note(ChainFault::Kind::changed, std::max(last_.sequence, head_.trimmed_to + 1), 0);
    }
    was_sound_ = is_sound;
    last_ = row;
  }

  std::vector<ChainFault> end() {
    if (is_full()) return std::move(faults_);
    if (added_from_)
      note(ChainFault::Kind::added, added_from_, last_.sequence);
    else if (last_.sequence < head_.sequence)
      note(ChainFault::Kind::removed, last_.sequence + 1, head_.sequence);
    else if (was_sound_ && last_.hash != head_.hash)
      note(ChainFault::Kind::changed, last_.sequence, 0);
    return std::move(faults_);
  }

 private:
  bool is_full() const { return faults_.size() >= most_faults; }
  void note(ChainFault::Kind kind, std::int64_t sequence, std::int64_t other) {
    if (!is_full()) faults_.push_back({kind, sequence, other});
  }
  bool fits(const Link& row, std::int64_t sequence) const { return sealed(row.previous_hash, agency_, sequence, row.content) == row.hash; }

  // Where the row stood when it was sealed: looked for near its place first.
  std::optional<std::int64_t> place_of(const Link& row) const {
    for (std::int64_t distance = 1; distance < std::min(head_.sequence, farthest); ++distance) {
      for (const auto place : {row.sequence - distance, row.sequence + distance})
        if (place > 0 && place <= head_.sequence && fits(row, place)) return place;
    }
    return std::nullopt;
  }

  AgencyId agency_;
  Head head_;
  Link last_;
  bool was_sound_ = true;
  std::int64_t added_from_ = 0;
  std::vector<ChainFault> faults_;
};

std::optional<Head> find_head(Database& database, AgencyId agency, Log log) {
  auto rows = database.query("select sequence, hash, trimmed_to, trimmed_hash from log_heads where agency_id = $1 and log = $2", agency,
                             name_of(log));
  if (!rows.next()) return std::nullopt;
  return Head{rows.number(0), rows.text(1), rows.number(2), rows.text(3)};
}

bool has_rows(Database& database, AgencyId agency, Log log) {
  auto rows = log == Log::events ? database.query("select 1 from events where agency_id = $1 limit 1", agency)
                                 : database.query("select 1 from access_log where agency_id = $1 limit 1", agency);
  return rows.next();
}

}  // namespace

const char* name_of(Log log) {
  return log == Log::events ? "events" : "access";
}

const char* name_of(ChainFault::Kind kind) {
  constexpr const char* names[] = {"changed", "removed", "moved", "added", "trimmed", "beheaded"};
  return names[static_cast<int>(kind)];
}

Head head(Database& database, AgencyId agency, Log log) {
  return find_head(database, agency, log).value_or(Head{});
}

void seal(Head& head, AgencyId agency, std::string_view content) {
  ++head.sequence;
  head.hash = sealed(head.hash, agency, head.sequence, content);
}

Head& LogBook::head(Database& database, AgencyId agency, Log log) {
  const auto [at, is_new] = heads_.try_emplace({agency, log});
  if (is_new) at->second = store::head(database, agency, log);
  return at->second;
}

void LogBook::write(Database& database) {
  for (const auto& [key, head] : heads_) {
    database.run(R"sql(
      insert into log_heads (agency_id, log, sequence, hash, trimmed_to, trimmed_hash) values ($1, $2, $3, $4, $5, $6)
      on conflict do update set sequence = excluded.sequence, hash = excluded.hash, trimmed_to = excluded.trimmed_to,
        trimmed_hash = excluded.trimmed_hash
    )sql",
                 key.first, name_of(key.second), head.sequence, head.hash, head.trimmed_to, head.trimmed_hash);
  }
  heads_.clear();
}

std::vector<ChainFault> chain_faults(Database& database, AgencyId agency, Log log) {
  const auto known = find_head(database, agency, log);
  if (!known && !has_rows(database, agency, log)) return {};
  if (!known) return {{ChainFault::Kind::beheaded, 0, 0}};
  Walk walk(agency, *known);
  const auto take = [&](const Link& row) { walk.take(row); };
  log == Log::events ? each_event(database, agency, take) : each_access(database, agency, take);
  auto faults = walk.end();
  if (known->trimmed_to > 0 && !says_trimmed(database, agency, *known))
    faults.insert(faults.begin(), {ChainFault::Kind::trimmed, known->trimmed_to, 0});
  return faults;
}

}  // namespace tiendo::store
