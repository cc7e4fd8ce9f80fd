import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { systemNow } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { createTotpCodes } from './adapters/codes/totp-codes.ts';
import { createMongoLimits } from './adapters/limits/mongo-limits.ts';
import { openStore } from './adapters/mongo/connection/open-store.ts';
import { createMongoPartners } from './adapters/mongo/partners/partners.ts';
import { createMongoSigningKeys } from './adapters/mongo/accounts/signing-keys.ts';
import { createProviders } from './adapters/providers/provider-sites.ts';
import { createArgon2Passwords } from './adapters/passwords/argon2-passwords.ts';
import { createZxcvbnGuessability } from './adapters/passwords/zxcvbn-guessability.ts';
import { createSharpPhotos } from './adapters/photos/sharp-photos.ts';
import { createPhones } from './adapters/phones/libphonenumber.ts';
import { openTemplates } from './adapters/templates/open-templates.ts';
import { createHmacTokens } from './adapters/tokens/hmac-tokens.ts';
import { createJwtAccessTokens } from './adapters/tokens/jwt-access-tokens.ts';
import { createKeyRing } from './adapters/tokens/key-ring.ts';
import { sessionLives } from './application/accounts/session-life.ts';
import type { Deps } from './application/ports/deps.ts';
import { noNotices } from './application/ports/notices.ts';
import { noChallenges } from './application/ports/challenges.ts';
import { createBackground } from './application/ports/background.ts';
import { OutletFailure } from './application/ports/outlets.ts';
import { CalendarUnreadable } from './application/ports/calendar-reader.ts';
import { noCaldav } from './application/ports/caldav.ts';
import { noOutbound } from './application/ports/outbound.ts';
import { noPush } from './application/ports/push.ts';
import { noCalendarSessions } from './application/ports/calendar-reader.ts';
import { noImportRows } from './application/ports/import-rows.ts';
import { composeKeys } from './compose-keys.ts';
import type { Config } from './config.ts';
import { joinDatabase, openDatabase } from './compose-database.ts';

export interface ToolOptions {
  /** The secrets that sign links; the newest first. */
  readonly secrets: readonly [string, ...string[]];
  readonly publicUrl: string;
  /** Also while a server has the data folder. */
  readonly beside?: boolean;
}

/** The parts that a command works with. It serves no requests and sends no mails. */
export interface Tool {
  readonly connection: Connection;
  readonly deps: Deps;
}

/**
 * Opens the store of the configuration for the time of a command. Throws FolderInUseError, and what the command throws.
 */
export async function withTool<T>(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'encryptionKeys' | 'limits' | 'guestCaps'>,
  { secrets, publicUrl, beside = false }: ToolOptions,
  use: (tool: Tool) => Promise<T>,
): Promise<T> {
  const realNow = systemNow;
  const closing: (() => unknown)[] = [];
  try {
    const database = await (beside ? joinDatabase : openDatabase)(config);
    closing.push(database.stop);
    const store = await openStore(database.uri, {
      keys: await composeKeys(config),
      others: database.embedded ? 'none' : 'perhaps_older',
    });
    closing.push(store.close);
    const background = createBackground();
    closing.push(background.drain);
    const deps: Deps = {
      ...store.stores,
      // A tool's changes send no mail.
      deliveries: { ...store.stores.deliveries, insert: () => Promise.resolve() },
      tokens: createHmacTokens(secrets),
      accessTokens: createJwtAccessTokens(
        createKeyRing(await createMongoSigningKeys(store.connection), secrets[0], realNow),
      ),
      passwords: await createArgon2Passwords(),
      guessability: createZxcvbnGuessability(),
      codes: createTotpCodes(),
      sessionLives: sessionLives(),
      phones: createPhones(),
      photoMaker: createSharpPhotos(),
      importRows: noImportRows,
      calendarSessions: noCalendarSessions,
      limits: await createMongoLimits(store.connection, config.limits),
      guestCaps: config.guestCaps,
      challenges: noChallenges,
      mail: { send: () => Promise.resolve() },
      mailAddress: '',
      // A tool sends nothing; the server's loop does.
      outlets: async () => null,
      sms: { twilio: () => Promise.reject(new OutletFailure('TOOL', { isFinal: true })) },
      push: noPush,
      outbound: noOutbound,
      recordAdapters: () => ({}),
      recordLease: MINUTE,
      providers: createProviders(),
      meetingSources: {},
      calendarReader: {
        read: () => Promise.reject(new CalendarUnreadable('malformed')),
        readObjects: () => Promise.reject(new CalendarUnreadable('malformed')),
        close: () => Promise.resolve(),
      },
      busyChecks: {},
      caldav: noCaldav,
      webhookExamples: () => ({ data: { object: {} } }),
      templates: openTemplates(),
      notices: noNotices,
      chance: Math.random,
      partners: await createMongoPartners(store.connection, store.sealing),
      realNow,
      newId: store.newId,
      newSecret: () => randomBytes(32).toString('base64url'),
      pause: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
      background,
      publicUrl: () => publicUrl,
    };
    return await use({ connection: store.connection, deps });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
