import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';
import { complaints } from './words.ts';

const file = (path: string, text = '') => complaints({ path, text });
const lines = (count: number) => 'x\n'.repeat(count);

describe('names and words', () => {
  it('keeps names and words to the glossary in every file', () => {
    const found = sources().filter(({ path }) => !path.startsWith('test/architecture/words'));
    expect(found.length).toBeGreaterThan(20);
    expect(found.flatMap(complaints)).toEqual([]);
  });

  it.each([
    ['packages/sdk/src/date-utils.ts', ''],
    ['packages/sdk/src/helpers.ts', ''],
    ['packages/server/src/SlotManager.ts', ''],
    ['packages/server/src/bookingService.ts', ''],
    ['a.ts', 'export class BookingService {'],
    ['a.ts', "status === 'canceled'"],
    ['a.ts', 'while canceling'],
    ['packages/server/src/a.ts', 'export interface Knock extends Presented {'],
    ['packages/time/src/a.ts', 'class Wish {'],
    ['test/faults/a.ts', 'let knocks = 0;'],
    ['packages/elements/src/a.ts', 'interface Told {'],
    ['packages/hosted/src/admin/a.ts', 'export class Desk extends Section {'],
    ['packages/sdk/src/a.ts', 'interface Row {\n  readonly why?: string;'],
    ['packages/sdk/src/a.ts', 'cancel(id: string, wish?: Cancellation): void;'],
    ['packages/elements/src/a.ts', 'const shortcut = { goes: true };'],
    ['packages/elements/src/a.ts', 'class Pointer {\n  #scene!: Grid;'],
    ['packages/server/src/a.ts', '/** What a use case needs. */'],
    ['scripts/a.mjs', '/**\n * How long it waits.\n */'],
    ['packages/time/src/a.ts', '/** Moves a booking when he agrees. */'],
    ['packages/elements/src/a.ts', 'send(); // His coach reads it.'],
    ['packages/sdk/src/a.ts', '// Nobody else hears of it.'],
    ['packages/server/src/a.test.ts', "it('of another partner', () => {"],
    ['packages/server/src/a.test.ts', "it.each([[1]])('R25 %s is refused', () => {"],
    ['packages/sdk/src/long.ts', lines(351)],
    ['packages/sdk/src/long.test.ts', lines(501)],
  ])('refuses %s %s', (path, text) => {
    expect(file(path, text)).toHaveLength(1);
  });

  it.each([
    ['packages/server/src/domain/service.ts', 'export interface Service {'],
    ['packages/server/src/application/create-service.ts', "status === 'cancelled'"],
    ['a.ts', "new Event('x', { cancelable: true })"],
    ['packages/server/src/a.ts', 'type KeptBooking = Booking; // few say why'],
    ['packages/hosted/src/desk/a.ts', 'export class Desk extends LitElement {'],
    ['packages/elements/src/a.ts', 'const plurals = (one: string, few: string): Plural => ({ one, few });'],
    ['packages/server/src/a.ts', '/** Returns what he@example.com owns. */\n// Where it ends, the next begins.'],
    [
      'packages/server/src/a.test.ts',
      "it('R25, R26 refuses what is too late', () => {\n  it.each(rows)('reads %s', read);",
    ],
    ['packages/server/src/a.ts', '/** Calls `tell` with `nobody@example.com`. */'],
    ['packages/sdk/src/long.ts', lines(350)],
    ['packages/sdk/src/long.test.ts', lines(500)],
    ['docs/long.md', lines(900)],
  ])('lets %s %s be', (path, text) => {
    expect(file(path, text)).toEqual([]);
  });
});
