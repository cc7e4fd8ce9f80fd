import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { pino } from 'pino';
import { minus, systemNow } from '@coach-booking/time/instant';
import { DAY, SECOND } from '@coach-booking/time/units';
import { openCaldav } from './adapters/caldav/open-caldav.ts';
import { openCalendarReader } from './adapters/calendar-in/open-calendar-reader.ts';
import { createSiteverify } from './adapters/challenges/siteverify.ts';
import { openMail } from './adapters/email/open-mail.ts';
import { storedSigningSecret } from './adapters/files/stored-secret.ts';
import { createHttpApp } from './adapters/http/app.ts';
import { createMetrics } from './adapters/http/metrics.ts';
import { operatorKeyCheck } from './adapters/http/auth/operator-key.ts';
import { createReadiness } from './adapters/http/readiness.ts';
import { createImportRows } from './adapters/http/rows/import-rows.ts';
import { createServerHandle } from './adapters/http/server-handle.ts';
import { loadSpec } from './adapters/http/spec/load-spec.ts';
import { createOutlets } from './adapters/outlets/outlets.ts';
import { createWebPush } from './adapters/push/web-push.ts';
import { createProviders } from './adapters/providers/provider-sites.ts';
import { createGuard } from './adapters/outbound/guard.ts';
import { createOutbound } from './adapters/outbound/undici-outbound.ts';
import { webhookExamplesOf } from './adapters/http/spec/webhook-examples.ts';
import { realTimers } from './adapters/jobs/real-timers.ts';
import { createMongoLimits } from './adapters/limits/mongo-limits.ts';
import { openStore } from './adapters/mongo/connection/open-store.ts';
import { openStoreWithin } from './adapters/mongo/connection/open-store-within.ts';
import { createMongoPartners } from './adapters/mongo/partners/partners.ts';
import { createMongoSetupCodes } from './adapters/mongo/partners/setup-codes.ts';
import { createMongoSigningKeys } from './adapters/mongo/accounts/signing-keys.ts';
import { storeFailureOf } from './adapters/mongo/connection/store-failure.ts';
import { apiReference } from './adapters/http/reference/api-reference.ts';
import { createGoogleBusyCheck } from './application/google/busy-check.ts';
import { createMicrosoftBusyCheck } from './application/microsoft/busy-check.ts';
import { createTwilio } from './adapters/sms/twilio.ts';
import { openZoom } from './adapters/zoom/open-zoom.ts';
import { createZoomSource } from './adapters/zoom/zoom-source.ts';
import { embed, preloadsIn } from './adapters/pages/embed.ts';
import { hostedPages, noSuchPage } from './adapters/pages/hosted-pages.ts';
import { createSharpPhotos } from './adapters/photos/sharp-photos.ts';
import { createPhones } from './adapters/phones/libphonenumber.ts';
import { createArgon2Passwords } from './adapters/passwords/argon2-passwords.ts';
import { createTotpCodes } from './adapters/codes/totp-codes.ts';
import { createZxcvbnGuessability } from './adapters/passwords/zxcvbn-guessability.ts';
import { openTemplates } from './adapters/templates/open-templates.ts';
import { createHmacTokens } from './adapters/tokens/hmac-tokens.ts';
import { createJwtAccessTokens } from './adapters/tokens/jwt-access-tokens.ts';
import { createKeyRing } from './adapters/tokens/key-ring.ts';
import { createCaldavBusyCheck } from './application/calendars-in/caldav-busy-check.ts';
import { standingOf } from './application/access/standing.ts';
import { createCore, createUseCases } from './application/create-use-cases.ts';
import { messagesSince, webhooksOf } from './application/messages/get-message-summary.ts';
import { unsubscribe } from './application/messages/unsubscribe.ts';
import { findMeeting } from './application/video/find-meeting.ts';
import { demoAccountsToTry, demoPassword } from './demo/demo-accounts.ts';
import { demoWarning, withClosedDemoAccounts, withoutDemoKeys } from './demo/refuse-demo.ts';
import { returnFromProvider } from './application/provider-connections/return-from-provider.ts';
import { reliabilityOfAll } from './application/hour-counts/reliability-of-all.ts';
import { createHub } from './application/live/hub.ts';
import { createWatching } from './application/live/watch-coach.ts';
import { pageLookups } from './application/pages/page-lookups.ts';
import { createSetup } from './application/setup/set-up.ts';
import { noteZoneChanges } from './application/zones/note-zone-changes.ts';
import { noChallenges } from './application/ports/challenges.ts';
import { createBackground } from './application/ports/background.ts';
import type { FailedBooking, FailedMessage, FailedTemplate } from './application/ports/notices.ts';
import type { Config } from './config.ts';
import { openDatabase } from './compose-database.ts';
import { loadDemoData, serveDemoSite } from './compose-demo.ts';
import { startJobs } from './compose-jobs.ts';
import { composeHooks } from './compose-hooks.ts';
import { composeRecords } from './compose-records.ts';
import { composeKeys } from './compose-keys.ts';
import { killedAt } from './fault-points.ts';
import { movedNotes } from './welcome.ts';

