import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, minus } from '@coach-booking/time/instant';
import type { HoldGrant, MailGrant, ManageGrant } from '../../application/ports/tokens.ts';
import { createHmacTokens } from './hmac-tokens.ts';

const SECRET = 'a secret of these tests, long enough';
const tokens = createHmacTokens([SECRET]);

const hold: HoldGrant = {
  holdId: '665f00000000000000000041',
  partnerId: '665f00000000000000000099',
  mode: 'test',
  coachId: '665f00000000000000000001',
  serviceId: '665f00000000000000000011',
  start: instant(Date.UTC(2026, 3, 14, 13)),
  end: instant(Date.UTC(2026, 3, 14, 14)),
  ledgers: ['665f00000000000000000001:2026-04-14'],
};
const manage: ManageGrant = {
  bookingId: '665f00000000000000000021',
  partnerId: '665f00000000000000000099',
  mode: 'live',
  nonce: 'n0nce-of-twenty-four-chars',
  expiresAt: instant(Date.UTC(2026, 4, 14)),
};
const refresh = { sessionId: '665f00000000000000000051', secret: 'x'.repeat(43) };
const mail: MailGrant = {
  purpose: 'password_reset',
  userId: '665f00000000000000000061',
  partnerId: '665f00000000000000000099',
  mode: 'live',
  stamp: 'a'.repeat(32),
  expiresAt: instant(Date.UTC(2026, 4, 14)),
};
const before = minus(manage.expiresAt, 1);

/** The signature that this payload has in a token of the purpose. */
const resignedAs = (purpose: string, payload: string): string => {
  const key = createHmac('sha256', SECRET).update(`coach-booking ${purpose} 1`).digest();
  return createHmac('sha256', key).update(payload).digest().subarray(0, 24).toString('base64url');
};

describe('signed tokens', () => {
  it('returns the grant a token was made from', () => {
    expect(tokens.readHold(tokens.signHold(hold))).toEqual(hold);
    expect(tokens.readManage(tokens.signManage(manage), before)).toEqual(manage);
    expect(tokens.readRefresh(tokens.signRefresh(refresh))).toEqual(refresh);
    expect(tokens.readMail(tokens.signMail(mail), before)).toEqual(mail);
    expect(tokens.readCursor(tokens.signCursor('Ana Müller/3'))).toBe('Ana Müller/3');
  });

  it('signs the same token for the same grant, so that a retry answers the same', () => {
    const again = createHmacTokens(['a secret of these tests, long enough']);
    expect(again.signManage(manage)).toBe(tokens.signManage(manage));
    expect(again.signHold(hold)).toBe(tokens.signHold(hold));
  });

  it('signs tokens that fit into a link', () => {
    expect(tokens.signManage(manage)).toMatch(/^[\w.-]{1,299}$/);
    expect(tokens.signHold(hold)).toMatch(/^[\w.-]{1,2048}$/);
    expect(tokens.signMail(mail)).toMatch(/^[\w.-]{1,299}$/);
    expect(tokens.signRefresh(refresh)).toMatch(/^[\w.-]{1,512}$/);
  });

  it('lets tokens of a booking expire by the caller’s clock', () => {
    const token = tokens.signManage(manage);
    expect(tokens.readManage(token, manage.expiresAt)).toBeNull();
    expect(tokens.readManage(token, before)).not.toBeNull();
  });

  it('lets tokens of a mail expire too', () => {
    expect(tokens.readMail(tokens.signMail(mail), mail.expiresAt)).toBeNull();
  });

  /** Each purpose: its token, the very content of that token, and how it is read. */
  const purposes: Readonly<Record<string, { readonly token: string; read(token: string): unknown }>> = {
    hold: { token: tokens.signHold(hold), read: (token) => tokens.readHold(token) },
    manage: { token: tokens.signManage(manage), read: (token) => tokens.readManage(token, instant(0)) },
    refresh: { token: tokens.signRefresh(refresh), read: (token) => tokens.readRefresh(token) },
    mail: { token: tokens.signMail(mail), read: (token) => tokens.readMail(token, instant(0)) },
    cursor: { token: tokens.signCursor('Ana Müller/3'), read: (token) => tokens.readCursor(token) },
  };
  const names = Object.keys(purposes);

  it.each(names.flatMap((made) => names.map((read) => [made, read])))(
    'reads a token of the purpose %s only as itself, not as %s',
    (made, read) => {
      const found = purposes[read]!.read(purposes[made]!.token);
      if (made === read) expect(found).not.toBeNull();
      else expect(found).toBeNull();
    },
  );

  it.each(names.filter((name) => name !== 'cursor'))(
    'rejects a %s token with the content of another, since each purpose has a key',
    (name) => {
      const { token, read } = purposes[name]!;
      const [payload] = token.split('.');
      for (const other of names.filter((each) => each !== name)) {
        const signature = resignedAs(other, payload!);
        expect([other, read(`${payload}.${signature}`)]).toEqual([other, null]);
      }
      expect(read(`${payload}.${resignedAs(name, payload!)}`)).not.toBeNull();
    },
  );

  it('rejects tokens of which a character was changed, added or taken away', () => {
    const token = tokens.signManage(manage);
    fc.assert(
      fc.property(
        fc.nat(token.length),
        fc.constantFrom('', 'A', 'z', '.', '-', '='),
        fc.boolean(),
        (at, inserted, replace) => {
          const changed = token.slice(0, at) + inserted + token.slice(replace ? at + 1 : at);
          fc.pre(changed !== token);
          expect(tokens.readManage(changed, before)).toBeNull();
        },
      ),
    );
  });

  it('rejects any text as a token', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tokens.readManage(text, instant(0))).toBeNull();
        expect(tokens.readHold(text)).toBeNull();
        expect(tokens.readCursor(text)).toBeNull();
      }),
    );
  });

  it('reads tokens over one rotation of the secret', () => {
    const [old, next, last] = ['first secret', 'second secret', 'third secret'];
    const token = createHmacTokens([old!]).signManage(manage);
    expect(createHmacTokens([next!, old!]).readManage(token, before)).toEqual(manage);
    expect(createHmacTokens([last!, next!]).readManage(token, before)).toBeNull();
    expect(createHmacTokens([next!, old!]).signManage(manage)).toBe(createHmacTokens([next!]).signManage(manage));
  });

  it('needs a secret', () => expect(() => createHmacTokens([])).toThrow(RangeError));
});
