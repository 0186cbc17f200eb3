import type { Dispatcher } from 'undici';
import { request } from 'undici';

/** What came of fetching a picture. */
export type Download = Buffer | { readonly failed: string };

export interface DownloadLimits {
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
  readonly maxBytes: number;
}

/** WhatsApp's pictures are 640 px wide and hardly ever over 200 kB (contract 1.5). */
const usualLimits: DownloadLimits = { timeout: 30_000, maxBytes: 5 * 1024 * 1024 };

/**
 * The bytes behind a picture's link. The link comes from a server, so it is followed to GOWA's own host (`origin`) or
 * to WhatsApp's over https, nowhere else; redirects are not followed, and no credentials go along. Never throws.
 */
export async function downloadPicture(
  link: string,
  origin: string,
  limits: DownloadLimits = usualLimits,
): Promise<Download> {
  if (!isTrusted(link, origin))
    return { failed: 'its link leads to a host that is neither WhatsApp nor GOWA' };
  try {
    const response = await request(link, { signal: AbortSignal.timeout(limits.timeout) });
    const bytes = await readBytes(response, limits.maxBytes);
    if (response.statusCode !== 200) return { failed: `its host answered ${response.statusCode}` };
    return bytes ?? { failed: `it is larger than ${limits.maxBytes / 1024 / 1024} MiB` };
  } catch (error) {
    return { failed: `it could not be fetched (${toReason(error)})` };
  }
}

/** GOWA's own host by its own scheme, or whatsapp.net and what lies under it. */
function isTrusted(link: string, origin: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, username, port } = new URL(link);
  const own = new URL(origin);
  if (username !== '') return false;
  if (hostname === own.hostname) return protocol === own.protocol;
  return protocol === 'https:' && port === '' && /^(.+\.)?whatsapp\.net$/.test(hostname);
}

/** Undefined for more than is wanted; leaving the loop closes the socket. */
async function readBytes(
  { body, headers }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes || Number(headers['content-length']) > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
