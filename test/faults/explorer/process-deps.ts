import type { Instant } from '@coach-booking/time/instant';
import { noChallenges } from '../../../packages/server/src/application/ports/challenges.ts';
import type { Deps, Stores } from '../../../packages/server/src/application/ports/deps.ts';
import { noCaldav } from '../../../packages/server/src/application/ports/caldav.ts';
import { noNotices } from '../../../packages/server/src/application/ports/notices.ts';
import { createBackground } from '../../../packages/server/src/application/ports/background.ts';
import { createProviders } from '../../../packages/server/src/adapters/providers/provider-sites.ts';
import { createMemoryMail } from '../../../packages/server/src/adapters/memory/mail.ts';
import { noPush } from '../../../packages/server/src/application/ports/push.ts';
import { createMemoryOutbound } from '../../../packages/server/src/adapters/memory/outbound.ts';
import { createMemoryPartners } from '../../../packages/server/src/adapters/memory/partners.ts';
import { createMemoryLimits } from '../../../packages/server/src/adapters/memory/rate-limits.ts';
import { fakeCalendarReader } from '../../../packages/server/test/application/fake-calendar-reader.ts';
import { fakeAccessTokens } from '../../../packages/server/test/application/fake-access-tokens.ts';
import { MINUTE } from '@coach-booking/time/units';
import { sessionLives } from '../../../packages/server/src/application/accounts/session-life.ts';
import { fakeCodes } from '../../../packages/server/test/application/fake-codes.ts';
import { fakeGuessability } from '../../../packages/server/test/application/fake-guessability.ts';
import { fakePasswords } from '../../../packages/server/test/application/fake-passwords.ts';
import { fakePhotoMaker } from '../../../packages/server/test/application/fake-photo-maker.ts';
import { fakePhones } from '../../../packages/server/test/application/fake-phones.ts';
import { noCalendarSessions } from '../../../packages/server/src/application/ports/calendar-reader.ts';
import { noImportRows } from '../../../packages/server/src/application/ports/import-rows.ts';
import { createOutlets } from '../../../packages/server/src/adapters/outlets/outlets.ts';
import { openTemplates } from '../../../packages/server/src/adapters/templates/open-templates.ts';
import { noSms } from '../../../packages/server/test/application/no-sms.ts';
import { fakeTokens } from '../../../packages/server/test/application/fake-tokens.ts';

/** Holds no state of a process. */
const templates = openTemplates();

/**
 * Returns all that a server needs besides its stores, for the process of this index: the same ids and secrets each time
 * that it is run.
 */
export function processDeps(stores: Stores, index: number, realNow: Instant, pause: () => Promise<void>): Deps {
  let ids = 0;
  const mail = createMemoryMail();
  const newId = () => `${index + 1}${(++ids).toString(16).padStart(23, '0')}`;
  return {
    ...stores,
    tokens: fakeTokens,
    accessTokens: fakeAccessTokens,
    passwords: fakePasswords,
    guessability: fakeGuessability,
    codes: fakeCodes,
    sessionLives: sessionLives(),
    recordLease: MINUTE,
    mail,
    mailAddress: '',
    // A message of mode test that is kept is one that a provider took.
    sms: noSms,
    push: noPush,
    outlets: createOutlets({
      ...stores,
      mail,
      sms: noSms,
      push: noPush,
      newId,
      realNow: () => realNow,
      publicUrl: () => 'https://book.example',
    }),
    outbound: createMemoryOutbound(),
    recordAdapters: () => ({}),
    providers: createProviders(),
    meetingSources: {},
    calendarReader: fakeCalendarReader,
    busyChecks: {},
    caldav: noCaldav,
    webhookExamples: () => ({ data: { object: {} } }),
    templates,
    notices: noNotices,
    chance: () => 0.5,
    partners: createMemoryPartners(),
    phones: fakePhones,
    photoMaker: fakePhotoMaker,
    importRows: noImportRows,
    calendarSessions: noCalendarSessions,
    limits: createMemoryLimits(),
    challenges: noChallenges,
    guestCaps: { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 },
    realNow: () => realNow,
    newId,
    newSecret: () => `secret ${index + 1} ${++ids}`,
    pause,
    background: createBackground(),
    publicUrl: () => 'https://book.example',
  };
}
