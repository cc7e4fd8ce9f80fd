import type { OperationDescriptor } from '../transport/operation-types.ts';
import type { Transport } from '../transport/create-transport.ts';
import type { ServerEvent } from './event-parser.ts';
import { follow } from './follow.ts';
import type { FollowPorts } from './follow.ts';
import type { WatchHandlers, WatchInput } from './watching.ts';

/**
 * A stream of the API as a function of its transport, its input and its handlers. The returned function ends the watch.
 */
export type Watch<Event> = (
  transport: Transport,
  input: WatchInput,
  handlers: WatchHandlers<Event>,
  ports?: FollowPorts,
) => () => void;

/**
 * Returns the function of one operationId that streams. It reconnects by itself, with a fresh token where the transport
 * has a session, and continues after its last event.
 */
export function watchOperation<Event>(descriptor: OperationDescriptor): Watch<Event> {
  return (transport, { coach, lastEventId }, handlers, ports) =>
    follow(
      async (after, signal) =>
        (await transport.request(descriptor, { coach, ...(after && { lastEventId: after }) }, { signal }))
          .data as ReadableStream<Uint8Array>,
      lastEventId ?? '',
      { ...handlers, onEvent: (event) => tell(event, handlers) },
      ports,
    );
}

function tell<Event>({ id, event, data }: ServerEvent, { onEvent }: WatchHandlers<Event>): void {
  if (event !== 'beat') onEvent({ ...JSON.parse(data), type: event, id });
}
