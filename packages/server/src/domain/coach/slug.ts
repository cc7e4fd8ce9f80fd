const SHAPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ID = /^[0-9a-f]{24}$/;
const MAX_LENGTH = 64;

/** Returns whether the text is an id: 24 hex digits, which no slug may have. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** The address of the caller's own coach, so it can be no slug. */
export const ME = 'me';

export function isSlug(text: string): boolean {
  return text.length >= 2 && text.length <= MAX_LENGTH && SHAPE.test(text) && !isId(text) && text !== ME;
}

/**
 * The space in which slugs are unique: among all live coaches, whose addresses are public, or among the test coaches of
 * one partner.
 */
export type SlugSpace = { readonly mode: 'live' } | { readonly mode: 'test'; readonly partnerId: string };

/** Returns the key of a slug across all spaces: a live one is itself, and never has a colon. */
export function slugKeyOf(space: SlugSpace, slug: string): string {
  return space.mode === 'live' ? slug : `test:${space.partnerId}:${slug}`;
}

/** Makes a slug from a name: `Zoë O'Neill` gives `zoe-o-neill`. A name without a usable letter gives the fallback. */
export function slugOf(name: string, fallback: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, MAX_LENGTH - 6)
    .replace(/-+$/, '');
  return isSlug(slug) ? slug : fallback;
}

/** Returns the first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let n = 2; ; n++) if (!isTaken(`${slug}-${n}`)) return `${slug}-${n}`;
}
