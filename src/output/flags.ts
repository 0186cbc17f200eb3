import type { PlanningOptions } from '../options.ts';
import { toShellWord } from '../safe/shell-word.ts';

/** The flags of this command that the next one needs too, with a space before each: " --groups ours --sandbox". */
export function toFlags(options: PlanningOptions): string {
  const { groups, url, device, account, state, target, skipPhotos, sandbox } = options;
  const values = [
    ['--groups', groups === 'groups' ? undefined : groups],
    ['--url', url],
    ['--device', device],
    ['--account', account],
    ['--state', state],
    ...target.map((name) => ['--target', name] as const),
  ] as const;
  const given = values.flatMap(([flag, value]) =>
    value === undefined ? [] : [` ${flag} ${toShellWord(value)}`],
  );
  return [...given, skipPhotos ? ' --skip-photos' : '', sandbox ? ' --sandbox' : ''].join('');
}
