import type { Io } from '../io.ts';

/**
 * Runs something that prints with `console.log`, as the library for completion does, and prints through `io` what it does.
 * Where it offers nothing, shells are told to offer the names of files, which the library forbids them always.
 */
export async function printThrough(io: Io, act: () => Promise<unknown>): Promise<void> {
  const { log } = console;
  const lines: string[] = [];
  console.log = (...parts: unknown[]) => void lines.push(parts.join(' '));
  try {
    await act();
  } finally {
    console.log = log;
  }
  const all = lines.join('\n');
  io.out(`${all === noFiles ? anyFile : all}\n`);
}

/** Of the protocol between shells and programs: `ShellCompDirectiveNoFileComp`, and no directive at all. */
const [noFiles, anyFile] = [':4', ':0'];
