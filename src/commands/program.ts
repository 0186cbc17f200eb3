import addCompletion from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import type { Io } from '../io.ts';
import { toolVersion } from '../version.ts';
import { bashCompletion } from './bash-completion.ts';
import type { End } from './line/end.ts';
import { addInit, addValidate, addFmt, addWho, addForget } from './line/files-commands.ts';
import {
  addStatus,
  addGroups,
  addPlan,
  addApply,
  addCreate,
  addApprovals,
  addAdopt,
  addImport,
  addInvite,
} from './line/groups-commands.ts';
import { addNotify } from './line/notify-command.ts';
import { addSandbox, addDemo, addCi } from './line/rehearsal-commands.ts';
import { addKeygen, addSeal } from './line/sealing-commands.ts';
import { printThrough } from './print-through.ts';

/** The command line; `run` resolves to the exit code and throws what a command throws. */
export function createProgram(io: Io): { run(argv: readonly string[]): Promise<number> } {
  let code = 0;
  const program = new Command('rollcall')
    .description('WhatsApp groups as files: plan what merging would do, apply it, prove it.')
    .version(toolVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run the command with --help to see what it takes.')
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => io.terminal.width,
      getErrHelpWidth: () => io.terminal.width,
      // As every other error begins.
      outputError: (text, write) => write(text.replace(/^error:/, 'Error:')),
    })
    .exitOverride();
  const end = (result: number) => {
    code = result;
  };
  for (const add of commands) add(program, io, end);
  addCompletion(program, { completionCommandName: 'completion' });
  return {
    run: async (argv) => {
      const parse = () => program.parseAsync(argv, { from: 'user' });
      const [command, shell] = argv;
      if (command === 'completion' && shell === 'bash') io.out(bashCompletion);
      else if (command === 'completion' || command === 'complete') await printThrough(io, parse);
      else await parse();
      return code;
    },
  };
}

/** In the order in which the help lists them. */
const commands: readonly ((program: Command, io: Io, end: End) => void)[] = [
  addInit,
  addValidate,
  addStatus,
  addGroups,
  addPlan,
  addApply,
  addCreate,
  addAdopt,
  addApprovals,
  addFmt,
  addWho,
  addInvite,
  addNotify,
  addImport,
  addForget,
  addKeygen,
  addSeal,
  addSandbox,
  addDemo,
  addCi,
];
