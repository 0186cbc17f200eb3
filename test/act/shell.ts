import { spawn } from 'node:child_process';

/** A terminal in which somebody types one command after the other. */
export interface Shell {
  /** Types a command and waits for its end. */
  run(command: string): Promise<{ readonly code: number; readonly out: string }>;
  /** Types a command that goes on, and waits until it has printed this. */
  begin(command: string, printed: string): Promise<void>;
  /** Ends whatever runs in it. */
  close(): void;
}

/** Opens one in a folder. Nobody sits in front of it. */
export function openShell(folder: string, env: Readonly<Record<string, string>>): Shell {
  const child = spawn('bash', ['--norc'], { cwd: folder, env, detached: true });
  let out = '';
  /** Who waits for what is printed next. */
  let waiting: { look(): void; giveUp(): void } | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      waiting?.look();
    });
  child.on('close', () => waiting?.giveUp());
  // What is typed next is nothing for a command to read.
  const type = (command: string) =>
    void child.stdin.write(`{ ${command}
} </dev/null
`);
  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      waiting = {
        look() {
          const found = pattern.exec(out);
          if (found) resolve(found);
        },
        giveUp: () => reject(new Error(`The terminal was closed: ${out}`)),
      };
      waiting.look();
    });
  type('shopt -s expand_aliases');
  return {
    async run(command) {
      out = '';
      type(command);
      type('echo "ended with $?."');
      const [end, code] = await waitFor(/^ended with (\d+)\.$/m);
      return { code: Number(code), out: out.replace(end, '') };
    },
    async begin(command, printed) {
      out = '';
      type(command);
      await waitFor(new RegExp(printed));
    },
    close: () => void (child.exitCode === null && process.kill(-(child.pid ?? 0), 'SIGTERM')),
  };
}
