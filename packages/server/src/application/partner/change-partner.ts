import type { Intake } from '../../domain/intake/intake.ts';
import type { Instant } from '@coach-booking/time/instant';
import { note } from '../audit/note.ts';
import type { Context } from '../kernel/context.ts';
import type { VideoRoom } from '../../domain/video/video.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import { PartnerConflict, type Partner } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';

export type ChangePartnerNeeds = Pick<Core, 'partners' | 'realNow' | 'newId' | 'audit'>;

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 6;

/** A change of a partner, and its name in the audit log. */
export interface PartnerChange {
  /** Undefined removes what can be. */
  readonly partner: Partial<Omit<Partner, 'id' | 'version' | 'suspendedAt' | 'videoFallback' | 'intake'>> & {
    readonly suspendedAt?: Instant | undefined;
    readonly videoFallback?: VideoRoom | undefined;
    readonly intake?: Intake | undefined;
  };
  readonly action:
    | 'partner.updated'
    | 'partner.suspended'
    | 'partner.resumed'
    | 'key.created'
    | 'key.reissued'
    | 'key.rolled'
    | 'key.revoked';
  /** Of the key, when the change is about one. */
  readonly keyId?: string;
}

/** Returns the caller's partner. Throws PARTNER_NOT_FOUND. */
export async function readPartner({ partners }: Pick<Core, 'partners'>, { caller }: Context): Promise<Partner> {
  const partner = await partners.byId(caller.partnerId);
  if (!partner) throw new Refusal('PARTNER_NOT_FOUND', 'The partner of this caller is not stored.');
  return partner;
}

/** Awaits a write, and rejects what another partner has. Throws SLUG_TAKEN, HOST_TAKEN. */
export async function writeUnlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof PartnerConflict && error.field === 'slug')
      throw new Refusal('SLUG_TAKEN', 'Another partner has this short name.');
    if (error instanceof PartnerConflict && error.field === 'host')
      throw new Refusal('HOST_TAKEN', 'Another partner has one of these hosts.');
    throw error;
  }
}

/**
 * Rejects, in test mode, the fields that live mode depends on, once there is anything live. Throws NOT_PERMITTED_FIELD.
 */
export function refuseTestMode({ caller }: Context, { keys }: Partner, fields: readonly string[]): void {
  if (caller.mode === 'live' || !keys.some(({ mode }) => mode === 'live')) return;
  const problems = fields.map((path) => ({
    path,
    message: 'Only live mode may set this, since live pages hang on it.',
  }));
  throw new Refusal('NOT_PERMITTED_FIELD', 'This partner has live keys: use one, or the live session of an admin.', {
    problems,
  });
}

const noteChange = (
  core: Pick<Core, 'realNow' | 'newId' | 'audit'>,
  context: Context,
  { action, keyId }: PartnerChange,
): Promise<void> =>
  note(
    core,
    context,
    action,
    keyId === undefined ? { kind: 'partner', id: context.caller.partnerId } : { kind: 'key', id: keyId },
  );

const changedBy = (before: Partner, change: PartnerChange['partner']): Partner => {
  const { suspendedAt, videoFallback, intake, ...partner } = { ...before, ...change, version: before.version + 1 };
  return { ...partner, ...present({ suspendedAt, videoFallback, intake }) };
};

/**
 * Writes the caller's partner by compare-and-set, and applies the change again to what a faster writer wrote; then
 * notes it in the audit log. A change that is null writes nothing, nor does a dry run. Returns the partner as it is
 * now. Throws PARTNER_NOT_FOUND, VERSION_CONFLICT, SLUG_TAKEN, HOST_TAKEN, and what the change throws.
 */
export function changePartner(
  core: ChangePartnerNeeds,
  context: Context,
  change: (partner: Partner) => PartnerChange | null,
): Promise<Partner> {
  return compareAndSet<Partner, Partner>({
    read: () => readPartner(core, context),
    write: async (before) => {
      const changed = change(before);
      if (!changed) return before;
      const partner = changedBy(before, changed.partner);
      if (context.dryRun) return partner;
      if (!(await writeUnlessTaken(core.partners.replace(partner, before.version)))) return null;
      await noteChange(core, context, changed);
      return partner;
    },
    otherwise: (last) => refuseConflict('Others keep changing this partner.', last),
    tries: MAX_ATTEMPTS,
  });
}
