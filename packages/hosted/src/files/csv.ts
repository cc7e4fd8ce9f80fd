/** A value of a file: a number stays one. */
export type CsvValue = string | number | null | undefined;

/** Texts that a spreadsheet would take for a formula: people and campaigns can be called anything. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: CsvValue): string => {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Returns lines as CSV: numbers as they are, and no text that a spreadsheet would run. */
export function csvText(lines: readonly (readonly CsvValue[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
