// How an agency reads deadlines, counts results and puts deadlines off (R20, R23, R25, R26). Where the law is silent these are choices.
#pragma once

#include "domain/extension.h"
#include "domain/rule.h"
#include "domain/timing.h"

namespace tiendo::domain {

struct WorkSettings {
  int last_working_day = 1;       // 1: a month ends with its last working day; 0: with its last day
  int closing_minutes = 17 * 60;  // after midnight, of the last day
  int soon_days = 7;              // "sắp đến hạn" begins so many days before
  int document_day = 1;           // 1: a result counts for the day of its document; 0: for the day it is confirmed
  int refusal_days = 0;           // how long a task may be given back as wrongly assigned; 0: any time before it is begun
  int extension_days_before = 0;  // asked for at least so many days before the deadline; 0: any day
  int most_extensions = 0;        // granted ones of one task; 0: no limit
  int late_extensions = 1;        // 1: may be asked for after the deadline has passed
  int many_extensions = 3;        // "gia hạn nhiều lần" from so many granted
  int evidence_megabytes = 32;    // of one file
  int evidence_office_files = 1;  // Word and Excel beside PDF
  int evidence_pictures = 1;
  int version = 1;

  DeadlinePolicy deadlines() const;
  ExtensionPolicy extensions() const;
  static std::span<const Rule<WorkSettings>> table();
  bool operator==(const WorkSettings&) const = default;
};

}  // namespace tiendo::domain
