import { failureOf } from '../errors/failure-of.ts';
import type { Service } from '../schemas.ts';
import type { BookingFlowCore } from './booking-flow-steps.ts';
import { validateDetails } from './details.ts';
import { realTimers } from './options.ts';
import type { BookingFlowState, IncentiveState } from './state.ts';

/** Milliseconds after the last letter: a wrong code counts against the visitor's address. */
const AFTER = 500;

/** A code without the blanks and hyphens of its writing; none is shorter or longer. */
const isWhole = (code: string): boolean => code.replace(/[\s\p{Pd}\p{Cf}]/gu, '').length === 8;

/** Follows the code in the details, and what the service costs with it. */
export interface IncentiveWatch {
  /** Checks the code once no more is typed; what is known of an earlier one is forgotten. */
  typed(): void;
  /** Checks it at once. */
  check(): void;
  /** Shows why the server has refused a booking for its code. */
  refused(error: unknown): void;
  end(): void;
}

/** Returns the chosen service as its coach offers it, without a code. */
export function offeredService({ services, service }: BookingFlowState): Service | null {
  return services.find(({ id }) => id === service?.id) ?? service;
}

export function createIncentiveWatch({ client, options, state, set }: BookingFlowCore): IncentiveWatch {
  const { timers = realTimers } = options;
  let timer: unknown;

  function show(incentive: IncentiveState | undefined): void {
    const offered = offeredService(state());
    const service = offered && incentive?.checked ? { ...offered, price: incentive.checked.price } : offered;
    set({ incentive, service });
  }

  function end(): void {
    timers.clear(timer);
    timer = undefined;
  }

  function reasonOf(error: unknown): IncentiveState['reason'] {
    const { code, details } = failureOf(error);
    return code === 'RATE_LIMITED' ? 'limited' : code === 'INCENTIVE_REFUSED' ? details.incentive : undefined;
  }

  async function ask(): Promise<void> {
    end();
    const { coach, service, details } = state();
    const code = details.incentiveCode?.trim() ?? '';
    const { email } = details;
    if (!coach || !service || !client.checkIncentive || !isWhole(code) || validateDetails(details).email)
      return show(undefined);
    show({ code });
    const isMeant = (): boolean => {
      const now = state();
      return (
        now.details.email === email && now.details.incentiveCode?.trim() === code && now.service?.id === service.id
      );
    };
    try {
      const input = { coach: coach.id, code, serviceId: service.id, email: email.trim() };
      const checked = await client.checkIncentive(input);
      if (isMeant()) show({ code, checked });
    } catch (error) {
      const reason = reasonOf(error);
      // Without an answer the booking itself decides.
      if (isMeant()) show(reason && { code, reason });
    }
  }

  return {
    typed() {
      end();
      const { incentive, details } = state();
      if (incentive) show(undefined);
      if (details.incentiveCode) timer = timers.set(() => void ask(), AFTER);
    },
    check() {
      if (state().details.incentiveCode) void ask();
    },
    refused(error) {
      const reason = reasonOf(error);
      const code = state().details.incentiveCode?.trim();
      if (code && reason && reason !== 'limited') show({ code, reason });
    },
    end,
  };
}
