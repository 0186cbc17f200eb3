import type { PlanningOptions } from '../options.ts';

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
  const given = values.flatMap(([flag, value]) => (value === undefined ? [] : [` ${flag} ${quote(value)}`]));
  return [...given, skipPhotos ? ' --skip-photos' : '', sandbox ? ' --sandbox' : ''].join('');
}

/** As a shell takes it. */
export function quote(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
