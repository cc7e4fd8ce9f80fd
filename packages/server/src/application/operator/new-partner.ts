import { isSlug } from '../../domain/coach/slug.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { makeKey, type MadeKey } from '../partner/make-key.ts';
import { hostsOf, originsOf } from '../partner/origins.ts';
import { isLiving, type Partner } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, trimmed } from '../kernel/scope.ts';
import { withLimits } from './limits.ts';

/** Validates a slug. Throws INVALID_REQUEST. */
export function checkPartnerSlug(slug: string): void {
  if (!isSlug(slug))
    refuseInput(
      'slug',
      'Must be 2 to 64 small letters, digits and single hyphens, begin with a letter, and not look like an id.',
    );
}

/** Makes one key of each kind and mode, as they are stored and as they are shown this once. */
export function makeKeys(core: Pick<Core, 'realNow' | 'newId' | 'newSecret'>): readonly MadeKey[] {
  return (['publishable', 'secret'] as const).flatMap((kind) =>
    (['test', 'live'] as const).map((mode) => makeKey(core, core.newId(), { kind, mode })),
  );
}

/** Returns the keys as they are shown, by kind and mode. */
export function shownKeys(keys: readonly MadeKey[]) {
  const of = (kind: string, mode: string): string =>
    keys.find(({ stored }) => stored.kind === kind && stored.mode === mode)!.key;
  const both = (kind: string) => ({ test: of(kind, 'test'), live: of(kind, 'live') });
  return { publishable: both('publishable'), secret: both('secret') };
}

/**
 * Returns a retry's keys: those that the partner was made with, each secret one with its successor's secret, since the
 * first is lost. Throws KEY_NOT_FOUND when one of them no longer works.
 */
export function keysForRetry(
  { realNow }: Pick<Core, 'realNow'>,
  { keys }: Partner,
  made: readonly MadeKey[],
): readonly MadeKey[] {
  return made.map((fresh) => {
    const first = keys.find(({ kind, mode }) => kind === fresh.stored.kind && mode === fresh.stored.mode);
    if (!first || !isLiving(first, realNow()))
      throw new Refusal('KEY_NOT_FOUND', 'This request has made the partner before, and its keys have changed since.');
    return first.kind === 'secret'
      ? { ...fresh, stored: { ...fresh.stored, id: first.id } }
      : { stored: first, key: first.lookup };
  });
}

/** Returns a partner that is not stored yet. Throws INVALID_REQUEST. */
export function newPartner(
  { publicUrl }: Pick<Core, 'publicUrl'>,
  id: string,
  input: InputOf<'createPartner'>,
  keys: readonly MadeKey[],
): Partner {
  const name = trimmed('name', input.name);
  checkPartnerSlug(input.slug);
  return {
    id,
    slug: input.slug,
    name,
    allowedOrigins: originsOf(input.allowedOrigins),
    hosts: hostsOf(input.hosts ?? [], publicUrl()),
    keys: keys.map(({ stored }) => stored),
    branding: { name },
    limits: withLimits({}, input.limits),
    version: 1,
  };
}
