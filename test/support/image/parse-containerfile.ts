/** One instruction of a Containerfile: its name, what follows it, and the line on which it begins. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

/** The instructions of one `FROM`, which is not among them. */
export interface Stage {
  /** As other stages call it; absent for the last one. */
  readonly name?: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** What the stages below are carried out with; another instruction would be left out in silence. */
const known = new Set(['ARG', 'FROM', 'LABEL', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'ENTRYPOINT', 'CMD']);

/** The stages of a Containerfile, in order. Throws for an instruction that nobody here would carry out. */
export function parseContainerfile(text: string): readonly Stage[] {
  const stages: { name?: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of parseInstructions(text)) {
    if (!known.has(instruction.name)) throw new Error(`line ${instruction.line}: ${instruction.name}`);
    const from = /^(\S+)(?: AS (\S+))?$/.exec(instruction.name === 'FROM' ? instruction.text : '');
    if (from) stages.push({ ...(from[2] && { name: from[2] }), base: from[1] ?? '', instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** Comments go, also between the lines of one instruction; a line that ends in a backslash goes on. */
function parseInstructions(text: string): Instruction[] {
  const found: { text: string; line: number; isOpen: boolean }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, part = '', more] = /^\s*(.*?)\s*(\\?)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (last?.isOpen) Object.assign(last, { text: `${last.text} ${part}`, isOpen: more === '\\' });
    else found.push({ text: part, line: index + 1, isOpen: more === '\\' });
  }
  return found.map(({ text: whole, line }) => {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(whole) ?? [];
    return { name: name.toUpperCase(), text: rest, line };
  });
}
