import {
  OutboundFailure,
  type Outbound,
  type OutboundAnswer,
  type OutboundCall,
  type OutboundQuestion,
  type OutboundReply,
  type OutboundRequest,
  type OutboundText,
} from '../../application/ports/outbound.ts';

/** A way out that leads to a function, for tests. */
export interface MemoryOutbound extends Outbound {
  readonly posted: OutboundRequest[];
  readonly got: OutboundQuestion[];
  readonly calls: OutboundCall[];
  /** Returns the answer of receivers from now on. A code is a failure. */
  answer: (request: OutboundRequest) => Partial<OutboundAnswer> | string | Promise<Partial<OutboundAnswer> | string>;
  /** Returns the text of servers from now on. A code is a failure. */
  text: (question: OutboundQuestion) => Partial<OutboundText> | string | Promise<Partial<OutboundText> | string>;
  /** Returns the answer of APIs from now on. A code is a failure. */
  reply: (call: OutboundCall) => Partial<OutboundReply> | string | Promise<Partial<OutboundReply> | string>;
}

export function createMemoryOutbound(): MemoryOutbound {
  const outbound: MemoryOutbound = {
    posted: [],
    got: [],
    calls: [],
    answer: () => ({ status: 204 }),
    text: () => ({ status: 404 }),
    reply: () => ({ status: 404 }),
    refusalOf: async (_, url) => (new URL(url).hostname.endsWith('.internal') ? 'It leads into a private net.' : null),
    get: async (question) => {
      outbound.got.push(question);
      const answer = await outbound.text(question);
      if (typeof answer === 'string') throw new OutboundFailure(answer);
      return { status: 200, text: '', ...answer };
    },
    send: async (call) => {
      outbound.calls.push(call);
      const reply = await outbound.reply(call);
      if (typeof reply === 'string') throw new OutboundFailure(reply);
      return { status: 200, headers: {}, text: '', ...reply };
    },
    post: async (request) => {
      outbound.posted.push(request);
      const answer = await outbound.answer(request);
      if (typeof answer === 'string') throw new OutboundFailure(answer);
      return { status: 204, text: '', ...answer };
    },
  };
  return outbound;
}
