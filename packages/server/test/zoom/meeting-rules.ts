import type {
  MeetingsCreateMeetingRequestBody,
  MeetingsListMeetingsQueryParams,
  MeetingsUpdateMeetingRequestBody,
} from '@zoom/rivet/meetings';

type Create = MeetingsCreateMeetingRequestBody;
type Settings = NonNullable<Create['settings']>;
type Update = MeetingsUpdateMeetingRequestBody;

/**
 * The rule of a field by its type at Zoom. What Zoom takes and this server never sends has the rule `unused`: the fake
 * refuses it, so that this server sends what is listed here alone.
 */
type RuleOf<T> =
  Exclude<T, undefined> extends boolean
    ? 'boolean' | 'unused'
    : Exclude<T, undefined> extends string
      ? (string extends Exclude<T, undefined> ? 'text' : readonly Exclude<T, undefined>[]) | 'unused'
      : Exclude<T, undefined> extends number
        ? (number extends Exclude<T, undefined> ? 'whole' : readonly Exclude<T, undefined>[]) | 'unused'
        : 'list' | 'switch' | 'settings' | 'unused';
/** Every field that Zoom's own types name, so that the types hold this list whole. */
type Rules<T> = { readonly [Field in keyof T]-?: RuleOf<T[Field]> };

const settingRules = {
  auto_recording: ['local', 'cloud', 'none'],
  breakout_room: 'switch',
  jbh_time: [0, 5, 10, 15],
  join_before_host: 'boolean',
  mute_upon_entry: 'boolean',
  waiting_room: 'boolean',
  approval_type: [0, 1, 2],
  audio: ['both', 'telephony', 'voip', 'thirdParty'],
  email_notification: 'boolean',
  host_video: 'boolean',
  meeting_authentication: 'boolean',
  participant_video: 'boolean',
  registrants_email_notification: 'boolean',
  use_pmi: 'boolean',
  watermark: 'boolean',
} as const satisfies Partial<Rules<Settings>>;

const createRules = {
  agenda: 'text',
  default_password: 'boolean',
  duration: 'whole',
  password: 'text',
  pre_schedule: 'unused',
  recurrence: 'unused',
  schedule_for: 'unused',
  settings: 'settings',
  start_time: 'text',
  template_id: 'unused',
  timezone: 'text',
  topic: 'text',
  tracking_fields: 'unused',
  type: [1, 2, 3, 8, 10],
} as const satisfies Rules<Create>;

const updateRules = {
  agenda: 'text',
  duration: 'whole',
  password: 'text',
  pre_schedule: 'unused',
  recurrence: 'unused',
  schedule_for: 'unused',
  settings: 'settings',
  start_time: 'text',
  template_id: 'unused',
  timezone: 'text',
  topic: 'text',
  tracking_fields: 'unused',
  type: [1, 2, 3, 8, 10],
} as const satisfies Rules<Update>;

/** The names that a list may be asked with. */
export const LIST_PARAMETERS = [
  'type',
  'page_size',
  'next_page_token',
] as const satisfies readonly (keyof MeetingsListMeetingsQueryParams)[];

/** The longest texts, by the descriptions of Zoom's reference: topic 200, agenda 2000, passcode 10 characters. */
const LONGEST: Readonly<Record<string, number>> = { topic: 200, agenda: 2000, password: 10 };
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const isRight = (rule: unknown, given: unknown): boolean => {
  if (Array.isArray(rule)) return rule.includes(given);
  if (rule === 'boolean') return typeof given === 'boolean';
  if (rule === 'text') return typeof given === 'string';
  if (rule === 'whole') return Number.isInteger(given) && (given as number) > 0;
  if (rule === 'switch')
    return isObject(given) && Object.keys(given).join() === 'enable' && given.enable === !!given.enable;
  return rule === 'settings' && isObject(given) && complaintIn(settingRules, given) === undefined;
};

function complaintIn(rules: Readonly<Record<string, unknown>>, given: unknown): string | undefined {
  if (!isObject(given)) return 'the body';
  return Object.keys(given).find(
    (field) =>
      !Object.hasOwn(rules, field) ||
      !isRight(rules[field], given[field]) ||
      String(given[field]).length > (LONGEST[field] ?? Infinity),
  );
}

/** Returns the field that Zoom would not take, or undefined. */
export function complaintOf(kind: 'create' | 'update', body: unknown): string | undefined {
  const complaint = complaintIn(kind === 'create' ? createRules : updateRules, body);
  if (complaint !== undefined) return complaint;
  const {
    password,
    start_time: start,
    timezone,
  } = body as { password?: string; start_time?: string; timezone?: string };
  if (password !== undefined && !/^[\w@*-]*$/.test(password)) return 'password';
  if (start !== undefined && !(UTC.test(start) && !Number.isNaN(Date.parse(start)))) return 'start_time';
  return timezone !== undefined && !/^(UTC|[A-Z]\w+(\/[\w+-]+)+)$/.test(timezone) ? 'timezone' : undefined;
}
