import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { createMemoryCoaches } from '../../adapters/memory/coaches.ts';
import { createMemoryState } from '../../adapters/memory/memory-state.ts';
import { createMemoryPartners } from '../../adapters/memory/partners.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import type { Partner, PartnerKey } from '../ports/partners.ts';
import { aHead } from '../../../test/stores/fixtures.ts';
import { pageLookups, type PageAddress } from './page-lookups.ts';

const key = (lookup: string, change: Partial<PartnerKey> = {}): PartnerKey => ({
  id: lookup,
  kind: 'publishable',
  mode: 'test',
  lookup,
  createdAt: instant(0),
  ...change,
});
const fit: Partner = {
  id: '665f00000000000000000081',
  slug: 'fit',
  name: 'Fit',
  hosts: [],
  limits: {},
  allowedOrigins: [],
  keys: [
    key('pk_test_fit'),
    key('pk_live_fit', { mode: 'live' }),
    key('hash', { kind: 'secret' }),
    key('pk_test_old', { revokedAt: instant(1) }),
    key('pk_test_rolled', { expiresAt: instant(1) }),
  ],
  branding: {},
  version: 1,
};
const gym: Partner = {
  id: '665f00000000000000000082',
  slug: 'gym',
  name: 'Gym',
  hosts: [],
  limits: {},
  allowedOrigins: [],
  keys: [key('pk_test_gym')],
  branding: {},
  version: 1,
};

const box: Partner = {
  ...gym,
  id: '665f00000000000000000083',
  slug: 'box',
  name: 'Box',
  hosts: ['book.box.example'],
  keys: [key('pk_test_box')],
};

/** The only link that opens something is one to this booking, of fit. */
const grant = { bookingId: 'b1', partnerId: fit.id, mode: 'live' as const, nonce: 'n', expiresAt: instant(2) };

const lookups = (partners: readonly Partner[], heads: readonly CoachHead[] = [], booked?: Partial<Booking>) =>
  pageLookups({
    bookings: { find: async (id) => (id === 'b1' && booked ? (booked as Booking) : null) },
    intents: {
      byId: async (id) => (id === 'i1' ? ({ partnerId: fit.id, mode: 'live', locale: 'de' } as Intent) : null),
    },
    coaches: createMemoryCoaches({ ...createMemoryState(), heads: new Map(heads.map((head) => [head.id, head])) }),
    partners: createMemoryPartners(partners),
    tokens: {
      readManage: (token) => (token === 'good' ? grant : null),
      readMail: () => null,
      readResume: (token) => (token === 'good' ? 'i1' : null),
      readProof: (token) => (token === 'good' ? grant : null),
      readUnsubscribe: (token) => (token === 'good' ? { ...grant, subjectId: 'b1', kind: 'reminder' as const } : null),
    },
    realNow: () => instant(1),
  });
const signIn = (address: PageAddress, ...partners: Partner[]) => lookups(partners).signIn(address);
const page = (partner: string, publishableKey: string, suspended = false) => ({ partner, publishableKey, suspended });

