import { readCoach } from './coach-head/read-coach.ts';
import type { Context } from './kernel/context.ts';
import type { UseCaseId } from './kernel/contract.ts';
import type { Core } from './ports/core.ts';
import type { AuditAction } from './ports/audit.ts';
import type { UseCase } from './ports/use-case.ts';
import { note } from './audit/note.ts';

type AuditedNeeds = Pick<Core, 'cache' | 'realNow' | 'newId' | 'coaches' | 'ledgers' | 'audit'>;

type Input = Readonly<Record<string, unknown>>;
type Data = Readonly<Record<string, unknown>>;

interface AuditRule {
  readonly action: (input: Input) => AuditAction;
  /** The subject of the act. `coach` is the one in the path, by its id. */
  readonly subject: 'coach' | { readonly kind: string; readonly id: (input: Input, data: Data) => unknown };
}

const ofCoach = (action: AuditAction): AuditRule => ({ action: () => action, subject: 'coach' });
const about = (kind: string, action: AuditRule['action'], id: (input: Input, data: Data) => unknown): AuditRule => ({
  action,
  subject: { kind, id },
});

const ofTemplate = (action: AuditAction): AuditRule =>
  about(
    'template',
    () => action,
    ({ kind, channel, audience, language }) => [kind, channel, audience, language].join(':'),
  );

/** Returns the action of a switch, or that of another change. */
const switched =
  (on: AuditAction, off: AuditAction, otherwise: AuditAction): AuditRule['action'] =>
  ({ active }) =>
    active === undefined ? otherwise : active ? on : off;

/**
 * Operations that are written to the audit log once they are done, before the answer. Others, which need more than one
 * line or an earlier one, write their own.
 */
const AUDIT_RULES: { readonly [Op in UseCaseId]?: AuditRule } = {
  createCoach: about(
    'coach',
    () => 'coach.created',
    (_, { id }) => id,
  ),
  updateCoach: about('coach', switched('coach.activated', 'coach.deactivated', 'coach.updated'), (_, { id }) => id),
  createStaff: about(
    'staff',
    () => 'staff.created',
    (_, { id }) => id,
  ),
  updateStaff: about('staff', switched('staff.activated', 'staff.deactivated', 'staff.updated'), ({ id }) => id),
  deleteStaff: about(
    'staff',
    () => 'staff.deleted',
    ({ id }) => id,
  ),
  setCoachPhoto: ofCoach('coach.updated'),
  removeCoachPhoto: ofCoach('coach.updated'),
  updateSchedule: ofCoach('schedule.updated'),
  setDateOverride: ofCoach('schedule.date_override_set'),
  removeDateOverride: ofCoach('schedule.date_override_removed'),
  addTimeOff: ofCoach('schedule.time_off_added'),
  removeTimeOff: ofCoach('schedule.time_off_removed'),
  createExternalCalendar: ofCoach('schedule.external_calendar_added'),
  updateExternalCalendar: ofCoach('schedule.external_calendar_changed'),
  deleteExternalCalendar: ofCoach('schedule.external_calendar_removed'),
  putBackExternalEvent: ofCoach('schedule.external_event_put_back'),
  addConnectedAccount: ofCoach('connected_account.added'),
  disconnectAccount: ofCoach('connected_account.removed'),
  setIntegration: about(
    'integration',
    () => 'integration.set',
    ({ provider }) => provider,
  ),
  removeIntegration: about(
    'integration',
    () => 'integration.removed',
    ({ provider }) => provider,
  ),
  setTemplate: ofTemplate('template.saved'),
  removeTemplate: ofTemplate('template.removed'),
  setCoachTemplate: ofCoach('template.saved'),
  removeCoachTemplate: ofCoach('template.removed'),
  listLeads: ofCoach('lead.read'),
  getLead: ofCoach('lead.read'),
  listAbandonedBookings: ofCoach('lead.read'),
  updateRecoverySettings: ofCoach('coach.updated'),
  revokeIncentive: ofCoach('incentive.revoked'),
  updateLead: about(
    'lead',
    () => 'lead.updated',
    ({ id }) => id,
  ),
};

const subjectOf = async (
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  { subject }: AuditRule,
  input: Input,
  data: Data,
) => {
  if (subject === 'coach') return { kind: 'coach', id: (await readCoach(core, context, String(input.coach))).head.id };
  return { kind: subject.kind, id: String(subject.id(input, data)) };
};

/** Wraps a use case, which writes to the audit log if the table names it. */
export function audited<Op extends UseCaseId>(
  core: AuditedNeeds,
  operation: Op,
  useCase: ReturnType<UseCase<Op>>,
): ReturnType<UseCase<Op>> {
  const act = AUDIT_RULES[operation];
  if (!act) return useCase;
  return async (context, input) => {
    const output = await useCase(context, input);
    if (context.dryRun) return output;
    const asked = input as Input;
    const { data } = output as unknown as { readonly data: Data };
    await note(core, context, act.action(asked), await subjectOf(core, context, act, asked, data));
    return output;
  };
}
