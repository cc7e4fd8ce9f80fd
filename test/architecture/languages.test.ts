import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LANGUAGES } from '../../packages/server/src/domain/message/message.ts';
import { bookingLanguages } from '../../packages/hosted/src/booking-languages.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const languages = [...MESSAGE_LANGUAGES].sort();

/** Returns the languages that have a file of their own in a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .flatMap((name) => /^([a-z]{2})\.ts$/.exec(name)?.[1] ?? [])
    .sort();

describe('the languages of those who book', () => {
  it.each([
    'packages/elements/src/translations',
    'packages/server/src/application/rendering/standard',
    'packages/server/src/application/mail/texts',
    'packages/server/src/adapters/pages/texts',
    'packages/hosted/src/gate/texts',
    'packages/hosted/src/mail-links/texts',
    'packages/hosted/src/resume/texts',
  ])('has a file of each language in %s', (folder) => {
    expect(filesIn(folder)).toEqual(languages);
  });

  it('names the same languages in the contract, in the elements and in the page on languages', () => {
    const written = /MessageLanguage: \{.*enum: \[([^\]]+)\]/.exec(read('openapi.yaml'))![1]!.split(', ');
    const elements = read('packages/elements/src/internal/i18n/language.ts').match(/'([a-z]{2})'(?= \||;)/g)!;
    const documented = [...read('docs/languages.md').matchAll(/^\| \w+ \| `([a-z]{2})` \|/gm)].map(([, tag]) => tag!);
    expect(written.sort()).toEqual(languages);
    expect([...new Set(elements.map((tag) => tag.slice(1, 3)))].sort()).toEqual(languages);
    expect(documented.sort()).toEqual(languages);
    expect([...bookingLanguages].sort()).toEqual(languages);
  });
});
