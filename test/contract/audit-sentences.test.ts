import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ar } from '../../packages/hosted/src/admin/texts/audit/ar.ts';
import { de } from '../../packages/hosted/src/admin/texts/audit/de.ts';
import { en } from '../../packages/hosted/src/admin/texts/audit/en.ts';
import { es } from '../../packages/hosted/src/admin/texts/audit/es.ts';
import { fr } from '../../packages/hosted/src/admin/texts/audit/fr.ts';

const contract = parse(readFileSync('openapi.yaml', 'utf8'), { merge: true }) as {
  components: { schemas: { AuditAction: { enum: string[] } } };
};
const actions = contract.components.schemas.AuditAction.enum;
/** The acts of no one who is known. */
const withoutActor = new Set(['account.sign_in_failed']);

it.each(Object.entries({ en, de, es, fr, ar }))('has a sentence for each action of the audit log: %s', (_, texts) => {
  const sentences = texts as Readonly<Record<string, string>>;
  for (const action of actions) {
    const sentence = sentences[`act:${action}`] ?? '';
    expect(sentence, action).toMatch(/\.$/);
    expect(sentence.includes('{who}'), action).toBe(!withoutActor.has(action));
  }
  const written = Object.keys(sentences).filter((phrase) => phrase.startsWith('act:'));
  expect(written.sort()).toEqual(actions.map((action) => `act:${action}`).sort());
});
