import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { findBlock } from '../support/without-a-forge/two-machines.ts';
import { findRoot } from '../support/repository-root.ts';

const folders = ['without-a-forge', 'beside-gowa'].map((name) => join(findRoot(), 'docs', name));
const units = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:service|timer)$/.test(name))
    .map((name) => join(folder, name)),
);
const read = (name: string) => readFileSync(units.find((unit) => unit.endsWith(`/${name}`)) ?? '', 'utf8');

/** What it says of a service, from 0 (shut) to 10; and what no service's manager of an older systemd knows is no reason to fail. */
const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;
const knowsSecurity = isThere && /--offline/.test(spawnSync('systemd-analyze', ['--help']).stdout.toString());

describe.skipIf(!isThere)('systemd, where it is there', () => {
  test('finds nothing to object to in the units', () => {
    const root = makeRoot();
    const names = units.map((unit) =>
      (unit.split('/').at(-1) ?? '').replace('@.', '@rollcall-apply.service.'),
    );
    const found = spawnSync('systemd-analyze', ['verify', '--man=no', `--root=${root}`, ...names], {
      encoding: 'utf8',
    });
    expect([found.status, found.stderr]).toEqual([0, '']);
  });

  test('and objects where there is something', () => {
    const root = makeRoot();
    writeFileSync(
      join(root, 'etc/systemd/system/rollcall-plan.service'),
      '[Service]\nExecStart=/nowhere\nOnFailure=x\n',
    );
    const argv = ['verify', '--man=no', `--root=${root}`, 'rollcall-plan.service'];
    const found = spawnSync('systemd-analyze', argv, { encoding: 'utf8' });
    expect(found.status).not.toBe(0);
  });

  test.skipIf(!knowsSecurity).each(['rollcall-apply.service', 'rollcall-plan.service'])(
    '%s may do little',
    (name) => {
      const unit = join(folders[0] ?? '', name);
      // Of ten; 2 is what is left to a service that may speak to the network and start programs.
      const argv = ['security', '--offline=true', '--threshold=20', '--no-pager', unit];
      expect(spawnSync('systemd-analyze', argv).status).toBe(0);
    },
  );
});

/** A machine's file system as far as units need it: systemd's own, these, and the programs that they start. */
function makeRoot(): string {
  const root = makeFolder();
  const place = join(root, 'etc/systemd/system');
  mkdirSync(place, { recursive: true });
  mkdirSync(join(root, 'usr/lib/systemd'), { recursive: true });
  execFileSync('cp', ['-a', '/usr/lib/systemd/system', join(root, 'usr/lib/systemd/system')]);
  for (const unit of units) cpSync(unit, join(place, unit.split('/').at(-1) ?? ''));
  // What the page adds to one of them for a chat.
  mkdirSync(join(place, 'rollcall-apply.service.d'));
  writeFileSync(
    join(place, 'rollcall-apply.service.d/override.conf'),
    findBlock('chat').replaceAll(/^ {2}/gm, ''),
  );
  writeFileSync(join(place, 'docker.service'), '[Service]\nExecStart=/bin/sh\n');
  const programs = [
    '/usr/local/lib/rollcall/apply-approved.sh',
    '/opt/rollcall/docs/beside-gowa/next-runner.sh',
  ];
  for (const program of [...programs, '/usr/local/bin/rollcall', '/usr/bin/git', '/bin/sh']) {
    const file = join(root, program);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
  }
  return root;
}

/** A unit's lines of one key. */
function findLines(text: string, key: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

/** What a service may do, and as whom: all that follows its user. */
const toRights = (text: string) => text.slice(text.indexOf('User='));

test('both services run with the same rights, which one of them does not lose alone', () => {
  expect(toRights(read('rollcall-plan.service'))).toBe(toRights(read('rollcall-apply.service')));
});

test.each(['rollcall-apply.service', 'rollcall-plan.service'])(
  '%s tells what went wrong, and holds no secret',
  (name) => {
    const text = read(name);
    expect(findLines(text, 'OnFailure')).toEqual(['rollcall-mail@%n.service']);
    const given = findLines(text, 'Environment');
    expect(given.filter((each) => /PASSWORD|KEY/.test(each) && !each.includes('_FILE=%d/'))).toEqual([]);
    // Each value that comes by a file is of a credential that is loaded.
    const loaded = findLines(text, 'LoadCredential').map((each) => each.split(':')[0]);
    expect(given.flatMap((each) => /%d\/(.*)$/.exec(each)?.[1] ?? [])).toEqual(loaded);
  },
);

test.each(['rollcall-apply', 'rollcall-plan'])('the timer of %s makes up for what it missed', (name) => {
  expect(findLines(read(`${name}.timer`), 'Persistent')).toEqual(['true']);
  expect(units.some((unit) => unit.endsWith(`/${name}.service`))).toBe(true);
});

test('a day’s end and a plan that is not approved are no failure of the one that acts; changes are one of the other', () => {
  expect(findLines(read('rollcall-apply.service'), 'SuccessExitStatus')).toEqual(['3']);
  expect(findLines(read('rollcall-plan.service'), 'SuccessExitStatus')).toEqual([]);
  expect(read('rollcall-plan.service')).toContain('--detailed-exitcode');
});

test('the scripts are scripts', () => {
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.sh')))
      expect(execFileSync('sh', ['-n', join(folder, name)]).toString()).toBe('');
});
