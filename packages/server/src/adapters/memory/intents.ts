import { counted } from '../../application/kernel/counts.ts';
import type { IntentPosition, Intents } from '../../application/ports/intents.ts';
import { dueAtOf, isListed, type Intent } from '../../domain/recovery/intent.ts';
import type { MemoryState } from './memory-state.ts';

const byCreation = (a: Intent, b: Intent): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
const positionOf = ({ abandonsAt, id }: Intent): IntentPosition => ({ at: abandonsAt, id });
const lastFirst = (a: IntentPosition, b: IntentPosition): number =>
  b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

export function createMemoryIntents({ intents }: Pick<MemoryState, 'intents'>): Intents {
  const found = (isMeant: (intent: Intent) => boolean): Intent[] =>
    structuredClone([...intents.values()].filter(isMeant));
  const isSame = (a: Intent, b: Intent): boolean =>
    a.partnerId === b.partnerId &&
    a.mode === b.mode &&
    a.coachId === b.coachId &&
    a.serviceId === b.serviceId &&
    a.emailKey === b.emailKey;
  const hasTwin = (intent: Intent): boolean =>
    intent.status === 'captured' &&
    [...intents.values()].some((one) => one.id !== intent.id && one.status === 'captured' && isSame(one, intent));
  return {
    insert: async (intent) => {
      if (intents.has(intent.id) || hasTwin(intent)) return false;
      intents.set(intent.id, structuredClone(intent));
      return true;
    },
    byId: async (id) => structuredClone(intents.get(id) ?? null),
    ofEmail: async ({ partnerId, mode }, emailKey) =>
      found((one) => one.partnerId === partnerId && one.mode === mode && one.emailKey === emailKey).sort(byCreation),
    ofLead: async ({ partnerId, mode }, leadId) =>
      found((one) => one.partnerId === partnerId && one.mode === mode && one.leadId === leadId).sort(byCreation),
    replace: async (intent, expectedVersion) => {
      if (intents.get(intent.id)?.version !== expectedVersion) return 'stale';
      if (hasTwin(intent)) return 'duplicate';
      intents.set(intent.id, structuredClone({ ...intent, version: expectedVersion + 1 }));
      return 'replaced';
    },
    remove: async ({ id, version }) => intents.get(id)?.version === version && intents.delete(id),
    due: async ({ mode, partnerId, coachId, dueBy, limit }) =>
      found((one) => {
        const dueAt = dueAtOf(one);
        return (
          one.mode === mode &&
          (partnerId === undefined || one.partnerId === partnerId) &&
          (coachId === undefined || one.coachId === coachId) &&
          dueAt !== undefined &&
          dueAt <= dueBy
        );
      })
        .sort((a, b) => dueAtOf(a)! - dueAtOf(b)! || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    list: async ({ partnerId, mode, coachId, status, now, after, limit }) => {
      const listed = found(
        (one) =>
          one.partnerId === partnerId && one.mode === mode && one.coachId === coachId && isListed(one, now, status),
      ).sort((a, b) => lastFirst(positionOf(a), positionOf(b)));
      const behind = listed.filter((one) => !after || lastFirst(after, positionOf(one)) < 0);
      return { intents: behind.slice(0, limit), ...counted(listed.length) };
    },
    forgetBookings: async ({ partnerId, mode }, bookingIds) => {
      for (const intent of intents.values()) {
        const { recoveredBy, ...rest } = intent;
        if (intent.partnerId !== partnerId || intent.mode !== mode || !bookingIds.includes(recoveredBy ?? '')) continue;
        intents.set(intent.id, { ...rest, version: intent.version + 1 });
      }
    },
  };
}
