import type { Audience, MessageKind } from './message.ts';

/** A variable of templates. The list is what lint checks and what the documentation shows. */
export interface Variable {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
  /** A URL. It stands only where there is one. */
  readonly isLink?: true;
  /** May be without a value; a sentence that has it is then left out. */
  readonly isOptional?: true;
  /** Absent: of every kind. */
  readonly kinds?: readonly MessageKind[];
  /** Absent: of both. */
  readonly audiences?: readonly Audience[];
}

const link = { isLink: true, isOptional: true } as const;
const sometimes = { isOptional: true } as const;
const offered = { kinds: ['declined', 'expired', 'cancelled', 'follow_up'], audiences: ['attendee'] } as const;

export const variables = [
  { name: 'lead.name', meaning: 'The person the booking is for', example: 'Ana Torres' },
  { name: 'coach.name', meaning: 'The coach', example: 'Maria Santos' },
  { name: 'staff.name', meaning: 'The member of the team who holds the session', example: 'Jonas', ...sometimes },
  { name: 'partner.name', meaning: 'The name of the brand', example: 'Harbour Strength' },
  { name: 'service.title', meaning: 'What is booked', example: 'Personal training' },
  { name: 'duration', meaning: 'How long the session is', example: '60 minutes', ...sometimes },
  {
    name: 'date',
    meaning: 'The date of the session in the reader’s zone; short in SMS and push messages',
    example: 'Tuesday, April 14, 2026',
    ...sometimes,
  },
  {
    name: 'time',
    meaning: 'When it starts; with the zone where the clock shows the hour twice that night',
    example: '2:00 PM',
    ...sometimes,
  },
  { name: 'end_time', meaning: 'When it ends', example: '3:00 PM', ...sometimes },
  {
    name: 'zone',
    meaning: 'The zone of date and time, by its name; short in SMS and push messages',
    example: 'Eastern Daylight Time',
    ...sometimes,
  },
  {
    name: 'when',
    meaning: 'Date, time and zone in one',
    example: 'Tuesday, April 14, 2026, 2:00 – 3:00 PM (Eastern Daylight Time)',
    ...sometimes,
  },
  { name: 'old_date', meaning: 'The date before the change', example: 'Monday, April 13, 2026', kinds: ['changed'] },
  { name: 'old_time', meaning: 'The start before the change', example: '10:00 AM', kinds: ['changed'] },
  {
    name: 'old_when',
    meaning: 'Date, time and zone before the change',
    example: 'Monday, April 13, 2026, 10:00 AM (Eastern Daylight Time)',
    kinds: ['changed'],
  },
  {
    name: 'time_until',
    meaning: 'How far off the session is at the moment of sending',
    example: 'in 2 hours',
    ...sometimes,
  },
  {
    name: 'place',
    meaning: 'Where to come, by name and address; of a session in person',
    example: 'Harbour Gym, 12 Pier Street, Boston',
    ...sometimes,
  },
  {
    name: 'place_hint',
    meaning: 'How to find the way in there',
    example: 'Second floor, ring at the blue door.',
    ...sometimes,
  },
  {
    name: 'what_to_bring',
    meaning: 'What to bring or wear, as the service has it now',
    example: 'Towel, water, indoor shoes',
    audiences: ['attendee'],
    ...sometimes,
  },
  { name: 'price', meaning: 'What it costs', example: '$70', ...sometimes },
  {
    name: 'answers',
    meaning: 'What was answered to questions, without what is about health',
    example: 'What would you like to reach? Run 10 km',
    kinds: ['requested', 'confirmed'],
    audiences: ['coach'],
    ...sometimes,
  },
  {
    name: 'reason',
    meaning: 'What was said as the reason',
    example: 'I have a cold.',
    kinds: ['declined', 'changed', 'cancelled'],
    ...sometimes,
  },
  {
    name: 'busy_calendar',
    meaning: 'The other calendar that is busy then, by the name it was connected with',
    example: 'Family',
    kinds: ['conflict'],
    audiences: ['coach'],
  },
  {
    name: 'join_link',
    meaning: 'Where an online session is joined',
    example: 'https://book.fit.example/join/x7',
    ...link,
  },
  {
    name: 'join_password',
    meaning: 'The password of the meeting, for those who do not come by the link',
    example: '493021',
    ...sometimes,
  },
  {
    name: 'manage_link',
    meaning: 'Where the attendee changes or cancels the booking',
    example: 'https://book.fit.example/manage/x7',
    audiences: ['attendee'],
    ...link,
  },
  {
    name: 'reschedule_link',
    meaning: 'Where the attendee chooses another time',
    example: 'https://book.fit.example/book/maria-santos',
    kinds: ['declined', 'expired', 'cancelled', 'follow_up'],
    audiences: ['attendee'],
    ...link,
  },
  {
    name: 'offer_1',
    meaning: 'The best free time in place of the session; in mails',
    example: 'Tuesday, April 14, 2026, 2:00 PM (Eastern Daylight Time)',
    ...offered,
    ...sometimes,
  },
  {
    name: 'offer_1_link',
    meaning: 'Where that time is booked',
    example: 'https://book.fit.example/book/maria-santos?start=2026-04-14T18:00:00Z',
    ...offered,
    ...link,
  },
  {
    name: 'offer_2',
    meaning: 'The second best free time in place of the session; in mails',
    example: 'Wednesday, April 15, 2026, 9:00 AM (Eastern Daylight Time)',
    ...offered,
    ...sometimes,
  },
  {
    name: 'offer_2_link',
    meaning: 'Where that time is booked',
    example: 'https://book.fit.example/book/maria-santos?start=2026-04-15T13:00:00Z',
    ...offered,
    ...link,
  },
  {
    name: 'offer_3',
    meaning: 'The third best free time in place of the session; in mails',
    example: 'Friday, April 17, 2026, 6:00 PM (Eastern Daylight Time)',
    ...offered,
    ...sometimes,
  },
  {
    name: 'offer_3_link',
    meaning: 'Where that time is booked',
    example: 'https://book.fit.example/book/maria-santos?start=2026-04-17T22:00:00Z',
    ...offered,
    ...link,
  },
  {
    name: 'calendar_link',
    meaning: 'The booking in the coach’s calendar; of a welcome, where to sign in',
    example: 'https://book.fit.example/desk/calendar?booking=665f00000000000000000021',
    ...link,
  },
  {
    name: 'confirm_link',
    meaning: 'Where a guest confirms by mail',
    example: 'https://book.fit.example/confirm/x7',
    kinds: ['unproven'],
    audiences: ['attendee'],
    ...link,
  },
  {
    name: 'link_lifetime',
    meaning: 'How long that link works',
    example: '30 minutes',
    kinds: ['unproven', 'recovery'],
    ...sometimes,
  },
  {
    name: 'resume_link',
    meaning: 'Where the visitor finishes the booking',
    example: 'https://book.fit.example/resume/x7',
    kinds: ['recovery'],
    audiences: ['attendee'],
    ...link,
  },
  {
    name: 'coach_message',
    meaning: 'What the coach added to this message',
    example: 'I have kept a mat for you.',
    kinds: ['recovery'],
    audiences: ['attendee'],
    ...sometimes,
  },
  {
    name: 'incentive',
    meaning: 'The discount that is offered',
    example: '20%',
    kinds: ['recovery'],
    audiences: ['attendee'],
    ...sometimes,
  },
  {
    name: 'incentive_code',
    meaning: 'The code of that discount',
    example: 'K7M2P9XD',
    kinds: ['recovery'],
    audiences: ['attendee'],
    ...sometimes,
  },
  {
    name: 'incentive_until',
    meaning: 'The last day of that discount',
    example: 'Tuesday, April 21, 2026',
    kinds: ['recovery'],
    audiences: ['attendee'],
    ...sometimes,
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof variables)[number]['name'];

/** The values of a message by their names. A name without one is absent. */
export type VariableValues = Readonly<Partial<Record<VariableName, string>>>;

const all: readonly Variable[] = variables;

/** Returns the variables that messages of this kind to these people can have. */
export function variablesFor(kind: MessageKind, audience: Audience): readonly Variable[] {
  return all.filter(
    ({ kinds, audiences }) => (kinds?.includes(kind) ?? true) && (audiences?.includes(audience) ?? true),
  );
}

export function variableOf(name: string): Variable | undefined {
  return all.find((variable) => variable.name === name);
}
