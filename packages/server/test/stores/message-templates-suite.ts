import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import type { MessageTemplates, OwnTemplate } from '../../src/application/ports/message-templates.ts';
import { anId, now, scope } from './fixtures.ts';

export function anOwnTemplate(given: Partial<OwnTemplate> = {}): OwnTemplate {
  return {
    kind: 'confirmed',
    channel: 'email',
    audience: 'attendee',
    language: 'en',
    subject: 'See you {{ date }}',
    body: 'Hi {{ lead.name }}, bring a towel.',
    updatedAt: now,
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function messageTemplatesSuite(open: () => MessageTemplates): void {
  describe('own templates', () => {
    const owners = () => {
      const partner = { ...scope, partnerId: anId() };
      return { partner, coach: { ...partner, coachId: anId() }, live: { ...partner, mode: 'live' as const } };
    };

    it('finds own templates by owner and message, and null where there is none', async () => {
      const { partner, coach, live } = owners();
      const [partners, coachs] = [anOwnTemplate(), anOwnTemplate({ body: 'Hi, I am the coach.' })];
      await open().save(partner, partners);
      await open().save(coach, coachs);
      expect(await open().find([coach, partner, live], partners)).toEqual([coachs, partners, null]);
      for (const other of [
        { kind: 'changed' },
        { channel: 'push' },
        { audience: 'coach' },
        { language: 'de' },
      ] as const)
        expect(await open().find([coach, partner], { ...partners, ...other })).toEqual([null, null]);
    });

    it('lists own templates by owner and language', async () => {
      const { partner, coach, live } = owners();
      const { subject: _, ...sms } = anOwnTemplate({ channel: 'sms' });
      const mine = [anOwnTemplate(), sms, anOwnTemplate({ kind: 'changed' })];
      for (const each of [...mine, anOwnTemplate({ language: 'ar' })]) await open().save(partner, each);
      await open().save(coach, anOwnTemplate());
      const found = await open().of(partner, 'en');
      expect(found).toHaveLength(mine.length);
      expect(found).toEqual(expect.arrayContaining(mine));
      expect(await open().of(live, 'en')).toEqual([]);
    });

    it('replaces own templates whole', async () => {
      const { partner } = owners();
      const { subject: _, ...later } = anOwnTemplate({ channel: 'sms', body: 'Later', updatedAt: plus(now, 1000) });
      await open().save(partner, anOwnTemplate({ channel: 'sms' }));
      await open().save(partner, later);
      expect(await open().find([partner], later)).toEqual([later]);
    });

    it('removes own templates one by one, and only where they are', async () => {
      const { partner, coach } = owners();
      const [kept, gone] = [anOwnTemplate({ kind: 'changed' }), anOwnTemplate()];
      await open().save(partner, kept);
      await open().save(partner, gone);
      await open().remove(coach, gone);
      expect(await open().find([partner], gone)).toEqual([gone]);
      await open().remove(partner, gone);
      await open().remove(partner, gone);
      expect(await open().of(partner, 'en')).toEqual([kept]);
    });

    it('keeps one of many own templates that are saved first at once', async () => {
      const { partner } = owners();
      const written = Array.from({ length: 10 }, (_, i) => anOwnTemplate({ body: `Text ${i}` }));
      await Promise.all(written.map((each) => open().save(partner, each)));
      const [found] = await open().find([partner], anOwnTemplate());
      expect(written).toContainEqual(found);
    });
  });
}
