import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import {
  MAX_CONTACTS,
  type LeadQuery,
  type Leads,
  type LeadUpsert,
  type StoredContact,
} from '../../src/application/ports/leads.ts';
import { anId, now, scope } from './fixtures.ts';

const contact = (given: Partial<StoredContact> = {}): StoredContact => ({
  id: anId(),
  name: 'Ada',
  email: 'Ada@Mail.example',
  ...given,
});

const lead = (given: Partial<LeadUpsert> = {}): LeadUpsert & { readonly emailKey: string } => {
  const newId = anId();
  return {
    ...scope,
    emailKey: `${newId}@mail.example`,
    contact: contact(),
    coachId: anId(),
    source: 'direct',
    newId,
    now,
    ...given,
  };
};

/** The tests that every implementation of the port passes. */
export function leadsSuite(open: () => Leads): void {
  describe('a lead', () => {
    it('inserts a lead under the new id, and finds it by that and by e-mail', async () => {
      const wanted = lead({ contact: contact({ phone: '+977 1', timeZone: 'Asia/Kathmandu' }) });
      expect(await open().upsert(wanted)).toBe(wanted.newId);
      const stored = {
        ...scope,
        id: wanted.newId,
        emailKey: wanted.emailKey,
        contacts: [wanted.contact],
        contactId: wanted.contact.id,
        source: 'direct',
        coachIds: [wanted.coachId],
        marks: [],
        marksVersion: 0,
        createdAt: now,
        updatedAt: now,
      };
      expect(await open().byId(wanted.newId)).toEqual(stored);
      expect(await open().byEmail(scope, wanted.emailKey)).toEqual(stored);
    });

    it('keeps the id of a known lead and stores the contact, which is then the last', async () => {
      const first = lead();
      await open().upsert(first);
      const second = { ...first, newId: anId(), contact: contact({ name: 'Ada L.' }), now: plus(now, 5) };
      expect(await open().upsert(second)).toBe(first.newId);
      expect(await open().byId(first.newId)).toMatchObject({
        contacts: [first.contact, second.contact],
        contactId: second.contact.id,
        createdAt: now,
        updatedAt: now + 5,
      });
      expect(await open().byId(second.newId)).toBeNull();
    });

    it('stores the same contact once, however often it is given', async () => {
      const [phone, first] = ['+977 1', lead()];
      const { id, name, email } = first.contact;
      const [again, other] = [{ phone, email, name, id }, contact({ phone })];
      for (const each of [{ ...first.contact, phone }, other, again]) await open().upsert({ ...first, contact: each });
      expect(await open().byId(first.newId)).toMatchObject({ contacts: [other, again], contactId: id });
    });

    it('S20 keeps the last contacts of many, however many come at once, and what it is of the first booking', async () => {
      const first = lead();
      await open().upsert(first);
      const given = Array.from({ length: MAX_CONTACTS + 20 }, (_, n) => contact({ name: `$name ${n}` }));
      await Promise.all(given.slice(0, 20).map((each) => open().upsert({ ...first, contact: each, coachId: anId() })));
      for (const each of given.slice(20)) await open().upsert({ ...first, contact: each });
      const stored = (await open().byId(first.newId))!;
      expect(stored.contacts).toEqual(given.slice(-MAX_CONTACTS));
      expect(stored).toMatchObject({ source: first.source, createdAt: now, contactId: given.at(-1)!.id });
      expect(stored.coachIds).toHaveLength(21);
    });

    it('separates leads of another partner and of the other mode', async () => {
      const first = lead();
      const others = [
        lead({ emailKey: first.emailKey, partnerId: anId() }),
        lead({ emailKey: first.emailKey, mode: 'live' }),
      ];
      for (const each of [first, ...others]) expect(await open().upsert(each)).toBe(each.newId);
      expect((await open().byEmail(first, first.emailKey))?.id).toBe(first.newId);
      expect(await open().byEmail({ ...scope, partnerId: anId() }, first.emailKey)).toBeNull();
    });

    it('makes one lead of many inserted at the same moment, with all their contacts', async () => {
      const { emailKey } = lead();
      const wanted = Array.from({ length: 20 }, () => lead({ emailKey }));
      const ids = await Promise.all(wanted.map((each) => open().upsert(each)));
      expect(new Set(ids).size).toBe(1);
      const stored = await open().byEmail(scope, emailKey);
      expect(new Set(stored?.contacts.map(({ id }) => id))).toEqual(new Set(wanted.map((each) => each.contact.id)));
    });
  });

  describe('R18: a lead without an e-mail', () => {
    const nameless = (given: Partial<StoredContact> = {}): LeadUpsert => {
      const { emailKey: _, ...rest } = lead();
      const { email: __, ...details } = contact(given);
      return { ...rest, contact: details };
    };

    it('makes one lead each, however alike, and the same one when it is sent again', async () => {
      const all = Array.from({ length: 12 }, () => nameless());
      for (const wanted of [all[0]!, ...all.slice(0, 2)]) expect(await open().upsert(wanted)).toBe(wanted.newId);
      const both = [...all, lead()];
      expect(await Promise.all(both.map((each) => open().upsert(each)))).toEqual(both.map(({ newId }) => newId));
      const stored = await open().byId(all[0]!.newId);
      expect(stored).toMatchObject({ contacts: [all[0]!.contact], coachIds: [all[0]!.coachId] });
      expect(stored).not.toHaveProperty('emailKey');
      expect(stored!.contacts[0]).not.toHaveProperty('email');
    });

    it('keeps the coaches who booked a lead again by its id, and lists and removes it like any other', async () => {
      const wanted = nameless();
      await open().upsert(wanted);
      const coachId = anId();
      expect(await open().upsert({ ...wanted, coachId })).toBe(wanted.newId);
      expect((await open().ofCoach({ ...scope, coachId, limit: 5 })).map(({ id }) => id)).toEqual([wanted.newId]);
      expect((await open().byId(wanted.newId))?.contacts).toEqual([wanted.contact]);
      expect(await open().remove(wanted.newId)).toBe(true);
    });
  });

  it('leads of many ids come in the order of the ids, without those that nobody has', async () => {
    const [one, two] = [lead(), lead()];
    for (const each of [one, two]) await open().upsert(each);
    expect((await open().byIds([two.newId, anId(), one.newId])).map(({ id }) => id)).toEqual([two.newId, one.newId]);
    expect(await open().byIds([])).toEqual([]);
  });

  it("leads of a client's proven addresses are found by the client, and linked once", async () => {
    const [clientId, one, two] = [anId(), lead(), lead()];
    for (const each of [one, two, lead()]) await open().upsert(each);
    for (const { emailKey } of [two, one]) await open().link(scope, emailKey, clientId, now);
    expect(await open().link(scope, one.emailKey, anId(), plus(now, 5))).toMatchObject({ clientId, linkedAt: now });
    expect(await open().link(scope, `${anId()}@example.com`, clientId, now)).toBeNull();
    expect((await open().ofClient(scope, clientId)).map(({ id }) => id)).toEqual([one.newId, two.newId]);
    expect(await open().ofClient({ ...scope, mode: 'live' }, clientId)).toEqual([]);
  });

  describe('the leads of a coach', () => {
    const ids = async (coachId: string, given: Partial<LeadQuery> = {}) =>
      (await open().ofCoach({ ...scope, coachId, limit: 10, ...given })).map(({ id }) => id);

    it('lists leads who booked the coach, the newest first, page by page', async () => {
      const coachId = anId();
      const [old, a, b, late] = [
        lead({ coachId }),
        lead({ coachId, now: plus(now, 1) }),
        lead({ coachId, now: plus(now, 1) }),
        lead({ now: plus(now, 2) }),
      ];
      for (const each of [old, a, b, late]) await open().upsert(each);
      for (const other of [{ partnerId: anId() }, { mode: 'live' as const }])
        await open().upsert(lead({ coachId, ...other }));
      await open().upsert({ ...late, coachId, now: plus(now, 9) });
      expect(await ids(coachId)).toEqual([late.newId, b.newId, a.newId, old.newId]);
      expect(await ids(coachId, { limit: 2 })).toEqual([late.newId, b.newId]);
      expect(await ids(coachId, { after: { at: plus(now, 1), id: b.newId } })).toEqual([a.newId, old.newId]);
      expect(await ids(late.coachId)).toEqual([late.newId]);
    });

    it('keeps the source and campaign of the first booking', async () => {
      const first = lead({ source: 'newsletter', utm: { source: 'newsletter', medium: 'mail' } });
      await open().upsert(first);
      await open().upsert({ ...first, source: 'ads', utm: { source: 'ads' }, coachId: anId() });
      expect(await open().byId(first.newId)).toMatchObject({ source: first.source, utm: first.utm });
    });

    it('marks leads by compare-and-set, and lets a booking come meanwhile', async () => {
      const wanted = lead();
      await open().upsert(wanted);
      const seen = (await open().byId(wanted.newId))!;
      const marks = [{ coachId: wanted.coachId, temperature: 'hot' as const, notes: '', version: 2, updatedAt: now }];
      await open().upsert({ ...wanted, coachId: anId() });
      expect(await open().mark({ ...seen, partnerId: anId() }, marks)).toBe(false);
      expect(await open().mark(seen, marks)).toBe(true);
      expect(await open().mark(seen, [])).toBe(false);
      const stored = (await open().byId(wanted.newId))!;
      expect(stored).toMatchObject({ marks, marksVersion: 1 });
      expect(stored.coachIds).toHaveLength(2);
      await open().upsert(wanted);
      expect(await open().byId(wanted.newId)).toMatchObject({ marks, marksVersion: 1 });
    });

    it('removes a lead once, restores none by an older read, and makes a new one by the next form', async () => {
      const gone = lead();
      await open().upsert(gone);
      const seen = (await open().byId(gone.newId))!;
      expect(await open().remove(gone.newId)).toBe(true);
      expect(await open().remove(gone.newId)).toBe(false);
      expect(await open().mark(seen, [])).toBe(false);
      expect(await open().byEmail(scope, gone.emailKey)).toBeNull();
      const newId = anId();
      expect(await open().upsert({ ...gone, newId })).toBe(newId);
    });
  });
}
