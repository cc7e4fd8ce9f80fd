import { csvText } from '../../files/csv.ts';

/** A column of figures. */
export interface FigureColumn {
  readonly title: string;
  /** Writes a value in the language of the page. */
  readonly write: (value: number) => string;
}

export interface FigureRow {
  readonly name: string;
  /** The name in the file, where that is another: a date as `2026-04-14`. */
  readonly plain?: string;
  /** One for each column; null: none. */
  readonly values: readonly (number | null)[];
}

/** Figures that are drawn, stand in a table, and can be taken along as a file. */
export interface Figures {
  /** Names the file, without its ending. */
  readonly file: string;
  readonly title: string;
  /** The head of the names of the rows. */
  readonly of: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

/** Returns the table of figures as CSV: numbers as they are, and no text that a spreadsheet would run. */
export function csvOf({ of, columns, rows }: Figures): string {
  const lines = [
    [of, ...columns.map(({ title }) => title)],
    ...rows.map(({ name, plain, values }) => [plain ?? name, ...values]),
  ];
  return csvText(lines);
}

/** Returns a value as a share of the greatest of its column, from 0 to 100. */
export function shareOf(figures: Figures, column: number, value: number | null): number {
  const most = Math.max(...figures.rows.map(({ values }) => values[column] ?? 0));
  return most > 0 ? Math.round(((value ?? 0) * 1000) / most) / 10 : 0;
}
