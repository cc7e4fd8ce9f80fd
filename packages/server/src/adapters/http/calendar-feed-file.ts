import { Router } from 'express';
import { readFeed, type ReadFeedNeeds } from '../../application/calendar-feeds/read-feed.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import { createFloods, type Floods } from './floods.ts';

/** Programs ask once an hour, or once a minute at the very most. */
const A_MINUTE = 30;

/** 256 bits as base64url: anything else needs no look into the store. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Answers calendar programs with the sessions of a feed. The token in the path is the only key, so it is in no log, no
 * shared cache keeps the answer, and no search engine lists it. Refuses with CALENDAR_FEED_NOT_FOUND and RATE_LIMITED.
 */
export function calendarFeedFile(core: ReadFeedNeeds, floods: Floods = createFloods({ most: A_MINUTE })): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/feeds/:token.ics', async (request, response) => {
    const { token } = request.params;
    response.setHeader('X-Robots-Tag', 'noindex');
    if (!TOKEN.test(token)) throw new Refusal('CALENDAR_FEED_NOT_FOUND', 'No calendar feed has such an address.');
    if (!floods.take(token))
      throw new Refusal('RATE_LIMITED', `${A_MINUTE} requests a minute for this feed.`, undefined, 60);
    // A reader that sends its version asks whether that is the newest, also with `no-cache`.
    if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
    const { text } = await readFeed(core, token, (etag) => {
      response.setHeader('ETag', etag);
      return request.fresh;
    });
    response.setHeader('Cache-Control', 'private, no-cache');
    if (text === null) return void response.status(304).end();
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'inline; filename="sessions.ics"');
    response.send(text);
  });
  return router;
}
