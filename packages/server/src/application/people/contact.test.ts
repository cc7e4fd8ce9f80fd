import { expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { MAX_CONTACTS } from '../ports/leads.ts';
import { createWorld, PARTNER } from '../../../test/application/world.ts';
import { contactIn, ERASED, saveLead, storedContact } from './contact.ts';

const scope = { partnerId: PARTNER, mode: 'test' } as const;

it('S20 leaves a booking whose contact is no longer kept the address, and nobody else’s details', async () => {
  const { deps } = createWorld();
  const core = { ...deps, cache: undefined as never };
  const contacts = Array.from({ length: MAX_CONTACTS + 1 }, (_, n) =>
    storedContact({ name: `Ana ${n}`, email: 'Ana@Example.com', phone: `${n}` }),
  );
  for (const contact of contacts)
    await saveLead(core, scope, contact, { coachId: 'c', source: 'direct' }, { bookingId: 'b', now: instant(0) });
  const lead = await deps.leads.byEmail(scope, 'ana@example.com');
  expect(contactIn(lead, contacts[0]!.id)).toEqual({ name: 'ana@example.com', email: 'ana@example.com' });
  expect(contactIn(lead, contacts[1]!.id)).toMatchObject({ name: 'Ana 1' });
  expect(contactIn(null, contacts[1]!.id)).toEqual(ERASED);
});
