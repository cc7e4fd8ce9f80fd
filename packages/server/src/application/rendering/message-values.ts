import type { Instant } from '@coach-booking/time/instant';
import type { Audience, MessageChannel } from '../../domain/message/message.ts';
import { unmarked } from '../../domain/message/marked-text.ts';
import type { VariableName, VariableValues } from '../../domain/message/variables.ts';
import type { TemplateScope } from '../ports/templates.ts';
import { nameForGreeting, oneLine } from '../mail/one-line.ts';
import type { MessageBrand, MessageData, MessageLinks } from './message-data.ts';
import { dateText, lengthText, timeText, untilText, zoneText, type Manner } from './moment-words.ts';
import { moneyText } from './money-text.ts';
import type { MessageWords } from './standard/standard-texts.ts';

/** For whom and how the values are written. */
export interface Reader {
  readonly audience: Audience;
  readonly channel: MessageChannel;
  readonly locale: string;
  readonly words: MessageWords;
}

/** The most free times that a message offers. */
export const MOST_OFFERS = 3;

/** Characters of one value, so that no title fills an SMS or a letter. */
const MAX_LENGTHS = { email: 500, push: 100, sms: 40 } as const;

const clipped = (text: string, most: number): string => {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** Accents that GSM-7 lacks: one of them in a date would more than halve what an SMS holds. */
const withoutAccents: Readonly<Record<string, string>> = Object.fromEntries(
  ['áa', 'íi', 'óo', 'úu', 'âa', 'êe', 'îi', 'ôo', 'ûu', 'çc', 'ëe', 'ïi'].map(([from, to]) => [from!, to!]),
);
const inGsm = (text: string): string => text.replace(/[áíóúâêîôûçëï]/g, (sign) => withoutAccents[sign]!);

/** Throws a TypeError for what mail programs may not show as a link, or may run. */
const linkOf = (url: string | undefined): string | undefined => {
  if (url === undefined) return undefined;
  const { protocol, href } = new URL(url);
  if (!/^https?:$/.test(protocol)) throw new TypeError('A message links to http(s) only.');
  return href;
};

const linksOf = ({ join, joinPassword, manage, reschedule, calendar, confirm, resume }: MessageLinks): VariableValues =>
  defined({
    join_link: linkOf(join),
    join_password: join && joinPassword,
    manage_link: linkOf(manage),
    reschedule_link: linkOf(reschedule),
    calendar_link: linkOf(calendar),
    confirm_link: linkOf(confirm),
    resume_link: linkOf(resume),
  });

const defined = (values: Partial<Record<VariableName, string | undefined>>): VariableValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

const whenOf = (start: Instant, end: Instant | undefined, manner: Manner, { words }: Reader): string => {
  const time = timeText(start, manner);
  return (end === undefined ? words.when : words.whenUntil)
    .replace('{date}', dateText(start, manner))
    .replace('{time}', time)
    .replace('{end}', end === undefined ? '' : timeText(end, manner))
    .replace('{zone}', zoneText(start, manner));
};

const timesOf = (data: MessageData, manner: Manner, reader: Reader): VariableValues => {
  const { start, end, oldStart, now } = data;
  const old =
    oldStart === undefined
      ? {}
      : {
          old_date: dateText(oldStart, manner),
          old_time: timeText(oldStart, manner),
          old_when: whenOf(oldStart, undefined, manner, reader),
        };
  if (start === undefined) return defined(old);
  return defined({
    ...old,
    date: dateText(start, manner),
    time: timeText(start, manner),
    end_time: end === undefined ? undefined : timeText(end, manner),
    zone: zoneText(start, manner),
    when: whenOf(start, end, manner, reader),
    time_until: start > now ? untilText(start, now, manner) : undefined,
  });
};

/** Returns the answers of the form in one line. */
const answersOf = ({ answers = [], hasHealthAnswers }: MessageData, words: MessageWords): string | undefined =>
  [...answers.map(({ label, value }) => `${label} ${value}`), ...(hasHealthAnswers ? [words.healthAnswers] : [])].join(
    ' · ',
  ) || undefined;

/** Characters of the words that a coach adds, which are longer than a title. */
const COACH_MESSAGE_LENGTH = 500;

const incentiveOf = ({ recovery }: MessageData, manner: Manner): VariableValues => {
  const { coachMessage, incentive } = recovery ?? {};
  const words = coachMessage && clipped(oneLine(unmarked(coachMessage)), COACH_MESSAGE_LENGTH);
  if (!incentive) return defined({ coach_message: words });
  const { code, off, expiresAt } = incentive;
  return defined({
    coach_message: words,
    incentive:
      'percent' in off
        ? new Intl.NumberFormat(manner.locale, { style: 'percent' }).format(off.percent / 100)
        : moneyText(off, manner.locale),
    incentive_code: code,
    incentive_until: dateText(expiresAt, manner),
  });
};

const offersOf = ({ offers = [] }: MessageData, manner: Manner, reader: Reader): VariableValues =>
  Object.fromEntries(
    offers.slice(0, MOST_OFFERS).flatMap(({ start, link }, i) => [
      [`offer_${i + 1}`, whenOf(start, undefined, manner, reader)],
      [`offer_${i + 1}_link`, linkOf(link)],
    ]),
  );

/**
 * Returns the values of a message. Texts of people are one line each, without hidden characters; a name that could be
 * taken for a link, and that is untrusted, is replaced by a word. Throws a TypeError for a link that is not http(s),
 * and a RangeError for a zone that does not exist.
 */
export function messageValues(data: MessageData, brand: MessageBrand, reader: Reader): VariableValues {
  const { audience, channel, locale, words } = reader;
  const manner: Manner = { locale, timeZone: data.timeZone, isShort: channel !== 'email' };
  const text = (value: string | undefined) =>
    value === undefined ? undefined : clipped(oneLine(unmarked(value)), MAX_LENGTHS[channel]);
  const times = timesOf(data, manner, reader);
  return {
    ...(channel === 'sms' ? mapped(times, inGsm) : times),
    ...mapped(incentiveOf(data, manner), channel === 'sms' ? inGsm : (each) => each),
    ...linksOf(data.links),
    ...offersOf(data, manner, reader),
    ...defined({
      'lead.name': text(nameForGreeting(unmarked(data.lead.name)) ?? words.unnamed[audience]),
      'coach.name': text(data.coach.name),
      'staff.name': text(data.staff?.name),
      'partner.name': text(brand.name),
      'service.title': text(data.service.title),
      duration: data.duration === undefined ? undefined : lengthText(data.duration, locale),
      place: text(data.place),
      place_hint: text(data.placeHint),
      what_to_bring: text(data.whatToBring),
      price: data.price && moneyText(data.price, locale),
      answers: text(answersOf(data, words)),
      reason: text(data.reason),
      busy_calendar: text(data.busyCalendar),
      link_lifetime: data.linkLifetime === undefined ? undefined : lengthText(data.linkLifetime, locale),
    }),
  };
}

const mapped = (values: VariableValues, change: (text: string) => string): VariableValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** Returns the values as templates name them: `lead.name` is `name` within `lead`. */
export function scopeOf(values: VariableValues): TemplateScope {
  const scope: Record<string, string | Record<string, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [first, second] = name.split('.') as [string, string?];
    if (second === undefined) scope[first] = value;
    else scope[first] = { ...(scope[first] as Record<string, string> | undefined), [second]: value };
  }
  return scope;
}

/** Returns the values that are links. */
export function linksAmong(values: VariableValues): ReadonlySet<string> {
  return new Set(Object.entries(values).flatMap(([name, value]) => (name.endsWith('_link') ? [value] : [])));
}
