import type { components } from '@coach-booking/contract/types';
import type { ErrorCode } from '../kernel/refusal.ts';

type Schemas = components['schemas'];

/** The kinds of import, with the shape of a row of each. */
export interface RowsOfImport {
  readonly coaches: Schemas['ImportedCoach'];
  readonly clients: Schemas['ImportedClient'];
  readonly bookings: Schemas['ImportedBooking'];
}
export type ImportKind = keyof RowsOfImport;

/** The reason why a row is refused. */
export interface RowError {
  /** Absent where it is no one field's. */
  readonly field?: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/** A row as it was sent, held against the contract: it has fields, or errors. */
export interface ReadRow<Fields> {
  /** Of rows the place from 1; of a CSV as a spreadsheet numbers it. */
  readonly row: number;
  /** The row's own id, where it can be read, also of a row with errors. */
  readonly externalId?: string;
  readonly fields?: Fields;
  readonly errors: readonly RowError[];
}

/** The input of an import: either of the two. */
export interface SentRows {
  readonly rows?: readonly object[] | undefined;
  readonly csv?: string | undefined;
}

/** Reads what an import was sent, by the contract's shape of a row. */
export interface ImportRows {
  /**
   * Every row for itself, in their order. Throws INVALID_REQUEST where there are no rows or too many, and for a CSV
   * that is none or has columns that are no fields.
   */
  read<Kind extends ImportKind>(kind: Kind, sent: SentRows): readonly ReadRow<RowsOfImport[Kind]>[];
}

/** Of a process that has no contract at hand, and serves no import. */
export const noImportRows: ImportRows = {
  read: () => {
    throw new Error('This process takes no imports.');
  },
};
