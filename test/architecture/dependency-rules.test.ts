import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn, type Violation } from './dependency-rules.ts';

const root = join(import.meta.dirname, '../..');
const server = 'packages/server/src';

/** An import of a file (`type …` for types alone), and the one rule that must object; none when it is allowed. */
const planted: readonly (readonly [from: string, specifier: string, rule: string | null])[] = [
  [`${server}/domain/impure.ts`, '../config.ts', 'domain-is-pure'],
  [`${server}/domain/reads-files.ts`, 'node:fs', 'domain-has-no-packages'],
  [`${server}/domain/stores.ts`, 'mongoose', 'domain-has-no-packages'],
  [`${server}/domain/slots.ts`, './range.ts', null],
  [`${server}/domain/slots.test.ts`, 'node:fs', null],
  [`${server}/domain/asks-time.ts`, '@coach-booking/time/units', null],
  ['packages/time/src/reads-files.ts', 'node:fs', 'domain-has-no-packages'],
  ['packages/time/src/knows.ts', '../../server/src/config.ts', 'time-knows-nobody'],
  ['packages/contract/src/generated/knows.ts', '../../../sdk/src/index.ts', 'contract-knows-nobody'],
  [`${server}/domain/reads-the-contract.ts`, 'type @coach-booking/contract/types', 'domain-is-pure'],
  ['packages/elements/src/reads-the-contract.ts', 'type @coach-booking/contract/types', 'contract-below-the-sdk'],
  [`${server}/application/book-over-http.ts`, '../adapters/http/route.ts', 'application-knows-no-adapters'],
  [`${server}/application/book-express.ts`, 'express', 'application-has-no-frameworks'],
  [`${server}/application/book.ts`, '../domain/range.ts', null],
  [`${server}/application/bookings/asks-down.ts`, '../kernel/refusal.ts', null],
  [`${server}/application/bookings/asks-itself.ts`, './booking.ts', null],
  [`${server}/application/bookings/asks-its-floor.ts`, '../holds/hold.ts', 'application-floors'],
  [`${server}/application/bookings/asks-a-like-name.ts`, '../bookings-old/booking.ts', 'application-floors'],
  [`${server}/application/kernel/asks-up.ts`, '../bookings/booking.ts', 'application-floors'],
  [`${server}/application/kernel/asks-up-for-a-type.ts`, 'type ../bookings/booking.ts', 'application-floors'],
  [`${server}/application/admin/asks-the-top.ts`, '../create-use-cases.ts', 'application-floors'],
  [`${server}/application/cellar/asks-down.ts`, '../kernel/refusal.ts', 'application-has-floors'],
  [`${server}/application/composes.ts`, './bookings/booking.ts', null],
  [`${server}/adapters/http/peeks.ts`, '../mongo/ledger.ts', 'adapters-do-not-meet'],
  [`${server}/adapters/http/composes.ts`, '../../compose.ts', 'adapters-are-composed'],
  [`${server}/adapters/mongo/ledger-of.ts`, '../../application/ports.ts', null],
  [`${server}/main.ts`, './adapters/http/route.ts', 'only-composition-knows-adapters'],
  [`${server}/application/shows-demo.ts`, '../demo/people.ts', 'demo-is-composed'],
  [`${server}/ships-a-test.ts`, '../test/stores.ts', 'ships-without-tests'],
  [`${server}/stores.test.ts`, '../test/stores.ts', null],
  [`${server}/compose.ts`, './adapters/mongo/ledger.ts', null],
  [`${server}/asks-itself.ts`, '@coach-booking/sdk', 'server-knows-the-contract'],
  [`${server}/asks-undeclared.ts`, 'fast-check', 'declared-packages'],
  [`${server}/leads-nowhere.ts`, './gone.ts', 'resolves'],
  ['packages/sdk/src/reads-the-contract.ts', 'type @coach-booking/contract/types', null],
  ['packages/sdk/src/imports-server.ts', '../../server/src/config.ts', 'sdk-knows-the-contract'],
  ['packages/elements/src/imports-server.ts', '../../server/src/config.ts', 'elements-know-the-sdk'],
  ['packages/elements/src/imports-sdk.ts', '@coach-booking/sdk', null],
  ['packages/elements/src/imports-inside.ts', '../../sdk/src/inner.ts', 'published-names-only'],
  ['packages/elements/src/imports-a-page.ts', '../../hosted/src/page.ts', 'elements-know-no-page'],
  ['packages/elements/src/internal/knows-an-element.ts', '../view.ts', 'internal-is-below'],
  ['packages/elements/src/internal/knows-another.ts', './fields.ts', null],
  ['packages/hosted/src/imports-server.ts', '../../server/src/config.ts', 'hosted-knows-elements'],
  ['packages/hosted/src/imports-inside.ts', '../../elements/src/view.ts', 'hosted-by-names'],
  ['packages/hosted/src/imports-inside-sdk.ts', '../../sdk/src/inner.ts', 'hosted-by-names'],
  ['packages/hosted/src/imports-internal.ts', '@coach-booking/elements/internal/fields', null],
  ['packages/hosted/src/imports-sdk.ts', '@coach-booking/sdk', null],
  ['examples/sdk-node/inside.ts', '../../packages/sdk/src/inner.ts', 'published-names-only'],
  ['packages/embedded-mongodb/src/knows.ts', '../../server/src/config.ts', 'embedded-mongodb-knows-nobody'],
  [`${server}/domain/circle-a.ts`, './circle-b.ts', 'no-circle'],
  [`${server}/domain/fetches-later.ts`, './fetched.ts', null],
];

