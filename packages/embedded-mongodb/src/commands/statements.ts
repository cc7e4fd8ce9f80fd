import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';

/** The results of the statements of a write command. */
export interface Outcome<R> {
  /** Results of the successful statements, with their index in the command. */
  readonly done: readonly { readonly index: number; readonly result: R }[];
  /** `{ writeErrors: [...] }`, or nothing. */
  readonly writeErrors: Document;
}

/** Runs statements one by one. A refused one is reported; in order, it ends the run. */
export function runStatements<S, R>(
  list: readonly S[],
  ordered: boolean,
  run: (statement: S, index: number) => R,
): Outcome<R> {
  const done: { index: number; result: R }[] = [];
  const errors: Document[] = [];
  for (const [index, statement] of list.entries()) {
    try {
      done.push({ index, result: run(statement, index) });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (ordered) break;
    }
  }
  return { done, writeErrors: errors.length > 0 ? { writeErrors: errors } : {} };
}