describe('the partner of a page to sign in', () => {
  it('finds the only partner, by its live key', async () =>
    expect(await signIn({}, fit)).toEqual(page('Fit', 'pk_live_fit')));
  it('finds the only partner by its test key when there is no live one', async () =>
    expect(await signIn({}, gym)).toEqual(page('Gym', 'pk_test_gym')));
  it('finds no partner when there are several', async () =>
    expect(await signIn({ host: 'book.example' }, fit, gym)).toBeNull());
  it('finds the partner of the key, by that key', async () =>
    expect(await signIn({ key: 'pk_test_fit' }, fit, gym)).toEqual(page('Fit', 'pk_test_fit')));
  it.each(['pk_test_nobody', 'pk_test_old', 'pk_test_rolled', 'hash'])('finds no partner for %s', async (asked) =>
    expect(await signIn({ key: asked }, fit)).toBeNull(),
  );

  it('finds the partner with the slug, on every host', async () =>
    expect(await signIn({ slug: 'fit', host: 'book.box.example' }, fit, gym, box)).toEqual(page('Fit', 'pk_live_fit')));
  it('finds the partner with the slug by its key in the address, and by no other’s', async () => {
    expect(await signIn({ slug: 'fit', key: 'pk_test_fit' }, fit, gym)).toEqual(page('Fit', 'pk_test_fit'));
    expect(await signIn({ slug: 'fit', key: 'pk_test_gym' }, fit, gym)).toEqual(page('Fit', 'pk_live_fit'));
  });
  it('finds no partner for an unknown slug, also with one partner', async () =>
    expect(await signIn({ slug: 'fitt' }, fit)).toBeNull());
  it('finds the partner of the host, exactly', async () => {
    expect(await signIn({ host: 'book.box.example' }, fit, box)).toEqual(page('Box', 'pk_test_box'));
    expect(await signIn({ host: 'box.example' }, fit, box)).toBeNull();
  });
  it('marks a partner as suspended', async () =>
    expect(await signIn({}, { ...gym, suspendedAt: instant(1) })).toEqual(page('Gym', 'pk_test_gym', true)));
});

describe('the coach of a booking page (S26)', () => {
  const coachOf = (partner: Partner, mode: 'test' | 'live', change: Partial<CoachHead> = {}) =>
    aHead({ partnerId: partner.id, mode, slug: 'kim', name: `${mode} Kim`, ...change });
  /** Returns the key and the name of the page. */
  const found = async (address: PageAddress, partners: readonly Partner[], ...heads: CoachHead[]) => {
    const page = await lookups(partners, heads).bookable('kim', address);
    return page && [page.publishableKey, page.name];
  };
  const fits = coachOf(fit, 'live');
  const gyms = coachOf(gym, 'test');
  const all = [fit, gym, box];

  it('finds the live coach, where no other is named', async () => {
    const live = ['pk_live_fit', 'live Kim'];
    expect(await found({}, all, fits, gyms)).toEqual(live);
    expect(await found({ host: 'book.box.example' }, all, fits, coachOf(box, 'test'))).toEqual(live);
    expect(await found({ slug: 'fit' }, all, fits, coachOf(fit, 'test'))).toEqual(live);
  });

  it('finds the test coach where the address names the partner', async () => {
    const test = ['pk_test_gym', 'test Kim'];
    expect(await found({ slug: 'gym' }, all, fits, gyms)).toEqual(test);
    expect(await found({ key: 'pk_test_gym' }, all, fits, gyms)).toEqual(test);
    expect(await found({ host: 'book.box.example' }, all, gyms, coachOf(box, 'test'))).toEqual([
      'pk_test_box',
      'test Kim',
    ]);
    expect(await found({ host: 'book.example' }, [gym], gyms)).toEqual(test);
  });

  it('finds the test coach beside a live one by the key of that mode', async () => {
    const both = [fits, coachOf(fit, 'test')];
    for (const slug of ['fit', undefined]) {
      expect(await found({ slug, key: 'pk_test_fit' }, all, ...both)).toEqual(['pk_test_fit', 'test Kim']);
      expect(await found({ slug, key: 'pk_live_fit' }, all, ...both)).toEqual(['pk_live_fit', 'live Kim']);
    }
    expect(await found({ key: 'pk_live_fit' }, all, coachOf(fit, 'test'))).toBeNull();
  });

  it('finds no coach where several are possible, or another partner’s', async () => {
    expect(await found({ host: 'book.example' }, all, gyms)).toBeNull();
    expect(await found({ host: 'book.box.example' }, all, gyms)).toBeNull();
    expect(await found({ slug: 'fit' }, all, gyms)).toBeNull();
    expect(await found({ slug: 'gym' }, all, fits)).toBeNull();
    expect(await found({ slug: 'nobody' }, [gym], gyms)).toBeNull();
  });

  it.each(['pk_test_gym', 'pk_test_old', 'pk_test_rolled', 'hash', 'pk_test_nobody'])(
    'finds no coach at fit’s address by %s',
    async (key) => expect(await found({ slug: 'fit', key }, all, fits, coachOf(fit, 'test'))).toBeNull(),
  );

  it('finds no inactive coach, and not the test coach of that name', async () => {
    const resting = { ...fits, active: false };
    const testCoach = coachOf(fit, 'test');
    expect(await found({}, [fit], resting, testCoach)).toBeNull();
    expect(await found({ slug: 'fit' }, all, resting, testCoach)).toBeNull();
    expect(await found({ slug: 'fit' }, all, { ...testCoach, active: false })).toBeNull();
    expect(await found({ key: 'pk_test_fit' }, all, resting, testCoach)).toEqual(['pk_test_fit', 'test Kim']);
    // Another partner's inactive coach does not conflict.
    expect(await found({ host: 'book.box.example' }, all, resting, coachOf(box, 'test'))).toEqual([
      'pk_test_box',
      'test Kim',
    ]);
  });
});