/** Files that the planted ones lead to. */
const ground: Readonly<Record<string, string>> = {
  'tsconfig.json':
    '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "customConditions": ["source"] } }',
  'package.json': '{ "devDependencies": { "fast-check": "*" } }',
  'packages/server/package.json':
    '{ "dependencies": { "express": "*", "mongoose": "*", "@coach-booking/contract": "*", "@coach-booking/sdk": "*", "@coach-booking/time": "*" } }',
  'packages/contract/package.json':
    '{ "name": "@coach-booking/contract", "type": "module", "exports": { "./*": { "source": "./src/generated/*.ts" } } }',
  'packages/contract/src/generated/types.ts': 'export interface components { id: string }',
  'packages/time/package.json':
    '{ "name": "@coach-booking/time", "type": "module", "exports": { "./*": { "source": "./src/*.ts" } } }',
  'packages/time/src/units.ts': 'export const DAY = 1;',
  'packages/elements/package.json':
    '{ "name": "@coach-booking/elements", "type": "module", "dependencies": { "@coach-booking/sdk": "*" }, "exports": { "./internal/fields": { "source": "./src/internal/fields.ts" } } }',
  'packages/elements/src/internal/fields.ts': 'export const fields = 1;',
  'packages/elements/src/view.ts': 'export const view = 1;',
  'packages/hosted/package.json': '{ "dependencies": { "@coach-booking/elements": "*", "@coach-booking/sdk": "*" } }',
  'packages/hosted/src/page.ts': 'export const page = 1;',
  'packages/sdk/package.json':
    '{ "name": "@coach-booking/sdk", "type": "module", "exports": { ".": { "source": "./src/index.ts" } } }',
  'packages/sdk/src/index.ts': 'export const client = 1;',
  'packages/sdk/src/inner.ts': 'export const inner = 1;',
  [`${server}/config.ts`]: 'export const config = 1;',
  [`${server}/demo/people.ts`]: 'export const people = 1;',
  'packages/server/test/stores.ts': 'export const stores = 1;',
  [`${server}/domain/range.ts`]: 'export const range = 1;',
  [`${server}/domain/circle-b.ts`]: "export * from './circle-a.ts';",
  [`${server}/domain/fetched.ts`]:
    "import type * as Later from './fetches-later.ts'; export const later = (): Promise<typeof Later> => import('./fetches-later.ts');",
  [`${server}/application/kernel/refusal.ts`]: 'export const refusal = 1;',
  [`${server}/application/bookings/booking.ts`]: 'export const booking = 1;',
  [`${server}/application/bookings-old/booking.ts`]: 'export const booking = 1;',
  [`${server}/application/holds/hold.ts`]: 'export const hold = 1;',
  [`${server}/application/create-use-cases.ts`]: 'export const createUseCases = 1;',
  [`${server}/application/ports.ts`]: 'export interface Ledger { id: string }',
  [`${server}/adapters/http/route.ts`]: 'export const route = 1;',
  [`${server}/adapters/mongo/ledger.ts`]: 'export const ledger = 1;',
};

const exporting = (specifier: string): string =>
  specifier.startsWith('type ')
    ? `export type * from '${specifier.slice('type '.length)}';`
    : `export * from '${specifier}';`;

describe('the arrows of the house', () => {
  it('holds in the whole tree', { timeout: 60_000 }, async () => {
    expect(await violationsIn(root, ['packages', 'test', 'examples', 'scripts'])).toEqual([]);
  });

  describe('in a tree where each rule is broken once', () => {
    let folder: string;
    let found: Violation[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'arrows-'));
      const files = [
        ...Object.entries(ground),
        ...planted.map(([from, specifier]) => [from, exporting(specifier)] as const),
      ];
      for (const [path, text] of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
      await mkdir(join(folder, 'node_modules/@coach-booking'), { recursive: true });
      for (const name of ['express', 'mongoose', 'fast-check'])
        await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
      for (const name of ['contract', 'elements', 'sdk', 'time'])
        await symlink(`../../packages/${name}`, join(folder, 'node_modules/@coach-booking', name));
      found = await violationsIn(folder, ['packages', 'examples']);
    }, 60_000);

    afterAll(() => rm(folder, { recursive: true, force: true }));

    it.each(planted)('judges %s importing %s: %s', (from, _specifier, rule) => {
      const broken = found.filter((violation) => violation.from === from).map((violation) => violation.rule);
      if (rule === null) expect(broken).toEqual([]);
      else expect(broken).toContain(rule);
    });
  });
});
