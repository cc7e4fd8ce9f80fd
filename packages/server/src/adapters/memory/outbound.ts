import {
  OutboundFailure,
  type Outbound,
  type OutboundAnswer,
  type OutboundRequest,
} from '../../application/ports/outbound.ts';

/** A way out that leads to a function, for tests. */
export interface MemoryOutbound extends Outbound {
  readonly posted: OutboundRequest[];
  /** Returns the answer of receivers from now on. A code is a failure. */
  answer: (request: OutboundRequest) => Partial<OutboundAnswer> | string | Promise<Partial<OutboundAnswer> | string>;
}

export function createMemoryOutbound(): MemoryOutbound {
  const outbound: MemoryOutbound = {
    posted: [],
    answer: () => ({ status: 204 }),
    refusalOf: async (_, url) => (new URL(url).hostname.endsWith('.internal') ? 'It leads into a private net.' : null),
    post: async (request) => {
      outbound.posted.push(request);
      const answer = await outbound.answer(request);
      if (typeof answer === 'string') throw new OutboundFailure(answer);
      return { status: 204, text: '', ...answer };
    },
  };
  return outbound;
}
