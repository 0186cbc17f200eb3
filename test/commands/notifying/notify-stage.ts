import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PersonKey, PhoneNumber } from '../../../src/domain/people/person.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { main } from '../../../src/main.ts';
import { makeFolder } from '../../support/folder.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { startHttpServer } from '../../support/http-server.ts';
import type { Run } from '../../support/stage.ts';
import { createTestClock, createTestIo } from '../../support/stage.ts';

const account = '447700900001' as PhoneNumber;

/** A key, so that there is a memory. */
export const key = 'ab'.repeat(32);

export const policy = 'account: "+447700900001"\ntimezone: Europe/London\nstate: .rollcall\n';

/** Groups that differ from their files, as `plan --out` says it. */
export function toPlan(changes: readonly string[], more: object = {}): string {
  const group = {
    file: 'altos.yaml',
    name: 'Altos',
    changes: changes.map((id) => ({ id, action: 'add', label: 'ana' })),
  };
  return JSON.stringify({ formatVersion: '1.4', kind: 'plan', account: 'main', groups: [group], ...more });
}

export interface NotifyStage {
  readonly clock: ReturnType<typeof createTestClock>;
  readonly server: HttpServer;
  /** Absolute, in the folder. */
  path(name: string): string;
  write(name: string, text: string): void;
  /** Texts that came to the address. */
  texts(): string[];
  /** Runs `notify` on a plan with these changes. */
  tell(changes: readonly string[], ...argv: string[]): Promise<Run>;
  notify(argv: readonly string[], env?: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Run>;
  /** What the address answers from now on. */
  answer(status: number): void;
  /** Begins a memory. */
  begin(): Promise<void>;
}

/** A policy, an address that takes what it gets, and a memory that is begun. */
export async function openNotifyStage(env: Readonly<Record<string, string>> = {}): Promise<NotifyStage> {
  const folder = makeFolder({ 'groups/_policy.yaml': policy });
  let status = 200;
  const server = await startHttpServer((_, response) =>
    response.writeHead(status).end('secret words of the host'),
  );
  onTestFinished(() => server.close());
  const clock = createTestClock();
  const path = (name: string) => join(folder, name);
  const usual = { ROLLCALL_KEY: key, ROLLCALL_NOTIFY_WEBHOOK: `${server.url}/hooks/abcdefghi`, ...env };
  const notify: NotifyStage['notify'] = async (argv, more = {}, signal) => {
    const { io, written } = createTestIo({ env: { ...usual, ...more }, clock, ...(signal && { signal }) });
    const code = await main(['notify', '--groups', path('groups'), '--state', path('state'), ...argv], io);
    return { code, ...written };
  };
  return {
    clock,
    server,
    path,
    write: (name, text) => writeFileSync(path(name), text),
    texts: () => server.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text),
    async tell(changes, ...argv) {
      writeFileSync(path('plan.json'), toPlan(changes));
      return notify([path('plan.json'), ...argv]);
    },
    notify,
    answer: (code) => {
      status = code;
    },
    async begin() {
      const names = { people: new Set<PersonKey>(), groups: [] };
      const input = { ...names, folder: path('state'), secret: Buffer.from(key, 'hex'), account, clock };
      await (await openJournal(input, { startNew: true })).close();
    },
  };
}
