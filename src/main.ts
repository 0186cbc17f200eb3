import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { toolVersion } from './version.ts';

/**
 * The whole program: arguments (without node and script) in, exit code out. Never throws. What it takes to parse a
 * command line, to run a command and to tell what went wrong is loaded only by then.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (isVersionAlone(argv)) {
    io.out(`${toolVersion}\n`);
    return exitCodes.ok;
  }
  try {
    const { createProgram } = await import('./commands/program.ts');
    return await createProgram(io).run(argv);
  } catch (error) {
    return reportCrash(error, io);
  }
}

/** Tells a bug that nobody caught, through the same net as everything else; returns the exit code. */
export async function reportCrash(error: unknown, io: Io): Promise<number> {
  const { reportError } = await import('./output/report-error.ts');
  return reportError(error, io);
}

/** Scripts ask for the version over and over: it is told without the command line's parser. */
function isVersionAlone(argv: readonly string[]): boolean {
  return argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');
}
