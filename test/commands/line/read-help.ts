import { CommanderError } from 'commander';
import { createProgram } from '../../../src/commands/program.ts';
import { createTestIo } from '../../support/stage.ts';

/** The help of a command; nothing else of it is loaded for that. */
export async function readHelp(name: string): Promise<string> {
  const { io, written } = createTestIo({});
  const error: unknown = await createProgram(io)
    .run([name, '--help'])
    .catch((reason: unknown) => reason);
  if (error instanceof CommanderError && error.exitCode === 0) return written.out;
  throw new Error('It has no help.', { cause: error });
}
