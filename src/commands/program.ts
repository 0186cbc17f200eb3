import { Command } from 'commander';
import type { Io } from '../io.ts';
import { toolVersion } from '../version.ts';
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
  const program = toEmptyProgram(io);
  const end = (result: number) => {
    code = result;
  };
  return {
    run: async (argv) => {
      const parse = () => program.parseAsync(argv, { from: 'user' });
      const [command = '', shell] = argv;
      const add = commands.get(command);
      if (add) add(program, io, end);
      else await addAll(program, io, end);
      if (command === 'completion' && shell === 'bash') io.out((await loadCompletion()).bashCompletion);
      else if (command === 'completion' || command === 'complete') await printThrough(io, parse);
      else await parse();
      return code;
    },
  };
}

function toEmptyProgram(io: Io): Command {
  return new Command('rollcall')
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
}

/** For a line that begins with no command's name: help, completion, or a slip that another name is offered for. */
async function addAll(program: Command, io: Io, end: End): Promise<void> {
  for (const add of commands.values()) add(program, io, end);
  const { addCompletion } = await loadCompletion();
  addCompletion(program);
}

const loadCompletion = () => import('./completion.ts');

/** By their names, in the order in which the help lists them. A line that begins with one needs none of the others. */
const commands: ReadonlyMap<string, (program: Command, io: Io, end: End) => void> = new Map([
  ['init', addInit],
  ['validate', addValidate],
  ['status', addStatus],
  ['groups', addGroups],
  ['plan', addPlan],
  ['apply', addApply],
  ['create', addCreate],
  ['adopt', addAdopt],
  ['approvals', addApprovals],
  ['fmt', addFmt],
  ['who', addWho],
  ['invite', addInvite],
  ['notify', addNotify],
  ['import', addImport],
  ['forget', addForget],
  ['keygen', addKeygen],
  ['seal', addSeal],
  ['sandbox', addSandbox],
  ['demo', addDemo],
  ['ci', addCi],
]);
