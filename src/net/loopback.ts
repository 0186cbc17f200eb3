import { isIPv4 } from 'node:net';

/**
 * True for the host of a URL that names this very machine by itself: `localhost`, 127.0.0.0/8 and ::1, and nothing that
 * only looks like it or leads there by way of a name server. The URL parser has already brought "127.1" and "0x7f000001"
 * into their one form.
 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || isLoopbackV4(hostname);
}

/** True for the address of a socket's other end when that is this machine: what `localhost` means is told by the system. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || isLoopbackV4(address.replace(/^::ffff:/i, ''));
}

function isLoopbackV4(text: string): boolean {
  return isIPv4(text) && text.startsWith('127.');
}
