import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { capsInForce } from '../../domain/guest/guest-caps.ts';
import { intakeView } from '../coach-head/asked-intake.ts';
import type { Mode } from '../kernel/context.ts';
import type { Deps } from '../ports/deps.ts';
import { instantText } from '../kernel/instants.ts';
import type { Partner, PartnerKey } from '../ports/partners.ts';
import { present } from '../kernel/present.ts';

type PartnerKeyView = components['schemas']['PartnerKeyView'];
type PartnerView = components['schemas']['Partner'];

const textOf = (instant: Instant | undefined): string | undefined =>
  instant === undefined ? undefined : instantText(instant);

/** Returns a key without its secret, unless it is publishable. */
export function keyView({
  id,
  kind,
  mode,
  lookup,
  ending = '',
  createdAt,
  expiresAt,
  revokedAt,
}: PartnerKey): PartnerKeyView {
  return {
    id,
    kind,
    mode,
    hint: kind === 'publishable' ? lookup : `…${ending}`,
    createdAt: instantText(createdAt),
    ...present({ expiresAt: textOf(expiresAt), revokedAt: textOf(revokedAt) }),
  };
}

/** Returns whether a key is within reach of a mode: for test mode, live keys do not exist. */
export function isInReach(mode: Mode, key: PartnerKey): boolean {
  return mode === 'live' || key.mode === 'test';
}

/** Returns the partner for a caller of this mode, with the caps on visitors that are in force in it. */
export function partnerView(
  core: Pick<Deps, 'guestCaps'>,
  {
    id,
    slug,
    name,
    allowedOrigins,
    hosts,
    branding,
    guestCaps,
    challenge = false,
    confirmByEmail = false,
    videoFallback,
    intake,
    manageUrls,
    requireSecondFactor = 'none',
    keys,
    version,
  }: Partner,
  mode: Mode,
): PartnerView {
  return {
    id,
    slug,
    name,
    allowedOrigins: [...allowedOrigins],
    hosts: [...hosts],
    branding: { ...branding },
    guestCaps: { ...capsInForce(mode, core.guestCaps, guestCaps?.[mode]) },
    challenge,
    confirmByEmail,
    ...(videoFallback && { videoFallback: { ...videoFallback } }),
    ...(intake && { intake: intakeView(intake) }),
    ...present({ manageUrl: manageUrls?.[mode] }),
    requireSecondFactor,
    keys: keys.filter((key) => isInReach(mode, key)).map(keyView),
    version,
  };
}
