// How the work stood at a past instant, as a query over the history. $1 agency, $2 programme or null (all that were not planned for a time
// to come), $3 the instant, $4 the least id made after it. Whoever needs no lead units spares the look at each
// task: TIENDO_STOOD("'[]'").
#pragma once

#define TIENDO_LEAD_UNITS "(select t.lead_units from tasks t where t.id = w.task_id)"

#define TIENDO_STOOD(lead_units_of_w)                                                                                        \
  "with last as (select task_id, max(id) as id from work_history where agency_id = $1 and at <= $3 group by task_id), "      \
  "planned as (select id from programmes where agency_id = $1 and (is_planned = 1 or planned_until > $3)), "                 \
  "stood as (select h.task_id, h.lead_units, h.state, h.due_on, h.is_late from last "                                        \
  "join work_history h on h.agency_id = $1 and h.task_id = last.task_id and h.id = last.id "                                 \
  "where h.state is not null and ($2 is null or h.programme_id = $2) and ($2 is not null or h.programme_id not in planned) " \
  "union all "                                                                                                               \
  "select w.task_id, " lead_units_of_w                                                                                       \
  ", 'assigned', w.first_due_on, null from work w "                                                                          \
  "where w.agency_id = $1 and ($2 is null or w.programme_id = $2) and w.task_id < $4 "                                       \
  "and ($2 is not null or w.programme_id not in planned) "                                                                   \
  "and not exists (select 1 from work_history h where h.agency_id = $1 and h.task_id = w.task_id and h.at <= $3)) "
