/**
 * A proxy that writes down whatever leaves the browser, and lets nothing of it out: it answers for the hosts of a test itself, and
 * for nobody else. Names are not looked up.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the proxy saw it; of a secure one only the host is seen. */
export interface SeenRequest {
  host: string;
  /** "" for a secure one. */
  path: string;
}

export interface RecordingProxy {
  /** `127.0.0.1:port`. */
  address: string;
  requests: SeenRequest[];
  close(): Promise<void>;
}

/** `answer` gives the page of an address, or null where there is none. */
export async function recordingProxy(answer: (host: string, path: string) => string | null): Promise<RecordingProxy> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : null;
    const host = url?.hostname ?? request.headers.host ?? '';
    const path = url ? url.pathname + url.search : (request.url ?? '');
    requests.push({ host, path });
    const page = answer(host, path);
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '');
  });
  server.on('connect', (request, socket) => {
    requests.push({ host: (request.url ?? '').replace(/:\d+$/, ''), path: '' });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  // A browser that goes away in the middle of a request is no error.
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
