import type { ExternalRecord, RecordObject, RecordPlace } from '../../domain/external-record/external-record.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Core } from '../ports/core.ts';

/**
 * Has something removed that this process made after it was taken for dead: unless the process that took over has found
 * it by then. Never left behind. Returns whether there is no record any more that could do it.
 */
export async function keepOrphan(
  { externalRecords }: Pick<Core, 'externalRecords'>,
  record: ExternalRecord,
  object: RecordObject,
): Promise<boolean> {
  const { provider, account } = record;
  const orphan: RecordPlace = { provider, account, object, isCreating: false };
  return compareAndSet<ExternalRecord | null, { readonly isGone: boolean }>({
    read: () => externalRecords.byId(record, record.id),
    write: async (stored) => {
      if (!stored) return { isGone: true };
      if (stored.object?.id === object.id) return { isGone: false };
      const dueAt = stored.dueAt ?? record.dueAt;
      const next = { ...stored, left: [...stored.left, orphan], state: 'due', dueAt } as const;
      return (await externalRecords.replace(next, stored.version)) ? { isGone: false } : null;
    },
    otherwise: () => ({ isGone: true }),
    tries: 50,
  }).then(({ isGone }) => isGone);
}
