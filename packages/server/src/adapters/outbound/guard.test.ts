import { describe, expect, it } from 'vitest';
import { createGuard } from './guard.ts';
import { NOT_PUBLIC } from '../../../test/outbound/addresses.ts';

const look = (guard: ReturnType<typeof createGuard>, host: string, protocol: 'http:' | 'https:' = 'https:') =>
  new Promise<unknown>((resolve) =>
    guard.lookup(protocol)(host, { all: true }, (error, addresses) => resolve(error ?? addresses)),
  );

describe('the guard of addresses', () => {
  const system = createGuard({ resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })) });

  it.each(NOT_PUBLIC)('refuses %s, as a literal and behind a name', async (address) => {
    const url = `https://${address.includes(':') ? `[${address}]` : address}/hooks`;
    expect(await system.refusalOf('test', url)).toMatch(/no public address/);
    expect(() => system.checkLiteral(url)).toThrow('no public address');
    const named = createGuard({ resolve: async () => [address] });
    expect(await named.refusalOf('test', 'https://hooks.example/')).toMatch(/no public address/);
    expect(await look(named, 'hooks.example')).toMatchObject({ code: 'URL_NOT_ALLOWED' });
  });

  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '::ffff:1.1.1.1'])('lets %s pass', async (address) => {
    const url = `https://${address.includes(':') ? `[${address}]` : address}/hooks`;
    expect(await system.refusalOf('live', url)).toBeNull();
  });

  it.each([
    ['decimal', 'https://2130706433/'],
    ['hexadecimal', 'https://0x7f.1/'],
    ['octal', 'https://0177.0.0.1/'],
    ['other digits', 'https://①②⑦.0.0.1/'],
    ['mapped in hexadecimal', 'https://[::ffff:7f00:1]/'],
  ])('reads an address in %s as what it is', async (_, url) =>
    expect(await system.refusalOf('test', url)).toMatch(/no public address/),
  );

  it.each([
    ['live', 'http://fit.example/', 'begin with https:'],
    ['test', 'http://fit.example/', 'has no address: ENOTFOUND'],
    ['test', 'http://1.1.1.1/', 'begin with https:'],
    ['test', 'ftp://fit.example/', 'begin with https:'],
    ['test', 'https://me:secret@fit.example/', 'Leave out the name'],
    ['test', 'https://fit.example/', 'has no address: ENOTFOUND'],
    ['test', 'nowhere', 'no address'],
  ] as const)('says in mode %s of %s: %s', async (mode, url, words) =>
    expect(await system.refusalOf(mode, url)).toContain(words),
  );

  it('gives only the addresses of a name that are public', async () => {
    const mixed = createGuard({ resolve: async () => ['10.0.0.1', '1.1.1.1', 'fd00::1', '2606:4700::1111'] });
    expect(await look(mixed, 'fit.example')).toEqual([
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
    const one = await new Promise((resolve) =>
      mixed.lookup('https:')('fit.example', {}, (...answer) => resolve(answer)),
    );
    expect(one).toEqual([null, '1.1.1.1', 4]);
  });

  it('judges a name again at every connection, so one that leads elsewhere by now is refused', async () => {
    const answers = [['1.1.1.1'], ['169.254.169.254']];
    const rebinding = createGuard({ resolve: async () => answers.shift()! });
    expect(await rebinding.refusalOf('live', 'https://fit.example/')).toBeNull();
    expect(await look(rebinding, 'fit.example')).toMatchObject({ code: 'URL_NOT_ALLOWED' });
  });

  it('lets pass what is named, by https; and by http in mode test what is this machine', async () => {
    const guard = createGuard({
      allow: ['10.1.0.0/16', '127.0.0.1', 'fd00:1::/32', '::1'],
      resolve: async () => ['127.0.0.1'],
    });
    const refusalIn = (mode: 'test' | 'live', url: string) => guard.refusalOf(mode, url);
    expect(await refusalIn('live', 'https://10.1.2.3/')).toBeNull();
    expect(await refusalIn('live', 'https://[fd00:1::7]/')).toBeNull();
    expect(await refusalIn('live', 'https://10.2.0.1/')).toMatch(/no public address/);
    expect(await refusalIn('test', 'http://10.1.2.3/')).toMatch(/begin with https/);
    expect(await refusalIn('test', 'http://127.0.0.1:9000/')).toBeNull();
    expect(await refusalIn('test', 'http://[::1]:9000/')).toBeNull();
    expect(await refusalIn('test', 'http://127.0.0.2/')).toMatch(/begin with https/);
    expect(await refusalIn('test', 'http://localhost:9000/')).toBeNull();
    expect(await refusalIn('live', 'http://127.0.0.1:9000/')).toMatch(/begin with https/);
  });

  it('takes another idea of what is public', async () => {
    const none = createGuard({ isPublic: () => false });
    expect(await none.refusalOf('live', 'https://1.1.1.1/')).toMatch(/no public address/);
  });
});
