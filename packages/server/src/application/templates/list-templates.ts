import {
  AUDIENCES,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
  type Audience,
  type MessageChannel,
  type MessageKey,
  type MessageKind,
  type MessageLanguage,
} from '../../domain/message/message.ts';
import type { Core } from '../ports/core.ts';
import type { OwnTemplate, TemplateOwner } from '../ports/message-templates.ts';
import type { Tone } from '../ports/partners.ts';
import type { UseCase } from '../ports/use-case.ts';
import { standardTemplate } from '../rendering/standard/standard-template.ts';
import { ownerOf, toneOf, type OwnerNeeds } from './owner.ts';
import { templateView } from './template-view.ts';

type ListNeeds = Pick<Core, 'messageTemplates' | 'cachedPartner'>;

interface Wanted {
  readonly kind?: MessageKind | undefined;
  readonly channel?: MessageChannel | undefined;
  readonly audience?: Audience | undefined;
  readonly language?: MessageLanguage | undefined;
}

const standardTexts = ({ kind, channel, audience, language = 'en' }: Wanted, tone: Tone | undefined) => {
  const only = <T>(one: T | undefined, all: readonly T[]): readonly T[] => (one === undefined ? all : [one]);
  const keys = only(kind, MESSAGE_KINDS).flatMap((each) =>
    only(audience, AUDIENCES).flatMap((reader) =>
      only(channel, MESSAGE_CHANNELS).map((by) => ({ kind: each, channel: by, audience: reader, language })),
    ),
  );
  return keys.map((key) => standardTemplate(key, tone)).filter((found) => found !== null);
};

const among = (texts: readonly OwnTemplate[], { kind, channel, audience }: MessageKey): OwnTemplate | null =>
  texts.find((text) => text.kind === kind && text.channel === channel && text.audience === audience) ?? null;

const list = async ({ messageTemplates, cachedPartner }: ListNeeds, owner: TemplateOwner, wanted: Wanted) => {
  const { language = 'en' } = wanted;
  const { coachId, ...partner } = owner;
  const [own, above, tone] = await Promise.all([
    messageTemplates.of(owner, language),
    coachId === undefined ? [] : messageTemplates.of(partner, language),
    toneOf({ cachedPartner }, owner),
  ]);
  const views = standardTexts(wanted, tone).map((standard) =>
    templateView(owner, standard, { own: among(own, standard), above: among(above, standard) }),
  );
  return { data: views };
};

/** Returns every text of the partner's messages in one language. */
export const listTemplates: UseCase<'listTemplates', ListNeeds & OwnerNeeds> = (core) => async (context, wanted) =>
  list(core, await ownerOf(core, context), wanted);

/** Returns every text of a coach's messages in one language. Throws COACH_NOT_FOUND. */
export const listCoachTemplates: UseCase<'listCoachTemplates', ListNeeds & OwnerNeeds> =
  (core) =>
  async (context, { coach, ...wanted }) =>
    list(core, await ownerOf(core, context, coach), wanted);
