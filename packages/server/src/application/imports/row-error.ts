import type { RowError } from '../ports/import-rows.ts';
import { Refusal, type ErrorCode } from '../kernel/refusal.ts';

/** Refuses one row, by one of its fields. */
export class RowRefusal extends Error {
  override readonly name = 'RowRefusal';
  constructor(
    readonly field: string,
    readonly code: ErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}

/**
 * Returns why a row is refused, from the error that was thrown; `field` is used where a refusal names none. Rethrows an
 * error that is no refusal: then the outcome of the row is unknown.
 */
export function rowErrorsOf(error: unknown, field?: string): readonly RowError[] {
  if (error instanceof RowRefusal) return [{ field: error.field, code: error.code, message: error.message }];
  if (!(error instanceof Refusal)) throw error;
  const { code, detail, details } = error;
  if (field !== undefined || !details?.problems)
    return [{ ...(field !== undefined && { field }), code, message: details?.problems?.[0]?.message ?? detail }];
  return details.problems.map(({ path, message }) => ({ field: path, code, message }));
}