/** The repository's root; `src` and `dist` have the same depth. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Hosts to listen on at which this machine's browsers reach the server as localhost. */
const local = new Set(['0.0.0.0', '::', '127.0.0.1', '::1']);

/** A running server. */
export interface RunningServer {
  /** Origin of the API and the hosted pages, as browsers reach it. */
  readonly url: string;
  /** Origin of the demo partner's site; null without demo data. */
  readonly demoUrl: string | null;
  /** The folder with mails as files; null when they are sent. */
  readonly mailFolder: string | null;
  /** The code for the first business at `/setup`; null when there is one already. */
  readonly setupCode: string | null;
  /** Deviations from the configuration, in sentences: another port, permissions that could not be set. */
  readonly notes: readonly string[];
  /** Finishes requests in progress, accepts no more, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Composes all parts, in the order of their dependencies, and listens. Calls `say` with what the start waits for;
 * `dropIns` are the folders that `/embed/` serves.
 */
export async function composeServer(
  config: Config,
  say: (line: string) => void = () => undefined,
  { dropIns = [join(root, 'packages/elements/dist/drop-in'), join(root, 'packages/hosted/dist')] } = {},
): Promise<RunningServer> {
  const realNow = systemNow;
  // Lines are buffered, since writing each at once costs more than making it; the rest is written as the process ends.
  const lines = pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 });
  const logger = pino({ level: config.logLevel }, lines);
  const closing: (() => unknown)[] = [() => lines.flushSync()];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const spec = await loadSpec({
      built: join(import.meta.dirname, 'openapi.json'),
      source: join(root, 'openapi.yaml'),
    });
    const database = await openDatabase(config, {
      // Callers receive an error or a refusal; a process without its store can serve no one, so its supervisor should
      // start another.
      onLost: (reason) => {
        say(
          `The embedded store has ended (${reason.message}), and the server ends with it. What it acknowledged is kept. Start it again.`,
        );
        lines.flushSync();
        process.exit(1);
      },
    });
    closing.push(database.stop);
    const opening = {
      keys: await composeKeys(config),
      release: spec.info.version,
      others: database.embedded ? 'none' : config.finishMigrations ? 'same_release' : 'perhaps_older',
      onWait: () => logger.info('another process migrates the database: waiting for it'),
    } as const;
    const store = await openStoreWithin(() => openStore(database.uri, opening), {
      seconds: config.storeWaitSeconds,
      onWait: (failure, left) => say(`Waiting for the database: it is ${failure}. The start gives up in ${left} s.`),
    });
    closing.push(store.close);
    const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const moved = await noteZoneChanges(
      { ...store.stores, realNow, pause },
      { mayOthersWrite: opening.others === 'perhaps_older' },
    );
    const allPartners = await createMongoPartners(store.connection, store.sealing);
    const partners = config.production ? withoutDemoKeys(allPartners) : allPartners;
    const stores = killedAt(store.stores, config.faultPoint);
    const users = config.production ? withClosedDemoAccounts(stores.users) : stores.users;
    const limits = await createMongoLimits(
      store.connection,
      config.limits,
      (error) => storeFailureOf(error) === 'not writable',
    );
    const secrets =
      config.signingSecrets.length > 0 ? config.signingSecrets : [await storedSigningSecret(config.dataDir)];
    const tokens = createHmacTokens(secrets);
    const accessTokens = createJwtAccessTokens(
      createKeyRing(await createMongoSigningKeys(store.connection), secrets[0]!, realNow),
    );

    const mailFolder = config.mailUrl === undefined ? join(config.dataDir, 'mail') : null;
    const mail = openMail({
      url: config.mailUrl,
      folder: mailFolder ?? '',
      from: config.mailFrom,
      now: realNow,
      newId: store.newId,
      onFailure: (kind, code) => logger.warn({ kind, code }, 'a mail was not taken'),
    });
    closing.push(mail.close);
    const background = createBackground();
    closing.push(background.drain);
    let url = config.publicUrl ?? '';
    const publicOrigin = () => url;
    const metrics = createMetrics({
      readReliability: () => reliabilityOfAll(store.stores, 'live'),
      countWebhooks: () => webhooksOf(store.stores, { mode: 'live' }, realNow()),
      countRecords: () => store.stores.externalRecords.counts(realNow(), minus(realNow(), 7 * DAY)),
      countMessages: () => store.stores.deliveries.counts({ mode: 'live', ...messagesSince(realNow()) }),
    });
    const noteUnverified = (reason: string): void => {
      metrics.noteUnverified(reason);
      logger.warn({ reason }, 'a challenge could not be verified');
    };
    const providers = createProviders(config.integrations);
    const outbound = createOutbound({
      guard: createGuard({ allow: config.outboundAllowSubnets }),
      realNow,
      providerOrigins: Object.values(config.integrations).flatMap(({ url: origin }) => origin ?? []),
    });
    closing.push(outbound.close);
    const calendarReader = openCalendarReader();
    closing.push(calendarReader.close);
    const caldav = openCaldav(outbound);
    const templates = openTemplates();
    closing.push(templates.close);
    const sms = { twilio: createTwilio({ ...(config.twilioUrl && { base: config.twilioUrl }) }) };
    const push = createWebPush({
      vapidKeys: store.stores.vapidKeys,
      outbound,
      subject: () => (url.startsWith('https:') ? url : `mailto:${config.mailFrom.address}`),
    });
    const known = {
      ...stores,
      users,
      tokens,
      accessTokens,
      passwords: await createArgon2Passwords(),
      guessability: createZxcvbnGuessability(),
      codes: createTotpCodes(),
      sessionLives: config.sessionLives,
      phones: createPhones(),
      photoMaker: createSharpPhotos(),
      importRows: createImportRows(spec),
      calendarSessions: calendarReader,
      limits,
      guestCaps: config.guestCaps,
      challenges: config.challenge
        ? createSiteverify({ ...config.challenge, onUnreachable: noteUnverified })
        : noChallenges,
      mail,
      mailAddress: config.mailFrom.address,
      sms,
      push,
      outlets: createOutlets({ ...stores, mail, sms, push, newId: store.newId, realNow, publicUrl: publicOrigin }),
      outbound,
      providers,
      calendarReader,
      busyChecks: {
        google: createGoogleBusyCheck({ ...stores, outbound, providers, realNow, pause }),
        caldav: createCaldavBusyCheck({ caldav, calendarReader, realNow, pause }),
        microsoft: createMicrosoftBusyCheck({ ...stores, outbound, providers, realNow, pause }),
      },
      caldav,
      webhookExamples: webhookExamplesOf(spec),
      templates,
      notices: {
        templateFailed: (failed: FailedTemplate) =>
          logger.warn(failed, 'an own text of a message failed: the standard one was sent'),
        messageFailed: (failed: FailedMessage) => logger.error(failed, 'a message could not be made'),
        bookingFailed: (failed: FailedBooking) => logger.error(failed, 'messages of a booking could not be made'),
        deauthorized: metrics.noteDeauthorized,
      },
      partners,
      realNow,
      recordLease: config.leases.recordSeconds * SECOND,
      chance: Math.random,
      newId: store.newId,
      newSecret: () => randomBytes(32).toString('base64url'),
      pause,
      background,
      publicUrl: publicOrigin,
    };
    const meetingSources = { zoom: createZoomSource(openZoom(known)) };
    const deps = { ...known, recordAdapters: composeRecords(known), meetingSources };
    const useCases = createUseCases(deps);
    closing.push(...startJobs(deps, config, logger));
    const core = createCore(deps);

    const { createPartner } = useCases;
    const setup = createSetup({ ...deps, codes: createMongoSetupCodes(store.connection), createPartner });
    let demoUrl: string | null = null;
    const hosted = express.Router();
    hosted.use(embed(dropIns));
    hosted.use(...composeHooks(deps, core));
    const demoAccounts = demoAccountsToTry(demoPassword);
    hosted.use(
      hostedPages({
        ...pageLookups({ ...stores, partners, tokens, realNow }),
        preloads: preloadsIn(dropIns),
        unsubscribe: (token) => unsubscribe(core, token),
        meeting: (token) => findMeeting(core, token),
        returnFromProvider: (answer) => returnFromProvider(core, answer),
        ...(config.challenge && { challenger: config.challenge.provider }),
        // The demo's own business is about to be made.
        isSetupOpen: async () => !config.demo && (await setup.isOpen()),
        demoUrl: () => demoUrl,
        demoAccounts: () => (demoUrl === null ? null : demoAccounts),
      }),
    );
    hosted.use(apiReference(spec));
    hosted.use(noSuchPage());
    const hub = createHub({
      feeds: stores.feeds,
      realNow,
      timers: realTimers,
      onError: (error) =>
        logger.error(
          { err: { type: error instanceof Error ? error.name : 'unknown' } },
          'live updates wait for the store',
        ),
    });
    let loading = config.demo;
    const app = createHttpApp({
      spec,
      useCases,
      watching: createWatching(deps, hub),
      partners,
      tokens,
      accessTokens,
      sessions: stores.sessions,
      standing: standingOf({ ...stores, users }),
      limits,
      config,
      logger,
      metrics,
      realNow,
      storeFailureOf,
      readiness: createReadiness({
        store: store.readiness,
        self: () => ({ ...(stopping && { server: 'stopping' }), ...(loading && { demo: 'loading' }) }),
      }),
      hosted,
      publicOrigin,
      setUp: setup.run,
      isOperatorKey: operatorKeyCheck(config.operatorKey),
    });

    const notes = [...database.notes, ...movedNotes(moved)];
    const warning = config.production ? await demoWarning(allPartners) : undefined;
    if (warning) notes.push(warning);
    const api = await createServerHandle(app, config);
    // Streams end by themselves only when the client leaves, and closing waits for every answer. Ended earlier, they
    // would reconnect to this process.
    closing.push(() => api.close(config.shutdownSeconds, hub.stop));
    url ||= `http://${local.has(config.host) ? 'localhost' : config.host}:${api.port}`;
    if (api.moved) notes.push(`Port ${config.port} is taken, so this is port ${api.port}.`);
    if (config.demo) {
      const demo = await serveDemoSite(join(root, 'examples'), { url, wantedPort: config.port, port: api.port });
      closing.push(() => demo.close(0));
      demoUrl = `http://127.0.0.1:${demo.port}`;
      await loadDemoData(deps, [demo.port, api.port]);
      loading = false;
    }
    const setupCode = config.demo ? null : await setup.offer();
    return { url, demoUrl, mailFolder, setupCode, notes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
