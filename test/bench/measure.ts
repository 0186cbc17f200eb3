import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One whole process, from its start to its end. */
export interface Measurement {
  readonly milliseconds: number;
  /** Of all its threads, in and for it, in milliseconds: what a machine shared with others disturbs least. */
  readonly cpu: number;
  /** The most memory that it held, in bytes. */
  readonly peak: number;
  readonly code: number;
  readonly out: string;
}

/** Runs a Node process and measures it. Throws where it ends with another code than expected. */
export type Measure = (
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
  expected?: number,
) => Promise<Measurement>;

/**
 * Loaded into each measured process before anything else, to tell its own peak and its processor's time at the end. Linux' high-water mark,
 * where there is one: the other number may be what the parent held when it started the process.
 */
const resultScript = `process.on('exit', () => {
  const { readFileSync, writeFileSync } = require('node:fs');
  let peak = process.resourceUsage().maxRSS;
  try { peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; } catch {}
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_RESULT, JSON.stringify({ peak: peak * 1024, cpu: (user + system) / 1000 }));
});`;

/** A `Measure` that keeps what it needs in a folder. */
export async function createMeasure(folder: string): Promise<Measure> {
  const [script, result] = [join(folder, 'result.cjs'), join(folder, 'result')];
  await writeFile(script, resultScript);
  return async (args, env = {}, expected = 0) => {
    const start = performance.now();
    const { code, out } = await run(['--require', script, ...args], { ...env, BENCH_RESULT: result });
    const milliseconds = performance.now() - start;
    if (code !== expected) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${out}`);
    const own = JSON.parse(await readFile(result, 'utf8')) as Pick<Measurement, 'cpu' | 'peak'>;
    return { milliseconds, ...own, code, out };
  };
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out }));
  });
}

/** Runs each of several things in turn, so many times, so that what disturbs the machine disturbs all of them. */
export async function interleave<Name extends string>(
  runs: number,
  things: Readonly<Record<Name, () => Promise<Measurement>>>,
): Promise<Readonly<Record<Name, readonly Measurement[]>>> {
  const names = Object.keys(things) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Measurement[]
  >;
  for (let round = 0; round < runs; round += 1) {
    for (const name of names) results[name].push(await things[name]());
  }
  return results;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
