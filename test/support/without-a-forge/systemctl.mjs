#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * What `systemctl start UNIT` does with a oneshot service, as far as those of docs/without-a-forge/ go: its environment and no
 * other, copies of its credentials, its commands in order, and which exit codes are no failure. PLACE has the folders that
 * are the machine's own on a real one; how the unit ended goes to PLACE/UNIT.ended.
 */

const [unit] = process.argv.slice(2);
const { PLACE, PATH } = process.env;
process.exit(start());

function start() {
  const file = join(PLACE, 'etc/systemd/system', `${unit}.service`);
  const files = [file, `${file}.d/override.conf`].filter((each) => existsSync(each));
  const text = files.map((each) => readFileSync(each, 'utf8')).join('\n');
  const all = (key) => [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value);
  const credentials = mkdtempSync(join(tmpdir(), 'credentials-'));
  for (const each of all('LoadCredential')) {
    const [name, file] = each.split(':');
    copyFileSync(file, join(credentials, name));
  }
  const state = join(PLACE, 'var/lib', all('StateDirectory')[0]);
  const given = all('Environment').map((each) => each.replaceAll('%d', credentials));
  const env = Object.fromEntries(given.map((each) => /^(\w+)=(.*)$/s.exec(each).slice(1)));
  const options = {
    cwd: all('WorkingDirectory')[0] ?? '/',
    env: { PATH, HOME: state, STATE_DIRECTORY: state, TMPDIR: tmpdir(), ...env },
    encoding: 'utf8',
  };
  const said = { code: 0, out: '' };
  const run = (line, more) => {
    const command = line.replace(/^-/, '').replaceAll('$$', '$');
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `exec ${command}`], {
      ...options,
      env: { ...options.env, ...more },
    });
    said.out += stdout + stderr;
    return status;
  };
  for (const line of [...all('ExecStartPre'), ...all('ExecStart')])
    if (said.code === 0) said.code = run(line);
  for (const line of all('ExecStopPost')) run(line, { EXIT_STATUS: String(said.code) });
  const fine = [0, ...all('SuccessExitStatus').flatMap((each) => each.split(' ').map(Number))];
  writeFileSync(
    join(PLACE, `${unit}.ended`),
    JSON.stringify({ ...said, isFailed: !fine.includes(said.code) }),
  );
  return fine.includes(said.code) ? 0 : 1;
}
