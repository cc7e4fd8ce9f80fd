/** One server-sent event. `id` is the last one that was sent, perhaps with an earlier event. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/**
 * Parses `text/event-stream` piece by piece, cut anywhere. Lines end in LF, CRLF or CR; several `data` lines are one
 * text; comments and unknown fields are ignored; a block without data is no event, though its id counts. This is not
 * `eventsource-parser`, which drops the id with the event.
 */
export function eventParser(emit: (event: ServerEvent) => void): (piece: string) => void {
  let rest = '';
  let id = '';
  let event = '';
  let data: string[] = [];

  function take(line: string): void {
    if (line === '') {
      const [name, lines] = [event || 'message', data];
      [event, data] = ['', []];
      if (lines.length > 0) emit({ id, event: name, data: lines.join('\n') });
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line)!;
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    for (const line of lines) take(line);
  };
}
