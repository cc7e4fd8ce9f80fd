import type { PickableSlot, SlotsState } from '../booking-flow/state.ts';
import type { Client } from '../client.ts';
import type { Slot, Slots, SlotStatus } from '../schemas.ts';
import type { CallOptions } from '../transport/options.ts';
import type { InputOf } from '../transport/operation-types.ts';
import { knownZone, learnZones, zoneOrOwn } from '../zones/zone-offset.ts';
import { addDays, shiftMonth } from '@coach-booking/time/dates';
import { plainDate, startOfDate } from './visitor-time.ts';

/** The time that the visitor has already and would release for another slot: it then blocks no start. */
export interface OwnTime {
  readonly input: Pick<InputOf<'listSlots'>, 'forBooking' | 'holdToken'>;
  readonly call?: Pick<CallOptions, 'bookingToken'>;
  /** The present time, which is neither free nor another time. */
  readonly start?: string | undefined;
}

/** The part of the flow that the picker uses. */
export interface SlotsPickerPorts {
  readonly listSlots: Client['listSlots'];
  /** Milliseconds. */
  readonly clock: () => number;
  readonly read: () => SlotsState;
  readonly write: (slots: SlotsState) => void;
  /**
   * Called with the first answer, which has the coach, before it is drawn: calls `use()` with the service, or returns
   * false when it is not chosen yet.
   */
  readonly met?: (answer: Slots) => boolean;
  readonly own?: () => OwnTime | null | undefined;
  /** Called when a month that the visitor asked for could not be read; `again` reads it again. */
  readonly failed: (error: unknown, again: () => void) => void;
}

type Month = Pick<SlotsState, 'byDate' | 'reason' | 'nextAvailable'>;

/** A month older than this (milliseconds) is shown at once and read again behind it. */
const FRESH = 30_000;

/** Returns the first date with a free start, or null. */
function firstFree(byDate: SlotsState['byDate']): string | null {
  return Object.keys(byDate).find((date) => byDate[date]?.some(({ status }) => status === 'available')) ?? null;
}

/** Returns the slots before anything is loaded. */
export function emptySlots(now: number, zone: string | undefined): SlotsState {
  const timeZone = knownZone(zone);
  return {
    month: plainDate(now, timeZone).slice(0, 7),
    loading: true,
    byDate: {},
    day: null,
    reason: null,
    nextAvailable: null,
    timeZone,
  };
}

/**
 * The months of slots in the visitor's zone: one request per month, service and zone, cached; a request for a month
 * that was left is aborted, and the latest wins. Both flows have one.
 */
export class SlotsPicker {
  #months = new Map<string, Month & { at: number }>();
  #request: AbortController | undefined;
  #service = '';
  #met = false;
  #coach = '';
  /** Whether the visitor has not chosen a month yet, so that the picker may show the first with a free start. */
  #opening = false;
  #ports: SlotsPickerPorts;

  constructor(ports: SlotsPickerPorts) {
    this.#ports = ports;
  }

  /** Starts over: nothing loaded, the coach to be read again. */
  begin(coach: string, service?: string): void {
    this.forget();
    this.#met = false;
    this.use(coach, service);
  }

  /**
   * Sets the coach and the service whose slots are shown, each by id or slug; without a service the server takes the
   * first.
   */
  use(coach: string, service = ''): void {
    this.#coach = coach;
    this.#service = service;
  }

  /**
   * Shows a month (`YYYY-MM`), at the earliest the present one. Without a day the first with a free start is chosen.
   */
  show(month: string, day: string | null = null): void {
    this.#opening = false;
    this.#show(month, day);
  }

  /**
   * Shows the present month, or that of the next free start when nothing in it is free. The present month is read again
   * once the server has answered, since only then the clock is right.
   */
  open(): void {
    this.#show('', null);
    this.#opening = true;
  }

