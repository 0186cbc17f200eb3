import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isInterrupted, onInterrupt } from './interruption.mjs';

/** What the tool needs to know of the environment; the token of GitHub is not among it. */
const passed = [
  'PATH',
  'HOME',
  'TMPDIR',
  'CI',
  'ROLLCALL_URL',
  'ROLLCALL_USER',
  'ROLLCALL_PASSWORD',
  'ROLLCALL_DEVICE',
  'ROLLCALL_KEY',
];

/**
 * Runs Rollcall; what it prints comes back, and is shown by whoever called, safely. A signal reaches it as SIGTERM: it
 * gives what is under way five seconds, which leaves time to push before the runner kills. After one nothing is begun.
 */
export function runTool(argv, { env, cwd }) {
  if (isInterrupted()) return Promise.resolve({ code: 130, out: '', err: 'Interrupted.\n' });
  const file = join(env.GITHUB_ACTION_PATH, '..', '..', '..', 'dist', 'rollcall.js');
  const known = Object.fromEntries(passed.map((name) => [name, env[name]]).filter(([, value]) => value));
  // What is printed is read again here, and goes into Markdown.
  const own = { ...known, NO_COLOR: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...argv], {
      cwd,
      env: own,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (printed.err += text));
    const stop = onInterrupt(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('close', (code) => {
      stop();
      resolve({ code: code ?? 130, ...printed });
    });
  });
}

/** What a code means, for `failure-reason`; '' for success. */
export function toReason(code) {
  const reasons = {
    0: '',
    1: 'failed',
    2: '',
    3: 'incomplete',
    4: 'refused',
    64: 'usage',
    65: 'mistakes',
    130: 'interrupted',
  };
  return reasons[code] ?? 'bug';
}

/** Mistakes and warnings as `validate` prints them, each with its place. */
export function parseDiagnostics(text) {
  return [...text.matchAll(/^(Error|Warning): (.+)\n {2}on (.+?):(\d+):\d+$/gm)].map(
    ([, kind, title, file, line]) => ({
      level: kind === 'Error' ? 'error' : 'warning',
      file,
      line,
      title,
      text: `${title}: ${file}:${line}. The log has the whole text.`,
    }),
  );
}
