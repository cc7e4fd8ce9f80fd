/** One instruction of a Dockerfile: its name in capitals, and the rest as one line. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** A stage: what it starts from, and its instructions in order. */
export interface Stage {
  /** The name after AS; the last stage of a file may have none. */
  readonly name: string;
  /** An image, or the name of an earlier stage. */
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

/**
 * Returns the instructions of a file. A line that ends in a backslash continues in the next one, and a line that begins
 * with # is a comment.
 */
function instructionsOf(source: string): Instruction[] {
  const lines = source
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [, name = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`Not an instruction: ${line}`);
    return { name: name.toUpperCase(), text };
  });
}

/** Reads a Dockerfile into its stages. Throws when an instruction comes before the first FROM. */
export function stagesOf(source: string): Stage[] {
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(source)) {
    if (instruction.name === 'FROM') {
      const [from = '', , name = ''] = instruction.text.split(/\s+/);
      stages.push({ name, from, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${instruction.name} comes before the first FROM.`);
      stage.instructions.push(instruction);
    }
  }
  return stages;
}

/** Returns the variables that the ENV instructions of a stage set; values hold no blanks. */
export function environmentOf({ instructions }: Stage): Record<string, string> {
  const pairs = instructions.filter(({ name }) => name === 'ENV').flatMap(({ text }) => text.split(/\s+/));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
