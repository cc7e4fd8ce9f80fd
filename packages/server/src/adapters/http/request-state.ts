import type { Request, RequestHandler, Response } from 'express';
import type { Instant } from '@coach-booking/time/instant';
import type { Caller } from '../../application/kernel/context.ts';
import type { PartnerLimits } from '../../application/ports/partners.ts';
import type { ErrorCode } from '../../application/kernel/refusal.ts';
import type { Operation } from './spec/operations.ts';

/** The state of one request, which its steps share. */
export interface RequestState {
  readonly requestId: string;
  operation?: Operation;
  caller?: Caller;
  /** The clock of the rules, epoch milliseconds. */
  now?: Instant;
  /** The limits of the caller's partner, where it has its own. */
  sizes?: PartnerLimits;
  /** The answer lasts for as long as the client watches. */
  isStream?: boolean;
  /** The code of a refusal. */
  code?: ErrorCode;
}

interface Locals {
  state: RequestState;
}

export type HttpResponse = Response<unknown, Locals>;
/** A middleware that may read and write the state of the request. */
export type Step = RequestHandler<Request['params'], unknown, unknown, Request['query'], Locals>;
