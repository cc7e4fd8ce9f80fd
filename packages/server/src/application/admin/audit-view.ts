import type { components } from '@coach-booking/contract/types';
import { instantText } from '../kernel/instants.ts';
import type { AuditEntry } from '../ports/audit.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';

/** Names by id. */
export type Names = ReadonlyMap<string, string>;

/** Returns an entry of the audit log as the API writes it, with the names that are known. */
export function auditView(
  { id, at, by, action, subject, requestId }: AuditEntry,
  names: Names = new Map(),
): components['schemas']['AuditEntry'] {
  return {
    id,
    at: instantText(at),
    by: { ...by, ...present({ name: names.get(by.id ?? '') }) },
    action,
    subject: { ...subject, ...present({ name: names.get(subject.id) }) },
    ...present({ requestId }),
  };
}

const accounts = new Set(['user', 'client', 'person']);

/**
 * Returns the names of those whom entries name: of accounts and coaches that still exist. The log holds ids alone, so
 * that an erased person is in no entry.
 */
export async function namesIn(
  { users, coaches }: Pick<Core, 'users' | 'coaches'>,
  entries: readonly AuditEntry[],
): Promise<Names> {
  const people = entries.flatMap(({ by, subject }) => [
    ...(by.kind === 'person' && by.id ? [by.id] : []),
    ...(accounts.has(subject.kind) ? [subject.id] : []),
  ]);
  const heads = entries.flatMap(({ subject }) => (subject.kind === 'coach' ? [subject.id] : []));
  const [found, known] = await Promise.all([
    users.byIds([...new Set(people)]),
    Promise.all([...new Set(heads)].map((id) => coaches.byId(id))),
  ]);
  return new Map([
    ...found.map(({ id, name }) => [id, name] as const),
    ...known.flatMap((head) => (head ? [[head.id, head.name] as const] : [])),
  ]);
}