describe('the booking of a manage page (A8)', () => {
  it('comes with the language in which it was booked', async () => {
    const found = await lookups([fit], [], { language: 'de-AT' }).manageable('good');
    expect(found).toEqual({ ...page('Fit', 'pk_live_fit'), language: 'de-AT' });
  });
  it('finds no language where none was given, or the booking is gone', async () => {
    expect(await lookups([fit], [], {}).manageable('good')).toEqual(page('Fit', 'pk_live_fit'));
    expect(await lookups([fit]).manageable('good')).toEqual(page('Fit', 'pk_live_fit'));
  });
  it('finds nothing where the link opens nothing', async () =>
    expect(await lookups([fit]).manageable('bad')).toBeNull());
});

describe('R14 the page on which a guest confirms', () => {
  const booked = { kind: 'booking', language: 'de' } as const;

  it('knows the partner, the booking and the language in which it was made', async () =>
    expect(await lookups([fit], [], booked).provable('good')).toEqual({
      ...page('Fit', 'pk_live_fit'),
      bookingId: 'b1',
      language: 'de',
    }));

  it('confirms nothing by another link, or when the booking is gone', async () => {
    expect(await lookups([fit], [], booked).provable('bad')).toBeNull();
    expect(await lookups([fit]).provable('good')).toBeNull();
  });
});

describe('the page of a team', () => {
  const heads = [
    aHead({ partnerId: fit.id, mode: 'live', slug: 'kim', name: 'Kim', active: true }),
    aHead({ partnerId: fit.id, mode: 'live', slug: 'ada', name: 'Ada', active: true, photo: { id: 'p1' } }),
    aHead({ partnerId: fit.id, mode: 'live', slug: 'off', name: 'Off', active: false }),
    aHead({ partnerId: fit.id, mode: 'test', slug: 'tess', name: 'Tess', active: true }),
    aHead({ partnerId: gym.id, mode: 'test', slug: 'guy', name: 'Guy', active: true }),
  ];
  const team = (address: PageAddress) => lookups([fit, gym, box], heads).team(address);
  const slugs = async (address: PageAddress) => (await team(address))?.coaches.map(({ slug }) => slug);

  it('lists the active coaches by name, those of live mode where there is a live key', async () => {
    expect(await slugs({ slug: 'fit' })).toEqual(['ada', 'kim']);
    expect(await slugs({ slug: 'gym' })).toEqual(['guy']);
    expect(await slugs({ slug: 'fit', key: 'pk_test_fit' })).toEqual(['tess']);
    expect(await slugs({ host: 'book.box.example' })).toEqual([]);
  });

  it('names where a photo is', async () => {
    const [ada] = (await team({ slug: 'fit' }))!.coaches;
    expect(ada!.photo).toMatch(/^\/photos\/.+\/p1-128\.webp$/);
  });

  it('finds nothing where no partner is meant, or by a key that no longer works', async () => {
    expect(await team({})).toBeNull();
    expect(await team({ slug: 'nobody' })).toBeNull();
    expect(await team({ key: 'pk_test_old' })).toBeNull();
  });
});
