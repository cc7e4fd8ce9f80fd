import { note } from '../audit/note.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { identify } from '../idempotency/identify.ts';
import { changePartner, writeUnlessTaken, type ChangePartnerNeeds } from '../partner/change-partner.ts';
import type { MadeKey } from '../partner/make-key.ts';
import type { Partner } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { adminLink, checkAdmin, type AdminLinkNeeds } from './admin-link.ts';
import { keysForRetry, makeKeys, newPartner, shownKeys } from './new-partner.ts';
import { operatedView } from './operated-view.ts';
import { contextOfPartner } from './operator-context.ts';

type CreatePartnerNeeds = Pick<Core, 'guestCaps' | 'partners' | 'newId' | 'idempotency'> &
  AdminLinkNeeds &
  ChangePartnerNeeds;

/** A partner and its keys as they are shown. */
interface Opened {
  readonly partner: Partner;
  readonly keys: readonly MadeKey[];
}

/** Rejects what the write would reject. Throws SLUG_TAKEN, HOST_TAKEN. */
const checkFree = async ({ partners }: Pick<Core, 'partners'>, { slug, hosts }: Partner): Promise<void> => {
  if (await partners.bySlug(slug)) throw new Refusal('SLUG_TAKEN', 'Another partner has this short name.');
  const owners = await Promise.all(hosts.map((host) => partners.byHost(host)));
  if (owners.some(Boolean)) throw new Refusal('HOST_TAKEN', 'Another partner has one of these hosts.');
};

/**
 * Returns a retry's answer: the partner as it is, with new secret keys, since the first ones were lost on the way.
 * Throws KEY_NOT_FOUND.
 */
const madeBefore = async (core: CreatePartnerNeeds, context: Context, made: readonly MadeKey[]): Promise<Opened> => {
  let keys = made;
  const partner = await changePartner(core, context, (old) => {
    keys = keysForRetry(core, old, made);
    const renewed = old.keys.map((key) => keys.find(({ stored }) => stored.id === key.id)?.stored ?? key);
    return { partner: { keys: renewed }, action: 'key.reissued' };
  });
  return { partner, keys };
};

/** Stores the partner, once for all retries. Throws SLUG_TAKEN, HOST_TAKEN, KEY_NOT_FOUND. */
const open = async (
  core: CreatePartnerNeeds,
  context: Context,
  { partner, keys }: Opened,
  isFresh: boolean,
): Promise<Opened> => {
  const earlier = isFresh ? null : await core.partners.byId(partner.id);
  if (earlier || !(await writeUnlessTaken(core.partners.insert(partner)))) return madeBefore(core, context, keys);
  await note(core, context, 'partner.created', { kind: 'partner', id: partner.id });
  return { partner, keys };
};

/**
 * Creates a partner with a key of each kind and mode, and its first admin, who chooses a password by the link. A retry
 * with the same idempotency key makes no second one, but new keys. Throws INVALID_REQUEST, SLUG_TAKEN, HOST_TAKEN,
 * IDEMPOTENCY_MISMATCH.
 */
export const createPartner: UseCase<'createPartner', CreatePartnerNeeds> = (core) => async (context, input) => {
  checkAdmin(input.admin);
  const keys = makeKeys(core);
  const { id, isFresh } = context.dryRun
    ? { id: core.newId(), isFresh: true }
    : await identify(core, context, 'createPartner', input);
  const own = contextOfPartner(context, id);
  const wanted = { partner: newPartner(core, id, input, keys), keys };
  if (context.dryRun) await checkFree(core, wanted.partner);
  const opened = context.dryRun ? wanted : await open(core, own, wanted, isFresh);
  const { link } = await adminLink(core, own, opened.partner, input.admin);
  return { data: { partner: operatedView(core, opened.partner), keys: shownKeys(opened.keys), adminLink: link } };
};
