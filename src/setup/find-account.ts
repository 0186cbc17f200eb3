import { usualPace } from '../domain/defaults.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import type { ServerOptions } from '../options.ts';
import { InterruptedError, RollcallError, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { maskPhone } from '../safe/mask.ts';
import { connectEarly } from '../session/connect.ts';

/** Whose session a server has, or why that is not known. */
export type Asked =
  | { readonly kind: 'told'; readonly phone: PhoneNumber; readonly isSandbox: boolean }
  /** `fault`: the error that stood in the way; absent where no server was named. */
  | { readonly kind: 'untold'; readonly fault?: RollcallError };

/**
 * Asks the server whose session it has; with a `number`, only the session of that account will do. Throws what is a mistake
 * of whoever started it, with exit code 64: a wrong address, device or number is no bad day of a server.
 */
export async function askForAccount(
  options: Pick<ServerOptions, 'url' | 'device' | 'debug'>,
  number: PhoneNumber | undefined,
  io: Io,
): Promise<Asked> {
  // A device that is named is taken whoever it belongs to, and compared below.
  const isNamed = (options.device ?? io.env['ROLLCALL_DEVICE'] ?? '') !== '';
  const account = number === undefined || isNamed ? undefined : { name: 'main', phone: number };
  try {
    const line = await connectEarly(options, usualPace, account, io);
    if (!line) return { kind: 'untold' };
    const isSandbox = line.client.isSandbox();
    await line.close();
    return { kind: 'told', phone: checkNumber(line.own, number), isSandbox };
  } catch (error) {
    if (io.signal.aborted) throw new InterruptedError();
    if (!(error instanceof RollcallError) || error.exitCode === exitCodes.usage) throw error;
    return { kind: 'untold', fault: error };
  }
}

function checkNumber(own: PhoneNumber, number: PhoneNumber | undefined): PhoneNumber {
  if (number === undefined || toPersonKey(own) === toPersonKey(number)) return own;
  throw new UsageError(
    `--account is ${maskPhone(number)}, but GOWA is logged in as ${maskPhone(own)}. Leave --account out to take that one, or name another device.`,
  );
}