  get #slots(): SlotsState {
    return this.#ports.read();
  }

  #set(change: Partial<SlotsState>): void {
    this.#ports.write({ ...this.#slots, ...change });
  }

  /** Returns the plain date of an instant in the visitor's zone. */
  #dateOf(instant: string | number): string {
    return plainDate(+new Date(instant), this.#slots.timeZone);
  }

  #present(): string {
    return this.#dateOf(this.#ports.clock()).slice(0, 7);
  }

  #show(month: string, day: string | null): void {
    const present = this.#present();
    const shown = month > present ? month : present;
    const known = this.#months.get(this.#key(shown));
    this.stop();
    this.#set({ month: shown, day, byDate: {}, reason: null, loading: !known });
    if (known) this.#draw(known);
    if (!known || this.#ports.clock() - known.at > FRESH) void this.#fetch(!known);
  }

  /** Chooses a day, and shows its month when it is another. */
  choose(date: string): void {
    if (date.slice(0, 7) === this.#slots.month) this.#set({ day: date });
    else this.show(date.slice(0, 7), date);
  }

  /** Shows the day of the next free start. */
  jump(): void {
    const { nextAvailable } = this.#slots;
    if (nextAvailable) this.#jumpTo(nextAvailable);
  }

  #jumpTo(start: string): void {
    this.choose(this.#dateOf(start));
  }

  /** Shows the same month and day in another zone; a zone that this device does not have changes nothing. */
  setTimeZone(timeZone: string): void {
    const { month, day, timeZone: present } = this.#slots;
    if (zoneOrOwn(timeZone) !== timeZone || timeZone === present) return;
    this.#set({ timeZone });
    if (!this.#coach) return;
    if (this.#opening) this.open();
    else this.show(month, day);
  }

  /** Returns a slot with its date in the visitor's zone. */
  pickable({ start, end }: Slot, status: SlotStatus = 'available'): PickableSlot {
    return { start, end, status, date: this.#dateOf(start) };
  }

  /** Shows one start as booked, since the server just reported it, and reads the month again in the background. */
  markBooked({ start, date }: PickableSlot): void {
    const { byDate } = this.#slots;
    const mark = (slot: PickableSlot) => (slot.start === start ? { ...slot, status: 'booked' as const } : slot);
    if (byDate[date]) this.#set({ byDate: { ...byDate, [date]: byDate[date].map(mark) } });
    this.refresh();
  }

  /** Reads the month again, in the background. */
  refresh(): void {
    this.expire();
    this.stop();
    void this.#fetch(false);
  }

  /** Marks every month to be read again, in the background, when it is shown. */
  expire(): void {
    for (const month of this.#months.values()) month.at = 0;
  }

  /** Forgets every month, after a booking changed them. */
  forget(): void {
    this.#months.clear();
  }

  /** Aborts the requests under way. */
  stop(): void {
    this.#request?.abort();
    this.#request = undefined;
  }

  #key(month: string): string {
    return [this.#service, this.#slots.timeZone, month].join();
  }

  /** Reads the month. With `aloud`, a failure is reported and the month waits for it; else the shown slots stay. */
  async #fetch(aloud: boolean): Promise<void> {
    const { listSlots, clock, met, failed, own } = this.#ports;
    const { month, day, timeZone } = this.#slots;
    const mine = (this.#request = new AbortController());
    // The instants at which the month and the next one begin.
    const edges = () => [month, shiftMonth(month, 1)].map((one) => startOfDate(one, timeZone)) as [number, number];
    const asked = edges();
    const from = new Date(Math.max(asked[0], clock())).toISOString();
    const to = new Date(asked[1]).toISOString();
    const greeting = met && !this.#met;
    const { input: { forBooking, ...owned } = {}, call } = own?.() ?? {};
    try {
      const answer = await listSlots(
        {
          coach: this.#coach,
          from,
          to,
          timeZone,
          statuses: 'all',
          ...owned,
          ...(forBooking ? { forBooking } : this.#service && { serviceId: this.#service }),
          ...(greeting && { include: 'coach' }),
        },
        { ...call, signal: mine.signal },
      );
      if (mine !== this.#request) return;
      learnZones(answer.zones);
      // By the zone data of this device alone, the range was slightly wrong.
      if (`${edges()}` !== `${asked}`) return await this.#fetch(aloud);
      const service = answer.service?.id ?? this.#service;
      const known = {
        byDate: this.#byDate(answer),
        reason: answer.reason,
        nextAvailable: answer.nextAvailable,
        at: clock(),
      };
      this.#months.set([service, timeZone, month].join(), known);
      this.#met = true;
      const wanted = !greeting || met(answer);
      if (mine !== this.#request) return;
      if (!wanted) this.#set({ loading: false });
      else if (this.#service && this.#service !== service) this.#show(month, day);
      else if (this.#opening && month !== this.#present()) this.#show('', null);
      else if (this.#opening && known.nextAvailable && !firstFree(known.byDate)) this.#jumpTo(known.nextAvailable);
      else {
        this.#opening = false;
        this.#draw(known);
      }
    } catch (error) {
      if (mine !== this.#request || !aloud) return;
      this.#set({ loading: false });
      failed(error, () => this.show(month, day));
    }
  }

  #draw({ byDate, reason, nextAvailable }: Month): void {
    const slots = this.#slots;
    this.#set({
      byDate,
      reason,
      nextAvailable: nextAvailable ?? slots.nextAvailable,
      day: slots.day ?? firstFree(byDate),
      loading: false,
    });
  }

  /** Starts are sorted, so the zone is only needed where a date ends. */
  #byDate({ slots }: Slots): Record<string, PickableSlot[]> {
    const { timeZone } = this.#slots;
    const present = Date.parse(this.#ports.own?.()?.start ?? '');
    const byDate: Record<string, PickableSlot[]> = {};
    let date = '';
    let ends = -Infinity;
    for (const { start, end, status = 'available' } of slots) {
      const at = Date.parse(start);
      if (at >= ends) {
        date = plainDate(at, timeZone);
        ends = startOfDate(addDays(date, 1), timeZone);
      }
      (byDate[date] ??= []).push({ start, end, status: at === present ? 'booked' : status, date });
    }
    return byDate;
  }
}
