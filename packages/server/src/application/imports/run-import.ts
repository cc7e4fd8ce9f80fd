import type { components } from '@coach-booking/contract/types';
import { note } from '../audit/note.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { AuditAction } from '../ports/audit.ts';
import type { Core } from '../ports/core.ts';
import type { ImportKind, ReadRow, RowError, RowsOfImport, SentRows } from '../ports/import-rows.ts';
import type { ImportedId } from '../ports/imported-ids.ts';
import { rowErrorsOf } from './row-error.ts';

type ImportRow = components['schemas']['ImportRow'];
export type ImportReport = components['schemas']['ImportReport'];

/** A row whose fields are what the contract wants. */
export type ImportedRow<Kind extends ImportKind> = Required<ReadRow<RowsOfImport[Kind]>>;

/** The draft that is to be written for a row. */
export interface Planned<Draft> {
  readonly draft: Draft;
  /** Something else, which is there, is what the row means: nothing will be created. */
  readonly isThere?: boolean;
}

/** The result of a row under its id. */
export interface Written {
  readonly outcome: 'created' | 'existing';
  readonly id: string;
}

/** The id that is noted of a row. */
export interface NotedId extends ImportedId {
  /** It was noted just now: nothing can have been written under it. */
  readonly isFresh: boolean;
}

/** The work of one kind of import on its rows. */
export interface ImportWork<Kind extends ImportKind, Draft> {
  readonly kind: Kind;
  /** Returns those of the ids under which something has been written. */
  existing(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Returns the draft of each row, or why it is refused; writes nothing. In the order of the rows. */
  plan(rows: readonly ImportedRow<Kind>[]): Promise<readonly (Planned<Draft> | readonly RowError[])[]>;
  /** Writes what was planned; done again it changes nothing. Throws what refuses the row, RowRefusal too. */
  write(draft: Draft, id: NotedId): Promise<Written>;
}

export type RunImportNeeds = Pick<Core, 'importRows' | 'importedIds' | 'audit' | 'newId' | 'realNow'>;

/** So many rows are written at the same time: the store makes one batch of what they write. */
const AT_ONCE = 100;

const isRefused = <Draft>(planned: Planned<Draft> | readonly RowError[]): planned is readonly RowError[] =>
  Array.isArray(planned);

const repeated = (first: number): readonly RowError[] => [
  { field: 'externalId', code: 'INVALID_REQUEST', message: `Row ${first} has this externalId.` },
];

/** Of rows with one external id the first counts; which of them is right cannot be decided here. */
const withoutRepeats = <Fields>(rows: readonly ReadRow<Fields>[]): readonly ReadRow<Fields>[] => {
  const first = new Map<string, number>();
  return rows.map((one): ReadRow<Fields> => {
    const { row, externalId } = one;
    const before = externalId === undefined ? undefined : first.get(externalId);
    if (externalId !== undefined && before === undefined) first.set(externalId, row);
    return before === undefined ? one : { row, ...present({ externalId }), errors: repeated(before) };
  });
};

const reportOf = (rows: readonly ImportRow[]): ImportReport => {
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    created: count('created'),
    existing: count('existing'),
    refused: count('refused'),
    rows: [...rows],
  };
};

const writeAll = async <Kind extends ImportKind, Draft>(
  work: ImportWork<Kind, Draft>,
  drafts: readonly { readonly draft: Draft; readonly id: NotedId }[],
): Promise<readonly (Written | readonly RowError[])[]> => {
  const outcomes: (Written | readonly RowError[])[] = [];
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const some = drafts.slice(from, from + AT_ONCE);
    // All of them end before one that failed fails the import, so that nothing is written behind its back.
    for (const one of await Promise.allSettled(some.map(({ draft, id }) => work.write(draft, id))))
      outcomes.push(one.status === 'fulfilled' ? one.value : rowErrorsOf(one.reason));
  }
  return outcomes;
};

/**
 * Reads the rows, leaves those that are there, plans the rest, notes an id for each and writes them: every row for
 * itself. The ids are noted before anything is written under them, so sending the rows again after a crash finishes
 * what was begun and doubles nothing (R38). A dry run ends with the plan. Throws INVALID_REQUEST for what is no list of
 * rows.
 */
export async function runImport<Kind extends ImportKind, Draft>(
  core: RunImportNeeds,
  context: Context,
  work: ImportWork<Kind, Draft>,
  sent: SentRows,
): Promise<{ readonly data: ImportReport }> {
  const scope = { ...scopeOf(context), kind: work.kind };
  const rows = withoutRepeats(core.importRows.read(work.kind, sent));
  const known = await core.importedIds.find(
    scope,
    rows.flatMap(({ externalId }) => externalId ?? []),
  );
  const there = await work.existing([...known.values()]);
  const isDone = ({ externalId, errors }: ReadRow<RowsOfImport[Kind]>): boolean =>
    errors.length === 0 && there.has(known.get(externalId ?? '') ?? '');
  const open = rows.filter((one): one is ImportedRow<Kind> => one.fields !== undefined && !isDone(one));
  const plans = await work.plan(open);
  const outcomes = new Map<number, Planned<Draft> | Written | readonly RowError[]>(
    open.map(({ row }, n) => [row, plans[n]!]),
  );

  if (!context.dryRun) {
    const drafted = open.flatMap(({ row, externalId }, n) => {
      const plan = plans[n]!;
      return isRefused(plan) ? [] : [{ row, externalId, draft: plan.draft }];
    });
    // First: an import that was cut short is in the log too.
    if (drafted.length > 0)
      await note(core, context, `${work.kind}.imported` satisfies AuditAction, { kind: 'import', id: work.kind });
    const wanted = drafted.map(({ externalId }): ImportedId => ({ ...scope, externalId, resourceId: core.newId() }));
    const noted = await core.importedIds.begin(wanted);
    const written = await writeAll(
      work,
      drafted.map(({ externalId, draft }, n) => {
        const resourceId = noted.get(externalId)!;
        return { draft, id: { ...scope, externalId, resourceId, isFresh: resourceId === wanted[n]!.resourceId } };
      }),
    );
    drafted.forEach(({ row }, n) => outcomes.set(row, written[n]!));
  }

  const view = (one: ReadRow<RowsOfImport[Kind]>): ImportRow => {
    const { row, externalId, errors } = one;
    const named = { row, ...present({ externalId }) };
    if (isDone(one)) return { ...named, outcome: 'existing', ...present({ id: known.get(externalId!) }) };
    const outcome = outcomes.get(row) ?? errors;
    if (isRefused(outcome as Planned<Draft>))
      return { ...named, outcome: 'refused', errors: [...(outcome as RowError[])] };
    if ('outcome' in outcome) return { ...named, ...outcome };
    return { ...named, outcome: (outcome as Planned<Draft>).isThere ? 'existing' : 'created' };
  };
  return { data: reportOf(rows.map(view)) };
}
