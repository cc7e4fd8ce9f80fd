import type { InputOf } from '../transport/operation-types.ts';
import type { BookingFlowCore } from './booking-flow-steps.ts';
import { validateDetails } from './details.ts';
import { realTimers } from './options.ts';
import type { FlowConsent } from './state.ts';

/** Milliseconds after the last change before it is sent. */
const CAPTURE_AFTER = 800;
/** Milliseconds before a withdrawal that got no answer is sent again, and how often. */
const AGAIN_AFTER = 5000;
const MOST_TRIES = 5;

type Captured = NonNullable<FlowConsent['captured']>;

/** Keeps at the server that the visitor has begun to book, as long as they agree to that. */
export interface IntentKeeper {
  /** Sets the consent, or takes it back at once. */
  agree(consent: FlowConsent | null): void;
  /** Sends, a moment later, what has changed. */
  changed(): void;
  /** Notes what is chosen as the visitor leaves the slot or the page. */
  left(): void;
}

/**
 * Creates the keeper of one flow. Calls are sent one after the other. That one of them fails is no problem of the
 * booking, and shows nowhere; a withdrawal is sent again.
 */
export function createIntentKeeper({ client, options, state, set }: BookingFlowCore): IntentKeeper {
  const { timers = realTimers, language, utm } = options;
  let timer: unknown;
  let queue: Promise<unknown> = Promise.resolve();
  /** The last input that was answered, so that nothing is sent twice. */
  let sent = '';

  /** Returns what is to be captured; null without consent, without an address, and where the coach does not ask. */
  function wanted(): InputOf<'captureIntent'> | null {
    const { phase, coach, service, slot, slots, details } = state();
    const { consent } = details;
    const wrong = validateDetails(details);
    if (phase !== 'details' || !consent || !coach?.captureIntents || !service || wrong.email) return null;
    const [name, email, phone] = [details.name.trim(), details.email.trim(), details.phone.trim()];
    const { text, version, channels } = consent;
    return {
      coachId: coach.id,
      serviceId: service.id,
      ...(slot && { start: slot.start }),
      timeZone: slots.timeZone,
      ...(language && { locale: language }),
      ...(utm && { utm }),
      contact: { ...(name && !wrong.name && { name }), email, ...(phone && !wrong.phone && { phone }) },
      consent: { text, version, channels: [...channels] },
    };
  }

  async function capture(): Promise<void> {
    const input = wanted();
    const content = JSON.stringify(input);
    if (!input || content === sent || !client.captureIntent) return;
    const token = state().details.consent?.captured?.token;
    const captured = await client.captureIntent({ ...input, ...(token && { token }) }).catch(() => null);
    if (!captured) return;
    const { details } = state();
    // Taken back, or booked, while the request was under way.
    if (!details.consent) return withdraw(captured);
    sent = content;
    set({ details: { ...details, consent: { ...details.consent, captured } } });
  }

  function withdraw({ id, token }: Captured, tries = 0): void {
    const send = async (): Promise<void> => {
      if (state().details.consent?.captured?.id !== id) await client.withdrawIntent?.({ id, intentToken: token });
    };
    queue = queue.then(send).catch(() => {
      if (tries < MOST_TRIES) timers.set(() => withdraw({ id, token }, tries + 1), AGAIN_AFTER);
    });
  }

  function changed(): void {
    timers.clear(timer);
    if (wanted()) timer = timers.set(() => void (queue = queue.then(capture)), CAPTURE_AFTER);
  }

  return {
    agree(consent) {
      const { consent: before, ...details } = state().details;
      timers.clear(timer);
      set({ details: { ...details, ...(consent && { consent }) } });
      if (consent) return changed();
      sent = '';
      if (before?.captured) withdraw(before.captured);
    },
    changed,
    left() {
      timers.clear(timer);
      const { details, service, slot } = state();
      const captured = details.consent?.captured;
      if (captured) options.intentBeacon?.({ ...captured, serviceId: service?.id, start: slot?.start });
    },
  };
}
