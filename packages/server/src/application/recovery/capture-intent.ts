import { plus } from '@coach-booking/time/instant';
import { ABANDONED_AFTER, INTENT_STORED_FOR, isOpen, type Intent } from '../../domain/recovery/intent.ts';
import { cleanEmail, cleanName, emailKeyOf } from '../../domain/person/written.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import { countRecovery } from '../funnel/count-recovery.ts';
import { countIntent } from '../guests/count-intent.ts';
import { guestOf, type GuestNeeds } from '../guests/guest.ts';
import { refuseBlocked } from '../guests/refuse-blocked.ts';
import { identify } from '../idempotency/identify.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope, refuseInput, scopeOf } from '../kernel/scope.ts';
import { checkShownZone } from '../kernel/zones-view.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkActive } from '../slots/draft.ts';
import { sessionRules } from '../slots/session-rules.ts';
import { withdraw, type WithdrawNeeds } from './withdraw.ts';
import { changeIntent } from './write-intent.ts';

type CaptureIntentNeeds = Pick<
  Core,
  'cache' | 'coaches' | 'ledgers' | 'cachedMessaging' | 'newId' | 'idempotency' | 'phones' | 'tokens' | 'visits'
> &
  GuestNeeds &
  WithdrawNeeds;

type Input = InputOf<'captureIntent'>;

/** The fields that a request gives; `emailKey` and `contact` are always there. */
type Given = Pick<
  Intent,
  'coachId' | 'serviceId' | 'start' | 'timeZone' | 'locale' | 'utm' | 'consent' | 'changedAt' | 'abandonsAt'
> & { readonly contact: NonNullable<Intent['contact']>; readonly emailKey: string };

/** Attempts against faster requests of the same person. */
const MAX_ATTEMPTS = 5;

/** Throws CAPTURE_OFF, POSTAL_ADDRESS_MISSING. */
const checkAsked = async (core: Pick<Core, 'cachedMessaging'>, context: Context, head: CoachHead): Promise<void> => {
  if (!head.recovery?.capture)
    throw new Refusal('CAPTURE_OFF', `Coach ${head.slug} has it off: updateRecoverySettings switches it on.`);
  if ((await core.cachedMessaging(scopeOf(context))).postalAddress === undefined)
    throw new Refusal('POSTAL_ADDRESS_MISSING', 'An admin sets it by updateMessaging; it stands below every mail.');
};

/** Throws INVALID_REQUEST for a channel without its contact, and for an unknown zone. */
const givenBy = ({ phones }: Pick<Core, 'phones'>, { now }: Context, head: CoachHead, input: Input): Given => {
  const { coachId, serviceId, start, timeZone, locale = 'en', utm, contact, consent } = input;
  checkShownZone(timeZone);
  if (consent.channels.includes('sms') && contact.phone === undefined)
    refuseInput('consent.channels', 'sms needs a phone number.');
  const name = contact.name === undefined ? '' : cleanName(contact.name);
  const phone = contact.phone === undefined ? undefined : phones.normalise(contact.phone, head.schedule.timeZone);
  const email = cleanEmail(contact.email);
  return {
    coachId,
    serviceId,
    locale,
    ...present({ start: start === undefined ? undefined : instantOf(start), timeZone, utm }),
    contact: present({ name: name || undefined, email, phone }),
    emailKey: emailKeyOf(email),
    consent: { text: consent.text, version: consent.version, channels: [...consent.channels], at: now },
    changedAt: now,
    abandonsAt: plus(now, ABANDONED_AFTER),
  };
};

/** Returns an intent with what a later request gives; when it was abandoned stays. */
const overwritten = ({ start: _start, timeZone: _zone, utm: _utm, ...intent }: Intent, given: Given): Intent => ({
  ...intent,
  ...given,
  abandonsAt: intent.status === 'captured' ? given.abandonsAt : intent.abandonsAt,
});

/**
 * Returns the intent of a token, where the request may change it. One that was abandoned under another address is
 * withdrawn: that address was a mistake.
 */
