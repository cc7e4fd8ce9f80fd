import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Core } from '../ports/core.ts';
import { isUnsent, OutboundFailure, type OutboundCall, type OutboundReply } from '../ports/outbound.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';

export type CallProviderNeeds = Pick<Core, 'outbound' | 'realNow'>;

const isRead = (method: string): boolean => /^(GET|HEAD|OPTIONS|PROPFIND|REPORT)$/.test(method);

const withoutAnswer = (code: string, method: string): ProviderFailure => {
  if (code === 'URL_NOT_ALLOWED') return new ProviderFailure(code, 'refused');
  return new ProviderFailure(code, isRead(method) || isUnsent(code) ? 'unavailable' : 'unknown');
};

/** Returns a JSON answer; undefined for any other text. */
export function jsonOf({ text }: Pick<OutboundReply, 'text'>): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/**
 * Returns the code of an answer that says no: `error` of OAuth, `error.errors[0].reason` or `error.status` of Google,
 * `error.code` of Microsoft, `code` of Zoom; else the status. Never a sentence, which may name a person.
 */
export function codeOfReply(reply: Pick<OutboundReply, 'status' | 'text'>): string {
  const body = jsonOf(reply);
  const error = fieldOf(body, 'error');
  const errors = fieldOf(error, 'errors');
  const named = [
    error,
    Array.isArray(errors) ? fieldOf(errors[0], 'reason') : undefined,
    fieldOf(error, 'status'),
    fieldOf(error, 'code'),
    fieldOf(body, 'code'),
  ].find((code) => (typeof code === 'string' || typeof code === 'number') && /^[\w.-]{1,80}$/.test(String(code)));
  return named === undefined ? String(reply.status) : String(named as string | number);
}

/**
 * Returns the failure that an answer of a provider's API stands for. Whether a write with a 5xx was done is unknown.
 * A 429 without a time may be tried again in a minute.
 */
export function failureOfReply(
  { realNow }: Pick<Core, 'realNow'>,
  reply: OutboundReply,
  method: string,
): ProviderFailure {
  const { status, retryAfter } = reply;
  const code = codeOfReply(reply);
  if (status === 401) return new ProviderFailure(code, 'revoked');
  if (status === 412) return new ProviderFailure(code, 'conflict');
  if (status === 404 || status === 410) return new ProviderFailure(code, 'gone');
  if (status === 429) return new ProviderFailure(code, 'limited', { retryAt: plus(realNow(), retryAfter ?? MINUTE) });
  if (status >= 500 || status === 408)
    return new ProviderFailure(code, isRead(method) ? 'unavailable' : 'unknown', {
      retryAt: retryAfter === undefined ? undefined : plus(realNow(), retryAfter),
    });
  return new ProviderFailure(code, 'refused');
}

/**
 * Calls a provider, and returns any answer. In mode test nothing leaves (R11), so each call is refused.
 * Throws a ProviderFailure where there was no answer.
 */
export async function callProvider({ outbound }: CallProviderNeeds, call: OutboundCall): Promise<OutboundReply> {
  if (call.mode === 'test') throw new ProviderFailure('TEST_MODE', 'refused');
  try {
    return await outbound.send(call);
  } catch (error) {
    if (error instanceof OutboundFailure) throw withoutAnswer(error.code, call.method);
    throw error;
  }
}
