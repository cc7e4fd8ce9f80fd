/** The parts of oidc-provider, which comes without types, that the tests use. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  /** The context of an event. */
  interface EventContext {
    readonly oidc: { readonly params?: Readonly<Record<string, unknown>> };
  }

  /** A question to the person. */
  interface Interaction {
    readonly uid: string;
    readonly params: { readonly client_id: string; readonly scope: string };
  }

  interface Prompt {
    readonly name: string;
  }

  export const interactionPolicy: {
    base(): { add(prompt: Prompt): void };
    readonly Prompt: new (info: { readonly name: string; readonly requestable: boolean }) => Prompt;
  };

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (payload: { accountId: string; clientId: string }) => Grant;
    readonly AuthorizationCode: new (payload: object) => { save(): Promise<string> };
    readonly Client: { find(id: string): Promise<object | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    on(event: 'grant.success' | 'grant.error', listener: (context: EventContext) => void): this;
  }
}
