import { CsvError, parse } from 'csv-parse/sync';
import { inputRefusal } from '../../../application/kernel/scope.ts';

/** One line of a CSV below its header. */
export interface CsvLine {
  /** As a spreadsheet numbers it: the header is 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly columns: readonly string[];
  /** Without lines whose cells are all empty. */
  readonly lines: readonly CsvLine[];
}

/** Comma as in RFC 4180, semicolon as a spreadsheet writes it where the comma is in numbers, and what is pasted. */
const DELIMITERS = /[,;\t]/;

const words: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote ends within a cell; within quotes it is written twice',
  INVALID_OPENING_QUOTE: 'a quote stands within a cell that does not begin with one',
};

/**
 * Reads a CSV as of RFC 4180, and as spreadsheets write it: with a byte order mark, any line ends, blanks around cells.
 * No name of a column has a delimiter in it, so the first one in the header decides which it is. Throws
 * INVALID_REQUEST.
 */
export function csvTable(text: string): CsvTable {
  if (text.includes('\uFFFD'))
    throw inputRefusal('csv', 'Is not UTF-8. Save it as CSV UTF-8, or send its charset in Content-Type.');
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter: DELIMITERS.exec(text)?.[0] ?? ',',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? `Line ${error.lines}: ` : '';
    throw inputRefusal('csv', `${line}${words[error.code] ?? 'cannot be read'}.`);
  }
  const [columns = [], ...rest] = records;
  const lines = rest.map((cells, at) => ({ row: at + 2, cells }));
  return { columns, lines: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}
