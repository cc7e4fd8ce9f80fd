import type { ResetAdmin, SecondFactorFate } from '../../application/operator/reset-admin.ts';
import type { components } from '@coach-booking/contract/types';

type Partner = components['schemas']['OperatedPartner'];
type Created = components['schemas']['CreatedPartner'];

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`).join('\n');
};

/** Returns one partner as text. */
export function partnerText(partner: Partner): string {
  const { id, slug, name, allowedOrigins, hosts, keys, suspendedAt } = partner;
  const works = keys.filter(({ revokedAt }) => revokedAt === undefined);
  return [
    `${name}${suspendedAt === undefined ? '' : `  (suspended since ${suspendedAt})`}`,
    table([
      ['Short name', slug],
      ['Id', id],
      ['Origins', allowedOrigins.join('  ') || 'none'],
      ['Hosts', hosts.join('  ') || 'none'],
      ...works.map(({ kind, mode, hint }): [string, string] => [`${kind} ${mode}`, hint]),
    ]),
  ].join('\n');
}

/** Returns all partners as text, one a line. */
export function listText(partners: readonly Partner[]): string {
  if (partners.length === 0) return 'No businesses yet. Open one: npm run partner -- create';
  return table(partners.map(({ slug, name, suspended }) => [slug, `${name}${suspended ? '  (suspended)' : ''}`]));
}

/** Returns the text for a business that was just opened, and the next steps. */
export function createdText({ partner, keys, adminLink }: Created, publicUrl: string): string {
  return [
    `${partner.name} is open.`,
    '',
    'Its keys, shown this once:',
    table([
      ['Publishable, live', keys.publishable.live],
      ['Secret, live', keys.secret.live],
      ['Publishable, test', keys.publishable.test],
      ['Secret, test', keys.secret.test],
    ]),
    '',
    'The admin chooses a password here, within 7 days:',
    `  ${adminLink}`,
    '',
    'Then they sign in, and add the first coach:',
    `  ${publicUrl}/p/${partner.slug}/admin`,
  ].join('\n');
}

const factorText: Readonly<Record<SecondFactorFate, readonly string[]>> = {
  none: [],
  kept: [
    '',
    'Their second factor stays: to sign in they need a code of it, or a recovery code. If both are lost, another admin takes it away by',
    'POST /v1/users/{id}/second-factor/reset, or this command does with --second-factor.',
  ],
  reset: ['', 'Their second factor is taken away and their sessions have ended. No mail was sent: tell them.'],
};

/** Returns the text with an admin's link, and what else the admin needs to sign in. */
export function resetText({ adminLink, expiresAt, secondFactor }: ResetAdmin): string {
  return [`The admin chooses a password here, until ${expiresAt}:`, `  ${adminLink}`, ...factorText[secondFactor]].join(
    '\n',
  );
}
