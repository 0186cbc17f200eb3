import { UsageError } from '../errors.ts';
import { readNamedTextNow } from './named-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `ROLLCALL_PASSWORD_FILE` names a file with the value of `ROLLCALL_PASSWORD`: so for each of Rollcall's own variables. */
const named = /^(ROLLCALL_\w+)_FILE$/;

/**
 * The values that stand in files, as systemd (`LoadCredential=`) and container engines hand secrets over, by the variables that
 * they are for; without a byte order mark and the end of the last line. Throws `UsageError` for a file that cannot be read,
 * is empty or no text, and where a value is given in both ways.
 */
export function readSecretFiles(env: Environment): Readonly<Record<string, string>> {
  const found = Object.entries(env).flatMap(([variable, file]): [string, string][] => {
    const name = named.exec(variable)?.[1];
    return name === undefined || !file ? [] : [[name, readSecret({ name, variable, file }, env)]];
  });
  return Object.fromEntries(found);
}

interface SecretFile {
  readonly name: string;
  readonly variable: string;
  readonly file: string;
}

function readSecret({ name, variable, file }: SecretFile, env: Environment): string {
  if (env[name]) throw new UsageError(`Both ${name} and ${variable} are set: take one of them away.`);
  const called = `${variable}: ${file}`;
  const text = readNamedTextNow({ path: file, called, most: secretBytes }).replace(/\r?\n$/, '');
  if (text === '') throw new UsageError(`${called} is empty.`);
  // No variable can hold it, and what follows would be cut off without a word.
  if (text.includes('\0')) throw new UsageError(`${called} is no text: it holds a NUL. Save it as UTF-8.`);
  return text;
}

/** Far above what a file with keys or passwords has, which are some dozen letters each. */
export const secretBytes = 1024 * 1024;
