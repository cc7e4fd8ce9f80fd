import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { startStrictCaldav, type StrictCaldav } from '../../../test/caldav/strict-server.ts';
import { calendarOf, eventOf } from '../../../test/foreign-calendar.ts';
import { CaldavFailure, type Caldav } from '../../application/ports/caldav.ts';
import { createGuard } from '../outbound/guard.ts';
import { createOutbound, type OpenOutbound } from '../outbound/undici-outbound.ts';
import { openCaldav } from './open-caldav.ts';

let dav: StrictCaldav;
let outbound: OpenOutbound;
let caldav: Caldav;
beforeEach(async () => {
  dav = await startStrictCaldav();
  outbound = createOutbound({
    guard: createGuard({ allow: ['127.0.0.1'] }),
    realNow: () => instant(Date.now()),
    wholeTimeout: 2000,
  });
  caldav = openCaldav(outbound);
  dav.calendars.set('home', { name: 'Home & garden', objects: new Map(), changes: 1 });
});
afterEach(async () => {
  expect(dav.complaints).toEqual([]);
  await outbound.close();
  await dav.close();
});
const account = (server = dav.url) => ({ mode: 'test', server, user: 'ana', password: 'abcd-efgh' }) as const;
const reasonOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof CaldavFailure ? error.reason : error),
  );
const EVENT = calendarOf(...eventOf('UID:1', 'DTSTART:20260414T090000Z', 'DURATION:PT1H'));

describe('the calendars of an account', () => {
  it('finds the calendars of an account from the mere host, by their names, without lists of tasks', async () => {
    dav.calendars.set('work', { name: 'Arbeit', objects: new Map(), changes: 1, isReadOnly: true });
    dav.calendars.set('tasks', { name: 'Tasks', objects: new Map(), changes: 1, component: 'VTODO' });
    expect(await caldav.calendars(account())).toEqual([
      { id: dav.calendarUrl('work'), name: 'Arbeit', isWritable: false },
      { id: dav.calendarUrl('home'), name: 'Home & garden', isWritable: true },
    ]);
    expect(dav.requests[0]).toBe('PROPFIND /.well-known/caldav');
  });

  it('finds calendars from the address of the entry, of one calendar, and of one that leads nowhere', async () => {
    const home = [{ id: dav.calendarUrl('home'), name: 'Home & garden', isWritable: true }];
    expect(await caldav.calendars(account(`${dav.url}/dav/`))).toEqual(home);
    expect(await caldav.calendars(account(dav.calendarUrl('home')))).toEqual(home);
    expect(await caldav.calendars(account(`${dav.url}/old-address`))).toEqual(home);
  });

  it('finds calendars where nothing is well-known', async () => {
    dav.fault = (request) => {
      if (request === 'PROPFIND /.well-known/caldav') return { status: 404 };
      return request === 'PROPFIND /' ? { status: 301, headers: { location: '/dav/' } } : undefined;
    };
    expect(await caldav.calendars(account())).toHaveLength(1);
  });

  it.each([
    ['a wrong password', () => void (dav.password = 'other'), 401],
    ['no calendar', () => void dav.calendars.clear(), 'NO_CALENDARS'],
    ['a server at fault', () => void (dav.fault = () => ({ status: 503 })), 503],
    ['a server that takes no more', () => void (dav.fault = () => ({ status: 429 })), 429],
    ['a page to sign in', () => void (dav.fault = () => ({ status: 200, body: '<html>Sign in' })), 'MALFORMED'],
    ['half of an answer', () => void (dav.fault = () => ({ isHalf: true })), 'MALFORMED'],
    ['no answer', () => void (dav.fault = () => 'hang'), 'TIMEOUT'],
    [
      'redirects without end',
      () => void (dav.fault = () => ({ status: 302, headers: { location: '/again' } })),
      'TOO_MANY_REDIRECTS',
    ],
  ])('finds no calendars with %s', async (_, given, reason) => {
    given();
    expect(await reasonOf(caldav.calendars(account()))).toBe(reason);
  });

  it.each(['https://evil.example/dav/', 'http://127.0.0.2/dav/', 'http://me:pw@127.0.0.1/', 'file:///etc/passwd'])(
    'sends the password to no other site, such as %s, wherever a redirect leads',
    async (location) => {
      dav.fault = () => ({ status: 302, headers: { location } });
      expect(await reasonOf(caldav.calendars(account()))).toBe('URL_NOT_ALLOWED');
      expect(dav.requests).toHaveLength(1);
    },
  );

  it('looks for no calendars in a private network', async () => {
    const guarded = createOutbound({ guard: createGuard(), realNow: () => instant(0) });
    expect(await reasonOf(openCaldav(guarded).calendars(account('https://127.0.0.1/')))).toBe('URL_NOT_ALLOWED');
    await guarded.close();
  });
});

describe('a calendar', () => {
  it('reads the tag of a calendar, which is another after each change', async () => {
    const url = dav.calendarUrl('home');
    const first = await caldav.tag(account(), url);
    expect(await caldav.tag(account(), url)).toBe(first);
    await caldav.write(account(), { href: `${url}1.ics`, text: EVENT });
    expect(await caldav.tag(account(), url)).not.toBe(first);
    dav.hidesTags = true;
    expect(await caldav.tag(account(), url)).toBeUndefined();
  });

  it('reads all events of a calendar in one piece', async () => {
    dav.calendars.get('home')!.objects.set('a.ics', EVENT);
    expect(await caldav.objects(account(), dav.calendarUrl('home'))).toContain('DTSTART:20260414T090000Z');
    expect(await reasonOf(caldav.objects(account(), dav.calendarUrl('gone')))).toBe(404);
  });
});

describe('an event', () => {
  const href = () => `${dav.calendarUrl('home')}1.ics`;

  it('writes an event once, reads it, changes it by its etag alone, and removes it', async () => {
    const first = await caldav.write(account(), { href: href(), text: EVENT });
    expect(await caldav.event(account(), href())).toEqual({ href: href(), etag: first, text: EVENT });
    expect(await reasonOf(caldav.write(account(), { href: href(), text: EVENT }))).toBe(412);
    const text = EVENT.replace('T09', 'T10');
    const second = await caldav.write(account(), { href: href(), etag: first!, text });
    expect(second).not.toBe(first);
    expect(await reasonOf(caldav.write(account(), { href: href(), etag: first!, text: EVENT }))).toBe(412);
    await caldav.remove(account(), href());
    await caldav.remove(account(), href());
    expect(await caldav.event(account(), href())).toBeNull();
  });

  it('returns no etag of an event where the server names none', async () => {
    dav.hidesEtags = true;
    expect(await caldav.write(account(), { href: href(), text: EVENT })).toBeUndefined();
  });

  it('writes no event into a calendar that is for reading', async () => {
    dav.calendars.set('home', { name: 'Holidays', objects: new Map(), changes: 1, isReadOnly: true });
    expect(await reasonOf(caldav.write(account(), { href: href(), text: EVENT }))).toBe(403);
  });
});
