import type { Programme, TaskRow } from "../api/types";
import { number } from "../format";
import { columnsOf, textOf, widths } from "../programme/columns";
import { rowsOf } from "../programme/rows";
import { t } from "../text/t";

// The annex on A4 across: every row, no furniture of the page.
export function PrintSheet({ programme, tasks }: { programme: Programme; tasks: TaskRow[] }) {
  const columns = columnsOf(programme, tasks);
  const width = widths(columns, 5);
  return (
    <div className="print-sheet">
      <h1>{programme.title}</h1>
      {programme.attachment.as_written && <p className="attached">{programme.attachment.as_written}</p>}
      <table>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: width.get(column.key) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">{column.header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(programme, tasks).map((row) =>
            row.kind === "task" ? (
              <tr key={row.key}>
                {columns.map((column) => (
                  <td key={column.key} data-field={column.field ?? "extra"}>{textOf(row.task, column)}</td>
                ))}
              </tr>
            ) : row.kind === "section" ? (
              <tr key={row.key} className="section">
                <td>{row.id}</td>
                <th scope="rowgroup" colSpan={columns.length - 1}>{`${row.name} (${t("ui.count_tasks", number(row.tasks))})`}</th>
              </tr>
            ) : (
              <tr key={row.key} className="month">
                <td />
                <th scope="rowgroup" colSpan={columns.length - 1}>{row.name}</th>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
