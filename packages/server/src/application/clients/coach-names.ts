import type { Core } from '../ports/core.ts';

/** The name of a coach whose head no longer exists. */
const DELETED_NAME = '—';

/** Returns the names of coaches by their ids, also of deleted ones. */
export async function coachNames(
  { ledgers }: Pick<Core, 'ledgers'>,
  coachIds: readonly string[],
): Promise<(coachId: string) => string> {
  const heads = await Promise.all([...new Set(coachIds)].map(async (id) => (await ledgers.read(id, [])).head));
  const names = new Map(heads.flatMap((head) => (head ? [[head.id, head.name] as const] : [])));
  return (coachId) => names.get(coachId) ?? DELETED_NAME;
}
