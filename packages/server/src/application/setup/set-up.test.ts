import { beforeEach, describe, expect, it } from 'vitest';
import { createMemorySetupCodes } from '../../adapters/memory/setup-codes.ts';
import type { SetupCodes } from '../ports/setup-codes.ts';
import { createWorld, refusalOf, type World } from '../../../test/application/world.ts';
import { createSetup, type Setup } from './set-up.ts';
import { matching, setupCodeHash, setupCodeOf } from './setup-code.ts';

const HARBOUR = {
  name: 'Harbour',
  slug: 'harbour',
  allowedOrigins: ['https://fit.example'],
  admin: { email: 'kim@fit.example' },
};

describe('the code of the first set-up', () => {
  it('makes a code of eighty bits in four groups, and accepts it in any spelling', () => {
    const code = setupCodeOf(Uint8Array.from({ length: 10 }, (_, n) => n * 25));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(matching([setupCodeHash('other'), setupCodeHash(code)], typed)).toBe(setupCodeHash(code));
    expect(matching([setupCodeHash(code)], `${code}0`)).toBeUndefined();
  });
});

describe('the first set-up', () => {
  let world: World;
  let codes: SetupCodes;
  let setup: Setup;
  beforeEach(() => {
    world = createWorld();
    codes = createMemorySetupCodes();
    setup = createSetup({ ...world.deps, codes, createPartner: world.useCases.createPartner });
  });
  const run = (code: string, more: { dryRun?: boolean; slug?: string; address?: string } = {}) => {
    const { dryRun = false, address = '203.0.113.7', ...input } = more;
    return setup.run({ address, requestId: 'r1', dryRun }, { code, ...HARBOUR, ...input });
  };

  it('opens a business by the code that a start printed, once, and then no longer exists', async () => {
    const code = (await setup.offer())!;
    const { data } = await run(code.toLowerCase());
    expect(data).toMatchObject({
      partner: { slug: 'harbour' },
      adminLink: expect.stringContaining('/p/harbour/password/') as string,
    });
    expect(world.state.audit.find(({ action }) => action === 'partner.created')!.by).toEqual({
      kind: 'operator',
      id: 'setup',
    });
    expect(await setup.isOpen()).toBe(false);
    expect(await setup.offer()).toBeNull();
    expect((await refusalOf(run(code, { slug: 'other' }))).code).toBe('ROUTE_NOT_FOUND');
  });

  it('stores no code, only hashes, and accepts that of each process', async () => {
    const [first, second] = [(await setup.offer())!, (await setup.offer())!];
    expect(JSON.stringify(await codes.all())).not.toContain(first);
    await run(first, { dryRun: true });
    await run(second);
    expect(await codes.all()).toEqual([]);
  });

  it('opens one business of two concurrent requests', async () => {
    const code = (await setup.offer())!;
    const outcomes = await Promise.allSettled([run(code), run(code, { slug: 'other' })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.deps.partners.count()).toBe(1);
  });

  it('refuses wrong codes, and after ten of them even the right one, from that address alone', async () => {
    const code = (await setup.offer())!;
    for (let n = 0; n < 10; n++) expect((await refusalOf(run('AAAA-BBBB-CCCC-DDDD'))).code).toBe('TOKEN_INVALID');
    expect(await refusalOf(run(code))).toMatchObject({ code: 'LOGIN_LIMIT', retryAfter: 60 });
    await run(code, { address: '203.0.113.8' });
  });

  it('does not use up the code for an error in the rest, or in a dry run', async () => {
    const code = (await setup.offer())!;
    expect((await refusalOf(run(code, { slug: 'Harbour' }))).code).toBe('INVALID_REQUEST');
    await run(code, { dryRun: true });
    expect(await world.deps.partners.count()).toBe(0);
    await run(code);
  });
});
