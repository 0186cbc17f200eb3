import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/main.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import type { RawFiles } from '../raw-files.ts';
import { toTexts } from '../raw-files.ts';
import type { Repository } from '../repository.ts';
import { createRepository } from '../repository.ts';
import type { Run } from '../stage.ts';
import { createTestIo } from '../stage.ts';
import { writeFiles } from '../write-files.ts';

/** A folder with files and a memory, over days: each has a WhatsApp of its own. */
export interface DaysStage {
  path(name: string): string;
  /** The groups folder holds these files and no others. */
  write(files: RawFiles): Promise<void>;
  writeText(name: string, text: string): Promise<void>;
  /** From now on it is noon of this day, and WhatsApp is like this. */
  goTo(day: string, world: WorldFile): Promise<Sandbox>;
  /** Runs a command with the files and the memory. */
  run(...argv: string[]): Promise<Run>;
  /** The files that are there are the branch `main` from now on. */
  commit(): Promise<void>;
  close(): Promise<void>;
}

/** Sets it up; whoever does so closes it. `tell` gets what each command prints. */
export async function openDays(tell?: (text: string) => void): Promise<DaysStage> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-days-'));
  const path = (name: string) => join(folder, name);
  let sandbox: Sandbox | undefined = undefined;
  let repository: Repository | undefined = undefined;
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  return {
    path,
    async write(files) {
      rmSync(path('groups'), { recursive: true, force: true });
      writeFiles(path('groups'), toTexts(files));
    },
    writeText: async (name, text) => writeFileSync(path(name), text),
    async goTo(day, world) {
      await sandbox?.close();
      sandbox = await startSandbox({ world });
      now = Date.parse(`${day}T12:00:00Z`);
      return sandbox;
    },
    async run(command = '', ...rest) {
      const { io, written } = createTestIo({ env: { ROLLCALL_URL: sandbox?.url ?? '' }, clock });
      const argv = [command, '--groups', path('groups'), '--state', path('state'), ...rest];
      const code = await main(argv, io);
      tell?.(`\n$ rollcall ${command} ${rest.join(' ')}\n${written.out}exit ${code}\n`);
      return { code, ...written };
    },
    async commit() {
      repository ??= await createRepository(folder);
      await repository.git('add', 'groups');
      await repository.git('commit', '--quiet', '-m', 'base');
    },
    async close() {
      await sandbox?.close();
      rmSync(folder, { recursive: true });
    },
  };
}
