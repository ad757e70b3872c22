/** Kilobytes a second of processor time (others may be at work on the machine) of each reader over the same articles, in one process, taking turns within each run. */
import { type Spread, spreadOf } from './statistics.ts';

/** A run of a fast reader goes over the articles until this much time is gone: short ones measure the clock. */
const AT_LEAST_MS = 60;

export interface Contestant {
  name: string;
  read(text: string): unknown;
  /** What it is given in each run, for a reader too slow for all of it. */
  texts: readonly string[];
}

export interface Throughput {
  name: string;
  /** kB a second. */
  speed: Spread;
  /** How many times as fast the first contestant was, run by run. */
  ratio: Spread;
}

const characters = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

function kilobytesPerSecond({ read, texts }: Contestant): number {
  const start = process.cpuUsage();
  let rounds = 0;
  let elapsed = 0;
  do {
    for (const text of texts) read(text);
    rounds++;
    elapsed = milliseconds(process.cpuUsage(start));
  } while (elapsed < AT_LEAST_MS);
  return (rounds * characters(texts)) / elapsed;
}

/** The first contestant is the one that the others are compared with. */
export function throughput(contestants: readonly Contestant[], runs: number): Throughput[] {
  const speeds = contestants.map((): number[] => []);
  for (const contestant of contestants) kilobytesPerSecond(contestant); // warm
  for (let run = 0; run < runs; run++)
    for (let i = 0; i < contestants.length; i++) {
      // Every run begins with another reader, so that none always follows the heaviest.
      const turn = (i + run) % contestants.length;
      speeds[turn]!.push(kilobytesPerSecond(contestants[turn]!));
    }
  return contestants.map(({ name }, i) => ({
    name,
    speed: spreadOf(speeds[i]!),
    ratio: spreadOf(speeds[i]!.map((speed, run) => speeds[0]![run]! / speed)),
  }));
}
