/** What breaks lines, is invisible or turns the direction of what follows. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** Text from elsewhere as one line that says what it seems to say. */
export function oneLine(text: string): string {
  return text.replace(CONTROL_CHARACTERS, ' ').trim();
}

/** Something that a mail program would make a link of. */
const LINK = /[/\\@]|\bwww\b|[^\s.]\.[^\s.]/iu;
const MAX_NAME_LENGTH = 60;

/**
 * A person's name for a greeting, or null when it is better left out. Anybody may register with another's address, and
 * our mail must not carry what they write as their name to that person.
 */
export function nameForGreeting(name: string): string | null {
  const line = oneLine(name);
  return line === '' || line.length > MAX_NAME_LENGTH || LINK.test(line) ? null : line;
}
