import { trimmed } from '../kernel/scope.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkedIntake } from '../coach-head/asked-intake.ts';
import { checkedRoom } from '../coach-head/service-video.ts';
import { withBranding } from './branding.ts';
import { withCaps } from './guest-caps.ts';
import { changePartner, refuseTestMode, type ChangePartnerNeeds } from './change-partner.ts';
import { originsOf } from './origins.ts';
import { withManagePage } from './manage-page.ts';
import { partnerView } from './partner-view.ts';
import type { Core } from '../ports/core.ts';

type UpdatePartnerNeeds = Pick<Core, 'guestCaps' | 'challenges'> & ChangePartnerNeeds;

/**
 * Changes the given fields; `branding` field by field, where null removes one; `guestCaps` field by field of the
 * caller's mode, where null in its place resets to the server's; `manageUrl` of the caller's mode; null removes it,
 * `videoFallback` and `intake`. Other processes apply it within seconds. Throws INVALID_REQUEST, VERSION_CONFLICT for
 * another version, PARTNER_NOT_FOUND, CHALLENGE_UNAVAILABLE, NOT_PERMITTED_FIELD in test mode once there are live keys.
 */
export const updatePartner: UseCase<'updatePartner', UpdatePartnerNeeds> =
  (core) =>
  async (
    context,
    {
      name,
      allowedOrigins,
      branding,
      guestCaps,
      challenge,
      confirmByEmail,
      videoFallback,
      intake,
      manageUrl,
      requireSecondFactor,
      version,
    },
  ) => {
    if (challenge && !core.challenges.offered)
      throw new Refusal(
        'CHALLENGE_UNAVAILABLE',
        'Whoever runs this server first sets CHALLENGE_PROVIDER, CHALLENGE_SITE_KEY and CHALLENGE_SECRET.',
      );
    const given = present({
      name: name === undefined ? undefined : trimmed('name', name),
      allowedOrigins: allowedOrigins && originsOf(allowedOrigins),
      challenge,
      confirmByEmail,
      requireSecondFactor,
    });
    const room = videoFallback && checkedRoom(videoFallback.provider, videoFallback.url, 'videoFallback');
    const partner = await changePartner(core, context, (old) => {
      refuseTestMode(context, old, Object.keys({ ...given, ...present({ branding, videoFallback, intake }) }));
      if (version !== undefined && version !== old.version)
        throw new Refusal('VERSION_CONFLICT', `The partner is at version ${old.version}.`, { version: old.version });
      const changed = {
        ...given,
        ...(branding && { branding: withBranding(old.branding, branding) }),
        // Null removes it.
        ...(videoFallback !== undefined && { videoFallback: room ?? undefined }),
        ...(intake !== undefined && { intake: intake ? checkedIntake(intake, old.intake) : undefined }),
        ...(manageUrl !== undefined && {
          manageUrls: withManagePage({ ...old, ...given }, context.caller.mode, manageUrl),
        }),
        ...(guestCaps !== undefined && { guestCaps: withCaps(old.guestCaps, context.caller.mode, guestCaps) }),
      };
      return { partner: changed, action: 'partner.updated' };
    });
    return { data: partnerView(core, partner, context.caller.mode) };
  };
