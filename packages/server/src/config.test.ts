import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const secret = 'x'.repeat(32);
const key = Buffer.alloc(32, 7).toString('base64');
const secrets = { SIGNING_SECRET: secret, ENCRYPTION_KEY: key };
const uri = 'mongodb://db.example/booking';

describe('readConfig', () => {
  it('needs no variable on a fresh machine', () => {
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
      meetings: 200,
      imports: 1000,
      holds: 20,
      logins: 10,
      loginsOfAddress: 100,
      loginsOfAccount: 50,
      codes: 10,
      mails: 5,
      registrations: 20,
      incentives: 20,
    });
    expect(readConfig({}).guestCaps).toEqual({ bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 });
  });

  it('reads the OAuth clients of providers', () => {
    const zoom = { ZOOM_CLIENT_ID: 'id', ZOOM_CLIENT_SECRET: 'secret', ZOOM_ACCOUNT_ID: 'account' };
    expect(readConfig({ ...zoom, GOOGLE_URL: 'http://127.0.0.1:9000' }).integrations).toEqual({
      google: { url: 'http://127.0.0.1:9000' },
      microsoft: {},
      zoom: { client: { clientId: 'id', clientSecret: 'secret', accountId: 'account' } },
    });
  });

  it('freezes the config', () => expect(Object.isFrozen(readConfig({}))).toBe(true));

  it('counts an empty variable as absent', () => expect(readConfig({ PORT: '', MONGODB_URI: '' }).port).toBe(4000));

  it.each([
    ['demo data comes with the embedded store', {}, true],
    ['demo data can be declined', { DEMO: '0' }, false],
    ['demo data stays out of a given MongoDB', { MONGODB_URI: uri, ...secrets }, false],
    ['demo data comes into a given MongoDB when asked', { MONGODB_URI: uri, ...secrets, DEMO: '1' }, true],
    ['demo data never comes in production', { NODE_ENV: 'production', ...secrets }, false],
  ])('reads from the environment that %s', (_, env, demo) => expect(readConfig(env).demo).toBe(demo));

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'four' }],
    ['MONGODB_URI', { MONGODB_URI: 'http://db.example' }],
    ['DEMO', { DEMO: 'yes' }],
    ['FINISH_MIGRATIONS', { FINISH_MIGRATIONS: 'yes' }],
    ['DEMO', { DEMO: '1', NODE_ENV: 'production', ...secrets }],
    ['SIGNING_SECRET', { MONGODB_URI: uri }],
    ['SIGNING_SECRET', { NODE_ENV: 'production' }],
    ['SIGNING_SECRET', { SIGNING_SECRET: 'short' }],
    ['SIGNING_SECRET', { SIGNING_SECRET_PREVIOUS: secret }],
    ['ENCRYPTION_KEY', { MONGODB_URI: uri, SIGNING_SECRET: secret }],
    ['ENCRYPTION_KEY', { NODE_ENV: 'production', SIGNING_SECRET: secret }],
    ['ENCRYPTION_KEY', { ENCRYPTION_KEY: 'too short' }],
    ['ENCRYPTION_KEY', { ENCRYPTION_KEY: Buffer.alloc(33).toString('base64') }],
    ['ENCRYPTION_KEY_PREVIOUS', { ENCRYPTION_KEY_PREVIOUS: key }],
    ['ENCRYPTION_KEY_PREVIOUS', { ENCRYPTION_KEY: key, ENCRYPTION_KEY_PREVIOUS: `${key} hush` }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://book.example/path' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'book.example' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.example', MAIL_FROM: 'book@fit.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'Fit' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example:587' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['LIMIT_READS', { LIMIT_READS: '0' }],
    ['LIMIT_LOGINS', { LIMIT_LOGINS: 'many' }],
    ['TWILIO_URL', { TWILIO_URL: 'https://twilio.example' }],
    ['TWILIO_URL', { TWILIO_URL: 'http://127.0.0.1:9000', NODE_ENV: 'production', ...secrets }],
    ['ZOOM_URL', { ZOOM_URL: 'https://zoom.example' }],
    ['GOOGLE_URL', { GOOGLE_URL: 'http://127.0.0.1:9000', NODE_ENV: 'production', ...secrets }],
    ['GOOGLE_CLIENT_ID', { GOOGLE_CLIENT_ID: 'id' }],
    ['ZOOM_CLIENT_ID', { ZOOM_ACCOUNT_ID: 'id' }],
    ['RECORD_LEASE_SECONDS', { RECORD_LEASE_SECONDS: '0' }],
    ['RECORD_LEASE_SECONDS', { RECORD_LEASE_SECONDS: '59', NODE_ENV: 'production', ...secrets }],
    ['FAULT_POINT', { FAULT_POINT: 'recorded', NODE_ENV: 'production', ...secrets }],
  ])('names %s when it refuses %j', (name, env) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(new RegExp(`^${name}`));
  });

  it('names all wrong variables at once, and never a value', () => {
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
    expect(readConfig({ SIGNING_SECRET: secret, SIGNING_SECRET_PREVIOUS: previous }).signingSecrets).toEqual([
      secret,
      previous,
    ]);
  });

  it('S4 encrypts with the newest key and still decrypts with all configured ones', () => {
    const [one, two] = [1, 2].map((n) => Buffer.alloc(32, n));
    const previous = `${one!.toString('base64')}, ${two!.toString('base64url')}\n`;
    const { encryptionKeys } = readConfig({ ENCRYPTION_KEY: key, ENCRYPTION_KEY_PREVIOUS: previous });
    expect(encryptionKeys).toEqual([Buffer.from(key, 'base64'), one, two]);
    expect(readConfig({}).encryptionKeys).toEqual([]);
  });

  it('takes the origin of PUBLIC_URL', () =>
    expect(readConfig({ PUBLIC_URL: 'https://book.example/' }).publicUrl).toBe('https://book.example'));

  it('accepts a provider of challenges whole or not at all, and another address only on this machine and never in production (S7)', () => {
    const whole = { CHALLENGE_PROVIDER: 'turnstile', CHALLENGE_SITE_KEY: 'site', CHALLENGE_SECRET: 'shh' };
    expect(readConfig({}).challenge).toBeUndefined();
    expect(readConfig(whole).challenge).toEqual({ provider: 'turnstile', siteKey: 'site', secret: 'shh' });
    expect(() => readConfig({ ...whole, CHALLENGE_SECRET: '' })).toThrow('must be given together');
    expect(() => readConfig({ CHALLENGE_URL: 'http://127.0.0.1:9000/' })).toThrow('must be given together');
    expect(() => readConfig({ ...whole, CHALLENGE_PROVIDER: 'other' })).toThrow('must be turnstile or hcaptcha');
    expect(() => readConfig({ ...whole, CHALLENGE_URL: 'http://evil.example:80/' })).toThrow(
      'must be an address of this machine',
    );
    const production = {
      NODE_ENV: 'production',
      SIGNING_SECRET: 's'.repeat(32),
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
    };
    expect(readConfig({ ...production, ...whole }).challenge?.provider).toBe('turnstile');
    expect(() => readConfig({ ...production, ...whole, CHALLENGE_URL: 'http://127.0.0.1:9000/' })).toThrow(
      'CHALLENGE_URL must not',
    );
  });
});
