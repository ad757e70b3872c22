/**
 * A pack's file, from its bytes to the value that its JSON holds: size, compression, encoding and depth are watched while the
 * bytes come in, so that nothing large is made of a file that is refused. Works on any file with a stream: a picked or dropped
 * one in a page, bytes in Node.
 */
import type { Words } from '../utils/words/index.ts';
import { DepthGauge } from './json-depth.ts';
import { DEPTH_MOST, FILE_BYTES_MOST, UNPACKED_BYTES_MOST } from './pack-limits.ts';

/** A file was not taken in. Each problem is one line for the reader: where, what, and what to do. */
export class Refused extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'Refused';
    this.problems = problems;
  }
}

/** The part of `File` and `Blob` that is needed. */
export interface FileLike {
  size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface ReadFileOptions {
  words: Words;
  signal?: AbortSignal;
  /** Bytes of the file that were read, of all. */
  progress?(done: number, of: number): void;
  /** For tests of the limits. */
  limits?: { file: number; unpacked: number; depth: number };
}

const LIMITS = { file: FILE_BYTES_MOST, unpacked: UNPACKED_BYTES_MOST, depth: DEPTH_MOST };
const GZIP = [0x1f, 0x8b] as const;

/** The value of a `.json` or gzipped `.json` file. Throws `Refused`, or the signal's reason. */
export async function readJsonFile(file: FileLike, options: ReadFileOptions): Promise<unknown> {
  const { words } = options;
  const text = await readText(file, options);
  if (text.trim() === '') throw new Refused([words.t('file.empty')]);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused([words.t('file.no-json', { reason: messageOf(error) })]);
  }
}

async function readText(
  file: FileLike,
  { words, signal, progress, limits = LIMITS }: ReadFileOptions,
): Promise<string> {
  const tooLarge = (most: number) => new Refused([words.t('file.too-large', { most: megabytes(most) })]);
  if (file.size > limits.file) throw tooLarge(limits.file);
  const { bytes, gzip } = await openStream(file, (read) => {
    if (read > limits.file) throw tooLarge(limits.file);
    progress?.(Math.min(read, file.size), file.size);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const gauge = new DepthGauge(limits.depth);
  const parts: string[] = [];
  let unpacked = 0;
  const take = (text: string): void => {
    if (!gauge.add(text)) throw new Refused([words.t('file.too-deep', { most: limits.depth })]);
    parts.push(text);
  };
  const decode = (chunk?: Uint8Array): void => {
    let text: string;
    try {
      text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Refused([words.t('file.not-utf8', { at: unpacked })]);
    }
    take(text);
  };
  const reader = bytes.getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await readNext(reader, gzip, words);
      if (done) break;
      unpacked += value.byteLength;
      if (unpacked > limits.unpacked)
        throw new Refused([words.t('file.unpacks-too-large', { most: megabytes(limits.unpacked) })]);
      decode(value);
    }
    decode();
  } finally {
    // Also ends the unpacking of a file that was refused.
    await reader.cancel().catch(() => {});
  }
  signal?.throwIfAborted();
  if (gauge.isOpen) throw new Refused([words.t('file.half')]);
  return parts.join('');
}

async function readNext(reader: ReadableStreamDefaultReader<Uint8Array>, gzip: boolean, words: Words) {
  try {
    return await reader.read();
  } catch (error) {
    if (error instanceof Refused || (error instanceof Error && error.name === 'AbortError')) throw error;
    throw new Refused([
      gzip
        ? words.t('file.bad-gzip', { reason: messageOf(error) })
        : words.t('file.unreadable', { reason: messageOf(error) }),
    ]);
  }
}

/** The file's bytes, unpacked where its first two say that it is packed: names of files lie. */
async function openStream(file: FileLike, counted: (read: number) => void) {
  const reader = file.stream().getReader();
  let read = 0;
  const next = async () => {
    const result = await reader.read();
    if (result.value) {
      read += result.value.byteLength;
      counted(read);
    }
    return result;
  };
  // The first chunk may hold one byte only.
  const head: Uint8Array<ArrayBuffer>[] = [];
  while (read < GZIP.length) {
    const { done, value } = await next();
    if (done) break;
    head.push(value);
  }
  const first = [...(head[0] ?? []).slice(0, 2), ...(head[1] ?? []).slice(0, 1)];
  const gzip = first[0] === GZIP[0] && first[1] === GZIP[1];
  const raw = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const chunk = head.shift();
      if (chunk) return controller.enqueue(chunk);
      const { done, value } = await next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { gzip, bytes: gzip ? raw.pipeThrough(new DecompressionStream('gzip')) : raw };
}

const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Packs text as gzip: what a large pack is given out as. */
export function gzipped(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
