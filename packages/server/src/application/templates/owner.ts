import { offeredServices } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { OwnTemplate, TemplateOwner } from '../ports/message-templates.ts';
import type { Tone } from '../ports/partners.ts';
import type { MessageKey } from '../../domain/message/message.ts';

export type OwnerNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers'>;

/** Returns whose texts a request is about: of the coach in the path, else of the partner. Throws COACH_NOT_FOUND. */
export async function ownerOf(core: OwnerNeeds, context: Context, coach?: string): Promise<TemplateOwner> {
  if (coach === undefined) return scopeOf(context);
  const { head } = await readCoach(core, context, coach);
  return { ...scopeOf(context), coachId: head.id };
}

/**
 * Returns whether messages of this owner may be about sessions with a video link. Any coach of a partner may have one.
 */
export async function hasVideo({ coaches }: Pick<Core, 'coaches'>, { coachId }: TemplateOwner): Promise<boolean> {
  const head = coachId === undefined ? null : await coaches.byId(coachId);
  return !head || offeredServices(head).some(({ video }) => video !== undefined);
}

/** Returns how the owner's partner addresses attendees. */
export async function toneOf(
  { cachedPartner }: Pick<Core, 'cachedPartner'>,
  { partnerId }: TemplateOwner,
): Promise<Tone | undefined> {
  return (await cachedPartner(partnerId))?.branding.tone;
}

/** The texts that there are for a message, besides the standard one. */
export interface Written {
  /** The owner's, whether that is a coach or the partner. */
  readonly own: OwnTemplate | null;
  /** The partner's, to a coach. */
  readonly above: OwnTemplate | null;
}

/** Reads the texts of a message that its owner sees. */
export async function writtenOf(
  { messageTemplates }: Pick<Core, 'messageTemplates'>,
  owner: TemplateOwner,
  key: MessageKey,
): Promise<Written> {
  const { coachId, ...partner } = owner;
  const [own = null, above = null] = await messageTemplates.find(
    coachId === undefined ? [partner] : [owner, partner],
    key,
  );
  return { own, above };
}
