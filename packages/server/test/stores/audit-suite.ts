import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { listed } from '../application/listed.ts';
import type { LedgerScope } from '../../src/application/ports/ledgers.ts';
import { ERASED_ID, type Audit, type AuditEntry, type AuditQuery } from '../../src/application/ports/audit.ts';
import { anId, now, scope } from './fixtures.ts';

const anEntry = (given: Partial<AuditEntry> = {}): AuditEntry => ({
  ...scope,
  id: anId(),
  at: now,
  by: { kind: 'person', id: anId(), role: 'coach' },
  action: 'profile.read',
  subject: { kind: 'client', id: anId() },
  requestId: '0f8e0c1a',
  ...given,
});

/** A partner of its own, whose entries are counted. */
const aScope = (): LedgerScope => ({ partnerId: anId(), mode: 'test' });

/** The tests that every implementation of the port passes. */
export function auditSuite(open: () => Audit): void {
  const append = async (...entries: AuditEntry[]) => {
    for (const each of entries) await open().append(each);
  };
  const list = (query: Partial<AuditQuery> & LedgerScope) => open().list({ limit: 100, ...query });

  describe('the audit log', () => {
    it('returns entries as they were given', async () => {
      const own = aScope();
      const { requestId, ...silent } = anEntry({ ...own, by: { kind: 'system' } });
      const entries = [
        anEntry({ ...own, at: plus(now, 2) }),
        anEntry({ ...own, at: plus(now, 1), by: { kind: 'partner', id: requestId! } }),
        silent,
      ];
      await append(...entries);
      expect(await list(own)).toEqual(entries);
    });

    it('reads the log in pages, the newest first, without losing those of one moment', async () => {
      const own = aScope();
      const entries = [5, 3, 3, 3, 1].map((at) => anEntry({ ...own, at: plus(now, at) }));
      await append(...entries);
      const all = await list(own);
      expect(all.map(({ at }) => at - now)).toEqual([5, 3, 3, 3, 1]);
      const paged: AuditEntry[] = [];
      for (let page: readonly AuditEntry[] = []; paged.length < 5; paged.push(...page)) {
        const last = paged.at(-1);
        page = await list({ ...own, limit: 2, ...(last && { after: { at: last.at, id: last.id } }) });
        expect(page.length).toBeGreaterThan(0);
      }
      expect(paged).toEqual(all);
      expect(await list({ ...own, after: { at: all[4]!.at, id: all[4]!.id } })).toEqual([]);
    });

    it('searches the log by time, action, subject and actor, and by all of them', async () => {
      const own = aScope();
      const [one, two] = [anEntry({ ...own, action: 'key.revoked', at: plus(now, 5) }), anEntry({ ...own })];
      await append(one, two);
      expect(await list({ ...own, from: plus(now, 5) })).toEqual([one]);
      expect(await list({ ...own, to: plus(now, 5) })).toEqual([two]);
      expect(await list({ ...own, from: now, to: now })).toEqual([]);
      expect(await list({ ...own, actions: ['key.revoked'] })).toEqual([one]);
      expect(await list({ ...own, actions: ['profile.read', 'key.revoked'] })).toEqual([one, two]);
      expect(await list({ ...own, subjectId: two.subject.id })).toEqual([two]);
      expect(await list({ ...own, byId: one.by.id! })).toEqual([one]);
      expect(await list({ ...own, byId: one.by.id!, actions: ['profile.read'] })).toEqual([]);
      expect(await list({ ...own, byId: one.by.id!, subjectId: one.subject.id, from: now, to: plus(now, 6) })).toEqual([
        one,
      ]);
    });

    it('separates the log of each partner and mode', async () => {
      const own = aScope();
      await append(anEntry(own));
      expect(await list({ ...own, mode: 'live' })).toEqual([]);
      expect(await list(aScope())).toEqual([]);
    });

    it('refuses to write over an entry', async () => {
      const own = aScope();
      const entry = anEntry(own);
      await append(entry);
      await expect(open().append({ ...entry, action: 'person.erased' })).rejects.toThrow();
      expect(await list(own)).toEqual([entry]);
    });
  });

  describe('a person in the audit log', () => {
    it('finds a person where they acted and where they were the subject', async () => {
      const [own, personId] = [aScope(), anId()];
      const acted = anEntry({ ...own, by: { kind: 'person', id: personId, role: 'client' } });
      const read = anEntry({ ...own, at: plus(now, 1), subject: { kind: 'client', id: personId } });
      await append(acted, read, anEntry(own));
      expect(await listed(open().allOf(own, [personId]))).toEqual([read, acted]);
      expect(await listed(open().allOf({ ...own, mode: 'live' }, [personId]))).toEqual([]);
    });

    it('exports a person by all their ids, each entry once: what was done to them, then what they did', async () => {
      const [own, clientId, leadId] = [aScope(), anId(), anId()];
      const by = { kind: 'person', id: clientId, role: 'client' } as const;
      const acts = Array.from({ length: 230 }, (_, n) => anEntry({ ...own, at: plus(now, n), by }));
      const both = anEntry({ ...own, at: plus(now, 500), by, subject: { kind: 'lead', id: leadId } });
      const read = anEntry({ ...own, at: plus(now, 1), subject: { kind: 'client', id: clientId } });
      await append(...acts, both, read, anEntry(own));
      expect(await listed(open().allOf(own, [clientId, leadId]))).toEqual([both, read, ...acts.reverse()]);
    });

    it('keeps of an erased person what was done, and not who it was', async () => {
      const [own, personId] = [aScope(), anId()];
      const both = anEntry({
        ...own,
        by: { kind: 'person', id: personId, role: 'client' },
        subject: { kind: 'client', id: personId },
      });
      const read = anEntry({ ...own, at: plus(now, 1), subject: { kind: 'client', id: personId } });
      const other = anEntry({ ...own, at: plus(now, 2) });
      const elsewhere = anEntry({ ...own, mode: 'live', subject: { kind: 'client', id: personId } });
      await append(both, read, other, elsewhere);
      expect(await open().forget(own, personId)).toBe(2);
      expect(await open().forget(own, personId)).toBe(0);
      expect(await list(own)).toEqual([
        other,
        { ...read, subject: { kind: 'client', id: ERASED_ID } },
        { ...both, by: { ...both.by, id: ERASED_ID }, subject: { kind: 'client', id: ERASED_ID } },
      ]);
      expect(await list({ ...own, mode: 'live' })).toEqual([elsewhere]);
    });
  });
}
