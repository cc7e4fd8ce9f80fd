import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import { present } from '../kernel/present.ts';
import { OutboundFailure } from '../ports/outbound.ts';
import { readText } from './read-text.ts';
import type { SourceReader } from './source-readers.ts';

/** Bytes, unpacked. */
const MAX_BYTES = 10_000_000;
export const NOT_MODIFIED = 304;
const TOO_MANY_REQUESTS = 429;

/** Returns the reason for which there was no answer. */
export function failureOf({ code }: OutboundFailure): ReadingFailure {
  if (code === 'TIMEOUT' || code === 'URL_NOT_ALLOWED' || code === 'TOO_BIG' || code === 'TOO_MANY_REDIRECTS')
    return code;
  return code === 'ENCODING' ? 'MALFORMED' : 'UNREACHABLE';
}

/** Returns the reading of an answer whose status is none of success. */
export function refusedReading(status: number, retryAfter: number | undefined): Reading {
  const code = status >= 500 ? 'SERVER_ERROR' : status === TOO_MANY_REQUESTS ? 'LIMITED' : 'REFUSED';
  return { kind: 'failed', code, ...present({ retryAfter }) };
}

/** Reads a calendar by the address of its file. */
export const readIcs: SourceReader<'ics'> = async (core, { mode, url, good }, window) => {
  const { etag, lastModified } = window.validators;
  const headers = {
    accept: 'text/calendar, text/plain;q=0.5',
    'user-agent': 'coach-booking-calendars/1',
    ...present({ 'if-none-match': etag, 'if-modified-since': lastModified }),
  };
  try {
    const answer = await core.outbound.get({ mode, url, headers, maxBytes: MAX_BYTES });
    const { status, text, maxAge, retryAfter } = answer;
    if (status === NOT_MODIFIED && good) return { kind: 'unchanged', ...present({ maxAge }) };
    if (status < 200 || status >= 300) return refusedReading(status, retryAfter);
    const named = present({ etag: answer.etag, lastModified: answer.lastModified, maxAge });
    return { ...(await readText(core, text, window)), ...named };
  } catch (error) {
    if (error instanceof OutboundFailure) return { kind: 'failed', code: failureOf(error) };
    throw error;
  }
};
