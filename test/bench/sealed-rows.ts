import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { peopleKeyEnv, sealFor, sealLine } from '../support/sealing.ts';
import type { Measure } from './measure.ts';
import type { Row } from './table.ts';
import { seconds } from './table.ts';

const people = 2000;

/** What it takes to open the numbers of 2,000 people, of the processor's time: `validate` of them sealed and in plain text. */
export async function measureSealed(folder: string, runs: number, measure: Measure): Promise<Row> {
  const [plain, sealed] = [join(folder, 'people-plain'), join(folder, 'people-sealed')];
  await write(plain, '', async (_handle, number) => JSON.stringify(number));
  await write(sealed, `${sealLine}\n`, sealFor);
  const validate = (groups: string) =>
    measure(['dist/rollcall.js', 'validate', '--quiet', '--groups', groups], peopleKeyEnv);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < runs; run += 1) {
    least = Math.min(least, (await validate(plain)).cpu);
    most = Math.min(most, (await validate(sealed)).cpu);
  }
  return {
    what: 'seconds of CPU to open 2,000 sealed people',
    against: 'them in plain text',
    measured: `${seconds(most)} : ${seconds(least)}`,
    value: (most - least) / 1000,
  };
}

async function write(
  folder: string,
  seal: string,
  toNumber: (handle: string, number: string) => Promise<string>,
): Promise<void> {
  const handles = Array.from({ length: people }, (_, index) => `p${index}`);
  const lines = handles.map(async (handle, index) => {
    const number = `+447700${String(900_000 + index).padStart(6, '0')}`;
    return `  ${handle}: ${await toNumber(handle, number)}\n`;
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '_policy.yaml'), `account: "+447700800001"\n${seal}`);
  await writeFile(join(folder, '_people.yaml'), `people:\n${(await Promise.all(lines)).join('')}`);
  await writeFile(join(folder, 'g.yaml'), `name: G\nmembers: [${handles.slice(0, 900).join(', ')}]\n`);
}
