/** The sealed fields of a collection's documents. */
export interface SealedFields {
  /** Each value sealed for itself: paths through parts and lists, such as `history.reason`. */
  readonly each?: readonly string[];
  /** Fields of the document sealed together, in one value under the name `as`. Documents are then written whole. */
  readonly together?: { readonly as: string; readonly fields: readonly string[] };
  /** Fingerprints that are stored as an HMAC, since a plain one allows guesses at what it was made of. */
  readonly digests?: readonly string[];
}

/**
 * The sealed fields of each collection: health data, secrets, and every other free text that can carry them. No query
 * may use these fields. A field that is added here is sealed from then on, and `npm run reseal` seals what is stored
 * already. Names and contact details are searched for, so they stay readable and are left to the encryption of the
 * disk.
 */
export const sealedFields = {
  bookings: {
    each: [
      'summary',
      'notes',
      'answers',
      'intake',
      // Its holder can enter the room.
      'video.url',
      'video.fallback.url',
      'meeting.joinUrl',
      'meeting.password',
      'utm',
      'referrer',
      'place',
      'cancellationReason',
      'history.reason',
      'outbox.data.reason',
    ],
  },
  leads: { each: ['source', 'utm', 'marks.notes'] },
  // A page can put anything there.
  funnel_counts: { each: ['source'] },
  intents: { each: ['contact', 'utm', 'attempts.customMessage'] },
  // Of heads: why a coach is away, and where the coach is met.
  day_ledgers: { each: ['timeOff.reason', 'timeOff.title', 'services.video.url', 'services.video.fallback.url'] },
  // Its holder can read the calendar.
  calendar_sources: {
    each: [
      'name',
      'url',
      'user',
      'password',
      'writesTo',
      'calendars.id',
      'calendars.name',
      'syncTokens.calendarId',
      'syncTokens.token',
      'answer.body',
    ],
  },
  // Their holders can act for the person, and the account names the person.
  provider_connections: { each: ['account', 'accessToken', 'refreshToken'] },
  connection_attempts: { each: ['verifier'] },
  integrations: { each: ['clientSecret', 'webhookSecret'] },
  server_tokens: { each: ['token'] },
  // Their holder can enter the meeting.
  external_records: { each: ['object.details', 'left.object.details'] },
  // Visitors of a meeting, and who holds the page of a recording can see it.
  meeting_reports: {
    each: ['facts.name', 'facts.email', 'facts.accountId', 'recordings.url', 'recordings.password'],
  },
  idempotency: { digests: ['bodyHash'] },
  profiles: { each: ['profile'] },
  client_notes: { each: ['text'] },
  // Of a room that stays: its holder can enter it.
  partners: { each: ['videoFallback.url'] },
  users: { each: ['secondFactor.secret'] },
  messaging: { each: ['sms.authToken'] },
  // The key of their hashes.
  opt_out_keys: { each: ['secret'] },
  test_messages: { each: ['message'] },
  message_templates: { each: ['subject', 'body'] },
  // What a coach wrote, until the message is made.
  recovery_turns: { each: ['asked.customMessage'] },
  push_keys: { each: ['privateKey'] },
  push_subscriptions: { each: ['endpoint', 'keys.p256dh', 'keys.auth'] },
  calendar_feeds: { each: ['name'] },
  webhook_endpoints: { each: ['secrets.key'] },
  webhook_deliveries: { each: ['body', 'attempts.response'] },
  client_logs: {
    together: {
      as: 'entry',
      fields: [
        'title',
        'duration',
        'exercises',
        'meal',
        'description',
        'calories',
        'proteinG',
        'carbsG',
        'fatG',
        'metric',
        'value',
        'unit',
        'notes',
      ],
    },
  },
} as const satisfies Readonly<Record<string, SealedFields>>;

export type SealedCollection = keyof typeof sealedFields;

export function fieldsOf(collection: SealedCollection): SealedFields {
  return sealedFields[collection];
}

export const sealedCollections = Object.keys(sealedFields) as readonly SealedCollection[];
