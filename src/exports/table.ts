import { type Cell, csv, csvLine } from './csv';

/** What stands in a row, by the name of its column. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** Rows as a CSV file, guarded as every table that goes out. */
export const csvOf = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  csv(Object.keys(columns)) + csvLinesOf(columns, rows);

/** Further rows of such a file. */
export function csvLinesOf<Row>(columns: Columns<Row>, rows: Iterable<Row>): string {
  const each = Object.values(columns);
  return Array.from(rows, (row) => csvLine(each.map((column) => column(row)))).join('');
}

/** Rows as a program reads them: the same columns by name, without those that say nothing. Text stays as it is: only a spreadsheet calculates. */
export const recordsOf = <Row>(
  columns: Columns<Row>,
  rows: readonly Row[],
): Array<Record<string, string | number>> =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([name, column]) => {
        const cell = column(row);
        return cell === undefined || cell === '' ? [] : [[name, cell]];
      }),
    ),
  );
