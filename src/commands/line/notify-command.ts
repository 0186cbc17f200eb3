import { constants } from 'node:os';
import type { Command } from 'commander';
import type { Io } from '../../io.ts';
import type { NotifyOptions } from '../notifying/notify.ts';
import type { End } from './end.ts';
import { example, toCount, withFiles, withGowa } from './flags.ts';

/** `notify`: tells the admins what became of a run. */
export function addNotify(program: Command, io: Io, end: End): void {
  withGowa(withFiles(program.command('notify')))
    .description(
      'tell the admins what became of a run, where that needs somebody; the environment says where',
    )
    .argument('<reports...>', 'JSON reports of one run: of apply --report, create --report, or plan --out')
    .option('--ended <code>', 'exit code of that run: a report that is not there is no mistake then', toEnd)
    .option('--link <url>', 'where more is to be seen, instead of the page of this run')
    .option('--account <name>', 'account of that run, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .option('--dry-run', 'send and remember nothing: only show what would be sent')
    .addHelpText(
      'after',
      example(
        'rollcall notify report.json --dry-run',
        'ROLLCALL_NOTIFY_FORMAT=slack ROLLCALL_NOTIFY_WEBHOOK=https://… rollcall notify report.json',
        'ROLLCALL_NOTIFY_MAIL="sendmail -t" ROLLCALL_NOTIFY_TO=us@example.org rollcall notify plan.json',
        'rm -f report.json; rollcall apply plan.json --report report.json; rollcall notify report.json --ended $?',
      ),
    )
    .action(async (reports: string[], options: Omit<NotifyOptions, 'reports'>) =>
      end(await (await import('../notifying/notify.ts')).notify({ ...options, reports }, io)),
    );
}

/** An exit code; of the name of a signal, which systemd's EXIT_STATUS has for a process that was killed, the code that a shell gives it. */
function toEnd(text: string): number {
  const signal = Object.entries(constants.signals).find(([name]) => name === `SIG${text}`);
  return signal ? 128 + signal[1] : toCount(text);
}
