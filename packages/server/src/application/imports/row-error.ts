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
 * Why a row is refused, out of what was thrown; `field` is said where a refusal names none. Throws what is no refusal:
 * then nobody knows what became of the row.
 */
export function rowErrorsOf(error: unknown, field?: string): readonly RowError[] {
  if (error instanceof RowRefusal) return [{ field: error.field, code: error.code, message: error.message }];
  if (!(error instanceof Refusal)) throw error;
  const { code, detail, details } = error;
  if (field !== undefined || !details?.problems)
    return [{ ...(field !== undefined && { field }), code, message: details?.problems?.[0]?.message ?? detail }];
  return details.problems.map(({ path, message }) => ({ field: path, code, message }));
}
