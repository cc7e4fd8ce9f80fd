import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const secret = 'x'.repeat(32);
const uri = 'mongodb://db.example/booking';

describe('readConfig', () => {
  it('needs nothing on a fresh machine', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      dataDir: './data',
      demo: true,
      production: false,
      signingSecrets: [],
      validateResponses: true,
    });
    expect(readConfig({}).limits).toEqual({
      reads: 1000,
      writes: 500,
      stats: 100,
      holds: 20,
      logins: 10,
      loginsOfAddress: 100,
      loginsOfAccount: 50,
      mails: 5,
      registrations: 20,
    });
    expect(readConfig({}).guestCaps).toEqual({ bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 });
  });

  it('is frozen', () => expect(Object.isFrozen(readConfig({}))).toBe(true));

  it('takes an empty variable for an absent one', () => expect(readConfig({ PORT: '', MONGODB_URI: '' }).port).toBe(4000));

  it.each([
    ['demo data comes with the embedded store', {}, true],
    ['demo data can be declined', { DEMO: '0' }, false],
    ['demo data stays out of a given MongoDB', { MONGODB_URI: uri, SIGNING_SECRET: secret }, false],
    ['demo data comes into a given MongoDB when asked', { MONGODB_URI: uri, SIGNING_SECRET: secret, DEMO: '1' }, true],
    ['demo data never comes in production', { NODE_ENV: 'production', SIGNING_SECRET: secret }, false],
  ])('%s', (_, env, demo) => expect(readConfig(env).demo).toBe(demo));

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'four' }],
    ['MONGODB_URI', { MONGODB_URI: 'http://db.example' }],
    ['DEMO', { DEMO: 'yes' }],
    ['FINISH_MIGRATIONS', { FINISH_MIGRATIONS: 'yes' }],
    ['DEMO', { DEMO: '1', NODE_ENV: 'production', SIGNING_SECRET: secret }],
    ['SIGNING_SECRET', { MONGODB_URI: uri }],
    ['SIGNING_SECRET', { NODE_ENV: 'production' }],
    ['SIGNING_SECRET', { SIGNING_SECRET: 'short' }],
    ['SIGNING_SECRET', { SIGNING_SECRET_PREVIOUS: secret }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://book.example/path' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'book.example' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.example', MAIL_FROM: 'book@fit.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'Fit' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example:587' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['LIMIT_READS', { LIMIT_READS: '0' }],
    ['LIMIT_LOGINS', { LIMIT_LOGINS: 'many' }],
    ['FAULT_POINT', { FAULT_POINT: 'recorded', NODE_ENV: 'production', SIGNING_SECRET: secret }],
  ])('names %s when it refuses %j', (name, env) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(new RegExp(`^${name}`));
  });

  it('names all that is wrong at once, and never a value', () => {
    const read = () => readConfig({ PORT: 'four', LOG_LEVEL: 'loud', SIGNING_SECRET: 'hush' });
    expect(read).toThrow(/PORT.*\n.*SIGNING_SECRET|SIGNING_SECRET.*\n.*PORT|PORT[^]*LOG_LEVEL/);
    expect(read).not.toThrow(/hush/);
  });

  it.each([
    ['false', false],
    ['0', false],
    ['2', 2],
    ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
  ])('reads TRUST_PROXY=%s', (TRUST_PROXY, expected) => expect(readConfig({ TRUST_PROXY }).trustProxy).toBe(expected));

  it('signs with the new secret and still reads the previous one', () => {
    const previous = 'y'.repeat(32);
    expect(readConfig({ SIGNING_SECRET: secret, SIGNING_SECRET_PREVIOUS: previous }).signingSecrets).toEqual([secret, previous]);
  });

  it('takes the origin of PUBLIC_URL', () =>
    expect(readConfig({ PUBLIC_URL: 'https://book.example/' }).publicUrl).toBe('https://book.example'));
});
