/** A small web server for the pages that tests open: files of a folder, and pages made by the test. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FIXTURE_PAGES = resolve(fileURLToPath(new URL('../fixtures/pages', import.meta.url)));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** A page made on request: its body, or body and headers (a content policy, say). */
export type MadePage = string | { body: string; headers: Record<string, string> };

export interface PageServer {
  /** Without a slash at the end: `http://127.0.0.1:40000`. */
  url: string;
  /** Every path that was asked for, in order, with its query. */
  requests: string[];
  close(): Promise<void>;
}

/** Serves `folder` and, before it, `made` (path → page) on a free port of this machine. */
export async function servePages(
  made: Record<string, MadePage> = {},
  folder: string = FIXTURE_PAGES,
): Promise<PageServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://local');
    requests.push(url.pathname + url.search);
    const page = made[url.pathname];
    if (page !== undefined) {
      const { body, headers } = typeof page === 'string' ? { body: page, headers: {} } : page;
      response.writeHead(200, { 'content-type': TYPES['.html'], ...headers }).end(body);
      return;
    }
    const file = join(folder, normalize(url.pathname));
    const type = TYPES[extname(file)];
    const content = file.startsWith(folder) && type ? await readFile(file).catch(() => null) : null;
    if (content === null) response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('not here');
    else response.writeHead(200, { 'content-type': type }).end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
