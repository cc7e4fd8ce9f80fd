import { note } from '../audit/note.ts';
import { insertCoach, draftCoach } from '../coaches/create-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import type { RowError } from '../ports/import-rows.ts';
import type { UseCase } from '../ports/use-case.ts';
import { RowRefusal, rowErrorsOf } from './row-error.ts';
import { runImport, type ImportedRow, type Planned, type RunImportNeeds } from './run-import.ts';

type ImportCoachesNeeds = RunImportNeeds & Pick<Core, 'coaches'>;
type Draft = InputOf<'createCoach'>;

/** One after the other, since of two rows with one slug the first gets it. */
const planAll = async (
  core: ImportCoachesNeeds,
  context: Context,
  rows: readonly ImportedRow<'coaches'>[],
): Promise<readonly (Planned<Draft> | readonly RowError[])[]> => {
  const slugs = new Map<string, number>();
  const plan = async ({ row, fields }: ImportedRow<'coaches'>): Promise<Planned<Draft>> => {
    const { externalId: _, ...draft } = fields;
    await draftCoach(core, context, draft, '');
    const first = draft.slug === undefined ? undefined : slugs.get(draft.slug);
    if (first !== undefined) throw new RowRefusal('slug', 'SLUG_TAKEN', `Row ${first} has this slug.`);
    if (draft.slug !== undefined) slugs.set(draft.slug, row);
    return { draft };
  };
  const planned: (Planned<Draft> | readonly RowError[])[] = [];
  for (const row of rows) planned.push(await plan(row).catch((error) => rowErrorsOf(error)));
  return planned;
};

/** Brings coaches along. Throws INVALID_REQUEST. */
export const importCoaches: UseCase<'importCoaches', ImportCoachesNeeds> = (core) => (context, input) =>
  runImport(
    core,
    context,
    {
      kind: 'coaches',
      existing: async (ids) => {
        const heads = await Promise.all(ids.map((id) => core.coaches.byId(id)));
        return new Set(heads.flatMap((head) => head?.id ?? []));
      },
      plan: (rows) => planAll(core, context, rows),
      write: async (draft, { resourceId: id }) => {
        const inserted = await insertCoach(core, context, draft, id);
        if (inserted === 'id_taken') return { outcome: 'existing', id };
        await note(core, context, 'coach.created', { kind: 'coach', id });
        return { outcome: 'created', id };
      },
    },
    input,
  );