const ofToken = async (
  core: CaptureIntentNeeds,
  context: Context,
  token: string | undefined,
  { coachId, emailKey }: Given,
): Promise<Intent | null> => {
  const grant = token === undefined ? null : core.tokens.readIntent(token);
  if (!grant || !isInScope(context, grant) || grant.coachId !== coachId) return null;
  const intent = await core.intents.byId(grant.intentId);
  if (!intent || !isOpen(intent)) return null;
  if (intent.status === 'captured' || intent.emailKey === emailKey) return intent;
  await withdraw(core, intent, context.now);
  return null;
};

/** Returns the open intent of the same person, coach and service. */
const ofPerson = async (core: CaptureIntentNeeds, context: Context, given: Given): Promise<Intent | null> => {
  const found = await core.intents.ofEmail(scopeOf(context), given.emailKey);
  const same = found.filter(
    (intent) => isOpen(intent) && intent.coachId === given.coachId && intent.serviceId === given.serviceId,
  );
  return same.find(({ status }) => status === 'captured') ?? same[0] ?? null;
};

/** Stores a new intent. Returns false where a request of the same person was faster. Throws BOOKING_LIMIT. */
const insert = async (core: CaptureIntentNeeds, context: Context, given: Given, id: string): Promise<boolean> => {
  const guest = await guestOf(core, context);
  if (guest) await countIntent(core, context, guest, { id, coachId: given.coachId });
  const intent: Intent = {
    ...given,
    ...scopeOf(context),
    id,
    createdAt: given.changedAt,
    status: 'captured',
    attempts: [],
    uncounted: [],
    forgetAt: plus(core.realNow(), INTENT_STORED_FOR),
    version: 1,
  };
  const isNew = await core.intents.insert(intent);
  if (isNew) await countRecovery(core, intent, 'captured');
  return isNew;
};

/** Stores what is given, over the intent that is there or as a new one. Returns its id. */
const store = async (
  core: CaptureIntentNeeds,
  context: Context,
  token: string | undefined,
  given: Given,
  newId: string,
): Promise<string> => {
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const known = (await ofToken(core, context, token, given)) ?? (await ofPerson(core, context, given));
    if (known) {
      const written = await changeIntent(core, known, (read) => (isOpen(read) ? overwritten(read, given) : null));
      if (written && isOpen(written)) return known.id;
    } else if (await insert(core, context, given, newId)) return newId;
    // It was captured under this id and has ended: the request was sent again.
    else if (await core.intents.byId(newId)) return newId;
  }
  throw new Error('Others keep changing this intent.');
};

/**
 * Stores, with the person's consent, that a booking was begun; over what is stored of the same person and service, or
 * of the token. Nothing is stored of a request that is refused. A dry run stores nothing. Throws COACH_NOT_FOUND,
 * COACH_INACTIVE, SERVICE_NOT_FOUND, CAPTURE_OFF, POSTAL_ADDRESS_MISSING, INVALID_REQUEST for a channel without its
 * contact and for an unknown zone, BOOKING_LIMIT, IDEMPOTENCY_MISMATCH.
 */
export const captureIntent: UseCase<'captureIntent', CaptureIntentNeeds> = (core) => async (context, input) => {
  const { head } = await readVisibleCoach(core, context, input.coachId);
  checkActive(head);
  await checkAsked(core, context, head);
  sessionRules(head, { serviceId: input.serviceId });
  const given = givenBy(core, context, head, input);
  const guest = await guestOf(core, context);
  if (guest) await refuseBlocked(core, context, guest, head.id);
  const { token, ...asked } = input;
  const newId = context.dryRun ? core.newId() : (await identify(core, context, 'captureIntent', asked)).id;
  const id = context.dryRun ? newId : await store(core, context, token, given, newId);
  return { data: { id, token: core.tokens.signIntent({ ...scopeOf(context), intentId: id, coachId: head.id }) } };
};
