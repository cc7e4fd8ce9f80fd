import { inputRefusal, refuseInput } from '../../../application/kernel/scope.ts';
import type { ImportKind, ImportRows, ReadRow, RowsOfImport } from '../../../application/ports/import-rows.ts';
import { Refusal } from '../../../application/kernel/refusal.ts';
import type { OpenApiDocument, Schema } from '../spec/document.ts';
import { cleanedTexts } from '../validation/clean-texts.ts';
import { csvTable, type CsvLine } from './csv-table.ts';
import { rowShapes, type RowShape } from './row-shapes.ts';

/** Rows in one request, also of a CSV. */
const MAX_ROWS = 500;
/** The most problems of a header that are reported. */
const MOST_TOLD = 20;
/** Between the texts of one cell. */
const BETWEEN = '|';

const SCHEMAS: Readonly<Record<ImportKind, string>> = {
  coaches: 'ImportedCoach',
  clients: 'ImportedClient',
  bookings: 'ImportedBooking',
};

/** The types of cells: texts, numbers, booleans, and lists of texts. */
interface Columns {
  readonly names: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

const isList = ({ type, items }: Schema): boolean => type === 'array' && (items as Schema).type === 'string';
const isCell = (schema: Schema): boolean => isList(schema) || !['array', 'object'].includes(String(schema.type));

const columnsOf = (spec: OpenApiDocument, schema: string): Columns => {
  const resolved = Object.entries(spec.components.schemas[schema]!.properties ?? {}).map(
    ([name, one]) => [name, one.$ref ? spec.components.schemas[one.$ref.split('/').at(-1)!]! : one] as const,
  );
  const namesWhere = (holds: (one: Schema) => boolean) =>
    new Set(resolved.flatMap(([name, one]) => (holds(one) ? [name] : [])));
  return { names: namesWhere(isCell), lists: namesWhere(isList) };
};

/** Throws INVALID_REQUEST for columns that are no fields, since a name that is misspelt would else lose a column. */
const checkColumns = (columns: readonly string[], { names }: Columns): void => {
  const odd = columns.filter((column, at) => !names.has(column) || columns.indexOf(column) !== at);
  const problems = odd.slice(0, MOST_TOLD).map((column) => ({
    path: 'csv',
    message: names.has(column)
      ? `has the column ${column} twice`
      : `has a column ${JSON.stringify(column.slice(0, 64))}; the columns are ${[...names].join(', ')}`,
  }));
  if (problems.length > 0)
    throw new Refusal('INVALID_REQUEST', `csv: ${problems.map(({ message }) => message).join('; ')}.`, { problems });
  if (!columns.includes('externalId')) refuseInput('csv', 'Has no column externalId.');
};

const fieldsOf = ({ cells }: CsvLine, columns: readonly string[], { lists }: Columns): Record<string, unknown> =>
  Object.fromEntries(
    columns.flatMap((column, at): [string, unknown][] => {
      const cell = cells[at] ?? '';
      if (cell === '') return [];
      if (!lists.has(column)) return [[column, cell]];
      const texts = cell.split(BETWEEN).map((text) => text.trim());
      return [[column, texts.filter((text) => text !== '')]];
    }),
  );

const externalIdIn = (fields: object): string | undefined => {
  const { externalId } = fields as { readonly externalId?: unknown };
  return typeof externalId === 'string' && externalId.length <= 128 ? externalId : undefined;
};

const read = <Fields>(row: number, fields: object, shape: RowShape, tooMany = false): ReadRow<Fields> => {
  const externalId = externalIdIn(fields);
  const errors = tooMany
    ? [{ code: 'INVALID_REQUEST' as const, message: 'has more cells than the header' }]
    : shape(fields);
  return {
    row,
    ...(externalId !== undefined && { externalId }),
    ...(errors.length === 0 && { fields: fields as Fields }),
    errors,
  };
};

/** Reads the rows of imports by the contract. */
export function createImportRows(spec: OpenApiDocument): ImportRows {
  const [written, typed] = [rowShapes(spec, true), rowShapes(spec, false)];
  const known = Object.fromEntries(
    Object.entries(SCHEMAS).map(([kind, schema]) => [
      kind,
      { columns: columnsOf(spec, schema), ofCells: written(schema), ofJson: typed(schema) },
    ]),
  ) as Readonly<Record<ImportKind, { columns: Columns; ofCells: RowShape; ofJson: RowShape }>>;

  const readCsv = <Kind extends ImportKind>(kind: Kind, csv: string): ReadRow<RowsOfImport[Kind]>[] => {
    const { columns, ofCells } = known[kind];
    const table = csvTable(csv);
    checkColumns(table.columns, columns);
    if (table.lines.length > MAX_ROWS) throw inputRefusal('csv', `Has more than ${MAX_ROWS} rows: send it in parts.`);
    return table.lines.map((line) =>
      read(
        line.row,
        // As the texts of every JSON body are (R40).
        cleanedTexts(spec, spec.components.schemas[SCHEMAS[kind]]!, fieldsOf(line, table.columns, columns)) as object,
        ofCells,
        line.cells.slice(table.columns.length).some((cell) => cell !== ''),
      ),
    );
  };

  return {
    read(kind, { rows, csv }) {
      if ((rows === undefined) === (csv === undefined)) refuseInput('rows', 'Send rows or csv, one of the two.');
      const all = rows ? rows.map((row, at) => read<never>(at + 1, row, known[kind].ofJson)) : readCsv(kind, csv!);
      return all.length > 0 ? all : refuseInput(rows ? 'rows' : 'csv', 'Has no rows.');
    },
  };
}
