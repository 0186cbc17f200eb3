import { spawn } from 'node:child_process';
import { withoutSecrets } from '../safe/own-secrets.ts';

/** What a mail's command needs of the world. */
export interface MailContext {
  /** The program and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly timeout?: number;
}

const usualTimeout = 60_000;

/**
 * Hands a mail to a command on its standard input, without a shell and without Rollcall's secrets; what it prints is nobody's
 * business. Why it was not sent; undefined where the command took it.
 */
export function runMail(mail: string, context: MailContext): Promise<string | undefined> {
  const { command, env, signal, timeout = usualTimeout } = context;
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: withoutSecrets(env),
      stdio: ['pipe', 'ignore', 'ignore'],
      shell: false,
      timeout,
      killSignal: 'SIGKILL',
    });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    const end = (why: string | undefined) => {
      signal.removeEventListener('abort', stop);
      resolve(why);
    };
    child.once('error', (error: NodeJS.ErrnoException) =>
      end(`its command could not be started (${error.code ?? 'for no known reason'})`),
    );
    child.once('close', (code, killed) => end(tellEnd(code, killed)));
    // A command that reads nothing says so by its code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(mail);
  });
}

function tellEnd(code: number | null, killed: string | null): string | undefined {
  if (code === 0) return undefined;
  return code === null
    ? `its command was ended (${killed ?? 'for no known reason'})`
    : `its command ended with ${code}`;
}

/** A command as its words, parted by blanks; quotes hold blanks together, and nothing else is special. Undefined for none. */
export function splitCommand(text: string): readonly [string, ...string[]] | undefined {
  const words = [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(
      /"([^"]*)"|'([^']*)'/g,
      (_, double: string | undefined, single: string | undefined) => double ?? single ?? '',
    ),
  );
  const [program, ...args] = words;
  return program === undefined || program === '' ? undefined : [program, ...args];
}
