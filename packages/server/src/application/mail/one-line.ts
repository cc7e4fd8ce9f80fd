/** What breaks lines, is invisible or turns the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** Text from elsewhere as one line that says what it seems to say. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').trim();
}

/** Something that a mail program would make a link of. */
const LINK = /[/\\@]|\bwww\b|[^\s.]\.[^\s.]/iu;
const LONGEST = 60;

/**
 * A person's name for a greeting, or null when it is better left out. Anybody may register with another's address, and
 * our mail must not carry what they write as their name to that person.
 */
export function greetable(name: string): string | null {
  const line = oneLine(name);
  return line === '' || line.length > LONGEST || LINK.test(line) ? null : line;
}
