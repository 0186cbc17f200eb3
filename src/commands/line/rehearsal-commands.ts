import { Option } from 'commander';
import type { Command } from 'commander';
import type { PhotoOptions } from '../../options.ts';
import type { SandboxOptions } from '../sandbox.ts';
import type { Io } from '../../io.ts';
import type { End } from './end.ts';
import { withPeople, withPhotos, repeatable, example, toCount, toPort } from './flags.ts';

/*
 * The commands that rehearse, and the hidden one of the workflows. A row a command: what it takes, and the file that does it,
 * loaded when it is called.
 */

/** `sandbox`: an in-memory GOWA on a port. */
export function addSandbox(program: Command, io: Io, end: End): void {
  withPhotos(withPeople(program.command('sandbox')))
    .description('start a GOWA without WhatsApp, to rehearse on')
    .option('--port <number>', 'port to listen on; 0: any free one', toPort, 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--world <file>',
      "the world to start with; without it the folder's own, or one made from its files",
    )
    .addOption(
      new Option(
        '--from <folder>',
        'start in a world in which the files of this folder are in sync',
      ).conflicts('world'),
    )
    .option('--drift <number>', 'put so many differences into the world', toCount)
    .option('--fork', 'have the endpoints that forks of GOWA have: join approval, who may add')
    .addOption(repeatable('--fault <rule>', 'order a fault, as YAML or JSON', 'none'))
    .addHelpText(
      'after',
      example(
        'rollcall sandbox --port 3000',
        'rollcall sandbox --from groups --drift 20',
        "rollcall sandbox --fault '{ xmlns: w:g2, tag: add, times: 1, code: 429 }'",
      ),
    )
    .action(async (options: SandboxOptions) =>
      end(await (await import('../sandbox.ts')).sandbox(options, io)),
    );
}

/** `demo`: the groups of this folder, or the example that comes with Rollcall, against a sandbox. */
export function addDemo(program: Command, io: Io, end: End): void {
  withPhotos(withPeople(program.command('demo')))
    .description('show the whole cycle on an embedded sandbox: plan, apply, plan again')
    .addHelpText('after', example('rollcall demo'))
    .action(async (options: PhotoOptions, demo: Command) => {
      const isNamed = demo.getOptionValueSource('groups') !== 'default';
      end(await (await import('../demo.ts')).demo({ ...options, target: [], isNamed }, io));
    });
}

/** The workflows' own: what it takes comes from the environment, and nobody types it. */
export function addCi(program: Command, io: Io, end: End): void {
  program
    .command('ci', { hidden: true })
    .description('run a step of the workflows')
    .argument('<step>')
    .action(async (step: string) => end(await (await import('../../forge/ci.ts')).runStep(step, io)));
}
