import { asksReset } from './asks-reset.ts';
import type { Dispatcher } from 'undici';
import { request } from 'undici';
import type { Connection } from './connection.ts';

/** What came of fetching a picture. */
export type Download = Buffer | { readonly failed: string };

/** How long fetching a picture may take, and how large the picture may be. */
export interface DownloadLimits {
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
  readonly maxBytes: number;
}

/** WhatsApp's pictures are 640 px wide and hardly ever over 200 kB (docs/gowa.md#15-group-photo). */
const usualLimits: DownloadLimits = { timeout: 30_000, maxBytes: 5 * 1024 * 1024 };

/**
 * The bytes behind a picture's link. The link comes from a server, so it is followed to GOWA itself (its scheme, host, port
 * and base path) or to WhatsApp's own hosts over https, nowhere else: not to another service of the same machine either.
 * Redirects are not followed, and no credentials go along; to WhatsApp it goes by a proxy, where one is named. Never throws.
 */
export async function downloadPicture(
  link: string,
  gowa: Pick<Connection, 'origin' | 'basePath' | 'proxies'>,
  limits: DownloadLimits = usualLimits,
): Promise<Download> {
  if (!isTrusted(link, gowa)) return { failed: 'its link leads neither to WhatsApp nor to GOWA' };
  try {
    const url = new URL(link);
    const dispatcher = url.origin === gowa.origin ? undefined : await gowa.proxies.find(url);
    const signal = AbortSignal.timeout(limits.timeout);
    const response = await request(url, { signal, ...(dispatcher && { dispatcher }) });
    const bytes = await readBytes(response, limits.maxBytes);
    if (response.statusCode !== 200) return { failed: `its host answered ${response.statusCode}` };
    return bytes ?? { failed: `it is larger than ${limits.maxBytes / 1024 / 1024} MiB` };
  } catch (error) {
    return { failed: `it could not be fetched (${toReason(error)})` };
  }
}

/** GOWA's own place, or whatsapp.net and what lies under it. The parser has taken "..", "%2e" and odd hosts out. */
function isTrusted(link: string, { origin, basePath }: Pick<Connection, 'origin' | 'basePath'>): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return false;
  if (url.origin === origin) return url.pathname.startsWith(`${basePath}/`) && !asksReset(url.searchParams);
  return url.protocol === 'https:' && url.port === '' && /^(.+\.)?whatsapp\.net$/.test(url.hostname);
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
