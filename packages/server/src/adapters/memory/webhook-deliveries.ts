import { webhookCountOf } from '../../domain/webhook/webhook-count.ts';
import { MAX_ATTEMPTS_KEPT, type WebhookDelivery } from '../../domain/webhook/webhook-delivery.ts';
import type { ReplayQuery, WebhookDeliveries } from '../../application/ports/webhook-deliveries.ts';
import type { MemoryState } from './memory-state.ts';

const byDue = (a: WebhookDelivery, b: WebhookDelivery): number => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1);
const newestFirst = (a: WebhookDelivery, b: WebhookDelivery): number =>
  b.createdAt - a.createdAt || Number(b.id > a.id) - Number(b.id < a.id);
const isTaken = ({ state }: WebhookDelivery): boolean => state === 'leased' || state === 'sending';

export function createMemoryWebhookDeliveries({
  webhookDeliveries: rows,
}: Pick<MemoryState, 'webhookDeliveries'>): WebhookDeliveries {
  const all = () => [...rows.values()];
  const write = (row: WebhookDelivery, changes: Partial<WebhookDelivery>): WebhookDelivery => {
    const changed = { ...row, ...changes };
    rows.set(row.id, changed);
    return changed;
  };
  const without = (row: WebhookDelivery, ...fields: (keyof WebhookDelivery)[]): WebhookDelivery =>
    Object.fromEntries(
      Object.entries(row).filter(([field]) => !fields.includes(field as keyof WebhookDelivery)),
    ) as unknown as WebhookDelivery;
  const taken = (id: string, attempt: number) => {
    const found = rows.get(id);
    return found?.attempt === attempt && isTaken(found) ? found : undefined;
  };
  const replayable = ({ partnerId, mode, endpointId, from, to, states, limit }: ReplayQuery) =>
    all()
      .filter((row) => row.partnerId === partnerId && row.mode === mode && row.endpointId === endpointId)
      .filter((row) => row.createdAt >= from && row.createdAt < to && states.includes(row.state))
      .filter(({ body }) => body !== undefined)
      .sort((a, b) => newestFirst(b, a))
      .slice(0, limit);
  return {
    insert: async (given) => {
      for (const row of given) if (!rows.has(row.id)) rows.set(row.id, structuredClone(row));
    },
    underWay: async () => {
      const counts = new Map<string, number>();
      for (const { endpointId } of all().filter(isTaken)) counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
      return counts;
    },
    lease: async ({ scope, dueBy, leasedUntil, except }) => {
      const [first] = all()
        .filter(({ state, dueAt, endpointId }) => state === 'due' && dueAt <= dueBy && !except.includes(endpointId))
        .filter(({ partnerId, mode }) => !scope || (partnerId === scope.partnerId && mode === scope.mode))
        .sort(byDue);
      return first ? write(first, { state: 'leased', attempt: first.attempt + 1, leasedUntil }) : null;
    },
    startSending: async (id, attempt) => {
      const found = taken(id, attempt);
      if (found?.state !== 'leased') return false;
      write(found, { state: 'sending' });
      return true;
    },
    settle: async ({ id, attempt }, { state, code, attempt: made, at }) => {
      const found = taken(id, attempt);
      if (!found) return false;
      const attempts = [...found.attempts, ...(made ? [made] : [])].slice(-MAX_ATTEMPTS_KEPT);
      const { code: _code, ...rest } = found;
      rows.set(id, { ...rest, state, ...(code !== undefined && { code }), attempts, leasedUntil: null, settledAt: at });
      return true;
    },
    putBack: async ({ id, attempt }, dueAt, failed) => {
      const found = taken(id, attempt);
      if (!found) return false;
      const changes = failed && {
        attempts: [...found.attempts, failed].slice(-MAX_ATTEMPTS_KEPT),
        failures: found.failures + 1,
        ...(failed.code !== undefined && { code: failed.code }),
      };
      write(found, { ...changes, state: 'due', dueAt, leasedUntil: null });
      return true;
    },
    endLeases: async (realNow) => {
      const ended = all().filter(({ leasedUntil }) => leasedUntil !== null && leasedUntil <= realNow);
      for (const row of ended) write(row, { state: 'due', leasedUntil: null });
      return ended.length;
    },
    byId: async ({ partnerId, mode }, id) => {
      const found = rows.get(id);
      return found?.partnerId === partnerId && found.mode === mode ? found : null;
    },
    list: async ({ partnerId, mode, endpointId, states, type, bookingId, after, limit }) =>
      all()
        .filter((row) => row.partnerId === partnerId && row.mode === mode)
        .filter((row) => endpointId === undefined || row.endpointId === endpointId)
        .filter((row) => states === undefined || states.includes(row.state))
        .filter((row) => type === undefined || row.type === type)
        .filter((row) => bookingId === undefined || row.bookingId === bookingId)
        .filter((row) => !after || newestFirst(after as WebhookDelivery, row) < 0)
        .sort(newestFirst)
        .slice(0, limit)
        .map((row) => without(row, 'body')),
    counts: async ({ mode, partnerId, ...at }) =>
      webhookCountOf(
        all().filter((row) => row.mode === mode && (partnerId === undefined || row.partnerId === partnerId)),
        at,
      ),
    countReplayable: async (query) => replayable(query).length,
    replay: async (query, realNow) => {
      const found = replayable(query);
      for (const row of found)
        rows.set(row.id, { ...without(row, 'code', 'settledAt'), state: 'due', dueAt: realNow, failures: 0 });
      return found.length;
    },
    erase: async ({ partnerId, mode }, bookingIds, realNow) => {
      for (const row of all()) {
        if (row.partnerId !== partnerId || row.mode !== mode || !bookingIds.includes(row.bookingId ?? '')) continue;
        const attempts = row.attempts.map(({ response: _response, ...rest }) => rest);
        const skipped = row.state === 'due' && { state: 'skipped' as const, code: 'erased', settledAt: realNow };
        rows.set(row.id, { ...without(row, 'body'), attempts, ...skipped });
      }
    },
  };
}
